import 'server-only';
import { getIronSession } from 'iron-session';
import { cookies } from 'next/headers';

interface Session {
  userId?: string;
  name?: string;
}

/** The session of the request that is being answered. */
export async function currentSession() {
  const password = process.env.SESSION_PASSWORD;
  if (!password) throw new Error('SESSION_PASSWORD is not set');
  return getIronSession<Session>(await cookies(), {
    password,
    cookieName: '__Host-session',
    ttl: 60 * 30,
    cookieOptions: { httpOnly: true, secure: true, sameSite: 'strict', path: '/' },
  });
}
