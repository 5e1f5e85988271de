import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, calleeName, callsOf } from '../../syntax/functions.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { bare, isFunction } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { JwtApi, TokenSigning, TokenVerification } from './jwt-api.ts';
import { algorithmOf, isNoKey, lifetimeOf, placeOf } from './options.ts';

/**
 * https://github.com/auth0/node-jsonwebtoken: `sign(payload, secret, [options], [callback])`, `verify(token, secret, …)`,
 * `decode(token)`. HS256 and no expiry unless the options or the payload's `exp` say otherwise; a number in `expiresIn`
 * counts seconds, a text without a unit milliseconds.
 */
export const jsonwebtoken: JwtApi = {
  id: 'jsonwebtoken',
  hint: /jsonwebtoken/,
  signCall: 'jwt.sign',
  isOfOwnModules: true,
  *signings(file) {
    for (const call of callsOf(file)) if (calledAs(file, call) === 'jsonwebtoken#sign') yield signing(file, call);
  },
  *verifications(file) {
    for (const call of callsOf(file)) if (calledAs(file, call) === 'jsonwebtoken#verify') yield verification(file, call);
  },
  *decodings(file) {
    for (const call of callsOf(file)) {
      if (originOf(file, call.callee) !== 'jsonwebtoken#decode') continue;
      const token = argumentAt(call, 0);
      yield { api: jsonwebtoken, node: call, call: 'jwt.decode', ...(token && { token }) };
    }
  },
};

/** What is called, by its origin; `promisify(jwt.sign)` is still `jwt.sign`. */
function calledAs(file: SourceFile, { callee }: CallNode): string | undefined {
  const origin = originOf(file, callee);
  return /^(?:node:)?util#promisify\(\)(?:\.bind\(\))?$/.test(origin ?? '') ? promisified(file, callee) : origin;
}

function promisified(file: SourceFile, callee: Node): string | undefined {
  let { node: made } = resolveValue({ file, node: callee });
  if (made.type === 'CallExpression' && calleeName(made) === 'bind' && made.callee.type === 'MemberExpression')
    made = bare(made.callee.object);
  const wrapped = made.type === 'CallExpression' ? argumentAt(made, 0) : undefined;
  return wrapped && originOf(file, bound(wrapped));
}

/** `jwt.sign` of `jwt.sign.bind(jwt)`. */
function bound(node: Node): Node {
  return node.type === 'CallExpression' && calleeName(node) === 'bind' && node.callee.type === 'MemberExpression'
    ? node.callee.object
    : node;
}

function signing(file: SourceFile, call: CallNode): TokenSigning {
  const [payload, secret, third] = [0, 1, 2].map((i) => argumentAt(call, i));
  const last = call.arguments.at(-1);
  const options = placeOf(file, third && !isFunction(third) ? third : undefined);
  return {
    api: jsonwebtoken,
    node: call,
    ...(payload && { payload }),
    ...(secret && { secret }),
    ...(options && { options: options.node }),
    lifetime: lifetimeOf(options, placeOf(file, payload)),
    algorithm: algorithmOf(options, 'HS256'),
    ...(isFunction(last) && { callback: { fn: last, index: 1 } }),
  };
}

function verification(file: SourceFile, call: CallNode): TokenVerification {
  const [token, secret, options] = [0, 1, 2].map((i) => argumentAt(call, i));
  const isWhole = !call.arguments.some((one) => one.type === 'SpreadElement');
  return {
    api: jsonwebtoken,
    node: call,
    call: 'jwt.verify',
    ...(token && { token }),
    ...(secret && { secret }),
    ...(options && !isFunction(options) && { options }),
    ...(isWhole && token && isNoKey(file, secret) && { lacksKey: true }),
  };
}
