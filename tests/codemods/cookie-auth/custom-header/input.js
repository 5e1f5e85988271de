const jwt = require('jsonwebtoken');

module.exports = function auth(req, res, next) {
  const token = req.header('x-auth-token');
  if (!token) return res.status(401).json({ msg: 'No token, authorization denied' });
  req.user = jwt.verify(token, process.env.JWT_SECRET).user;
  next();
};
