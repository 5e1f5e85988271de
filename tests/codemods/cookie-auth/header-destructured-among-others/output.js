const jwt = require('jsonwebtoken');
const { authorizationOf } = require('./session-cookie');

module.exports = (req, res, next) => {
  const { 'user-agent': agent } = req.headers;
  const header = authorizationOf(req);
  const token = header && header.split(' ')[1];
  req.user = { ...jwt.verify(token, process.env.SECRET), agent };
  next();
};
