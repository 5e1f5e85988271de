const { login, validate } = require('./controller');
const { describeSession, endSession } = require('./session-cookie');

module.exports = (router) => {
  router.post(
    '/auth/login',
    validate,
    login,
  );

  router.get('/auth/session', describeSession);
  router.post('/auth/logout', endSession);

  router.get('/health', (req, res) => res.send('ok'));
};
