import bcrypt from 'bcryptjs';
import { Router } from 'express';
import { requireAuth } from '../middleware/requireAuth.js';
import { expiresAt, issueToken } from '../services/tokens.js';
import { publicUser } from '../services/users.js';
import { text } from '../utils/text.js';

export function authRoutes(db) {
  const router = Router();

  router.post('/register', async (req, res) => {
    const name = text(req.body?.name);
    const email = text(req.body?.email).toLowerCase();
    const password = req.body?.password;

    if (!name || !email.includes('@')) {
      return res.status(400).json({ error: 'Name and email are required' });
    }
    if (typeof password !== 'string' || password.length < 8) {
      return res.status(400).json({ error: 'Password must be at least 8 characters' });
    }
    if (await db.users.findOneAsync({ email })) {
      return res.status(409).json({ error: 'Email is already registered' });
    }

    const user = await db.users.insertAsync({
      name,
      email,
      passwordHash: await bcrypt.hash(password, 10),
      createdAt: new Date(),
    });

    const token = issueToken(user);
    res.status(201).json({
      token,
      expires_at: expiresAt(token),
      user: publicUser(user),
    });
  });

  router.post('/login', async (req, res) => {
    const email = text(req.body?.email).toLowerCase();
    const password = req.body?.password;

    const user = await db.users.findOneAsync({ email });
    const valid =
      user && typeof password === 'string' && (await bcrypt.compare(password, user.passwordHash));

    if (!valid) {
      return res.status(401).json({ error: 'Wrong email or password' });
    }

    const token = issueToken(user);
    res.json({ token, expires_at: expiresAt(token), user: publicUser(user) });
  });

  router.get('/me', requireAuth, async (req, res) => {
    const user = await db.users.findOneAsync({ _id: req.user.userId });
    if (!user) {
      return res.status(401).json({ error: 'Account no longer exists' });
    }
    res.json({ user: publicUser(user) });
  });

  return router;
}
