const { Router } = require('express');
const jwt = require('jsonwebtoken');
const { protect } = require('./require-auth');

const router = Router();

class User {
  constructor(fields) {
    Object.assign(this, fields);
  }
  getSignedJwtToken() {
    return jwt.sign({ id: this.id }, process.env.JWT_SECRET, { expiresIn: process.env.JWT_EXPIRE || '30d' });
  }
  matchPassword(entered) {
    return this.password === entered;
  }
}

const users = [new User({ id: 1, email: 'ann@example.com', password: 'pw', name: 'Ann' })];

const sendTokenResponse = (user, statusCode, res) => {
  const token = user.getSignedJwtToken();
  const options = { expires: new Date(Date.now() + 30 * 24 * 60 * 60 * 1000), httpOnly: true };
  if (process.env.NODE_ENV === 'production') {
    options.secure = true;
  }
  res.status(statusCode).cookie('token', token, options).json({ success: true, token, user: { id: user.id, name: user.name } });
};

router.post('/login', async (req, res) => {
  const { email, password } = req.body;
  const user = users.find((one) => one.email === email);
  if (!user || !user.matchPassword(password)) return res.status(401).json({ success: false, error: 'Invalid credentials' });
  sendTokenResponse(user, 200, res);
});

router.get('/logout', (req, res) => {
  res.cookie('token', 'none', { expires: new Date(Date.now() + 10 * 1000), httpOnly: true });
  res.status(200).json({ success: true, data: {} });
});

router.get('/me', protect, (req, res) => {
  const { id, name } = users.find((one) => one.id === req.user.id);
  res.status(200).json({ success: true, data: { id, name } });
});

module.exports = router;
