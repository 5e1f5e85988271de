/* eslint-disable n/no-unsupported-features/node-builtins -- what pages have: requests and their like are there in Node 20 */
import { describe, expect, it, vi } from 'vitest';
import type { SessionClientFacts } from '../../src/templates/session-client-facts.ts';
import { sessionClientModule } from '../../src/templates/session-client.ts';
import { COMMON_JS, runModule } from './run-module.ts';

const FACTS: SessionClientFacts = {
  app: 'shop',
  sessionPath: '/api/session',
  logoutPath: '/api/logout',
  logoutMethod: 'POST',
  isLinted: false,
  envelopes: [],
  legacyKeys: [],
  legacyCookies: [],
  uses: { fetch: true, axios: true, hook: false, user: false, seed: false },
  form: COMMON_JS,
};

/** The module in a page that has something in its storage. */
function page(
  facts: Partial<SessionClientFacts>,
  stored: Readonly<Record<string, string>>,
  fetch: (url: string, init?: { method?: string }) => Promise<unknown>,
  storage = new Map(Object.entries(stored)),
): ReturnType<typeof runModule> {
  const methods = {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
    removeItem: (key: string) => storage.delete(key),
  };
  // `'token' in localStorage`, as browsers have it.
  const localStorage = new Proxy(methods, { has: (_methods, key) => storage.has(String(key)) });
  return runModule(
    sessionClientModule({ ...FACTS, ...facts }),
    {},
    {
      fetch,
      localStorage,
      window: { addEventListener: () => undefined },
    },
  );
}

const answer = { ok: true, status: 200, headers: { get: () => null }, json: () => Promise.resolve({}) };

describe('signing out with --csrf token', () => {
  it('asks at once: a page that is left cannot wait for a token', () => {
    // The token never comes.
    const fetch = vi.fn(() => new Promise(() => undefined));
    void page({ csrfPath: '/api/csrf-token' }, {}, fetch).endSession!();
    expect(fetch).toHaveBeenCalledExactlyOnceWith('/api/logout', expect.objectContaining({ method: 'POST', keepalive: true }));
  });
});

describe('what an earlier version of the page stored', () => {
  const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
  const left = (text: string, isDropped: boolean, facts: Partial<SessionClientFacts> = {}): string | undefined => {
    const storage = new Map([['user', text]]);
    page({ ...facts, legacyKeys: [{ key: 'user', storage: 'localStorage', isObject: true, isDropped }] }, {}, vi.fn(), storage);
    return storage.get('user');
  };

  it('is taken away whole where signing out does so: nobody is signed in by what would be left', () => {
    expect(left(`{"email":"ann@example.com","token":"${TOKEN}"}`, true)).toBeUndefined();
    expect(left(`{"data":{"user":{},"token":"Bearer ${TOKEN}"}}`, true)).toBeUndefined();
  });

  it('goes where a token is beside it and signing out takes both away, and stays where none is', () => {
    const key = { key: 'token', storage: 'localStorage', isObject: false } as const;
    const legacyKeys = [{ ...key, companions: [{ key: 'user', storage: 'localStorage' } as const] }];
    const leftOf = (stored: Readonly<Record<string, string>>, facts: Partial<SessionClientFacts> = {}): string[] => {
      const storage = new Map(Object.entries(stored));
      page({ legacyKeys, ...facts }, {}, vi.fn(), storage);
      return [...storage.keys()];
    };
    expect(leftOf({ token: TOKEN, user: '{}', theme: 'dark' })).toEqual(['theme']);
    expect(leftOf({ user: '{}' })).toEqual(['user']);
    expect(leftOf({ token: TOKEN, user: '{}' }, { exchangePath: '/api/exchange' })).toContain('user');
  });

  it('stays where no token is in it: it is of the new version', () => {
    const text = '{"email":"token@example.com","token_type":"Bearer","expires_at":1}';
    expect(left(text, true)).toBe(text);
    expect(left('not a token', true)).toBe('not a token');
  });

  it('keeps what else is in it where signing out keeps that too, and where the session goes on', () => {
    expect(left(`{"theme":"dark","token":"${TOKEN}"}`, false)).toBe('{"theme":"dark"}');
    expect(left(`{"theme":"dark","token":"${TOKEN}"}`, true, { exchangePath: '/api/exchange' })).toBe(
      `{"theme":"dark","token":"${TOKEN}"}`,
    );
  });
});

