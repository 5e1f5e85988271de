const jwt = require('jsonwebtoken');
const { setSessionCookie } = require('./session-cookie');

exports.login = (req, res) => {
  jwt.sign({ id: 1 }, process.env.JWT_SECRET, { expiresIn: '1d' }, (err, token) => {
    const expiresAt = setSessionCookie(res, token);
    res.json({ success: true, expires_at: expiresAt });
  });
};

exports.register = (req, res) => {
  const user = users.add(req.body);
  const expiresAt = setSessionCookie(res, jwt.sign({ id: user.id }, process.env.JWT_SECRET));
  res.status(201).json({ name: user.name, expires_at: expiresAt });
};

exports.guest = (req, res) => {
  const token = `JWT ${jwt.sign({ id: 0 }, process.env.JWT_SECRET)}`;
  const expiresAt = setSessionCookie(res, token.replace('JWT ', ''));
  res.json({ expires_at: expiresAt });
};
