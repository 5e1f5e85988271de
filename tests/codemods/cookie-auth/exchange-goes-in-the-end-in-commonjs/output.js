const { describeSession, endSession } = require('./session-cookie');
const { login } = require('./controller');

module.exports = (app) => {
  app.post('/auth/login', login);
  app.get('/auth/session', describeSession);
  app.post('/auth/logout', endSession);
};
