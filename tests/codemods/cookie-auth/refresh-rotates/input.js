import { Router } from 'express';
import { issue, renew } from './tokens.js';

export const router = Router();

router.post('/login', async (req, res) => {
  const { accessToken, refreshToken } = await issue(req.body);
  res.json({ accessToken, refreshToken });
});

router.post('/refresh', async (req, res) => {
  const { accessToken, refreshToken } = await renew(req.body.refreshToken);
  res.json({ accessToken, refreshToken });
});
