const { Router } = require('express');
const jwt = require('jsonwebtoken');
const requireAuth = require('./require-auth');

const router = Router();
const users = [{ id: 1, email: 'ann@example.com', password: 'pw', name: 'Ann' }];

router.post('/login', (req, res) => {
  const user = users.find((u) => u.email === req.body.email && u.password === req.body.password);
  if (!user) return res.status(401).json({ message: 'Wrong email or password' });
  const token = jwt.sign({ id: user.id, name: user.name }, process.env.JWT_SECRET, { expiresIn: '1h' });
  res.json({ success: true, token: 'Bearer ' + token, user: { id: user.id, name: user.name } });
});
router.get('/me', requireAuth, (req, res) => res.json({ id: req.user.id, name: req.user.name }));

module.exports = router;
