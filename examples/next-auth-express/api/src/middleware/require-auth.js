import jwt from 'jsonwebtoken';
import { userById } from '../users.js';

export function requireAuth(req, res, next) {
  const header = req.headers.authorization;
  if (!header?.startsWith('Bearer ')) return res.status(401).json({ error: 'Please sign in' });
  try {
    const { sub } = jwt.verify(header.slice('Bearer '.length), process.env.JWT_SECRET);
    req.user = userById(sub);
    next();
  } catch {
    res.status(401).json({ error: 'Your session has ended' });
  }
}
