import type { AppFramework } from '../apis/apps/index.ts';
import { appFrameworks } from '../apis/apps/index.ts';
import { placedPath } from '../apis/server/file-routes.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt } from '../syntax/functions.ts';
import { mentions } from '../syntax/hints.ts';
import type { CallNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, functionName, isFunction, memberName } from '../syntax/nodes.ts';
import { originOf } from '../flow/origin.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import { staticText } from '../flow/static-text.ts';
import { isInDevelopment } from './development.ts';
import { isHarmless } from './handed-on.ts';
import type { Route } from './route.ts';
import { usesOfValue } from '../flow/value-uses.ts';

/** A route as one file registers it, under the path that stands there. */
export interface FileRoute extends Route {
  readonly node: TSESTree.CallExpression;
}

const METHODS = /^(?:get|post|put|patch|delete|del|all|use|options|head|route|on)$/;
/** What apps and routers are called where nothing else tells: the parameter of a module that adds routes to one. */
const ROUTER_NAME = /^(?:app|application|server|fastify|api|r)$|rout(?:er|es?)$/i;

/** The routes that a file registers: `app.post('/login', limiter, login)`, `router.route('/login').post(login)`. */
export const routesOf = perFile((file): readonly FileRoute[] =>
  nodesOf(file, 'CallExpression').flatMap((call) => routeOf(file, call) ?? []),
);

function routeOf(file: SourceFile, call: TSESTree.CallExpression): FileRoute | undefined {
  const method = call.callee.type === 'MemberExpression' ? memberName(call.callee) : undefined;
  if (method === undefined || !METHODS.test(method)) return undefined;
  const framework = frameworkAt(file, call);
  const registration = framework?.read(file, call, method);
  if (!registration || registration.kind === 'elsewhere') return undefined;
  const { path, handlers } = registration;
  return {
    file,
    node: call,
    methods: registration.kind === 'use' ? ['use'] : registration.methods,
    path: path ?? '',
    ownPath: path,
    isWhole: false,
    handlers,
    before: [],
    isForDevelopment: isInDevelopment(file, call, path),
  };
}

/** The framework on whose app or router a call is made; undefined where its object is neither. */
function frameworkAt(file: SourceFile, call: TSESTree.CallExpression): AppFramework | undefined {
  const root = chainStart(call);
  const origin = originOf(file, root);
  const known = origin === undefined ? undefined : appFrameworks.find(({ scope }) => scope.test(origin));
  if (known) return known;
  const name = root.type === 'Identifier' ? root.name : root.type === 'MemberExpression' ? memberName(root) : undefined;
  if (name === undefined) return undefined;
  if (ROUTER_NAME.test(name)) return frameworkIn(file);
  return takesPath(file, call) && isGiven(file, root) ? givenTo(file).get(call) : undefined;
}

/** The object at the start of a chain: `router` of `router.route('/x').get(a).post`. */
function chainStart(call: CallNode): Node {
  let at: Node = bare(call);
  while (at.type === 'CallExpression' && at.callee.type === 'MemberExpression' && METHODS.test(memberName(at.callee) ?? ''))
    at = bare(at.callee.object);
  return at;
}

/** The framework that a file names; Express, whose routers are known by their shape, where it names none. */
function frameworkIn(file: SourceFile): AppFramework {
  return appFrameworks.find(({ hint }) => mentions(file, hint)) ?? appFrameworks[0]!;
}

function takesPath(file: SourceFile, call: CallNode): boolean {
  const first = argumentAt(call, 0);
  const text = first && staticText(file, first);
  return text !== undefined && /^[/*]/.test(text) && call.arguments.length > 1;
}

/** Whether an object is handed to the function that uses it, or kept by its class. */
function isGiven(file: SourceFile, node: Node): boolean {
  if (node.type === 'MemberExpression') return node.object.type === 'ThisExpression';
  const variable = variableOf(file, node);
  return variable !== undefined && bindingOf(variable).kind === 'parameter';
}

/** The calls on apps and routers that a file is given under names of its own, by those who made them. */
const givenTo = perFile((file): ReadonlyMap<Node, AppFramework> => {
  const makers = file.facts ? new Set([file, ...file.facts.packageFilesOf(file)]) : [file];
  return new Map([...makers].flatMap((one) => callsOnMade(one).flatMap((at) => (at.file === file ? [[at.call, at.framework]] : []))));
});

/** The calls on the apps and routers that a file makes, wherever they stand. */
const callsOnMade = perFile((file) =>
  appFrameworks.flatMap((framework) => {
    if (!mentions(file, framework.hint)) return [];
    const made = [...nodesOf(file, 'CallExpression'), ...nodesOf(file, 'NewExpression')].filter((call) =>
      framework.scope.test(originOf(file, call) ?? ''),
    );
    const traits = { chains: framework.chains, isHarmless };
    return made.flatMap((node) => usesOfValue({ file, node }, traits).calls.map(({ file: at, call }) => ({ file: at, call, framework })));
  }),
);

const byHandler = perFile((file): ReadonlyMap<Node, FileRoute> => {
  const found = new Map<Node, FileRoute>();
  for (const route of routesOf(file)) {
    for (const handler of route.handlers) {
      const inner =
        handler.node.type === 'CallExpression' ? (handler.node.arguments.find((one) => isFunction(one)) ?? handler.node) : handler.node;
      const fn = resolveValue({ file: handler.file, node: inner });
      if (isFunction(fn.node) && !found.has(fn.node)) found.set(fn.node, route);
    }
  }
  return found;
});

/** The route that a function answers, where the same file registers it. */
export function routeOfHandler(file: SourceFile, handler: FunctionNode): FileRoute | undefined {
  return byHandler(file).get(handler);
}

/** Names that routes by files give to their handlers: they say how one is asked, not what for. */
const HTTP_METHOD = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|handler)$/;

/** What is known of a handler by name: its own, and its route's path. */
export function handlerNames(file: SourceFile, handler: FunctionNode): string[] {
  const own = functionName(handler);
  return [own !== undefined && HTTP_METHOD.test(own) ? undefined : own, routeOfHandler(file, handler)?.ownPath ?? placedPath(file)].filter(
    (one) => one !== undefined,
  );
}
