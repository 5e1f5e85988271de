const jwt = require('jsonwebtoken');
const { authorizationOf } = require('./session-cookie');

function protect(req, res, next) {
  const authorization = { role: 'user' };
  const authorizationHeader = authorizationOf(req);
  if (!authorizationHeader || !authorizationHeader.startsWith('Bearer ')) return res.sendStatus(401);
  req.user = { ...jwt.verify(authorizationHeader.slice(7), process.env.JWT_SECRET), ...authorization };
  next();
}

module.exports = protect;
