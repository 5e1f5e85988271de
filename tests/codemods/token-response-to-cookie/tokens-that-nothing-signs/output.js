const crypto = require('crypto');
const { Router } = require('express');
const jwt = require('jsonwebtoken');
const { nanoid } = require('nanoid');
const { v4: uuid } = require('uuid');
const { setSessionCookie } = require('./session-cookie');

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
  const expiresAt = setSessionCookie(res, token);
  res.json({ expires_at: expiresAt });
});

router.get('/lessons/:id/code', (req, res) => {
  const token = codeOf(lessons.get(req.params.id));
  // TODO(httponly): this token is no session's, since nothing signs it, and sessions are verified by their signature: it stays in the answer. See to it that no script keeps it. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/token-response-to-cookie.md
  res.json({ token });
});

router.post('/orders', (req, res) => {
  const token = crypto.randomBytes(16).toString('hex');
  orders.add({ token, of: req.user.sub });
  // TODO(httponly): this token is no session's, since nothing signs it, and sessions are verified by their signature: it stays in the answer. See to it that no script keeps it. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/token-response-to-cookie.md
  res.status(201).json({ id: orders.size, token });
});

router.post('/rooms', (req, res) => {
  res.json({ token: req.body.isPublic ? nanoid() : uuid() });
});

router.post('/guests', (req, res) => {
  let token = Math.random().toString(36).substring(2);
  // TODO(httponly): this token is no session's, since nothing signs it, and sessions are verified by their signature: it stays in the answer. See to it that no script keeps it. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/token-response-to-cookie.md
  res.json({ token });
});

router.post('/members', (req, res) => {
  const token = req.body.isNew ? tokenOf(req.body) : uuid();
  const expiresAt = setSessionCookie(res, token);
  res.json({ expires_at: expiresAt });
});

module.exports = router;
