import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import type { JwtApi } from './jwt-api.ts';
import { keysIn, placeOf } from './options.ts';

/** https://github.com/koajs/jwt: `jwt({ secret, … })`, where the secret may be a list, with jsonwebtoken's options for `verify`. */
export const koaJwt: JwtApi = {
  id: 'koa-jwt',
  hint: /koa-jwt/,
  signCall: 'koa-jwt',
  checksBy: 'jsonwebtoken',
  *verifications(file) {
    for (const call of callsOf(file)) {
      const options = /^koa-jwt#$/.test(originOf(file, call.callee) ?? '') ? argumentAt(call, 0) : undefined;
      if (options) yield { api: koaJwt, node: call, call: 'koa-jwt', options };
    }
  },
  *keys(file) {
    for (const call of callsOf(file)) {
      if (/^koa-jwt#$/.test(originOf(file, call.callee) ?? ''))
        yield* keysIn(placeOf(file, argumentAt(call, 0)), ['secret'], 'koa-jwt', call.callee);
    }
  },
};
