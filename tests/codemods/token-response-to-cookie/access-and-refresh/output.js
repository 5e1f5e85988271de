import jwt from 'jsonwebtoken';
import { setRefreshCookie, setSessionCookie } from './session-cookie';

export async function login(req, res) {
  const accessToken = jwt.sign({ id: 1 }, process.env.ACCESS_SECRET, { expiresIn: '15m' });
  const refreshToken = jwt.sign({ id: 1 }, process.env.REFRESH_SECRET, { expiresIn: '7d' });
  setSessionCookie(res, accessToken);
  const expiresAt = setRefreshCookie(res, refreshToken);
  res.json({ expires_at: expiresAt });
}
