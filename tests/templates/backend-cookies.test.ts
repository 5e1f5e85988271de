/* eslint-disable n/no-unsupported-features/node-builtins -- what Next runs on: fetch and its like are there in Node 20 */
import { describe, expect, it, vi } from 'vitest';
import { backendCookiesModule } from '../../src/templates/backend-cookies.ts';
import { COMMON_JS, runModule } from './run-module.ts';

type Cookie = Readonly<Record<string, unknown>>;

/** The module, with a jar that remembers what was set. */
function moduleWith({
  domain = undefined as string | undefined,
  isRendering = false,
  answer = (): unknown => ({ headers: new Headers() }),
} = {}): {
  readonly set: Cookie[];
  readonly asked: unknown[][];
  readonly errors: unknown[];
  readonly passCookiesOn: (answer: unknown) => Promise<void>;
  readonly endBackendSession: (url: string) => Promise<void>;
} {
  const set: Cookie[] = [];
  const asked: unknown[][] = [];
  const errors: unknown[] = [];
  const jar = {
    set: (cookie: Cookie) => {
      if (isRendering) throw new Error('Cookies can only be modified in a Server Action or Route Handler.');
      set.push(cookie);
    },
  };
  const module = runModule(
    backendCookiesModule(COMMON_JS),
    { 'next/headers': { cookies: async () => Promise.resolve(jar) } },
    {
      process: { env: { BACKEND_COOKIE_DOMAIN: domain } },
      fetch: async (...given: unknown[]) => {
        asked.push(given);
        return Promise.resolve(answer());
      },
      console: { error: (...said: unknown[]) => errors.push(...said) },
    },
  ) as unknown as Pick<ReturnType<typeof moduleWith>, 'passCookiesOn' | 'endBackendSession'>;
  return { set, asked, errors, ...module };
}

/** An answer of fetch that sets cookies. */
function answering(...cookies: readonly string[]): { headers: Headers } {
  const headers = new Headers();
  for (const one of cookies) headers.append('Set-Cookie', one);
  return { headers };
}

describe('cookies of the backend', () => {
  it('are handed on as they were set, and always HttpOnly', async () => {
    const { passCookiesOn, set } = moduleWith();
    await passCookiesOn(answering('shop_session=a%2Fb; Max-Age=900; Path=/; HttpOnly; Secure; SameSite=Strict', 'theme=dark; Path=/shop'));
    expect(set).toEqual([
      { name: 'shop_session', value: 'a/b', httpOnly: true, path: '/', secure: true, sameSite: 'strict', maxAge: 900 },
      { name: 'theme', value: 'dark', httpOnly: true, path: '/shop', secure: false, sameSite: 'lax' },
    ]);
  });

  it('end when they are to end', async () => {
    const { passCookiesOn, set } = moduleWith();
    await passCookiesOn(answering('shop_session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; SameSite=None'));
    expect(set).toEqual([expect.objectContaining({ value: '', sameSite: 'none' })]);
    expect((set[0]!['expires'] as Date).getTime()).toBe(0);
  });

  it('come of axios, too', async () => {
    const { passCookiesOn, set } = moduleWith();
    await passCookiesOn({ headers: { 'set-cookie': ['a=1; Path=/', 'b=2'] } });
    await passCookiesOn({ headers: { getSetCookie: () => ['c=3'] } });
    expect(set.map(({ name, value }) => `${String(name)}=${String(value)}`)).toEqual(['a=1', 'b=2', 'c=3']);
  });

  it('are of the domain that app and backend share, but for those of one host alone', async () => {
    const { passCookiesOn, set } = moduleWith({ domain: 'example.com' });
    await passCookiesOn(answering('shop_session=a; Path=/', '__Host-shop=b; Path=/; Secure'));
    expect(set.map(({ domain }) => domain)).toEqual(['example.com', undefined]);
  });

  it('are none where none are set, or where they have no name', async () => {
    const { passCookiesOn, set } = moduleWith();
    await passCookiesOn(answering());
    await passCookiesOn({ headers: {} });
    await passCookiesOn(answering('=nobody', 'nothing', 'broken=%E0%A4%A'));
    expect(set.map(({ value }) => value)).toEqual(['%E0%A4%A']);
  });

  it('are not set while a page is rendered, which goes on', async () => {
    const { passCookiesOn, set } = moduleWith({ isRendering: true });
    await passCookiesOn(answering('shop_session=a'));
    expect(set).toEqual([]);
  });
});

describe('the end of a session at the backend', () => {
  it('clears its cookies', async () => {
    const { endBackendSession, set, asked } = moduleWith({ answer: () => answering('shop_session=; Max-Age=0; Path=/') });
    await endBackendSession('http://localhost:4000/logout');
    expect(asked).toEqual([['http://localhost:4000/logout', { method: 'POST', cache: 'no-store' }]]);
    expect(set).toEqual([expect.objectContaining({ name: 'shop_session', maxAge: 0 })]);
  });

  it('does not keep people from signing out where the backend does not answer', async () => {
    const failing = vi.fn(() => {
      throw new Error('down');
    });
    const { endBackendSession, errors } = moduleWith({ answer: failing });
    await endBackendSession('http://localhost:4000/logout');
    expect(errors[0]).toBe('The backend did not end the session.');
  });
});
