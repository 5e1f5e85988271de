import type { ModuleForm, ModuleImport } from './module.ts';
import { writeModule } from './module.ts';

/** What the session cookie's module has to know of the app. */
export interface SessionCookieFacts {
  /** The app's name, with which its cookies begin, since ports do not part them: `task-manager`. */
  readonly app: string;
  readonly sameSite: 'lax' | 'strict' | 'none';
  /** The expression for the secret with which the app verifies its tokens, and further arguments of its own call. */
  readonly verifyArguments: string;
  /** What that expression needs. */
  readonly imports: readonly ModuleImport[];
  /** The scheme in which programs send their token: `Bearer`, `Token`. */
  readonly scheme: string;
  /** A header other than Authorization that carries the bare token: `x-auth-token`. */
  readonly customHeader?: string;
  /** Whether there is a refresh token, and the path under which browsers send its cookie. */
  readonly refresh?: { readonly path: string };
  /** What Express hands to a handler is typed by its own package. */
  readonly form: ModuleForm;
}

/** The module through which an Express app sets, reads and clears its session cookie. */
export function sessionCookieModule(facts: SessionCookieFacts): string {
  const { app, sameSite, verifyArguments, scheme, customHeader, refresh, form } = facts;
  const crossSite = sameSite === 'none';
  return writeModule({
    about: [
      'The session as a cookie that no script can read. Browsers send it by themselves; programs go on sending their',
      'token in a header. Nothing else in the app sets, reads or clears the cookie.',
    ],
    imports: [{ source: 'jsonwebtoken', names: 'jwt' }, { source: 'express', names: '{ Request, Response }', isType: true }, ...facts.imports],
    code: `
const isProduction = process.env.NODE_ENV === 'production';

/** With \`__Host-\` browsers insist on Secure, on the path / and on this very host. */
const SESSION = isProduction ? '__Host-${app}_session' : '${app}_session';
${refresh ? `\n/** Sent only where sessions are renewed and ended. */\nconst REFRESH = isProduction ? '__Secure-${app}_refresh' : '${app}_refresh';\n` : ''}
const attributes = {
  httpOnly: true,
  ${crossSite ? 'secure: true' : 'secure: isProduction'},
  sameSite: '${sameSite}'‹ as const›,
  path: '/',${crossSite ? '\n  partitioned: true,' : ''}
};

/** How long a session lasts whose token does not say so itself, in milliseconds. */
const DEFAULT_LIFETIME = 24 * 60 * 60 * 1000;

/** When a token ends, in milliseconds since the epoch. */
function endOf(token‹: string›)‹: number› {
  const claims = jwt.decode(token)‹ as { exp?: number } | null›;
  return claims?.exp ? claims.exp * 1000 : Date.now() + DEFAULT_LIFETIME;
}

/**
 * Starts a session: puts its token into the cookie.
 *
 * @returns When the session ends, in milliseconds since the epoch: what clients get as \`expires_at\`.
 */
export function setSessionCookie(res‹: Response›, token‹: string›)‹: number› {
  const expiresAt = endOf(token);
  res.cookie(SESSION, token, { ...attributes, expires: new Date(expiresAt) });
  return expiresAt;
}

/** The token of the session that a request belongs to, or undefined. */
export function sessionToken(req‹: Request›)‹: string | undefined› {
  return req.cookies?.[SESSION];
}
${refresh ? refreshFunctions(refresh.path) : ''}${customHeader === undefined ? authorizationFunction(scheme) : customHeaderFunction(customHeader)}
/** Answers who is signed in: what a page asks instead of decoding a token, which it cannot see. */
export function describeSession(req‹: Request›, res‹: Response›)‹: void› {
  const token = sessionToken(req);
  try {
    const { iat, exp, ...user } = jwt.verify(token${form.language === 'ts' ? ' ?? \'\'' : ''}, ${verifyArguments})‹ as jwt.JwtPayload›;
    res.json({ user, expires_at: endOf(token${form.language === 'ts' ? '!' : ''}) });
  } catch {
    res.json(null);
  }
}

/** Ends the session of a browser. */
export function endSession(req‹: Request›, res‹: Response›)‹: void› {
  clearSessionCookie(res);
  res.sendStatus(204);
}

/** Takes the session's cookie${refresh ? 's' : ''} away. */
export function clearSessionCookie(res‹: Response›)‹: void› {
  res.clearCookie(SESSION, attributes);${refresh ? `\n  res.clearCookie(REFRESH, { ...attributes, path: '${refresh.path}' });` : ''}
}
`,
  }, form);
}

function authorizationFunction(scheme: string): string {
  return `
/** The Authorization header as a program sent it, else one made of the browser's session. */
export function authorizationOf(req‹: Request›)‹: string | undefined› {
  const token = sessionToken(req);
  return req.headers.authorization ?? (token && \`${scheme} \${token}\`);
}
`;
}

function customHeaderFunction(header: string): string {
  return `
/** The token as a program sent it in its header, else that of the browser's session. */
export function tokenOf(req‹: Request›)‹: string | undefined› {
  return req.get('${header}') ?? sessionToken(req);
}
`;
}

function refreshFunctions(path: string): string {
  return `
/** Puts the token with which a session is renewed into a cookie of its own. */
export function setRefreshCookie(res‹: Response›, token‹: string›)‹: void› {
  res.cookie(REFRESH, token, { ...attributes, path: '${path}', expires: new Date(endOf(token)) });
}

/** The token with which a request may renew its session, or undefined. */
export function refreshToken(req‹: Request›)‹: string | undefined› {
  return req.cookies?.[REFRESH];
}
`;
}
