const { Router } = require('express');
const jwt = require('jsonwebtoken');
const { setSessionCookie } = require('./session-cookie');

const router = Router();
const ticketFor = (user) => jwt.sign({ sub: user.id }, process.env.CHAT_KEY, { expiresIn: '1m' });

router.use((req, res, next) => {
  const header = req.headers.authorization;
  if (header) req.user = jwt.verify(header.slice(7), process.env.JWT_SECRET);
  next();
});

router.post('/login', (req, res) => {
  const expiresAt = setSessionCookie(res, jwt.sign({ sub: req.body.name }, process.env.JWT_SECRET));
  res.json({ expires_at: expiresAt });
});

router.post('/chat', (req, res) => {
  // TODO(httponly): this token is no session's, since it is signed with CHAT_KEY, with which no session is verified: it stays in the answer. See to it that no script keeps it. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/token-response-to-cookie.md
  res.json({ token: ticketFor(req.user) });
});

router.post('/admin/impersonate', (req, res) => {
  // TODO(httponly): this token is no session's, since `/admin/impersonate` is for something else: it stays in the answer. See to it that no script keeps it. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/token-response-to-cookie.md
  res.json({ accessToken: jwt.sign({ sub: req.body.id }, process.env.JWT_SECRET) });
});
module.exports = router;
