import jwt from 'jsonwebtoken';
import { setSessionCookie } from './session-cookie';

export function login(req, res) {
  const expiresAt = new Date(Date.now() + 3600_000);
  const token = jwt.sign({ sub: 1, until: expiresAt }, process.env.JWT_SECRET);
  const sessionEndsAt = setSessionCookie(res, token);
  res.json({ until: expiresAt, expires_at: sessionEndsAt });
}
