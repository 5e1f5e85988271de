const crypto = require('crypto');
const { Router } = require('express');
const jwt = require('jsonwebtoken');
const { nanoid } = require('nanoid');
const { v4: uuid } = require('uuid');

const router = Router();

const codeOf = (lesson) => crypto.createHmac('sha256', lesson.key).update(String(Math.floor(Date.now() / 10000))).digest('hex').slice(0, 8);

const tokenOf = (user) => jwt.sign({ sub: user.id }, process.env.JWT_SECRET);

router.use((req, res, next) => {
  const header = req.headers.authorization;
  if (header) req.user = jwt.verify(header.slice(7), process.env.JWT_SECRET);
  next();
});

router.post('/login', (req, res) => {
  const token = tokenOf(req.body);
  res.json({ token });
});

router.get('/lessons/:id/code', (req, res) => {
  const token = codeOf(lessons.get(req.params.id));
  res.json({ token });
});

router.post('/orders', (req, res) => {
  const token = crypto.randomBytes(16).toString('hex');
  orders.add({ token, of: req.user.sub });
  res.status(201).json({ id: orders.size, token });
});

router.post('/rooms', (req, res) => {
  res.json({ token: req.body.isPublic ? nanoid() : uuid() });
});

router.post('/guests', (req, res) => {
  let token = Math.random().toString(36).substring(2);
  res.json({ token });
});

router.post('/members', (req, res) => {
  const token = req.body.isNew ? tokenOf(req.body) : uuid();
  res.json({ token });
});

module.exports = router;
