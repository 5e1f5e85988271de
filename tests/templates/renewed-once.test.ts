import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renewedOnceModule } from '../../src/templates/renewed-once.ts';
import { COMMON_JS, runModule } from './run-module.ts';

type Token = Readonly<Record<string, unknown>>;
type Callback = (params: Readonly<Record<string, unknown>> & { readonly token: Token }) => unknown;

/** A backend whose refresh tokens are good for one use, and a callback that renews what is due. */
function renewing(): { readonly jwt: Callback; readonly used: string[] } {
  const used: string[] = [];
  const { renewedOnce } = runModule(renewedOnceModule(COMMON_JS), {}, { structuredClone, JSON });
  const jwt = renewedOnce!(async ({ token }: { token: Record<string, unknown> }) => {
    if (token['isDue'] !== true) return token;
    const refresh = String(token['refresh']);
    if (used.includes(refresh)) return { ...token, error: 'RefreshAccessTokenError' };
    used.push(refresh);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { ...token, access: `after ${refresh}`, refresh: `${refresh}+`, isDue: false };
  }) as Callback;
  return { jwt, used };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** What came of calls, once their time has passed. */
async function later<T>(...calls: readonly unknown[]): Promise<T[]> {
  await vi.advanceTimersByTimeAsync(60);
  return (await Promise.all(calls)) as T[];
}

describe('a jwt callback that renews once', () => {
  const due = { refresh: 'r', isDue: true };
  const fresh = { access: 'after r', refresh: 'r+', isDue: false };

  it('uses a refresh token once, however many ask at the same time', async () => {
    const { jwt, used } = renewing();
    expect(await later(jwt({ token: { ...due } }), jwt({ token: { ...due } }), jwt({ token: { ...due } }))).toEqual([fresh, fresh, fresh]);
    expect(used).toEqual(['r']);
  });

  it('takes cookies for the same that were encrypted at different times', async () => {
    const { jwt, used } = renewing();
    const [one, other] = [
      { ...due, iat: 1, exp: 2, jti: 'a' },
      { ...due, iat: 3, exp: 4, jti: 'b' },
    ];
    await later(jwt({ token: one }), jwt({ token: other }));
    expect(used).toEqual(['r']);
  });

  it('gives it to who comes a little later with the old cookie, and to nobody after that', async () => {
    const { jwt } = renewing();
    await later(jwt({ token: due }));
    expect(await later(jwt({ token: due }))).toEqual([fresh]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await later(jwt({ token: due }))).toEqual([{ ...due, error: 'RefreshAccessTokenError' }]);
  });

  it('hands nobody what another may change', async () => {
    const { jwt } = renewing();
    const [one, other] = await later<Record<string, unknown>>(jwt({ token: due }), jwt({ token: due }));
    one!['access'] = 'changed';
    expect(other).toEqual(fresh);
  });

  it('asks anew for what was not due', async () => {
    const { renewedOnce } = runModule(renewedOnceModule(COMMON_JS), {}, { structuredClone, JSON });
    const callback = vi.fn(({ token }: { token: Token }) => token);
    const jwt = renewedOnce!(callback) as Callback;
    await later(jwt({ token: { a: 1 } }));
    await later(jwt({ token: { a: 1 } }));
    expect(callback).toHaveBeenCalledTimes(2);
  });

  it('shares nothing between people, nor with who signs in or has the session changed', async () => {
    const { renewedOnce } = runModule(renewedOnceModule(COMMON_JS), {}, { structuredClone, JSON });
    const callback = vi.fn(async ({ token }: { token: Token }) => Promise.resolve({ ...token, isNew: true }));
    const jwt = renewedOnce!(callback) as Callback;
    const token = { sub: 'ada' };
    await later(
      jwt({ token }),
      jwt({ token: { sub: 'bob' } }),
      jwt({ token, user: { id: 'ada' } }),
      jwt({ token, account: { provider: 'x' } }),
      jwt({ token, trigger: 'update', session: {} }),
    );
    expect(callback).toHaveBeenCalledTimes(5);
  });

  it('fails for all who asked, and not for who asks then', async () => {
    const { renewedOnce } = runModule(renewedOnceModule(COMMON_JS), {}, { structuredClone, JSON });
    const callback = vi.fn().mockRejectedValueOnce(new Error('down')).mockResolvedValue({ sub: 'ada' });
    const jwt = renewedOnce!(callback) as Callback;
    const token = { sub: 'ada' };
    const both = await Promise.allSettled([jwt({ token }), jwt({ token })]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await jwt({ token })).toEqual({ sub: 'ada' });
  });
});
