/* eslint-disable n/no-unsupported-features/node-builtins -- what Next runs on: fetch and its like are there in Node 20 */
import { describe, expect, it } from 'vitest';
import type { BackendTokenFacts } from '../../src/templates/backend-token.ts';
import { backendTokenModule } from '../../src/templates/backend-token.ts';
import { COMMON_JS, runModule } from './run-module.ts';

const FACTS: BackendTokenFacts = {
  version: 4,
  isForPages: false,
  readers: { app: true, route: false },
  token: ['backendToken'],
  secrets: ['NEXTAUTH_SECRET', 'AUTH_SECRET'],
  form: COMMON_JS,
};

interface Asked {
  readonly req: { readonly cookies?: Readonly<Record<string, string>>; readonly headers: unknown };
  readonly cookieName: string;
  readonly secureCookie: boolean;
  readonly secret?: string;
  readonly salt?: string;
}

/** The module, with a `getToken` that gives what the cookie `…=TOKEN` has after its sign. */
function moduleWith(
  facts: Partial<BackendTokenFacts>,
  { cookie = '', setCookies = [] as readonly string[], isBrowser = false } = {},
): { readonly module: ReturnType<typeof runModule>; readonly asked: Asked[]; readonly sessions: string[] } {
  const asked: Asked[] = [];
  const sessions: string[] = [];
  const getToken = async (given: Asked): Promise<unknown> => {
    asked.push(given);
    const { headers, cookies } = given.req;
    const all =
      cookies ??
      Object.fromEntries(((headers as Headers).get('cookie') ?? '').split('; ').map((one) => one.split('=') as [string, string]));
    const text = Object.keys(all)
      .filter((name) => name === given.cookieName || name.startsWith(`${given.cookieName}.`))
      .map((name) => all[name])
      .join('');
    return Promise.resolve(text === '' ? null : { backendToken: text, user: { token: text, 'x-y': text } });
  };
  const GET = async (request: { url: string; headers: Headers }): Promise<unknown> => {
    sessions.push(request.url);
    return Promise.resolve({ headers: { getSetCookie: () => setCookies } });
  };
  class NextRequest {
    readonly url: string;
    readonly headers: Headers;
    constructor(url: URL, init: { headers: Record<string, string> }) {
      this.url = url.href;
      this.headers = new Headers(init.headers);
    }
  }
  const module = runModule(
    backendTokenModule({ ...FACTS, ...facts }),
    {
      'server-only': {},
      'next-auth/jwt': { getToken },
      'next/headers': {
        cookies: () => ({ toString: () => cookie }),
        headers: () => new Headers({ host: 'shop.example', 'x-forwarded-proto': 'https' }),
      },
      'next/server': { NextRequest },
      './route': { GET },
    },
    {
      Headers,
      URL,
      Map,
      process: { env: { AUTH_SECRET: 's' } },
      ...(isBrowser && { window: {} }),
    },
  );
  return { module, asked, sessions };
}

describe('the reader of the token in the app folder', () => {
  it('asks with the name, the secret and no header of a request', async () => {
    const { module, asked } = moduleWith({}, { cookie: 'a=1; next-auth.session-token=ada' });
    expect(await module['readBackendToken']!()).toBe('ada');
    expect(asked).toEqual([
      {
        req: { cookies: { 'next-auth.session-token': 'ada' }, headers: {} },
        cookieName: 'next-auth.session-token',
        secureCookie: false,
        secret: 's',
      },
    ]);
  });

  it('takes the cookie of https where there is one', async () => {
    const { module, asked } = moduleWith({}, { cookie: 'next-auth.session-token=old; __Secure-next-auth.session-token=ada' });
    expect(await module['readBackendToken']!()).toBe('ada');
    expect(asked[0]).toMatchObject({ cookieName: '__Secure-next-auth.session-token', secureCookie: true });
  });

  it('puts a long token together of several cookies', async () => {
    const { module } = moduleWith({}, { cookie: 'next-auth.session-token.0=ad; next-auth.session-token.1=a; next-auth.session-tokens=x' });
    expect(await module['readBackendToken']!()).toBe('ada');
  });

  it('of Auth.js says the salt', async () => {
    const { module, asked } = moduleWith({ version: 5 }, { cookie: '__Secure-authjs.session-token=ada' });
    expect(await module['readBackendToken']!()).toBe('ada');
    expect(asked[0]).toMatchObject({ salt: '__Secure-authjs.session-token', cookieName: '__Secure-authjs.session-token' });
  });

  it.each([[['user', 'token']], [['user', 'x-y']]])('goes down %s', async (token) => {
    const { module } = moduleWith({ token }, { cookie: 'next-auth.session-token=ada' });
    expect(await module['readBackendToken']!()).toBe('ada');
  });

  it('gives nothing where nobody is signed in', async () => {
    const { module } = moduleWith({}, { cookie: 'a=1' });
    expect(await module['readBackendToken']!()).toBeUndefined();
  });
});

describe('the reader of the token in the pages folder', () => {
  it('is handed the request', async () => {
    const { module } = moduleWith({ isForPages: true });
    expect(await module['readBackendToken']!({ headers: { cookie: 'next-auth.session-token=ada' } })).toBe('ada');
    expect(await module['readBackendToken']!({ headers: {} })).toBeUndefined();
  });

  it('is not for browsers', () => {
    expect(() => moduleWith({ isForPages: true }, { isBrowser: true })).toThrow('code of the server alone');
  });
});

describe('a token that is renewed', () => {
  const renewal = { source: './route', name: 'GET' };
  const facts = { readers: { app: true, route: true }, renewal };
  const old = 'b=2; next-auth.session-token=old';
  const set = ['next-auth.session-token=new; Path=/; HttpOnly'];

  it('is read out of what the session endpoint sets', async () => {
    const { module, sessions } = moduleWith(facts, { setCookies: set });
    expect(await module['renewedToken']!(old, 'https://shop.example')).toEqual({ token: 'new', setCookies: set });
    expect(sessions).toEqual(['https://shop.example/api/auth/session']);
  });

  it('is not sent to browsers that have it: a slow answer would bring it back after another has renewed it', async () => {
    const { module } = moduleWith(facts, { setCookies: ['next-auth.session-token=old; Path=/; HttpOnly'] });
    expect(await module['renewedToken']!(old, 'https://shop.example')).toEqual({ token: 'old', setCookies: [] });
  });

  it('is gone where the endpoint ends the session, and the browser is told', async () => {
    const ended = ['next-auth.session-token=; Max-Age=0'];
    const { module } = moduleWith(facts, { setCookies: ended });
    expect(await module['renewedToken']!(old, 'https://shop.example')).toEqual({ token: undefined, setCookies: ended });
  });

  it('is not asked for where nobody is signed in', async () => {
    const { module, sessions } = moduleWith(facts, {});
    expect(await module['renewedToken']!('b=2', 'https://shop.example')).toEqual({ token: undefined, setCookies: [] });
    expect(sessions).toEqual([]);
  });

  it('is read by code of the server at the address that it was asked at', async () => {
    const { module, sessions } = moduleWith({ ...facts, readers: { app: true, route: false } }, { cookie: old, setCookies: set });
    expect(await module['readBackendToken']!()).toBe('new');
    expect(sessions).toEqual(['https://shop.example/api/auth/session']);
  });
});
