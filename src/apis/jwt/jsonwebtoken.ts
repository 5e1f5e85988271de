import { valueOf } from '../../syntax/follow.ts';
import { argumentAt, calleeName, callsOf } from '../../syntax/functions.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { bare, isFunction } from '../../syntax/nodes.ts';
import { originOf } from '../../syntax/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { JwtApi, TokenSigning } from './jwt-api.ts';

/** https://github.com/auth0/node-jsonwebtoken: `sign(payload, secret, [options], [callback])`, `verify(token, secret, …)`. */
export const jsonwebtoken: JwtApi = {
  id: 'jsonwebtoken',
  hint: /jsonwebtoken/,
  signCall: 'jwt.sign',
  *signings(file) {
    for (const call of callsOf(file)) {
      if (originOf(file, call.callee) === 'jsonwebtoken#sign') yield signing(call);
      else if (/^(?:node:)?util#promisify\(\)(?:\.bind\(\))?$/.test(originOf(file, call.callee) ?? '') && promisified(file, call.callee) === 'jsonwebtoken#sign') yield signing(call);
    }
  },
  *verifications(file) {
    for (const call of callsOf(file)) {
      if (originOf(file, call.callee) !== 'jsonwebtoken#verify') continue;
      const [token, secret, options] = [0, 1, 2].map((i) => argumentAt(call, i));
      yield { api: jsonwebtoken, node: call, ...(token && { token }), ...(secret && { secret }), ...(options && !isFunction(options) && { options }) };
    }
  },
};

/** What `promisify(jwt.sign)` wraps, by its origin. */
function promisified(file: SourceFile, callee: Node): string | undefined {
  let { node: made } = valueOf({ file, node: callee });
  if (made.type === 'CallExpression' && calleeName(made) === 'bind' && made.callee.type === 'MemberExpression') made = bare(made.callee.object);
  const wrapped = made.type === 'CallExpression' ? argumentAt(made, 0) : undefined;
  return wrapped && originOf(file, bound(wrapped));
}

/** `jwt.sign` of `jwt.sign.bind(jwt)`. */
function bound(node: Node): Node {
  return node.type === 'CallExpression' && calleeName(node) === 'bind' && node.callee.type === 'MemberExpression' ? node.callee.object : node;
}

function signing(call: CallNode): TokenSigning {
  const [payload, secret, options] = [0, 1, 2].map((i) => argumentAt(call, i));
  const last = call.arguments.at(-1);
  return {
    api: jsonwebtoken,
    node: call,
    ...(payload && { payload }),
    ...(secret && { secret }),
    ...(options && !isFunction(options) && { options }),
    ...(isFunction(last) && { callback: { fn: last, index: 1 } }),
  };
}
