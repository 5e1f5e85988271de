const { Router } = require('express');
const jwt = require('jsonwebtoken');

const router = Router();

router.get('/news', (req, res) => {
  const { token } = req.query;
  if (!token) return res.status(400).send('token please');
  jwt.verify(token, process.env.JWT_SECRET);
  res.setHeader('Content-Type', 'text/event-stream');
});
router.get('/files/:id', (req, res) => {
  const { token, inline } = req.query;
  const user = jwt.verify(token, process.env.JWT_SECRET);
  res.download(pathOf(user, req.params.id, inline));
});
router.get('/export', (req, res) => {
  const user = jwt.verify(req.query.token, process.env.JWT_SECRET);
  res.send(csvOf(user));
});
router.get('/invitations', (req, res) => res.json(invitationOf(req.query.token)));

module.exports = router;
