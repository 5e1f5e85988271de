const jwt = require('jsonwebtoken');
const { tokenOf } = require('./session-cookie');

const verifyToken = (req, res, next) => {
  const token = tokenOf(req);
  if (!token) return res.status(403).send({ message: 'No token provided!' });
  jwt.verify(token, process.env.SECRET, (err, decoded) => {
    if (err) return res.status(401).send({ message: 'Unauthorized!' });
    req.userId = decoded.id;
    next();
  });
};

module.exports = { verifyToken };
