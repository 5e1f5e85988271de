import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import type { JwtApi } from './jwt-api.ts';
import { keysIn, placeOf } from './options.ts';

/**
 * https://github.com/auth0/express-jwt: `expressjwt({ secret, algorithms, … })`, the default export before version 7,
 * with jsonwebtoken's options for `verify`.
 */
export const expressJwt: JwtApi = {
  id: 'express-jwt',
  hint: /express-jwt/,
  signCall: 'express-jwt',
  checksBy: 'jsonwebtoken',
  *verifications(file) {
    for (const call of callsOf(file)) {
      const options = /^express-jwt#(?:expressjwt|expressJwt)?$/.test(originOf(file, call.callee) ?? '') ? argumentAt(call, 0) : undefined;
      if (options) yield { api: expressJwt, node: call, call: 'express-jwt', options };
    }
  },
  *keys(file) {
    for (const call of callsOf(file)) {
      if (/^express-jwt#(?:expressjwt|expressJwt)?$/.test(originOf(file, call.callee) ?? ''))
        yield* keysIn(placeOf(file, argumentAt(call, 0)), ['secret'], 'express-jwt', call.callee);
    }
  },
};
