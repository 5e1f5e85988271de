import { literal } from './literal.ts';
import type { ModuleImport } from './module.ts';
import { when, writeModule } from './module.ts';
import { refreshing, repeating } from './refresh-cookie.ts';
import type { SessionCookieFacts } from './session-cookie-facts.ts';
import { sessionTokenFunction, tokenReading } from './token-reading.ts';

/** The module through which an Express app sets, reads and clears its session cookie. */
export function sessionCookieModule(facts: SessionCookieFacts): string {
  const { declared = [], form } = facts;
  return writeModule({ about: about(facts), imports: imports(facts), declared, code: parts(facts).join('\n\n') }, form);
}

function about({ takesBearer }: SessionCookieFacts): string[] {
  return takesBearer
    ? [
        'The session as a cookie that no script can read. Browsers send it by themselves; programs go on sending their',
        'token in a header. Nothing else in the app sets, reads or clears the cookie.',
      ]
    : [
        'The session as a cookie that no script can read. Browsers send it by themselves; tokens in headers are not',
        'taken. Nothing else in the app sets, reads or clears the cookie.',
      ];
}

function imports({ imports: needed, jwtNames, uses, refresh, csrfCheck }: SessionCookieFacts): ModuleImport[] {
  const hasMiddleware = uses.has('answerProgram') || (refresh !== undefined && uses.has('repeatRenewal'));
  return [
    ...needed.filter(({ names }) => names === ''),
    { source: 'jsonwebtoken', names: jwtNames ?? 'jwt' },
    { source: 'express', names: hasMiddleware ? '{ NextFunction, Request, Response }' : '{ Request, Response }', isType: true },
    ...needed.filter(({ names }) => names !== ''),
    ...(uses.has('handshakeToken') ? [{ source: csrfCheck, names: '{ isOwnHandshake }' }] : []),
  ];
}

/** The functions of the module, in their order: those that every app has, and those that are used. */
function parts(facts: SessionCookieFacts): string[] {
  const { refresh, uses } = facts;
  return [
    cookies(facts),
    lifetimes(facts),
    setting(facts),
    sessionTokenFunction(),
    ...when(refresh !== undefined, refreshing),
    ...when(refresh !== undefined && uses.has('repeatRenewal'), repeating),
    ...tokenReading(facts),
    claims(facts),
    ...when(uses.has('exchangeToken'), () => exchanging(facts)),
    ...when(uses.has('answerProgram'), answering),
    ending(facts),
  ];
}

function cookies({ app, sameSite, refresh }: SessionCookieFacts): string {
  const crossSite = sameSite === 'none';
  return `const isProduction = process.env.NODE_ENV === 'production';

/** With \`__Host-\` browsers insist on Secure, on the path / and on this very host. */
const SESSION = isProduction ? '__Host-${app}_session' : '${app}_session';
${refresh ? `\n/** Sent only where sessions are renewed and ended. */\nconst REFRESH = isProduction ? '__Secure-${app}_refresh' : '${app}_refresh';\n` : ''}
const attributes = {
  httpOnly: true,
  ${crossSite ? 'secure: true' : 'secure: isProduction'},
  sameSite: '${sameSite}'‹ as const›,
  path: '/',${crossSite ? '\n  partitioned: true,' : ''}
};`;
}

function lifetimes({ refresh, renewableFor }: SessionCookieFacts): string {
  if (renewableFor !== undefined) return renewable(renewableFor);
  return `/** How long a session lasts whose token does not say so itself, in milliseconds. */
const DEFAULT_LIFETIME = 24 * 60 * 60 * 1000;
${refresh ? `\n/** The same for the token with which a session is renewed. */\nconst REFRESH_LIFETIME = 7 * DEFAULT_LIFETIME;\n` : ''}
/** When a token ends, in milliseconds since the epoch. */
function endOf(token‹: string›${refresh ? ', lifetime = DEFAULT_LIFETIME' : ''})‹: number› {
  const claims = jwt.decode(token)‹ as { exp?: number } | null›;
  return claims?.exp ? claims.exp * 1000 : Date.now() + ${refresh ? 'lifetime' : 'DEFAULT_LIFETIME'};
}`;
}

