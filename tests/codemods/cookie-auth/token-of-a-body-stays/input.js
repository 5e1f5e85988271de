const jwt = require('jsonwebtoken');

module.exports = (req, res, next) => {
  const token = req.body.token || req.query.token || req.headers['x-access-token'];
  if (!token) return res.status(403).send('A token is required');
  req.user = jwt.verify(token, process.env.TOKEN_KEY);
  return next();
};
