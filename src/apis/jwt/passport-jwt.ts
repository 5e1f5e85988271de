import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { constructorOf } from '../../syntax/members.ts';
import type { CallNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, enclosingClass } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { JwtApi } from './jwt-api.ts';
import { keysIn, placeIn } from './options.ts';

/**
 * https://github.com/mikenicholson/passport-jwt: `new Strategy({ jwtFromRequest, secretOrKey, ignoreExpiration, algorithms })`, in Nest a
 * class that extends `PassportStrategy(Strategy)` and says the same to `super`. Older code says it in `jsonWebTokenOptions`.
 */
export const passportJwt: JwtApi = {
  id: 'passport-jwt',
  hint: /passport-jwt/,
  signCall: 'passport-jwt',
  checksBy: 'jsonwebtoken',
  *verifications(file) {
    for (const { call, options } of strategies(file)) {
      yield { api: passportJwt, node: call, call: 'passport-jwt', options };
      const inner = placeIn({ file, node: options }, 'jsonWebTokenOptions');
      if (inner?.file === file) yield { api: passportJwt, node: call, call: 'passport-jwt', options: inner.node };
    }
  },
  *keys(file) {
    for (const { call, options } of strategies(file)) yield* keysIn({ file, node: options }, ['secretOrKey'], 'passport-jwt', call.callee);
  },
};

function* strategies(file: SourceFile): Generator<{ call: CallNode; options: Node }> {
  for (const call of callsOf(file)) {
    const options = isStrategy(file, call) ? argumentAt(call, 0) : undefined;
    if (options) yield { call, options };
  }
}

function isStrategy(file: SourceFile, call: CallNode): boolean {
  if (call.type === 'NewExpression') return originOf(file, call.callee) === 'passport-jwt#Strategy';
  if (call.callee.type !== 'Super') return false;
  const host = enclosingClass(call);
  const parent = host?.superClass && bare(host.superClass);
  return host != null && constructorOf(host) !== undefined && parent != null && isStrategyClass(file, parent);
}

/** `Strategy` itself, or what `PassportStrategy(Strategy, 'jwt')` of @nestjs/passport makes of it. */
function isStrategyClass(file: SourceFile, node: TSESTree.LeftHandSideExpression | Node): boolean {
  const made =
    node.type === 'CallExpression' && originOf(file, node.callee) === '@nestjs/passport#PassportStrategy' ? argumentAt(node, 0) : node;
  return made !== undefined && originOf(file, made) === 'passport-jwt#Strategy';
}
