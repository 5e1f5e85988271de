import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, callsOf } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, dressed, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import { chainRoot } from './exchange.ts';
import { returnedBodies } from './handler-returns.ts';
import type { ServerApi } from './server-api.ts';

/**
 * tRPC, https://trpc.io/docs/server/procedures: what a query's or a mutation's function returns is the answer. Procedures are
 * made of others, which apps call `publicProcedure`, `protectedProcedure` and the like.
 */
export const trpc: ServerApi = {
  id: 'trpc',
  hint: /procedure/i,
  *responses(file) {
    for (const call of callsOf(file)) {
      if (call.callee.type !== 'MemberExpression' || !/^(?:query|mutation)$/.test(memberName(call.callee) ?? '')) continue;
      const resolver = isProcedure(call.callee.object) ? argumentAt(call, 0) : undefined;
      const fn = resolver && resolveValue({ file, node: resolver });
      if (fn?.file === file && isFunction(fn.node)) yield* returnedBodies(trpc, file, fn.node, pathOf(call));
    }
  },
};

/** `t.procedure.input(…)`, `publicProcedure.use(…)`. */
function isProcedure(node: Node): boolean {
  const root = chainRoot(node);
  const name = root.type === 'Identifier' ? root.name : root.type === 'MemberExpression' ? memberName(root) : undefined;
  return name !== undefined && /procedure$/i.test(name);
}

/** A procedure is asked for by the name under which its router has it. */
function pathOf(call: Node): { readonly path?: string } {
  const outer = dressed(call);
  const { parent } = outer;
  if (parent?.type === 'Property' && parent.value === outer) {
    const name = propertyName(parent);
    return name === undefined ? {} : { path: `/${name}` };
  }
  return parent?.type === 'VariableDeclarator' && bare(parent.id).type === 'Identifier' && parent.id.type === 'Identifier'
    ? { path: `/${parent.id.name}` }
    : {};
}
