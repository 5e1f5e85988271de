import { literal } from './literal.ts';
import type { ModuleForm, ModuleImport } from './module.ts';
import { writeModule } from './module.ts';
import { refreshing, repeating } from './refresh-cookie.ts';

/** What the session cookie's module has to know of the app. */
export interface SessionCookieFacts {
  /** The app's name, with which its cookies begin, since ports do not part them: `task-manager`. */
  readonly app: string;
  readonly sameSite: 'lax' | 'strict' | 'none';
  /** The expression for the secret with which the app verifies its tokens, and further arguments of its own call. */
  readonly verifyArguments: string;
  /** Functions of the app that the expression calls, as declarations. */
  readonly declared?: readonly string[];
  /** What that expression needs, and what has the environment ready before it is read. */
  readonly imports: readonly ModuleImport[];
  /** How the app imports jsonwebtoken: `jwt`, `* as jwt`. */
  readonly jwtNames?: string;
  /** The scheme in which programs send their token: `Bearer`, `Token`. */
  readonly scheme: string;
  /** Whether they may send it without one. */
  readonly isSchemeOptional?: boolean;
  /** A header other than Authorization that carries the bare token: `x-auth-token`. */
  readonly customHeader?: string;
  /** Whether programs may send the token in a header. */
  readonly takesBearer: boolean;
  /** Whether there is a refresh token, and the path under which browsers send its cookie. */
  readonly refresh?: { readonly path: string };
  /** For how many seconds a session can be renewed by a cookie of the app's own: so long its own cookie lives. */
  readonly renewableFor?: number;
  /** The names that the app imports of the module: what it does not use is not written. */
  readonly uses: ReadonlySet<string>;
  /** What Express hands to a handler is typed by its own package. */
  readonly form: ModuleForm;
}

/** The functions that take a token out of the Authorization header first. */
const FROM_AUTHORIZATION = ['authorizationOf', 'requestToken', 'sentToken'];

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

function imports({ imports: needed, jwtNames, uses, refresh }: SessionCookieFacts): ModuleImport[] {
  const hasMiddleware = uses.has('answerProgram') || (refresh !== undefined && uses.has('repeatRenewal'));
  return [
    ...needed.filter(({ names }) => names === ''),
    { source: 'jsonwebtoken', names: jwtNames ?? 'jwt' },
    { source: 'express', names: hasMiddleware ? '{ NextFunction, Request, Response }' : '{ Request, Response }', isType: true },
    ...needed.filter(({ names }) => names !== ''),
  ];
}

/** The functions of the module, in their order: those that every app has, and those that are used. */
function parts(facts: SessionCookieFacts): string[] {
  const { refresh, uses, takesBearer } = facts;
  return [
    cookies(facts),
    lifetimes(facts),
    setting(facts),
    reading(),
    ...when(refresh !== undefined, refreshing),
    ...when(refresh !== undefined && uses.has('repeatRenewal'), repeating),
    ...when(takesBearer && FROM_AUTHORIZATION.some((name) => uses.has(name)), () => sentTokenFunction(facts)),
    ...when(takesBearer && isHeaderTaken(facts), () => headerTokenFunction(facts)),
    ...when(uses.has('authorizationOf'), () => authorizationFunction(facts)),
    ...when(uses.has('tokenOf'), () => customHeaderFunction(facts)),
    ...when(uses.has('requestToken'), () => requestTokenFunction(facts)),
    ...when(uses.has('handshakeToken'), handshakeFunction),
    claims(facts),
    ...when(uses.has('exchangeToken'), () => exchanging(facts)),
    ...when(uses.has('answerProgram'), answering),
    ending(facts),
  ];
}

function when(isWanted: boolean, write: () => string): string[] {
  return isWanted ? [write()] : [];
}

function isHeaderTaken({ customHeader, uses }: SessionCookieFacts): boolean {
  return uses.has('tokenOf') || uses.has('headerToken') || (customHeader !== undefined && uses.has('requestToken'));
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

function reading(): string {
  return `/** The token of the session that a request belongs to, or undefined. */
export function sessionToken(req‹: Request›)‹: string | undefined› {
  return req.cookies?.[SESSION];
}`;
}

function authorizationFunction({ scheme, takesBearer }: SessionCookieFacts): string {
  return takesBearer
    ? `/** The Authorization header where a program sent a token in it, else one made of the browser's session. */
export function authorizationOf(req‹: Request›)‹: string | undefined› {
  const token = sessionToken(req);
  return token && sentToken(req) === undefined ? \`${scheme} \${token}\` : req.headers.authorization;
}`
    : `/** The browser's session in the form of an Authorization header, which itself is not taken. */
export function authorizationOf(req‹: Request›)‹: string | undefined› {
  const token = sessionToken(req);
  return token && \`${scheme} \${token}\`;
}`;
}

/** What else stands in a header does not count: a proxy's password, or \`Bearer null\` of an old page. */
function sentTokenFunction({ scheme, isSchemeOptional, uses }: SessionCookieFacts): string {
  const [before, empty] = isSchemeOptional ? [`(?:${scheme} +)?`, `null|undefined|${scheme}`] : [`${scheme} +`, 'null|undefined'];
  return `/** The token that a program sent in the Authorization header. A proxy's password is none, nor is \`${scheme} null\` of an old page. */
${uses.has('sentToken') ? 'export ' : ''}function sentToken(req‹: Request›)‹: string | undefined› {
  return /^${before}(?!(?:${empty})$)(\\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
}`;
}

function headerTokenFunction({ customHeader, uses }: SessionCookieFacts): string {
  return `/** The token that a program sent in a header of its own. \`null\` of an old page is none. */
${uses.has('headerToken') ? 'export ' : ''}function headerToken(req‹: Request›)‹: string | undefined› {
  const token = req.get(${literal(customHeader ?? 'x-access-token')});
  return token && !/^(?:null|undefined)$/.test(token) ? token : undefined;
}`;
}

function customHeaderFunction({ takesBearer }: SessionCookieFacts): string {
  return takesBearer
    ? `/** The token as a program sent it in its header, else that of the browser's session. */
export function tokenOf(req‹: Request›)‹: string | undefined› {
  return headerToken(req) ?? sessionToken(req);
}`
    : `/** The token of the browser's session; the header is not taken. */
export function tokenOf(req‹: Request›)‹: string | undefined› {
  return sessionToken(req);
}`;
}

function requestTokenFunction({ takesBearer, customHeader }: SessionCookieFacts): string {
  if (!takesBearer) {
    return `/** The token of the browser's session; headers are not taken. */
export function requestToken(req‹: Request›)‹: string | undefined› {
  return sessionToken(req);
}`;
  }
  return `/** The token as a program sent it in its header, else that of the browser's session. */
export function requestToken(req‹: Request›)‹: string | undefined› {
  return ${customHeader === undefined ? '' : 'headerToken(req) ?? '}sentToken(req) ?? sessionToken(req);
}`;
}

/** A socket's handshake passes no middleware that takes cookies apart. */
function handshakeFunction(): string {
  return `/** The token of the session that a socket's handshake belongs to, or undefined. */
export function handshakeToken(handshake‹: { headers: { cookie?: string } }›)‹: string | undefined› {
  return handshake.headers.cookie?.split('; ').find((pair) => pair.startsWith(\`\${SESSION}=\`))?.slice(SESSION.length + 1);
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
