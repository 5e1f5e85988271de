import type { Request, RequestHandler } from 'express';
import { doubleCsrf } from 'csrf-csrf';

/** The double-submit check, bound to the browser that asks. */
export function csrfProtection(secret: string): RequestHandler {
  const { doubleCsrfProtection } = doubleCsrf({
    getSecret: () => secret,
    getSessionIdentifier: (request: Request) => request.ip ?? '',
    cookieName: '__Host-csrf',
    cookieOptions: { httpOnly: true, secure: true, sameSite: 'strict', path: '/' },
  });
  return doubleCsrfProtection;
}
