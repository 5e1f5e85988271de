import bcrypt from 'bcrypt';
import { Router } from 'express';
import { fewTries } from '../security/limits.js';
import { endSession, renewSession, requireUser, startSession } from '../security/session.js';
import { findByEmail, findById } from '../store.js';

export const authRoutes = Router();

authRoutes.post('/login', fewTries, async (req, res) => {
  const user = await findByEmail(req.body.email);
  if (!user || !(await bcrypt.compare(req.body.password, user.passwordHash))) return res.status(401).json({ error: 'Wrong email or password' });
  await startSession(res, user.id);
  res.json({ user: { id: user.id, name: user.name } });
});

authRoutes.post('/refresh', fewTries, async (req, res) => {
  await renewSession(req, res);
  res.sendStatus(204);
});

authRoutes.post('/logout', (req, res) => {
  endSession(res);
  res.sendStatus(204);
});

authRoutes.get('/me', requireUser, async (req, res) => {
  const { id, name } = await findById(req.user.sub);
  res.json({ user: { id, name } });
});
