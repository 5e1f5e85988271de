const jwt = require('jsonwebtoken');
const { authorizationOf } = require('./session-cookie');

module.exports = (req, res, next) => {
  const header = authorizationOf(req);
  const token = req.query.token || (header && header.split(' ')[1]);
  if (!token) return res.status(401).json({ error: 'sign in' });
  req.user = jwt.verify(token, process.env.JWT_SECRET);
  next();
};
