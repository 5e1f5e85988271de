const { describeSession, endSession, exchangeToken } = require('./session-cookie');
const { login } = require('./controller');

module.exports = (app) => {
  app.post('/auth/login', login);
  app.get('/auth/session', describeSession);
  app.post('/auth/logout', endSession);
  app.post('/auth/exchange', exchangeToken);
};
