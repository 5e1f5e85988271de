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
  uses: { fetch: true, axios: true, hook: false, user: true, seed: false },
  form: COMMON_JS,
};

const END = Date.now() + 60_000;

/** What the server answers at an address: a status, a body. */
type Answers = Readonly<Record<string, readonly [status: number, body: unknown]>>;

/** The module in a page whose functions ask for the user in the middle, with the storage that the browser kept. */
function page(
  answers: Answers,
  storage = new Map<string, string>(),
  facts: Partial<SessionClientFacts> = {},
): ReturnType<typeof runModule> {
  const fetch = vi.fn((url: string) => {
    const [status, body] = answers[url] ?? [404, null];
    if (status === 0) return Promise.reject(new TypeError('there is no connection'));
    const response = { ok: status < 300, status, headers: { get: () => 'application/json' }, json: () => Promise.resolve(body) };
    return Promise.resolve({ ...response, clone: () => response });
  });
  const localStorage = {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
    removeItem: (key: string) => storage.delete(key),
  };
  const globals = { fetch, localStorage, window: { addEventListener: () => undefined } };
  return runModule(sessionClientModule({ ...FACTS, ...facts }), {}, globals);
}

const SIGN_IN: Answers = {
  '/api/login': [200, { user: { id: 1 }, expires_at: END }],
  '/api/session': [200, { user: { id: 1, role: 'admin' }, expires_at: END }],
  '/api/refused': [401, null],
};

describe('currentUser', () => {
  it('is what the session says of the user, before anybody hears of the sign-in', async () => {
    const { apiFetch, currentUser, onSessionChange } = page(SIGN_IN);
    const heard: unknown[] = [];
    onSessionChange!(() => heard.push(currentUser!()));
    await apiFetch!('/api/login');
    expect(currentUser!()).toEqual({ id: 1, role: 'admin' });
    expect(heard).toEqual([{ id: 1, role: 'admin' }]);
  });

  it('is so where answers come in envelopes', async () => {
    const { apiFetch, currentUser } = page({ ...SIGN_IN, '/api/login': [200, { data: { expires_at: END } }] }, new Map(), {
      envelopes: [['data']],
    });
    await apiFetch!('/api/login');
    expect(currentUser!()).toEqual({ id: 1, role: 'admin' });
  });

  it('is known of a page that is loaded anew', async () => {
    const storage = new Map<string, string>();
    await page(SIGN_IN, storage).apiFetch!('/api/login');
    expect(page({}, storage).currentUser!()).toEqual({ id: 1, role: 'admin' });
  });

  it('throws where nobody is signed in, as taking no token apart did', async () => {
    const { apiFetch, currentUser, endSession, hasSession } = page(SIGN_IN);
    expect(currentUser).toThrow('Nobody is signed in');
    await apiFetch!('/api/login');
    await endSession!();
    expect(hasSession!()).toBe(false);
    expect(currentUser).toThrow('Nobody is signed in');
  });

  it('is known wherever a session is seen: where it could not be asked for, none is', async () => {
    const storage = new Map<string, string>();
    const { apiFetch, hasSession } = page({ '/api/login': [200, { expires_at: END }], '/api/session': [0, null] }, storage);
    await apiFetch!('/api/login');
    expect(hasSession!()).toBe(false);
    expect(page({}, storage).hasSession!()).toBe(false);
  });

  it('is what the sign-in says of it where the session could not be asked for', async () => {
    const { apiFetch, currentUser, hasSession } = page({ ...SIGN_IN, '/api/session': [0, null] });
    await apiFetch!('/api/login');
    expect(hasSession!()).toBe(true);
    expect(currentUser!()).toEqual({ id: 1 });
  });

  it('is still known where a session is renewed by an answer that tells nothing of it', async () => {
    const { apiFetch, currentUser, rememberSession, hasSession } = page(SIGN_IN);
    await apiFetch!('/api/login');
    rememberSession!({ expires_at: END + 1000 });
    expect(hasSession!()).toBe(true);
    expect(currentUser!()).toEqual({ id: 1, role: 'admin' });
  });

  it('stays for what a page shows where the server says that the session is over, until it is loaded anew', async () => {
    const storage = new Map<string, string>();
    const answers = { ...SIGN_IN };
    const { apiFetch, currentUser, hasSession } = page(answers, storage);
    await apiFetch!('/api/login');
    answers['/api/session'] = [200, null];
    await apiFetch!('/api/refused');
    expect(hasSession!()).toBe(false);
    expect(currentUser!()).toEqual({ id: 1, role: 'admin' });
    expect(page({}, storage).currentUser).toThrow('Nobody is signed in');
  });

  it('is what the token says while one of an earlier version is exchanged', () => {
    const claims = Buffer.from(JSON.stringify({ id: 2, name: 'Zoë' })).toString('base64url');
    const storage = new Map([['token', `e30.${claims}.x`]]);
    const legacyKeys = [{ key: 'token', storage: 'localStorage', isObject: false } as const];
    const { currentUser } = page({}, storage, { legacyKeys, exchangePath: '/api/exchange' });
    expect(currentUser!()).toEqual({ id: 2, name: 'Zoë' });
  });
});