describe('--exchange', () => {
  it.each(['{"token":', 'undefined', '[object Object]', ''])('a broken %j in the storage locks nobody out', async (kept) => {
    const fetch = vi.fn(() => Promise.resolve(answer));
    const { apiFetch } = page(
      { exchangePath: '/api/exchange', legacyKeys: [{ key: 'user', storage: 'localStorage', isObject: true }] },
      { user: kept },
      fetch,
    );
    await expect(apiFetch!('/api/orders')).resolves.toBe(answer);
  });

  it('takes the token out of a stored object', async () => {
    const fetch = vi.fn(() => Promise.resolve(answer));
    page(
      { exchangePath: '/api/exchange', legacyKeys: [{ key: 'user', storage: 'localStorage', isObject: true }] },
      { user: '{"auth":{"token":"kept"}}' },
      fetch,
    );
    await Promise.resolve();
    expect(fetch).toHaveBeenCalledWith('/api/exchange', expect.objectContaining({ headers: { Authorization: 'Bearer kept' } }));
  });
});

describe('an axios instance', () => {
  it('gets its header in every version: axios 0 has no headers.set', async () => {
    const used: ((config: unknown) => Promise<{ headers: Record<string, string> }>)[] = [];
    const api = { defaults: {}, interceptors: { request: { use: (one: never) => used.push(one) }, response: { use: () => undefined } } };
    const fetch = vi.fn(() => Promise.resolve({ json: () => Promise.resolve({ csrfToken: 'abc' }) }));
    page({ csrfPath: '/api/csrf-token' }, {}, fetch).followSession!(api);
    expect((await used[0]!({ method: 'post', headers: {} })).headers).toEqual({ 'X-CSRF-Token': 'abc' });
  });
});

describe('an answer in an envelope', () => {
  const later = Date.now() + 60_000;
  const facts = { envelopes: [['data'], ['result', 'session-of']] };

  it.each([
    ['its top', { expires_at: later }],
    ['its envelope', { success: true, data: { expires_at: later, user: {} } }],
    ['another one', { result: { 'session-of': { expires_at: later } } }],
  ])('tells of the session at %s', async (_, body) => {
    const asked = { ...answer, headers: { get: () => 'application/json' }, clone: () => ({ json: () => Promise.resolve(body) }) };
    const { apiFetch, hasSession } = page(facts, {}, () => Promise.resolve(asked));
    expect(hasSession!()).toBe(false);
    await apiFetch!('/api/login');
    expect(hasSession!()).toBe(true);
  });

  it.each([
    null,
    undefined,
    'text',
    [],
    { data: null },
    { data: 'text' },
    { data: { expires_at: null } },
    { data: { data: { expires_at: later } } },
  ])('tells of none by %j', (body) => {
    const { followSession, hasSession } = page(facts, {}, () => Promise.resolve(answer));
    let seen: ((response: unknown) => unknown) | undefined;
    followSession!({ defaults: {}, interceptors: { response: { use: (one: typeof seen) => (seen = one) } } });
    expect(seen!({ data: body })).toEqual({ data: body });
    expect(hasSession!()).toBe(false);
  });

  it('is typed', () => {
    const text = sessionClientModule({ ...FACTS, ...facts, form: { ...COMMON_JS, language: 'ts', modules: 'esm' } });
    expect(text).toContain(
      "rememberSession(body: (SessionAnswer & { data?: SessionAnswer | null } & { result?: { 'session-of'?: SessionAnswer | null } | null }) | null | undefined): void {",
    );
  });
});

describe('a comment that switches off a rule', () => {
  it.each([true, false])('stands only where the rule is there: %s', (isLinted) => {
    const text = sessionClientModule({ ...FACTS, isLinted, exchangePath: '/api/exchange' });
    expect(text.includes('eslint-disable')).toBe(isLinted);
  });
});

describe('a state that a library stored with a token in it', () => {
  const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJpZCI6MX0.c2ln';

  /** What is left of a stored state once the page has begun. */
  function left(state: unknown): unknown {
    const storage = new Map([['state', JSON.stringify(state)]]);
    const legacyKeys = [{ key: 'state', storage: 'localStorage' as const, isObject: true, isState: true }];
    page({ legacyKeys }, {}, () => Promise.resolve(answer), storage);
    return JSON.parse(storage.get('state')!);
  }

  it('loses what it tells of who was signed in, and keeps the rest', () => {
    expect(left({ auth: { token: TOKEN, user: { name: 'Ann' } }, cart: { items: [1] } })).toEqual({ cart: { items: [1] } });
    expect(left({ state: { token: TOKEN, user: 'Ann' }, version: 0 })).toEqual({ version: 0 });
  });

  it('loses parts that are texts of their own', () => {
    const parts = { auth: JSON.stringify({ token: TOKEN, user: 'Ann' }), cart: JSON.stringify({ items: [1] }) };
    expect(left(parts)).toEqual({ cart: parts.cart });
    expect(left({ token: JSON.stringify(TOKEN), user: '{"name":"Ann"}' })).toEqual({});
  });

  it('stays as it is without a token', () => {
    expect(left({ auth: { token: null, user: 'Ann' } })).toEqual({ auth: { token: null, user: 'Ann' } });
  });
});

