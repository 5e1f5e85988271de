const jwt = require('jsonwebtoken');
const { authorizationOf } = require('./session-cookie');

exports.guard = (req, res, next) => {
  const header = authorizationOf(req);
  if (!header) return res.sendStatus(401);
  req.user = jwt.verify(header.split(' ')[1], process.env.JWT_SECRET);
  next();
};

exports.lenient = (req, res, next) => {
  const header = authorizationOf(req) ?? '';
  req.user = jwt.verify(header.split(' ')[1], process.env.JWT_SECRET);
  next();
};
