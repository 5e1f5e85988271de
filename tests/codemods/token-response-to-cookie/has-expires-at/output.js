import { issueToken, endOf } from './tokens.js';
import { setSessionCookie } from './session-cookie.js';

router.post('/login', async (req, res) => {
  const token = issueToken(req.user);
  setSessionCookie(res, token);
  res.json({ expires_at: endOf(token) });
});
