import { Router } from 'express';
import { requireAuth } from '../middleware/require-auth.js';
import { takeRefreshToken, tokensFor } from '../tokens.js';
import { publicUser, userById, userByPassword } from '../users.js';

export const authRouter = Router();

authRouter.post('/login', (req, res) => {
  const { email, password } = req.body;
  const user = userByPassword(email, password);
  if (!user) return res.status(401).json({ error: 'Wrong email or password' });
  const { token, refreshToken, expiresAt } = tokensFor(user);
  res.json({ user: publicUser(user), token, refreshToken, expiresAt });
});

authRouter.post('/refresh', (req, res) => {
  const user = userById(takeRefreshToken(req.body.refreshToken));
  if (!user) return res.status(401).json({ error: 'Please sign in again' });
  const { token, refreshToken, expiresAt } = tokensFor(user);
  res.json({ token, refreshToken, expiresAt });
});

authRouter.get('/me', requireAuth, (req, res) => {
  res.json(publicUser(req.user));
});
