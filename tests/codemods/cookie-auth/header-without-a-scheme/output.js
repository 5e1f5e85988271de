const jwt = require('jsonwebtoken');
const { authorizationOf, requestToken } = require('./session-cookie');

exports.guard = (req, res, next) => {
  const token = requestToken(req);
  if (!token) return res.status(401).json({ message: 'No token' });
  jwt.verify(token, process.env.JWT_SECRET, (err, user) => {
    if (err) return res.sendStatus(403);
    req.user = user;
    next();
  });
};

exports.admin = (req, res, next) => {
  try {
    req.user = jwt.verify(requestToken(req), process.env.JWT_SECRET);
    next();
  } catch (err) {
    res.sendStatus(401);
  }
};

exports.optional = (req, res, next) => {
  const authorization = requestToken(req);
  if (authorization) req.user = jwt.decode(authorization);
  next();
};

exports.both = (req, res, next) => {
  let token = authorizationOf(req);
  if (token && token.startsWith('Bearer ')) token = token.slice(7);
  req.user = jwt.verify(token, process.env.JWT_SECRET);
  next();
};