/** With a refresh token in a cookie of the app's own, the token that has ended has to reach the server, which says that it has. */
function renewable(seconds: number): string {
  return `/** How long a session can be renewed, in milliseconds: as long as the cookie with the refresh token lives. */
const RENEWABLE = ${milliseconds(seconds)};

/** When a session ends, in milliseconds since the epoch: its token ends before, and is renewed. */
function endOf(token‹: string›)‹: number› {
  const claims = jwt.decode(token)‹ as { iat?: number } | null›;
  return (claims?.iat ? claims.iat * 1000 : Date.now()) + RENEWABLE;
}`;
}

/** A time span as people write it: `7 * 24 * 60 * 60 * 1000`. */
function milliseconds(seconds: number): string {
  const units: readonly (readonly [size: number, text: string])[] = [
    [86_400, '24 * 60 * 60 * 1000'],
    [3600, '60 * 60 * 1000'],
    [60, '60 * 1000'],
    [1, '1000'],
  ];
  const unit = units.find(([size]) => seconds % size === 0);
  if (!unit) return String(Math.round(seconds * 1000));
  const count = seconds / unit[0];
  return count === 1 ? unit[1] : `${String(count)} * ${unit[1]}`;
}

/** What sets the cookie returns when the session ends: with a refresh token, when that does. */
function setting({ refresh, uses }: SessionCookieFacts): string {
  const program = (name: string): string =>
    uses.has('answerProgram')
      ? `\n  if (res.locals.program) {\n    res.locals.program.${name} = token;\n    return ${name === 'token' ? 'endOf(token)' : 'endOf(token, REFRESH_LIFETIME)'};\n  }`
      : '';
  const returned = refresh ? 'Math.max(expiresAt, endOfRenewals(res.req))' : 'expiresAt';
  const session = `/**
 * Starts a session: puts its token into the cookie.
 *
 * @returns When the session ends, in milliseconds since the epoch: what clients get as \`expires_at\`.
 */
export function setSessionCookie(res‹: Response›, token‹: string›)‹: number› {${program('token')}
  const expiresAt = endOf(token);
  res.cookie(SESSION, token, { ...attributes, expires: new Date(expiresAt) });
  return ${returned};
}`;
  if (!refresh) return session;
  return `${session}

/**
 * Puts the token with which a session is renewed into a cookie of its own.
 *
 * @returns Until when the session can be renewed, in milliseconds since the epoch: what clients get as \`expires_at\`.
 */
export function setRefreshCookie(res‹: Response›, token‹: string›)‹: number› {${program('refreshToken')}
  const expiresAt = endOf(token, REFRESH_LIFETIME);
  res.cookie(REFRESH, token, { ...attributes, path: ${literal(refresh.path)}, expires: new Date(expiresAt) });
  return expiresAt;
}`;
}

function claims({ verifyArguments, uses, form, refresh, renewableFor }: SessionCookieFacts): string {
  const token = form.language === 'ts' ? "sessionToken(req) ?? ''" : 'sessionToken(req)';
  const own = form.language === 'ts' ? 'endOf(sessionToken(req)!)' : 'endOf(sessionToken(req))';
  const expires = refresh ? `Math.max(${own}, endOfRenewals(req))` : own;
  return `/** What a token says of its user, without when it begins and ends. */
function userOf(claims‹: { iat?: number; exp?: number }›)‹: object› {
  const user = { ...claims };
  delete user.iat;
  delete user.exp;
  return user;
}

/** What the token of a browser's session says of its user, once it is verified, or undefined. */
${uses.has('sessionClaims') ? 'export ' : ''}function sessionClaims(req‹: Request›)‹: object | undefined› {
  try {
    return userOf(jwt.verify(${token}, ${verifyArguments})‹ as { iat?: number; exp?: number }›);
  } catch {
    return undefined;
  }
}

${renewableFor === undefined ? '' : renewing(token, verifyArguments)}/** Answers who is signed in: what a page asks instead of decoding a token, which it cannot see. */
export function describeSession(req‹: Request›, res‹: Response›)‹: void› {
  const user = sessionClaims(req);
  res.set('Cache-Control', 'no-store').json(${renewableFor === undefined ? 'user' : 'user || isRenewable(req)'} ? { user, expires_at: ${expires} } : null);
}`;
}

