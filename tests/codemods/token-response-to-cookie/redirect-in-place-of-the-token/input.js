const { Router } = require('express');
const passport = require('passport');
const jwt = require('jsonwebtoken');

const router = Router();
const issue = (user) => jwt.sign({ id: user.id }, process.env.JWT_SECRET, { expiresIn: '1h' });

router.get('/google/callback', passport.authenticate('google', { session: false }), (req, res) => {
  const token = issue(req.user);
  res.redirect(`${process.env.CLIENT_URL}/oauth-success?token=${token}`);
});
router.get('/github/callback', (req, res) => {
  return res.redirect(process.env.CLIENT_URL + '/oauth-success?name=' + req.user.name + '&token=' + encodeURIComponent(issue(req.user)));
});
router.get('/acme/callback', (req, res) => {
  const url = new URL('/oauth-success', process.env.CLIENT_URL);
  url.searchParams.set('token', issue(req.user));
  url.searchParams.set('name', req.user.name);
  res.redirect(url.toString());
});
router.get('/corp/callback', (req, res) => {
  const token = issue(req.user);
  const params = new URLSearchParams({ token, name: req.user.name });
  res.redirect(302, `${process.env.CLIENT_URL}/oauth-success?${params}`);
});
router.get('/app/callback', (req, res) => {
  res.redirect(`myapp://signed-in?token=${issue(req.user)}`);
});

module.exports = router;
