import { issueToken, endOf } from './tokens.js';

router.post('/login', async (req, res) => {
  const token = issueToken(req.user);
  res.json({ token, expires_at: endOf(token) });
});
