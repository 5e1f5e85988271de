import type { BodyRead } from '../../apis/server/request-body.ts';
import type { FileRoute } from '../../app/routes.ts';
import { routesOf } from '../../app/routes.ts';
import { handlersIn } from '../../app/answering.ts';
import type { Place } from '../../flow/resolve.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { variableOf } from '../../syntax/bindings.ts';
import type { Node } from '../../syntax/nodes.ts';
import { contains, isFunction } from '../../syntax/nodes.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';

/**
 * Whatever runs before a handler and wants the refresh token in the body refuses browsers from now on, which send it as a
 * cookie. What it wants is written in many ways, so that the route is named.
 */
export function nameValidators(context: CodemodContext, reads: readonly BodyRead[]): void {
  for (const route of routesOf(context.file)) {
    const functions = handlersIn(route.handlers.at(-1) ?? { file: context.file, node: route.node });
    const read = reads.find(({ node }) => functions.some((fn) => fn.file === context.file && contains(fn.node, node)));
    if (read && isWantedBefore(route, read.name))
      context.todo(
        route.node,
        'validator-wants-token',
        `what checks the body of this route wants \`${read.name}\`, which browsers send as a cookie: make it optional there.`,
      );
  }
}

function isWantedBefore({ handlers }: FileRoute, name: string): boolean {
  return handlers.slice(0, -1).some((place) => mentions(place, new RegExp(`\\b${name}\\b`), 3));
}

/** Whether what an expression stands for speaks of a name: the function, the schema that it is handed or that it uses. */
function mentions({ file, node }: Place, name: RegExp, left: number): boolean {
  const value = resolveValue({ file, node });
  if (name.test(textOf(value.file, value.node))) return true;
  return left > 0 && namesIn(value).some((one) => mentions(one, name, left - 1));
}

function namesIn({ file, node }: Place): Place[] {
  if (!isFunction(node) && !/^(?:Call|Array|Object)Expression$/.test(node.type)) return [];
  return nodesOf(file, 'Identifier')
    .filter((one: Node) => contains(node, one) && variableOf(file, one) !== undefined)
    .map((one) => ({ file, node: one }))
    .filter((one) => resolveValue(one).node !== one.node);
}
