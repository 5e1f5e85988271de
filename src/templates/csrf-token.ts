import { literal } from './literal.ts';
import type { ModuleForm, ModuleImport } from './module.ts';
import { writeModule } from './module.ts';

/** What the module of `--csrf token` has to know of the app. */
export interface CsrfTokenFacts {
  /** The expression for the secret with which the app signs its tokens: the key is derived from it. */
  readonly secret: string;
  readonly imports: readonly ModuleImport[];
  /** Functions of the app that the secret's expression calls, as declarations. */
  readonly declared?: readonly string[];
  readonly sameSite: 'lax' | 'strict' | 'none';
  /** The functions of the session cookie's module that give the token which a program sent in a header. */
  readonly sent: readonly ('sentToken' | 'headerToken')[];
  /**
   * The paths at which sessions begin, are renewed or end. Where one begins a token could only be of the session before;
   * where one ends the page may be left at once, and has no time to get a token first.
   */
  readonly pathsWithoutToken: readonly string[];
  /** How the module names that of the session's cookie. */
  readonly sessionCookie: string;
  readonly form: ModuleForm;
}

/**
 * The module that asks browsers for a token besides: csrf-csrf's signed double submit, https://github.com/Psifi-Solutions/csrf-csrf.
 */
export function csrfTokenModule({
  secret,
  imports,
  declared = [],
  sameSite,
  sent,
  pathsWithoutToken,
  sessionCookie,
  form,
}: CsrfTokenFacts): string {
  const crypto = form.modules === 'cjs' || form.language === 'js' ? 'crypto' : 'node:crypto';
  return writeModule(
    {
      about: [
        "A request that changes something in the name of a browser's session has to carry a token besides, which only our",
        'own pages can get. Requests of programs, which no other site can make a browser send, need none.',
      ],
      imports: [
        { source: crypto, names: '{ hkdfSync }' },
        { source: 'csrf-csrf', names: '{ doubleCsrf }' },
        { source: 'express', names: '{ NextFunction, Request, Response }', isType: true },
        ...imports,
        { source: sessionCookie, names: `{ ${[...sent, 'sessionClaims'].toSorted().join(', ')} }` },
      ],
      declared,
      code: `
const isProduction = process.env.NODE_ENV === 'production';

let derived‹: string | undefined›;

/** The key, made of the secret that signs the sessions: a key of its own, and no new secret to keep. */
function csrfKey()‹: string› {
  derived ??= Buffer.from(hkdfSync('sha256', ${secret}, '', 'csrf-token', 32)).toString('hex');
  return derived;
}

const { generateCsrfToken, validateRequest } = doubleCsrf({
  getSecret: csrfKey,
  // Who is signed in, and not the session's token, which is another one after every renewal.
  getSessionIdentifier: (req) => JSON.stringify(sessionClaims(req) ?? null),
  cookieName: isProduction ? '__Host-csrf' : 'csrf',
  cookieOptions: { httpOnly: true, secure: ${sameSite === 'none' ? 'true' : 'isProduction'}, sameSite: '${sameSite}', path: '/'${sameSite === 'none' ? ', partitioned: true' : ''} },
});

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Where sessions begin, are renewed or end: the token is not there yet, or a page that is left cannot wait for it. */
const WITHOUT_TOKEN = new Set([
${pathsWithoutToken.map((path) => `  ${literal(path.toLowerCase())},`).join('\n')}
]);

/** Answers 403 to a request that changes something in the name of a browser's session and does not carry the token. */
export function requireCsrfToken(req‹: Request›, res‹: Response›, next‹: NextFunction›)‹: void› {
  const isFree = SAFE_METHODS.has(req.method) || WITHOUT_TOKEN.has(req.path.toLowerCase().replace(/\\/$/, ''));
  if (isFree || !isByCookie(req) || validateRequest(req)) {
    next();
    return;
  }
  res.status(403).json({ error: 'The CSRF token is missing or belongs to another session.', code: 'EBADCSRFTOKEN' });
}

/** Whether it is the cookie that says who a request is from. */
function isByCookie(req‹: Request›)‹: boolean› {
  return ${[...sent.map((name) => `${name}(req) === undefined`), 'sessionClaims(req) !== undefined'].join(' && ')};
}

/** Answers with the token for the session of a page. */
export function sendCsrfToken(req‹: Request›, res‹: Response›)‹: void› {
  res.set('Cache-Control', 'no-store').json({ csrfToken: generateCsrfToken(req, res) });
}
`,
    },
    form,
  );
}
