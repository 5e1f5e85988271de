import { parseSync } from 'oxc-parser';
import { describe, expect, it, vi } from 'vitest';
import type { ModuleForm } from '../../src/templates/module.ts';
import type { SessionClientFacts } from '../../src/templates/session-client-facts.ts';
import { sessionClientModule } from '../../src/templates/session-client.ts';
import { COMMON_JS, runModule } from './run-module.ts';

const key = { key: 'token', storage: 'localStorage', isObject: false } as const;

const FACTS: SessionClientFacts = {
  app: 'shop',
  sessionPath: '/api/session',
  logoutPath: '/api/logout',
  logoutMethod: 'POST',
  isLinted: false,
  envelopes: [['data'], ['data', 'user']],
  legacyKeys: [key, { ...key, key: 'user', isObject: true, companions: [{ key: 'role', storage: 'localStorage' }] }],
  legacyCookies: ['token'],
  uses: { fetch: true, axios: true, hook: true, user: true, seed: true, told: true, end: true, key: true },
  form: { ...COMMON_JS, withoutOptionalChaining: true },
};

const VARIANTS: readonly Partial<SessionClientFacts>[] = [
  {},
  { csrfPath: '/api/csrf-token' },
  { refreshPath: '/api/refresh', exchangePath: '/api/exchange' },
  { refreshPath: '/api/refresh', renewsItself: true, csrfPath: '/api/csrf-token' },
  { envelopes: [], legacyKeys: [], legacyCookies: [], uses: { ...FACTS.uses, user: false } },
  { exchangePath: '/api/exchange', csrfPath: '/api/csrf-token', isServerRendered: true },
];

const FORMS: readonly ModuleForm[] = [
  COMMON_JS,
  { ...COMMON_JS, modules: 'esm' },
  { ...COMMON_JS, modules: 'esm', language: 'ts' },
  { ...COMMON_JS, modules: 'script', global: 'appSession' },
];

describe('a module of the session for older build tools', () => {
  it.each(VARIANTS.flatMap((facts) => FORMS.map((form) => [facts, form] as const)))('has no newer syntax: %j, %j', (facts, form) => {
    const text = sessionClientModule({ ...FACTS, ...facts, form: { ...form, withoutOptionalChaining: true } });
    expect(text).not.toMatch(/\?\.(?!\d)|\?\?/);
    expect(parseSync(form.language === 'ts' ? 'session.ts' : 'session.js', text).errors).toEqual([]);
  });

  it('does the same: it asks who is there, remembers and forgets', async () => {
    expect(await session(true)).toEqual(await session(false));
  });
});

/** What a page sees of a session from its sign-in to its end. */
async function session(withoutOptionalChaining: boolean): Promise<unknown[]> {
  const storage = new Map([['token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl']]);
  const localStorage = {
    getItem: (name: string) => storage.get(name) ?? null,
    setItem: (name: string, value: string) => storage.set(name, value),
    removeItem: (name: string) => storage.delete(name),
  };
  const answer = { data: { user: { id: 7 }, expires_at: 4e9 }, user: { id: 7 }, expires_at: 4e9 };
  const fetch = vi.fn(() =>
    Promise.resolve({ ok: true, status: 200, headers: { get: () => 'application/json' }, json: () => Promise.resolve(answer) }),
  );
  const window = { addEventListener: () => undefined, dispatchEvent: () => true };
  const module = runModule(
    sessionClientModule({ ...FACTS, form: { ...COMMON_JS, withoutOptionalChaining }, uses: { ...FACTS.uses, hook: false } }),
    {},
    { fetch, localStorage, window, document: { cookie: '' }, Event: Object },
  );
  const seen: unknown[] = [...storage.keys(), module['hasSession']!()];
  seen.push(await module['getSession']!(), [...storage], module['currentSession']!());
  await module['endSession']!();
  return [...seen, [...storage], module['hasSession']!(), fetch.mock.calls];
}
