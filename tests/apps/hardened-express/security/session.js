import jwt from 'jsonwebtoken';
import { saveFamily, takeFamily } from '../store.js';
import { accessSecret, refreshSecret } from './environment.js';

const isProduction = process.env.NODE_ENV === 'production';
const attributes = { httpOnly: true, secure: isProduction, sameSite: 'strict', path: '/' };

/** Starts a session: both tokens go into cookies, and no further. */
export async function startSession(res, userId) {
  const family = await saveFamily(userId);
  res.cookie('__Host-session', jwt.sign({ sub: userId }, accessSecret, { expiresIn: '15m' }), { ...attributes, maxAge: 15 * 60 * 1000 });
  res.cookie('__Secure-refresh', jwt.sign({ sub: userId, family }, refreshSecret, { expiresIn: '7d' }), { ...attributes, path: '/auth', maxAge: 7 * 24 * 60 * 60 * 1000 });
}

/** Renews a session: each refresh token opens one, and ends all of its family when it comes again. */
export async function renewSession(req, res) {
  const claims = jwt.verify(req.cookies['__Secure-refresh'], refreshSecret, { algorithms: ['HS256'] });
  if (!(await takeFamily(claims.family))) return endSession(res);
  await startSession(res, claims.sub);
}

export function endSession(res) {
  res.clearCookie('__Host-session', attributes);
  res.clearCookie('__Secure-refresh', { ...attributes, path: '/auth' });
}

/** Lets only signed-in users pass. */
export function requireUser(req, res, next) {
  try {
    req.user = jwt.verify(req.cookies['__Host-session'], accessSecret, { algorithms: ['HS256'] });
    next();
  } catch {
    res.sendStatus(401);
  }
}
