const { Router } = require('express');
const passport = require('passport');
const jwt = require('jsonwebtoken');
const { setSessionCookie } = require('./session-cookie');

const router = Router();
const issue = (user) => jwt.sign({ id: user.id }, process.env.JWT_SECRET, { expiresIn: '1h' });

router.get('/google/callback', passport.authenticate('google', { session: false }), (req, res) => {
  const token = issue(req.user);
  setSessionCookie(res, token);
  res.redirect(`${process.env.CLIENT_URL}/oauth-success`);
});
router.get('/github/callback', (req, res) => {
  setSessionCookie(res, issue(req.user));
  return res.redirect(process.env.CLIENT_URL + '/oauth-success?name=' + req.user.name);
});
router.get('/acme/callback', (req, res) => {
  const url = new URL('/oauth-success', process.env.CLIENT_URL);
  url.searchParams.set('name', req.user.name);
  setSessionCookie(res, issue(req.user));
  res.redirect(url.toString());
});
router.get('/corp/callback', (req, res) => {
  const token = issue(req.user);
  const params = new URLSearchParams({ name: req.user.name });
  setSessionCookie(res, token);
  res.redirect(302, `${process.env.CLIENT_URL}/oauth-success?${params}`);
});
router.get('/app/callback', (req, res) => {
  // TODO(httponly): this hands the token to the page in its address: call setSessionCookie(res, token) before it, redirect without the token, and have the page that it leads to call getSession(). See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/token-response-to-cookie.md
  res.redirect(`myapp://signed-in?token=${issue(req.user)}`);
});

module.exports = router;
