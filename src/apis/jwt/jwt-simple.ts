import { resolveValue } from '../../flow/resolve.ts';
import type { CallNode } from '../../syntax/nodes.ts';
import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { JwtApi } from './jwt-api.ts';
import { isNoKey, lifetimeOf, placeOf } from './options.ts';

/**
 * https://github.com/hokaccha/node-jwt-simple: `encode(payload, key, algorithm = 'HS256')`, `decode(token, key, noVerify, algorithm)`.
 * Tokens end where the payload's `exp` says so.
 */
export const jwtSimple: JwtApi = {
  id: 'jwt-simple',
  hint: /jwt-simple/,
  signCall: 'jwt.encode',
  *signings(file) {
    for (const call of callsOf(file)) {
      if (originOf(file, call.callee) !== 'jwt-simple#encode') continue;
      const [payload, secret, algorithm] = [0, 1, 2].map((i) => argumentAt(call, i));
      yield {
        api: jwtSimple,
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
      if (originOf(file, call.callee) !== 'jwt-simple#decode' || isUnchecked(file, call)) continue;
      const [token, secret] = [0, 1].map((i) => argumentAt(call, i));
      yield {
        api: jwtSimple,
        node: call,
        call: 'jwt.decode',
        ...(token && { token }),
        ...(secret && { secret }),
        ...(token && isNoKey(file, secret) && { lacksKey: true }),
      };
    }
  },
  *decodings(file) {
    for (const call of callsOf(file)) {
      if (originOf(file, call.callee) !== 'jwt-simple#decode' || !isUnchecked(file, call)) continue;
      const token = argumentAt(call, 0);
      yield { api: jwtSimple, node: call, call: 'jwt.decode(…, true)', ...(token && { token }) };
    }
  },
};

function isUnchecked(file: SourceFile, call: CallNode): boolean {
  const noVerify = argumentAt(call, 2);
  const { node } = noVerify ? resolveValue({ file, node: noVerify }) : {};
  return node?.type === 'Literal' && node.value === true;
}
