const { Router } = require('express');
const jwt = require('jsonwebtoken');
const { sessionToken } = require('./session-cookie');

const router = Router();

router.get('/news', (req, res) => {
  const token = req.query.token ?? sessionToken(req);
  if (!token) return res.status(400).send('token please');
  jwt.verify(token, process.env.JWT_SECRET);
  res.setHeader('Content-Type', 'text/event-stream');
});
router.get('/files/:id', (req, res) => {
  const { inline } = req.query;
  const token = req.query.token ?? sessionToken(req);
  const user = jwt.verify(token, process.env.JWT_SECRET);
  res.download(pathOf(user, req.params.id, inline));
});
router.get('/export', (req, res) => {
  const user = jwt.verify(req.query.token ?? sessionToken(req), process.env.JWT_SECRET);
  res.send(csvOf(user));
});
router.get('/invitations', (req, res) => res.json(invitationOf(req.query.token)));

module.exports = router;
