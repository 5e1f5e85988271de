import { describe, expect, it, vi } from 'vitest';
import { csrfCheckModule } from '../../src/templates/csrf-check.ts';
import { csrfTokenModule } from '../../src/templates/csrf-token.ts';
import { requireEnvModule } from '../../src/templates/require-env.ts';
import type { SessionCookieFacts } from '../../src/templates/session-cookie-facts.ts';
import { sessionCookieModule } from '../../src/templates/session-cookie.ts';
import type { FakeResponse } from './run-module.ts';
import { COMMON_JS, fakeResponse, requestWith, runModule } from './run-module.ts';

const FACTS: SessionCookieFacts = {
  app: 'shop',
  sameSite: 'lax',
  verifyArguments: "'secret'",
  imports: [],
  scheme: 'Bearer',
  takesBearer: true,
  csrfCheck: './csrf-check',
  uses: new Set(['authorizationOf', 'requestToken']),
  form: COMMON_JS,
};

const jsonwebtoken = {
  decode: () => ({ exp: 2_000_000_000 }),
  verify: (token: unknown) => {
    if (token !== 'good') throw new Error('not verified');
    return { sub: 'ada' };
  },
};

const cookieModule = (facts: Partial<SessionCookieFacts> = {}): ReturnType<typeof runModule> =>
  runModule(sessionCookieModule({ ...FACTS, ...facts }), { jsonwebtoken });

const cookies = { shop_session: 'good' };

describe('a header and a cookie', () => {
  it.each([
    ['Bearer sent', 'Bearer sent'],
    ['bearer sent', 'bearer sent'],
    ['Bearer null', 'Bearer good'],
    ['Bearer undefined', 'Bearer good'],
    ['Bearer', 'Bearer good'],
    ['Bearer ', 'Bearer good'],
    ['null', 'Bearer good'],
    ['Basic c3RhZ2luZzpwYXNz', 'Bearer good'],
    ['', 'Bearer good'],
  ])('%j becomes %j', (authorization, expected) => {
    expect(cookieModule().authorizationOf!(requestWith({ authorization }, { cookies }))).toBe(expected);
  });

  it('stays as it was sent where there is no cookie', () => {
    expect(cookieModule().authorizationOf!(requestWith({ authorization: 'Basic x' }))).toBe('Basic x');
  });

  it.each([
    ['sent', 'sent'],
    ['Bearer sent', 'sent'],
    ['null', 'good'],
    ['Bearer null', 'good'],
    ['Bearer', 'good'],
    ['Basic c3RhZ2luZzpwYXNz', 'good'],
    ['', 'good'],
  ])('%j gives %s where the token may stand there without a scheme', (authorization, expected) => {
    expect(cookieModule({ isSchemeOptional: true }).requestToken!(requestWith({ authorization }, { cookies }))).toBe(expected);
  });

  it('of its own counts only where it holds something', () => {
    const facts = { customHeader: 'x-auth-token', uses: new Set(['tokenOf', 'requestToken']) };
    for (const name of ['tokenOf', 'requestToken']) {
      expect(cookieModule(facts)[name]!(requestWith({ 'x-auth-token': 'sent' }, { cookies }))).toBe('sent');
      expect(cookieModule(facts)[name]!(requestWith({ 'x-auth-token': 'null' }, { cookies }))).toBe('good');
      expect(cookieModule(facts)[name]!(requestWith({ 'x-auth-token': '' }, { cookies }))).toBe('good');
    }
  });
});

