const jwt = require('jsonwebtoken');
const { tokenOf } = require('./session-cookie');

module.exports = (req, res, next) => {
  const token = req.body.token || req.query.token || tokenOf(req);
  if (!token) return res.status(403).send('A token is required');
  req.user = jwt.verify(token, process.env.TOKEN_KEY);
  return next();
};