/** A session whose token has ended is none that is over. Its signature is looked at first: a token of somebody else has not ended. */
function renewing(token: string, verifyArguments: string): string {
  return `/** Whether the token of a browser's session has ended, and nothing else is wrong with it: then it can be renewed. */
function isRenewable(req‹: Request›)‹: boolean› {
  try {
    return jwt.verify(${token}, ${verifyArguments}) !== undefined;
  } catch (error) {
    return error instanceof jwt.TokenExpiredError;
  }
}

`;
}

/** Old pages hold a token: for as long as there may be some, it can be turned into a cookie. */
function exchanging({ verifyArguments, customHeader }: SessionCookieFacts): string {
  const sent =
    customHeader === undefined
      ? "req.headers.authorization?.split(' ')[1]"
      : `req.get(${literal(customHeader)}) ?? req.headers.authorization?.split(' ')[1]`;
  return `/**
 * Starts a session with a token that an earlier version of the page kept in its storage, so that nobody has to sign in
 * again. It takes the header alone, which no other site can make a browser send. To be removed when those are expired.
 */
export function exchangeToken(req‹: Request›, res‹: Response›)‹: void› {
  const token = ${sent};
  try {
    const user = userOf(jwt.verify(token ?? '', ${verifyArguments})‹ as { iat?: number; exp?: number }›);
    res.json({ user, expires_at: setSessionCookie(res, token‹!›) });
  } catch {
    res.status(401).json({ error: 'This token is not valid any more.' });
  }
}`;
}

/** Sign-in for programs: the same handler, with its tokens in the body instead of in cookies. */
function answering(): string {
  return `/**
 * Programmatic clients only: has the handler behind it answer with the token in the body, and set no cookie. Browsers
 * are refused, since a page's scripts could read what is in a body.
 */
export function answerProgram(req‹: Request›, res‹: Response›, next‹: NextFunction›)‹: void› {
  res.set('Cache-Control', 'no-store');
  if (req.get('Origin') !== undefined || req.get('Sec-Fetch-Site') !== undefined) {
    res.status(403).json({ error: 'This endpoint is for programs. Pages sign in with a cookie.' });
    return;
  }
  res.locals.program = {};
  const json = res.json.bind(res);
  res.json = (body) => json({ ...body, ...res.locals.program });
  next();
}`;
}

function ending({ refresh, uses, form }: SessionCookieFacts): string {
  const forgotten =
    refresh && uses.has('repeatRenewal') ? "\n  renewals.delete(res.req.body?.refreshToken ?? refreshTokenOf(res.req) ?? '');" : '';
  return `/** Ends the session of a browser. A copy of its token, were there one, stays valid until it expires. */
export function endSession(${form.language === 'ts' ? '_req' : 'req'}‹: Request›, res‹: Response›)‹: void› {
  clearSessionCookie(res);
  res.sendStatus(204);
}

/** Takes the session's cookie${refresh ? 's' : ''} away. */
export function clearSessionCookie(res‹: Response›)‹: void› {
  res.clearCookie(SESSION, attributes);${forgotten}${refresh ? `\n  res.clearCookie(REFRESH, { ...attributes, path: ${literal(refresh.path)} });` : ''}
}`;
}
