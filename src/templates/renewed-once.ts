import type { ModuleForm } from './module.ts';
import { writeModule } from './module.ts';

/** The module by which all who ask for a session at the same time share one renewal of what is in it. */
export function renewedOnceModule(form: ModuleForm): string {
  return writeModule(
    {
      about: [
        'Pages and the route to the backend ask for the session at the same time. A refresh token may be good for one use: what the',
        'jwt callback makes of a token is made once, and all who have the same token get it.',
      ],
      imports: [],
      code: CODE,
    },
    form,
  );
}

const CODE = `
‹type Token = Readonly<Record<string, unknown>>;
›
/** Renewals that are under way or were just made, by what was renewed. */
const renewals = new Map‹<string, Promise<unknown>>›();

/** For how many milliseconds one who still has the old token gets what came of it. */
const SHARED_FOR = 10_000;

/** A jwt callback that renews a token once, however many ask for it at the same time. */
export function renewedOnce‹<Callback>›(callback‹: Callback›)‹: Callback› {
  const call = callback‹ as unknown as (params: unknown) => unknown›;
  const shared = async (params‹: { token: Token; user?: unknown; account?: unknown; trigger?: unknown }›)‹: Promise<unknown>› => {
    // Who signs in, or has the session changed, shares it with nobody.
    if (params.user || params.account || params.trigger) return call(params);
    const key = keyOf(params.token);
    const known = renewals.get(key);
    if (known) return structuredClone(await known);
    const made = Promise.resolve(call(params));
    renewals.set(key, made);
    const forget = ()‹: boolean› => renewals.delete(key);
    // What was not changed is asked anew: it may be due at any time.
    made.then((token) => (keyOf(token‹ as Token | null›) === key ? forget() : setTimeout(forget, SHARED_FOR)), forget);
    return made;
  };
  return shared‹ as unknown as Callback›;
}

/** What a token says, but for when and as which it was encrypted. */
function keyOf(token‹: Token | null›)‹: string› {
  return JSON.stringify({ ...token, iat: 0, exp: 0, jti: '' });
}
`;
