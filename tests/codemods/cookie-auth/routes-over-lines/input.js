const { login, validate } = require('./controller');

module.exports = (router) => {
  router.post(
    '/auth/login',
    validate,
    login,
  );

  router.get('/health', (req, res) => res.send('ok'));
};