describe('components that show the session', () => {
  /** A module with the hook, the functions that listen, and what a sign-in is answered with. */
  function hooked(facts: Partial<SessionClientFacts> = {}): {
    readonly module: ReturnType<typeof runModule>;
    readonly heard: () => number;
  } {
    const storage = new Map<string, string>();
    const signIn = {
      ...answer,
      headers: { get: () => 'application/json' },
      clone: () => signIn,
      json: () => Promise.resolve({ expires_at: Date.now() + 1e6 }),
    };
    const localStorage = {
      getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, value: string) => storage.set(key, value),
      removeItem: (key: string) => storage.delete(key),
    };
    const module = runModule(
      sessionClientModule({ ...FACTS, uses: { ...FACTS.uses, hook: true, told: true }, ...facts }),
      { react: { useState: () => [], useEffect: () => undefined, useSyncExternalStore: () => undefined } },
      { fetch: () => Promise.resolve(signIn), localStorage, setTimeout, window: { addEventListener: () => undefined } },
    );
    let count = 0;
    (module.onSessionChange as (listener: () => void) => void)(() => count++);
    return { module, heard: () => count };
  }

  it('hear of it after the code that waits for the response, which knows of it at once', async () => {
    vi.useFakeTimers();
    const { module, heard } = hooked();
    await module.apiFetch!('/api/login');
    expect(module.hasSession!()).toBe(true);
    expect(heard()).toBe(0);
    vi.advanceTimersByTime(100);
    expect(heard()).toBe(1);
    vi.useRealTimers();
  });

  it('hear of it at once where the code says so', () => {
    const { module, heard } = hooked();
    module.sessionChanged!();
    expect(heard()).toBe(1);
    (module.rememberSession as (one: object) => void)({ expires_at: Date.now() + 1e6 });
    expect(heard()).toBe(2);
  });

  it('are drawn from a state, and from a store where a server draws them first', () => {
    const text = (isServerRendered: boolean): string =>
      sessionClientModule({ ...FACTS, uses: { ...FACTS.uses, hook: true }, isServerRendered });
    expect(text(false)).toContain('const [current, setCurrent] = useState(currentSession);');
    expect(text(false)).not.toContain('sessionChanged');
    expect(text(true)).toContain('useSyncExternalStore(subscribe, currentSession, () => null)');
    expect(text(true)).not.toContain('later');
  });
});

