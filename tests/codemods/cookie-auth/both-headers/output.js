const jwt = require('jsonwebtoken');
const { authorizationOf, tokenOf } = require('./session-cookie');

exports.byHeader = (req, res, next) => {
  const token = tokenOf(req) || authorizationOf(req)?.replace('Bearer ', '');
  req.user = jwt.verify(token, process.env.JWT_SECRET);
  next();
};
