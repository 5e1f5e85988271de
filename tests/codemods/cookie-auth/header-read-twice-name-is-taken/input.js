const jwt = require('jsonwebtoken');

function protect(req, res, next) {
  const authorization = { role: 'user' };
  if (!req.headers.authorization || !req.headers.authorization.startsWith('Bearer ')) return res.sendStatus(401);
  req.user = { ...jwt.verify(req.headers.authorization.slice(7), process.env.JWT_SECRET), ...authorization };
  next();
}

module.exports = protect;
