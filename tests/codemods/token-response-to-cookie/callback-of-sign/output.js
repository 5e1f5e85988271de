const jwt = require('jsonwebtoken');
const { setSessionCookie } = require('./session-cookie');

module.exports = (req, res) => {
  jwt.sign({ user: { id: 1 } }, process.env.JWT_SECRET, { expiresIn: '5 days' }, (err, token) => {
    if (err) throw err;
    const expiresAt = setSessionCookie(res, token);
    res.json({ expires_at: expiresAt });
  });
};