describe('the CSRF token', () => {
  const guard = (sent: readonly ('sentToken' | 'headerToken')[], facts: Partial<SessionCookieFacts> = {}) => {
    const text = csrfTokenModule({
      secret: "'secret'",
      imports: [],
      sameSite: 'lax',
      sent,
      pathsWithoutToken: ['/api/login', '/api/logout'],
      sessionCookie: './session-cookie',
      form: COMMON_JS,
    });
    const module = runModule(text, {
      crypto: { hkdfSync: () => new ArrayBuffer(32) },
      'csrf-csrf': { doubleCsrf: () => ({ generateCsrfToken: () => 'token', validateRequest: () => false }) },
      './session-cookie': cookieModule({ ...facts, uses: new Set([...(facts.uses ?? FACTS.uses), 'sessionClaims', ...sent]) }),
    });
    return (headers: Readonly<Record<string, string>>, path = '/api/orders'): number => {
      const res = fakeResponse();
      module.requireCsrfToken!(requestWith(headers, { cookies, path }), res, () => undefined);
      return res.statusCode;
    };
  };

  it('is asked for where the cookie says who it is', () => {
    expect(guard(['sentToken'])({})).toBe(403);
    expect(guard(['sentToken'])({ authorization: 'Bearer sent' })).toBe(200);
  });

  it.each(['Basic x', 'Bearer null', 'x', 'Digest username=a', 'Bearer'])(
    'is not spared by %j, by which no guard knows anybody',
    (authorization) => {
      expect(guard(['sentToken'])({ authorization })).toBe(403);
    },
  );

  it('is spared by the header that guards read, and by no other', () => {
    const own = guard(['headerToken'], { customHeader: 'x-auth-token', uses: new Set(['tokenOf']) });
    expect(own({ authorization: 'Bearer sent' })).toBe(403);
    expect(own({ 'x-auth-token': 'null' })).toBe(403);
    expect(own({ 'x-auth-token': 'sent' })).toBe(200);
  });

  it('is not asked for where a session ends: a page that is left cannot wait for it', () => {
    expect(guard(['sentToken'])({}, '/api/logout')).toBe(200);
  });
});

