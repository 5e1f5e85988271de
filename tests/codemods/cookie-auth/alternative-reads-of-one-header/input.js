const jwt = require('jsonwebtoken');

exports.guard = (req, res, next) => {
  const header = req.headers['authorization'] || req.get('Authorization');
  if (!header) return res.sendStatus(401);
  req.user = jwt.verify(header.split(' ')[1], process.env.JWT_SECRET);
  next();
};

exports.lenient = (req, res, next) => {
  const header = req.headers.authorization ?? req.headers['Authorization'] ?? req.header('authorization') ?? '';
  req.user = jwt.verify(header.split(' ')[1], process.env.JWT_SECRET);
  next();
};
