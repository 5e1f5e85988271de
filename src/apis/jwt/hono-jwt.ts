import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import type { JwtApi } from './jwt-api.ts';
import { isNoKey, keysIn, lifetimeOf, placeOf } from './options.ts';

/**
 * https://hono.dev/docs/helpers/jwt and https://hono.dev/docs/middleware/builtin/jwt: `sign(payload, secret, alg = 'HS256')`, where only
 * the payload's `exp` says when the token ends; `verify(token, secret, alg)`; `decode(token)`; the middleware `jwt({ secret, alg })`.
 */
export const honoJwt: JwtApi = {
  id: 'hono/jwt',
  hint: /hono\/jwt/,
  signCall: 'sign',
  *signings(file) {
    for (const call of callsOf(file)) {
      if (originOf(file, call.callee) !== 'hono/jwt#sign') continue;
      const [payload, secret, algorithm] = [0, 1, 2].map((i) => argumentAt(call, i));
      yield {
        api: honoJwt,
        node: call,
        ...(payload && { payload }),
        ...(secret && { secret }),
        lifetime: lifetimeOf(undefined, placeOf(file, payload)),
        algorithm: algorithm ? { said: { file, node: algorithm } } : { fallback: 'HS256' },
      };
    }
  },
  *verifications(file) {
    for (const call of callsOf(file)) {
      const origin = originOf(file, call.callee);
      if (origin === 'hono/jwt#verify' || origin === 'hono/jwt#verifyWithJwks') {
        const [token, secret] = [0, 1].map((i) => argumentAt(call, i));
        yield {
          api: honoJwt,
          node: call,
          call: 'verify',
          ...(token && { token }),
          ...(secret && { secret }),
          ...(token && origin === 'hono/jwt#verify' && isNoKey(file, secret) && { lacksKey: true }),
        };
      } else if (origin === 'hono/jwt#jwt') yield { api: honoJwt, node: call, call: 'jwt' };
    }
  },
  *decodings(file) {
    for (const call of callsOf(file)) {
      if (originOf(file, call.callee) !== 'hono/jwt#decode') continue;
      const token = argumentAt(call, 0);
      yield { api: honoJwt, node: call, call: 'decode', ...(token && { token }) };
    }
  },
  *keys(file) {
    for (const call of callsOf(file)) {
      if (originOf(file, call.callee) === 'hono/jwt#jwt')
        yield* keysIn(placeOf(file, argumentAt(call, 0)), ['secret'], 'hono/jwt', call.callee);
    }
  },
};
