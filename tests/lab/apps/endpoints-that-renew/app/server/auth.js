const { Router } = require('express');
const jwt = require('jsonwebtoken');

const router = Router();
const users = [{ username: 'ann', password: 'pw' }];

const accessTokenFor = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '4s' });

router.post('/', (req, res) => {
  const user = users.find(({ username, password }) => username === req.body.username && password === req.body.password);
  if (!user) return res.status(401).json({ message: 'Unauthorized' });
  const accessToken = accessTokenFor(user.username);
  const refreshToken = jwt.sign({ username: user.username }, process.env.REFRESH_TOKEN_SECRET, { expiresIn: '7d' });
  res.cookie('jwt', refreshToken, { httpOnly: true, sameSite: 'lax', maxAge: 7 * 24 * 60 * 60 * 1000 });
  res.json({ accessToken });
});

router.get('/refresh', (req, res) => {
  const refreshToken = req.cookies?.jwt;
  if (!refreshToken) return res.status(401).json({ message: 'Unauthorized' });
  jwt.verify(refreshToken, process.env.REFRESH_TOKEN_SECRET, (err, decoded) => {
    if (err) return res.status(403).json({ message: 'Forbidden' });
    res.json({ accessToken: accessTokenFor(decoded.username) });
  });
});

router.post('/logout', (req, res) => {
  res.clearCookie('jwt', { httpOnly: true, sameSite: 'lax' });
  res.json({ message: 'Cookie cleared' });
});

module.exports = router;
