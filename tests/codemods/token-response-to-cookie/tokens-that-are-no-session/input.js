const { Router } = require('express');
const jwt = require('jsonwebtoken');

const router = Router();
const ticketFor = (user) => jwt.sign({ sub: user.id }, process.env.CHAT_KEY, { expiresIn: '1m' });

router.use((req, res, next) => {
  const header = req.headers.authorization;
  if (header) req.user = jwt.verify(header.slice(7), process.env.JWT_SECRET);
  next();
});

router.post('/login', (req, res) => {
  res.json({ token: jwt.sign({ sub: req.body.name }, process.env.JWT_SECRET) });
});

router.post('/chat', (req, res) => {
  res.json({ token: ticketFor(req.user) });
});

router.post('/admin/impersonate', (req, res) => {
  res.json({ accessToken: jwt.sign({ sub: req.body.id }, process.env.JWT_SECRET) });
});
module.exports = router;
