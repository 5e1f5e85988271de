import { Router } from 'express';
import { issue, renew } from './tokens.js';
import { describeSession, endSession, refreshTokenOf, repeatRenewal } from './session-cookie';

export const router = Router();

router.post('/login', async (req, res) => {
  const { accessToken, refreshToken } = await issue(req.body);
  res.json({ accessToken, refreshToken });
});

router.get('/session', describeSession);
router.post('/logout', endSession);

router.post('/refresh', repeatRenewal, async (req, res) => {
  const { accessToken, refreshToken } = await renew(req.body?.refreshToken ?? refreshTokenOf(req));
  res.json({ accessToken, refreshToken });
});
