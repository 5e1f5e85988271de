import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, calleeName } from '../../syntax/functions.ts';
import type { CallNode, FunctionNode, Node } from '../../syntax/nodes.ts';
import { bare, functionName, isFunction, memberName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, perFile } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import { placedPath } from './file-routes.ts';

/** A route that a router registers. */
export interface Route {
  readonly node: CallNode;
  /** `get`, `post` and the like, `all`, or `use` for middleware under a path. */
  readonly method: string;
  /** As far as it is known. */
  readonly path: string | undefined;
  /** What answers, in order: middleware first. Functions of the same file are looked through. */
  readonly handlers: readonly Node[];
}

const METHODS = /^(?:get|post|put|patch|delete|del|all|use|options|head)$/;
const ROUTER_NAME = /^(?:app|application|server|fastify|api|r)$|rout(?:er|es?)$/i;
const ROUTER_ORIGIN = /^(?:express#(?:Router)?(?:<new>|\(\))|fastify#\(\)|koa-router#<new>|@koa\/router#<new>|hono#Hono<new>)$/;

/** The routes that a file registers: `app.post('/login', limiter, login)`, `router.route('/login').post(login)`. */
export const routesOf = perFile((file): readonly Route[] => nodesOf(file, 'CallExpression').flatMap((call) => routeOf(file, call) ?? []));

function routeOf(file: SourceFile, call: CallNode): Route | undefined {
  const method = calleeName(call);
  if (method === undefined || !METHODS.test(method) || call.callee.type !== 'MemberExpression') return undefined;
  const object = bare(call.callee.object);
  if (object.type === 'CallExpression' && object.callee.type === 'MemberExpression') {
    const inner = memberName(object.callee);
    // router.route('/x').get(a).post(b)
    const first = inner === 'route' ? argumentAt(object, 0) : undefined;
    const chained = first ? staticText(file, first) : routeOf(file, object)?.path;
    if (first || chained !== undefined) return { node: call, method, path: chained, handlers: call.arguments };
    return undefined;
  }
  if (!isRouter(file, object)) return undefined;
  const first = argumentAt(call, 0);
  const isPath =
    first !== undefined &&
    !isFunction(first) &&
    (first.type === 'Literal' || first.type === 'TemplateLiteral' || staticText(file, first) !== undefined);
  if (method !== 'use' && call.arguments.length < 2) return undefined;
  return { node: call, method, path: isPath ? staticText(file, first) : undefined, handlers: call.arguments.slice(isPath ? 1 : 0) };
}

function isRouter(file: SourceFile, object: Node): boolean {
  if (object.type === 'Identifier' && ROUTER_NAME.test(object.name)) return true;
  if (object.type === 'MemberExpression' && ROUTER_NAME.test(memberName(object) ?? '')) return true;
  return ROUTER_ORIGIN.test(originOf(file, object) ?? '');
}

const byHandler = perFile((file): ReadonlyMap<Node, Route> => {
  const found = new Map<Node, Route>();
  for (const route of routesOf(file)) {
    for (const handler of route.handlers) {
      const inner = handler.type === 'CallExpression' ? (handler.arguments.find((one) => isFunction(one)) ?? handler) : handler;
      const fn = resolveValue({ file, node: inner });
      if (isFunction(fn.node) && !found.has(fn.node)) found.set(fn.node, route);
    }
  }
  return found;
});

/** The route that a function answers, where the same file registers it. */
export function routeOfHandler(file: SourceFile, handler: FunctionNode): Route | undefined {
  return byHandler(file).get(handler);
}

/** Names that routes by files give to their handlers: they say how one is asked, not what for. */
const HTTP_METHOD = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|handler)$/;

/** What is known of a handler by name: its own, and its route's path. */
export function handlerNames(file: SourceFile, handler: FunctionNode): string[] {
  const own = functionName(handler);
  return [own !== undefined && HTTP_METHOD.test(own) ? undefined : own, routeOfHandler(file, handler)?.path ?? placedPath(file)].filter(
    (one) => one !== undefined,
  );
}
