import type { Place } from '../../flow/resolve.ts';
import { originOf } from '../../flow/origin.ts';
import type { CallNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { memberName } from '../../syntax/nodes.ts';
import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { mentions } from '../../syntax/hints.ts';
import { shapeOf } from '../../flow/objects.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';

/** What one call does to an app or a router. */
export type Registration =
  /** Handlers that run before whatever is below the path: middleware, mounted routers, plugins. */
  | { readonly kind: 'use'; readonly path: string | undefined; readonly handlers: readonly Place[] }
  /** Handlers that answer, middleware first. */
  | { readonly kind: 'route'; readonly methods: readonly string[]; readonly path: string | undefined; readonly handlers: readonly Place[] }
  /** Routes that are not written here: a folder of files, a table. */
  | { readonly kind: 'elsewhere' };

/** A server framework, as far as apps, routers and what hangs on them go. */
export interface AppFramework {
  readonly id: string;
  /** For people: `Express`. */
  readonly label: string;
  /** Text without which no file creates an app of it. */
  readonly hint: RegExp;
  /** Origins of expressions that create an app. */
  readonly app: RegExp;
  /** Origins of expressions that create an app or a router. */
  readonly scope: RegExp;
  /** Methods that return what they are called on. */
  readonly chains: RegExp;
  /** Whether a migration writes into its apps. */
  readonly isRewritten?: boolean;
  /** Whether its routers are made as its apps are, so that several in a package may be one app. */
  readonly routersAreApps?: boolean;
  /** Plugins: functions that are handed a scope of their own as their first parameter. */
  readonly hasPlugins?: boolean;
  /** The prefix that a router is created with. */
  prefixOf?(file: SourceFile, creation: CallNode): string | undefined;
  /** The router behind an expression that mounts it: `router.routes()`. */
  mounted?(file: SourceFile, handler: Node): Node | undefined;
  /** What a call of a method on an app or router registers; undefined where it registers nothing. */
  read(file: SourceFile, call: TSESTree.CallExpression, method: string): Registration | undefined;
}

export const VERBS: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'del', 'head', 'options', 'all']);

/** The calls of a file that create an app of a framework. */
export function creationsOf(file: SourceFile, framework: AppFramework): CallNode[] {
  return mentions(file, framework.hint) ? callsOf(file).filter((call) => framework.app.test(originOf(file, call) ?? '')) : [];
}

/** A path argument: a text, known or not, as opposed to a handler. */
function isPath(file: SourceFile, node: Node | undefined): boolean {
  if (!node) return false;
  return (
    node.type === 'TemplateLiteral' ||
    node.type === 'BinaryExpression' ||
    (node.type === 'Literal' && (typeof node.value === 'string' || 'regex' in node)) ||
    staticText(file, node) !== undefined ||
    (node.type === 'ArrayExpression' &&
      node.elements.length > 0 &&
      node.elements.every((one) => one !== null && one.type !== 'SpreadElement' && isPath(file, one)))
  );
}

/** Nodes of a file as places. */
export function places(file: SourceFile, nodes: readonly Node[]): Place[] {
  return nodes.map((node) => ({ file, node }));
}

/** The path as far as it is known: of several, the first. */
export function pathText(file: SourceFile, node: Node | undefined): string | undefined {
  if (node?.type === 'ArrayExpression') return pathText(file, node.elements[0] ?? undefined);
  return node && staticText(file, node);
}

/** `x.use(path?, ...handlers)`. */
export function readUse(file: SourceFile, call: TSESTree.CallExpression): Registration {
  const [first] = call.arguments;
  const hasPath = isPath(file, first);
  return { kind: 'use', path: hasPath ? pathText(file, first) : '', handlers: places(file, call.arguments.slice(hasPath ? 1 : 0)) };
}

/** `x.post(path, ...handlers)`; with a path alone (Express's `app.get('port')`) it is no route. */
export function readVerb(file: SourceFile, call: TSESTree.CallExpression, method: string): Registration | undefined {
  const [first, ...rest] = call.arguments;
  const handlers = places(file, rest);
  if (handlers.length === 0) return undefined;
  const path = pathText(file, first);
  // app.all('*', check) is middleware by another name.
  if (method === 'all' && path !== undefined && /^\/?\(?\.?\*/.test(path)) return { kind: 'use', path: '', handlers };
  return { kind: 'route', methods: [method], path, handlers };
}

/** `x.route('/path').get(a).post(b)`: the path at the root of the chain. */
export function routeChain(file: SourceFile, call: TSESTree.CallExpression): string | undefined {
  for (let at: Node = call; at.type === 'CallExpression' && at.callee.type === 'MemberExpression'; at = at.callee.object) {
    if (memberName(at.callee) === 'route') return pathText(file, argumentAt(at, 0));
  }
  return undefined;
}

/** The value of an option that is a text. */
export function textOption(file: SourceFile, options: Node | undefined, name: string): string | undefined {
  const entry = options && shapeOf({ file, node: options })?.entries.get(name);
  return entry && staticText(entry.file, entry.value);
}
