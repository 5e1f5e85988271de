const jwt = require('jsonwebtoken');
const { setSessionCookie } = require('./session-cookie');

exports.login = (req, res) => {
  let token;
  if (req.user.isActive) {
    token = jwt.sign({ sub: req.user.id }, process.env.JWT_SECRET);
  }
  const expiresAt = token && setSessionCookie(res, token);
  res.json({ user: req.user, expires_at: expiresAt });
};

exports.session = (req, res) => res.json({ name: req.user?.name, expires_at: res.locals.accessToken && setSessionCookie(res, res.locals.accessToken) });
