const jwt = require('jsonwebtoken');

module.exports = (req, res, next) => {
  const { authorization: header, 'user-agent': agent } = req.headers;
  const token = header && header.split(' ')[1];
  req.user = { ...jwt.verify(token, process.env.SECRET), agent };
  next();
};
