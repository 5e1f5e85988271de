import jwt from 'jsonwebtoken';
import { setSessionCookie } from './session-cookie';

export const login = (req, res) => {
  const token = jwt.sign({ id: 1 }, process.env.JWT_SECRET);
  const expiresAt = setSessionCookie(res, token);
  res.json({ token, expires_at: expiresAt });
};
