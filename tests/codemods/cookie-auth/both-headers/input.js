const jwt = require('jsonwebtoken');

exports.byHeader = (req, res, next) => {
  const token = req.headers['x-access-token'] || req.headers.authorization?.replace('Bearer ', '');
  req.user = jwt.verify(token, process.env.JWT_SECRET);
  next();
};