describe('the check of where requests come from', () => {
  const { refuseCrossSite } = runModule(
    csrfCheckModule({
      developmentOrigin: 'http://localhost:5173',
      isCrossOriginInProduction: false,
      sent: { scheme: 'Bearer' },
      environment: [],
      form: COMMON_JS,
    }),
    {},
  );
  const answer = (headers: Readonly<Record<string, string>>): number => {
    const res = fakeResponse();
    refuseCrossSite!(requestWith({ Host: 'shop.example', ...headers }, { hostname: 'shop.example' }), res, () => undefined);
    return res.statusCode;
  };

  it('refuses http:// of the same host, where the browser says that it is another site', () => {
    expect(answer({ Origin: 'http://shop.example', 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
  });

  it('lets in its own pages, old browsers, its development origin and programs', () => {
    expect(answer({ Origin: 'https://shop.example', 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
    expect(answer({ Origin: 'https://shop.example' })).toBe(200);
    expect(answer({ Origin: 'http://localhost:5173', 'Sec-Fetch-Site': 'cross-site' })).toBe(200);
    expect(answer({})).toBe(200);
  });

  it('lets in apps that send their token without a scheme, where the app takes it so', () => {
    const { refuseCrossSite: check } = runModule(
      csrfCheckModule({
        isCrossOriginInProduction: false,
        sent: { scheme: 'Bearer', isSchemeOptional: true },
        environment: [],
        form: COMMON_JS,
      }),
      {},
    );
    const status = (Authorization: string): number => {
      const res = fakeResponse();
      check!(requestWith({ Host: 'shop.example', 'Sec-Fetch-Site': 'cross-site', Authorization }), res, () => undefined);
      return res.statusCode;
    };
    expect(['sent', 'Bearer sent'].map(status)).toEqual([200, 200]);
    expect(['null', 'Bearer', 'Bearer null', 'Basic c3RhZ2luZzpwYXNz', ''].map(status)).toEqual([403, 403, 403, 403, 403]);
  });

  it('lets in apps that send their token, from wherever, and nobody who only seems to', () => {
    const app = { Origin: 'capacitor://localhost', 'Sec-Fetch-Site': 'cross-site' };
    expect(answer({ ...app, Authorization: 'Bearer abc' })).toBe(200);
    expect(answer({ ...app, Authorization: 'Bearer null' })).toBe(403);
    expect(answer({ ...app, Authorization: 'Basic abc' })).toBe(403);
    expect(answer(app)).toBe(403);
  });

  it('refuses siblings and what comes from nowhere', () => {
    expect(answer({ Origin: 'https://blog.shop.example', 'Sec-Fetch-Site': 'same-site' })).toBe(403);
    expect(answer({ Origin: 'null', 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
  });
});

describe('a secret', () => {
  const secret = (env: Readonly<Record<string, string>>) => () =>
    runModule(requireEnvModule(COMMON_JS, []), { crypto: { randomBytes: () => Buffer.alloc(32) } }, { process: { env } }).requireSecret!(
      'JWT_SECRET',
    );

  it('that can be guessed does not start in production', () => {
    expect(secret({ NODE_ENV: 'production', JWT_SECRET: 'change-me' })).toThrow('less than 32 bytes');
    expect(secret({ NODE_ENV: 'production', JWT_SECRET: 'x'.repeat(31) })).toThrow('less than 32 bytes');
    expect(secret({ NODE_ENV: 'production', JWT_SECRET: 'é'.repeat(16) })()).toBe('é'.repeat(16));
    expect(secret({ JWT_SECRET: 'change-me' })()).toBe('change-me');
  });
});

describe('a renewal that is repeated', () => {
  const facts = { refresh: { path: '/' }, uses: new Set(['repeatRenewal', 'setRefreshCookie']) };
  const renew = (module: ReturnType<typeof runModule>, token: string): { res: FakeResponse; next: ReturnType<typeof vi.fn> } => {
    const req = requestWith({}, { cookies: { shop_refresh: token } });
    const [res, next] = [fakeResponse(req), vi.fn()];
    module.repeatRenewal!(req, res, next);
    return { res, next };
  };
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

  it('gets the same answer', async () => {
    const module = cookieModule(facts);
    const first = renew(module, 'a');
    const second = renew(module, 'a');
    first.res.json({ ok: true });
    await turn();
    expect(first.next).toHaveBeenCalledOnce();
    expect(second.next).not.toHaveBeenCalled();
    expect(second.res.body).toEqual({ ok: true });
  });

  it('is not remembered where it was refused', async () => {
    const module = cookieModule(facts);
    const first = renew(module, 'made up');
    first.res.status(401).json({ error: 'no' });
    for (const close of first.res.closing) close();
    await turn();
    expect(renew(module, 'made up').next).toHaveBeenCalledOnce();
  });

  it('is not answered any more after signing out', async () => {
    const module = cookieModule(facts);
    renew(module, 'a').res.json({ ok: true });
    await turn();
    module.clearSessionCookie!(fakeResponse(requestWith({}, { cookies: { shop_refresh: 'a' } })));
    expect(renew(module, 'a').next).toHaveBeenCalledOnce();
  });

  it('is bounded', () => {
    const module = cookieModule(facts);
    for (let i = 0; i < 1000; i++) renew(module, `t${i}`);
    renew(module, 'one more');
    expect(renew(module, 'one more').next).toHaveBeenCalledOnce();
    expect(renew(module, 'x'.repeat(5000)).next).toHaveBeenCalledOnce();
  });
});

describe('the endpoint for programs', () => {
  it('is kept by no cache', () => {
    const res = fakeResponse();
    cookieModule({ uses: new Set(['answerProgram']) }).answerProgram!(requestWith({}), res, () => undefined);
    expect(res.headers['Cache-Control']).toBe('no-store');
  });
});

describe('the origins that CORS lets in', () => {
  it.each([
    ["'http://localhost:5173'", "['http://localhost:5173']"],
    ['process.env.WEB_URL', '[process.env.WEB_URL]'],
    ["['http://a.example', process.env.B]", "['http://a.example', process.env.B]"],
    ["[process.env.A, 'http://b.example'].filter(Boolean)", "[process.env.A, 'http://b.example'].filter(Boolean)"],
    ["['http://a.example'][0]", "[['http://a.example'][0]].flat()"],
    ['config.origins', '[config.origins].flat()'],
  ])('%s are the list %s', (expression, list) => {
    const text = csrfCheckModule({
      isCrossOriginInProduction: true,
      allowed: { expression, imports: [] },
      environment: [],
      form: COMMON_JS,
    });
    expect(text).toContain(`const clientOrigins = ${list};`);
  });
});

describe('a session that is renewed by a cookie of its own', () => {
  class TokenExpiredError extends Error {}
  const begun = Math.floor(Date.now() / 1000) - 3600;
  const library = {
    TokenExpiredError,
    decode: () => ({ iat: begun, exp: begun + 900 }),
    verify: (token: unknown) => {
      if (token === 'ended') throw new TokenExpiredError();
      if (token !== 'good') throw new Error('not verified');
      return { sub: 'ada' };
    },
  };
  const module = runModule(sessionCookieModule({ ...FACTS, renewableFor: 7 * 86_400 }), { jsonwebtoken: library });
  const end = (begun + 7 * 86_400) * 1000;

  it('has its cookie live as long as it can be renewed: the server has to see that its token has ended', () => {
    const res = fakeResponse();
    expect(module.setSessionCookie!(res, 'good')).toBe(end);
    expect(sessionCookieModule({ ...FACTS, renewableFor: 7 * 86_400 })).toContain('const RENEWABLE = 7 * 24 * 60 * 60 * 1000;');
  });

  it.each([
    ['good', { user: { sub: 'ada' }, expires_at: end }],
    ['ended', { user: undefined, expires_at: end }],
    ['forged', null],
  ])('is described while it can be: %s', (token, answer) => {
    const res = fakeResponse();
    module.describeSession!(requestWith({}, { cookies: { shop_session: token } }), res);
    expect(res.body).toEqual(answer);
  });
});

describe('a module of a project with an older TypeScript', () => {
  const typed = { ...COMMON_JS, language: 'ts', modules: 'esm' } as const;

  it.each([
    [undefined, 'import type { Request, Response } from'],
    [true, 'import { Request, Response } from'],
  ])('takes types in as it can: without type imports %s', (withoutTypeImports, line) => {
    const form = { ...typed, ...(withoutTypeImports && { withoutTypeImports }) };
    expect(sessionCookieModule({ ...FACTS, form })).toContain(line);
  });

  it('names no type that a package has only of late, and no parameter that nothing uses', () => {
    const text = sessionCookieModule({ ...FACTS, form: typed });
    expect(text).not.toMatch(/JwtPayload|iat, exp/);
    expect(text).toContain('export function endSession(_req: Request, res: Response): void {');
  });
});

describe("a socket's handshake", () => {
  const text = (handshakes: { devServer?: string }): string =>
    csrfCheckModule({
      developmentOrigin: 'http://localhost:5173',
      isCrossOriginInProduction: false,
      handshakes,
      environment: [],
      form: COMMON_JS,
    });
  const own = (origin: string | undefined, handshakes: { devServer?: string } = {}, env: Record<string, string> = {}): unknown =>
    runModule(text(handshakes), {}, { process: { env } }).isOwnHandshake!({ origin, host: 'api.shop.test' });

  it.each([
    [undefined, true],
    ['https://api.shop.test', true],
    ['http://localhost:5173', true],
    ['https://shop.test', false],
    ['https://api.shop.test.evil.test', false],
    ['null', false],
  ])('from %s is our own: %s', (origin, expected) => {
    expect(own(origin)).toBe(expected);
  });

  it('from a dev server that passes it on is our own, but not in production', () => {
    const devServer = 'http://localhost:3000';
    expect(own(devServer, { devServer })).toBe(true);
    expect(own(devServer, { devServer }, { NODE_ENV: 'production' })).toBe(false);
  });

  it('gives its cookie to our own alone', () => {
    const module = runModule(sessionCookieModule({ ...FACTS, uses: new Set(['handshakeToken']) }), {
      jsonwebtoken,
      './csrf-check': { isOwnHandshake: ({ origin }: { origin?: string }) => origin === 'ours' },
    });
    const headers = { cookie: 'a=b; shop_session=good; c=d' };
    expect(module.handshakeToken!({ headers: { ...headers, origin: 'ours' } })).toBe('good');
    expect(module.handshakeToken!({ headers: { ...headers, origin: 'theirs' } })).toBeUndefined();
    expect(module.handshakeToken!({ headers: { origin: 'ours' } })).toBeUndefined();
  });
});