describe('an answer of 401', () => {
  const HINT = 'shop:session-ends';
  const refused = { ok: false, status: 401, headers: { get: () => null } };

  /** A page whose server refuses requests, and says something of the session. Which addresses it asked for. */
  function refusing(
    session: () => Promise<unknown>,
    { ends = Date.now() + 60_000, ...facts }: Partial<SessionClientFacts> & { readonly ends?: number } = {},
  ): { readonly module: ReturnType<typeof runModule>; readonly asked: string[] } {
    const asked: string[] = [];
    const module = page(facts, ends > 0 ? { [HINT]: String(ends) } : {}, (url, init) => {
      asked.push(`${init?.method ?? 'GET'} ${url}`);
      return url === '/api/session' ? session() : Promise.resolve(refused);
    });
    return { module, asked };
  }
  const says = (body: unknown) => () => Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve(body) });
  const goesOn = says({ user: {}, expires_at: Date.now() + 60_000 });
  const offline = (): Promise<never> => Promise.reject(new TypeError('there is no connection'));

  it.each([
    ['keeps the session that the server knows: a password was wrong', goesOn, true],
    ['ends the session that the server does not know', says(null), false],
    ['keeps the session of a server that cannot be asked', offline, true],
  ])('%s', async (_, session, stays) => {
    const { module, asked } = refusing(session);
    await module.apiFetch!('/api/password', { method: 'PUT' });
    expect(module.hasSession!()).toBe(stays);
    expect(asked).toEqual(['PUT /api/password', 'GET /api/session']);
  });

  it.each([
    ['there is none', 0],
    ['it has ended', Date.now() - 1],
  ])('asks for no session where %s', async (_, ends) => {
    const { module, asked } = refusing(goesOn, { ends });
    await module.apiFetch!('/api/login', { method: 'POST' });
    expect(module.hasSession!()).toBe(false);
    expect(asked).toEqual(['POST /api/login']);
  });

  it('is seen to for axios too, and is the caller’s as before', async () => {
    let onError: (error: unknown) => Promise<unknown> = () => Promise.resolve();
    const response = { use: (_ok: unknown, failed: typeof onError) => (onError = failed) };
    const api = { defaults: {}, interceptors: { request: { use: () => undefined }, response } };
    const kept = refusing(goesOn);
    kept.module.followSession!(api);
    await expect(onError({ response: refused })).rejects.toEqual({ response: refused });
    expect(kept.module.hasSession!()).toBe(true);
    const over = refusing(says(null));
    over.module.followSession!(api);
    await expect(onError({ response: refused })).rejects.toEqual({ response: refused });
    expect(over.module.hasSession!()).toBe(false);
  });

  const records = [{ key: 'user', storage: 'localStorage' } as const];
  const kept = (ends: number): Map<string, string> =>
    new Map([
      [HINT, String(ends)],
      ['user', '{"name":"Ann"}'],
      ['theme', 'dark'],
    ]);

  it('takes what pages kept of who is signed in away where the session is over', async () => {
    for (const [session, left] of [
      [says(null), ['theme']],
      [goesOn, [HINT, 'user', 'theme']],
    ] as const) {
      const storage = kept(Date.now() + 60_000);
      const { apiFetch } = page({ records }, {}, (url) => (url === '/api/session' ? session() : Promise.resolve(refused)), storage);
      await apiFetch!('/api/orders');
      expect([...storage.keys()]).toEqual(left);
    }
  });

  it('is not waited for where the session had ended before the page is loaded', () => {
    const storage = kept(Date.now() - 1);
    page({ records }, {}, vi.fn(), storage);
    expect([...storage.keys()]).toEqual(['theme']);
    const going = kept(Date.now() + 60_000);
    page({ records }, {}, vi.fn(), going);
    expect(going.size).toBe(3);
    const unknown = new Map([['user', '{}']]);
    page({ records }, {}, vi.fn(), unknown);
    expect(unknown.size).toBe(1);
  });

  const throwsAway = { uses: { ...FACTS.uses, refused: true } };

  it('signs out at the server where the page threw its token away, and only while there is a session', async () => {
    const { module, asked } = refusing(goesOn, throwsAway);
    await module.endRefusedSession!();
    expect(module.hasSession!()).toBe(false);
    await module.endRefusedSession!();
    expect(asked).toEqual(['POST /api/logout']);
  });

  it('goes round in no circle where the sign-out is refused too, by a fetch that the page has changed', async () => {
    const asked: string[] = [];
    const module: ReturnType<typeof runModule> = page(throwsAway, { [HINT]: String(Date.now() + 60_000) }, async (url) => {
      asked.push(url);
      await module['endRefusedSession']!();
      return refused;
    });
    await module.endRefusedSession!();
    expect(asked).toEqual(['/api/logout']);
  });
});

describe('a request that was made before it is sent', () => {
  /** Bodies and headers of what is sent for `apiFetch(new Request(…))`, where the first answer is one after which it is sent again. */
  async function sent(facts: Partial<SessionClientFacts>, first: Response): Promise<string[]> {
    const seen: string[] = [];
    const answers = [first, Response.json({ ok: true })];
    const fetch = async (input: string | Request, init?: RequestInit): Promise<Response> => {
      if (typeof input === 'string') return Response.json({ csrfToken: 'c1', expires_at: Date.now() + 1e6 });
      const headers = new Headers(init?.headers ?? input.headers);
      seen.push(`${await input.text()} ${headers.get('content-type') ?? ''} ${headers.get('x-csrf-token') ?? ''}`.trim());
      return answers.shift()!;
    };
    const storage = { getItem: () => String(Date.now() + 1e6), setItem: () => undefined, removeItem: () => undefined };
    const module = runModule(
      sessionClientModule({ ...FACTS, uses: { ...FACTS.uses, axios: false, requests: true }, ...facts }),
      {},
      { fetch, Request, Headers, localStorage: storage, navigator: {}, window: { addEventListener: () => undefined } },
    );
    const request = new Request('http://x.example/orders', { method: 'POST', body: 'milk', headers: { 'Content-Type': 'text/plain' } });
    await module.apiFetch!(request);
    return seen;
  }

  it('is sent with its body again after the session was renewed', async () => {
    expect(await sent({ refreshPath: '/api/refresh' }, new Response('', { status: 401 }))).toEqual(['milk text/plain', 'milk text/plain']);
  });

  it('keeps its headers beside the token against forgery', async () => {
    expect(await sent({ csrfPath: '/api/csrf-token' }, Response.json({}))).toEqual(['milk text/plain c1']);
  });

  it('is sent with both again, where the token against forgery was stale', async () => {
    const stale = Response.json({ code: 'EBADCSRFTOKEN' }, { status: 403 });
    expect(await sent({ csrfPath: '/api/csrf-token' }, stale)).toEqual(['milk text/plain c1', 'milk text/plain c1']);
  });

  it('is nothing that is spoken of where there is none', () => {
    expect(sessionClientModule({ ...FACTS, refreshPath: '/r', csrfPath: '/c' })).not.toContain('Request');
  });
});
