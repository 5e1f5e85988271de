const { Router } = require('express');
const jwt = require('jsonwebtoken');
const requireAuth = require('./require-auth');

const router = Router();
const users = [{ id: 1, email: 'ann@example.com', password: 'pw', name: 'Ann' }];
const issue = (user) => jwt.sign({ id: user.id, name: user.name }, process.env.JWT_SECRET, { expiresIn: '1h' });

router.post('/login', (req, res) => {
  const user = users.find((u) => u.email === req.body.email && u.password === req.body.password);
  if (!user) return res.status(401).json({ message: 'Wrong email or password' });
  res.json({ accessToken: issue(user) });
});
// stands for passport.authenticate('github')
router.get('/github', (req, res) => res.redirect('/api/auth/github/callback?code=abc'));
router.get('/github/callback', (req, res) => {
  const target = process.env.WEB_URL || 'http://localhost:5173';
  if (req.query.error) return res.redirect(`${target}/signed-in#error=${req.query.error}`);
  return res.redirect(target + '/signed-in#access_token=' + encodeURIComponent(issue(users[0])) + '&state=done');
});
router.get('/me', requireAuth, (req, res) => res.json({ id: req.user.id, name: req.user.name }));

module.exports = router;
