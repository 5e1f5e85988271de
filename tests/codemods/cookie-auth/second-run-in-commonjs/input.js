const jwt = require('jsonwebtoken');
const { authorizationOf } = require('./session-cookie');

module.exports = (req, res, next) => {
  const token = authorizationOf(req)?.split(' ')[1];
  req.user = jwt.verify(token, process.env.JWT_SECRET);
  next();
};
