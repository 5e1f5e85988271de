import { argumentAt, calleeName, callsOf } from '../../syntax/functions.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import type { JwtApi, Lifetime } from './jwt-api.ts';
import { algorithmOf, keysIn, lifetimeOf, optionIn, placeIn, placeOf } from './options.ts';

/**
 * https://hapi.dev/module/jwt/api: `Jwt.token.generate(payload, secret, { ttlSec })`, `Jwt.token.decode(token)`, which checks nothing,
 * `Jwt.token.verify(artifacts, secret)`; `server.auth.strategy(name, 'jwt', { keys })` is told the key, as hapi-auth-jwt2 is under `key`.
 */
export const hapiJwt: JwtApi = {
  id: '@hapi/jwt',
  hint: /@hapi\/jwt|hapi-auth-jwt2?|\.strategy\b/,
  signCall: 'Jwt.token.generate',
  *signings(file) {
    for (const call of callsOf(file)) {
      if (methodOf(file, call) !== 'generate') continue;
      const [payload, secret, options] = [0, 1, 2].map((i) => argumentAt(call, i));
      const settings = placeOf(file, options);
      yield {
        api: hapiJwt,
        node: call,
        ...(payload && { payload }),
        ...(secret && { secret: keyIn(file, secret) }),
        lifetime: lifetimeIn(file, call),
        algorithm: algorithmOf(settings),
      };
    }
  },
  *verifications(file) {
    for (const call of callsOf(file)) {
      if (methodOf(file, call) !== 'verify') continue;
      const secret = argumentAt(call, 1);
      yield { api: hapiJwt, node: call, call: 'Jwt.token.verify', ...(secret && { secret: keyIn(file, secret) }) };
    }
    for (const call of strategies(file)) yield { api: hapiJwt, node: call, call: 'server.auth.strategy' };
  },
  *decodings(file) {
    for (const call of callsOf(file)) {
      const token = methodOf(file, call) === 'decode' ? argumentAt(call, 0) : undefined;
      if (token) yield { api: hapiJwt, node: call, call: 'Jwt.token.decode', token };
    }
  },
  *keys(file) {
    for (const call of strategies(file)) {
      const options = argumentAt(call, 2);
      if (options) yield* keysIn({ file, node: options }, ['keys', 'key'], 'server.auth.strategy', call.callee);
    }
  },
};

function methodOf(file: SourceFile, call: CallNode): string | undefined {
  return /^@hapi\/jwt#(?:Jwt\.)?token\.(generate|decode|verify)$/.exec(originOf(file, call.callee) ?? '')?.[1];
}

/** A key, or `{ key, algorithm }`. */
function keyIn(file: SourceFile, secret: Node): Node {
  const key = placeIn({ file, node: secret }, 'key');
  return key?.file === file ? key.node : secret;
}

/** `server.auth.strategy('jwt', 'jwt', options)`. */
function strategies(file: SourceFile): CallNode[] {
  return callsOf(file).filter((call) => {
    const scheme = calleeName(call) === 'strategy' ? argumentAt(call, 1) : undefined;
    return scheme !== undefined && staticText(file, scheme) === 'jwt';
  });
}

/** `ttlSec` among the options, or `exp` among the claims; without either it never ends. */
function lifetimeIn(file: SourceFile, call: CallNode): Lifetime {
  const [payload, options] = [argumentAt(call, 0), argumentAt(call, 2)];
  const span = optionIn(placeOf(file, options), 'ttlSec');
  if (typeof span !== 'string') return { value: span.value, form: 'span', unit: 1, said: span.node };
  const claimed = lifetimeOf(undefined, placeOf(file, payload));
  return span === 'unknown' && claimed === 'none' ? 'unknown' : claimed;
}
