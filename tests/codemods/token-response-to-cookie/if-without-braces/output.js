const jwt = require('jsonwebtoken');
const { setSessionCookie } = require('./session-cookie');

exports.login = (req, res) => {
  if (check(req.body)) return res.json({ expires_at: setSessionCookie(res, jwt.sign({ id: 1 }, process.env.JWT_SECRET)) });
  res.sendStatus(401);
};
