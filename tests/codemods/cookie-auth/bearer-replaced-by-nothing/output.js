const jwt = require('jsonwebtoken');
const { authorizationOf } = require('./session-cookie');

module.exports = async (req, res, next) => {
  try {
    const token = authorizationOf(req).replace('Bearer ', '');
    req.user = jwt.verify(token, process.env.JWT_SECRET);
    next();
  } catch {
    res.status(401).send({ error: 'Please authenticate.' });
  }
};
