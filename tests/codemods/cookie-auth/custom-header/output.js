const jwt = require('jsonwebtoken');
const { tokenOf } = require('./session-cookie');

module.exports = function auth(req, res, next) {
  const token = tokenOf(req);
  if (!token) return res.status(401).json({ msg: 'No token, authorization denied' });
  req.user = jwt.verify(token, process.env.JWT_SECRET).user;
  next();
};
