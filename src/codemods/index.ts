import bearerToCookie from './bearer-to-cookie.ts';
import cookieAuth from './cookie-auth.ts';
import credentialedCors from './credentialed-cors.ts';
import type { Codemod } from './define-codemod.ts';
import hardenCookies from './harden-cookies.ts';
import nextAuthSession from './next-auth-session.ts';
import requireEnvSecret from './require-env-secret.ts';
import tokenResponseToCookie from './token-response-to-cookie.ts';

/** Every codemod, by its id, in the order in which a migration applies them. */
export const codemods: Readonly<Record<string, Codemod>> = Object.fromEntries(
  [bearerToCookie, tokenResponseToCookie, cookieAuth, credentialedCors, hardenCookies, requireEnvSecret, nextAuthSession].map((codemod) => [
    codemod.definition.name,
    codemod,
  ]),
);
