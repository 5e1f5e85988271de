import jwt from 'jsonwebtoken';
import { success } from './answers.js';
import { setSessionCookie } from './session-cookie';

export async function login(req, res) {
  const user = await find(req.body);
  const expiresAt = setSessionCookie(res, jwt.sign({ sub: user.id }, process.env.JWT_SECRET));
  res.json(success('Good to see you', { user, expires_at: expiresAt }));
}
