const jwt = require('jsonwebtoken');

module.exports = (req, res, next) => {
  const { authorization } = req.headers;
  if (!authorization) return res.status(401).json({ error: 'Authorization token required' });
  const token = authorization.split(' ')[1];
  req.user = jwt.verify(token, process.env.SECRET);
  next();
};
