import { FUNCTION_KEEPERS } from '../apis/state/by-name.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import { calleeName, returnsOf } from '../syntax/functions.ts';
import { constructorOf } from '../syntax/members.ts';
import type { CallNode, ClassNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { enclosingClass, fixedName, isClass, isFunction, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import { UsesByFunction } from './calls-by-function.ts';
import type { Names } from './names-elsewhere.ts';
import { namesElsewhere } from './names-elsewhere.ts';
import type { Place } from './resolve.ts';
import { resolveValue } from './resolve.ts';
import { whole } from '../credentials/alternatives.ts';

/** A call, and what the function gets that it calls in the end: of `fn.call(self, a)`, `a` alone. */
export interface CallOf {
  readonly node: CallNode;
  readonly arguments: CallNode['arguments'];
  /** The object on which it calls a method, where the call that is written does not say so itself. */
  readonly object?: Node;
}

/** The function that a call calls, where it is written in the file or (in a project) in another: methods and hooks too. */
export function calledFunction(file: SourceFile, call: CallNode): LocatedCall<FunctionNode> | undefined {
  return functionBehind({ file, node: call.callee });
}

/** The function that an expression stands for, through what only wraps one. */
export function functionBehind(place: Place): LocatedCall<FunctionNode> | undefined {
  const { file: home, node } = resolveValue(place);
  if (isFunction(node)) return { file: home, node };
  // const login = useCallback(async () => …, []): the first argument is what is called.
  if (node.type === 'CallExpression') {
    const [wrapped] = node.arguments;
    if (wrapped && isFunction(wrapped) && [WRAPPERS, FUNCTION_KEEPERS].some((one) => one.test(calleeName(node) ?? '')))
      return { file: home, node: wrapped };
  }
  return undefined;
}

/** Functions around a function that is called as it is. */
const WRAPPERS = whole('debounce throttle asyncHandler catchAsync wrap wrapAsync tryCatch');

const callsByFunction = perFile(
  (file) =>
    new UsesByFunction<CallNode>(
      file,
      [...nodesOf(file, 'CallExpression'), ...nodesOf(file, 'NewExpression')],
      // A class may inherit its constructor, which is of another name.
      (call) => (call.type === 'CallExpression' && call.callee.type !== 'Super' ? call.callee : undefined),
      (call) =>
        (call.type === 'NewExpression' || call.callee.type === 'Super' ? constructorCalled(file, call) : calledFunction(file, call))?.node,
    ),
);

/** The calls of a function within its own file. */
export function callsTo(file: SourceFile, fn: FunctionNode): readonly CallNode[] {
  return callsByFunction(file).of(fn, file.links ? namesElsewhere(file, fn) : NO_NAMES, new Set([file.path]));
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** A call and the file that it is in. */
export interface LocatedCall<N = CallNode> {
  readonly file: SourceFile;
  readonly node: N;
}

/** Files that use something of another, and the names under which they may. */
interface Users {
  readonly files: readonly SourceFile[];
  readonly names: Names;
  /** The module itself and those that export what it exports, by their paths. */
  readonly modules: ReadonlySet<string>;
}

const users = perFile(() => new Map<string, Users>());

/** The files of a project that import a module and have one of some names, also by way of modules that export what it exports. */
export function usersOf(file: SourceFile, names: Names): readonly SourceFile[] {
  return usersAndNames(file, names).files;
}

/**
 * The same, with the names that modules on the way give to it.
 *
 * @param asValues Without the files that only import it, or use it as an element.
 */
export function usersAndNames(file: SourceFile, names: Names, asValues = false): Users {
  if (!file.facts || names?.size === 0) return { files: [], names, modules: new Set([file.path]) };
  const key = `${asValues}${names ? [...names].join() : ''}`;
  let found = users(file).get(key);
  if (!found) users(file).set(key, (found = findUsers(file, names, asValues)));
  return found;
}

function findUsers(file: SourceFile, own: Names, asValues: boolean): Users {
  const found = new Set<SourceFile>();
  const modules = [file];
  let names = own && new Set(own);
  for (const module of modules) {
    for (const importer of module.facts?.importersOf(module, names, asValues) ?? []) {
      if (importer === file || found.has(importer)) continue;
      found.add(importer);
      const exports = importer.ast.body.filter((one) => one.type === 'ExportNamedDeclaration' || one.type === 'ExportAllDeclaration');
      if (!exports.some(({ source }) => source)) continue;
      modules.push(importer);
      names = names && withNewNames(names, exports);
    }
  }
  return { files: [...found], names, modules: new Set(modules.map(({ path }) => path)) };
}

/** `export { session as current } from './session'`: a name that something has from there on. */
function withNewNames(
  names: Set<string>,
  exports: readonly (TSESTree.ExportNamedDeclaration | TSESTree.ExportAllDeclaration)[],
): Set<string> {
  for (const one of exports) {
    for (const { local, exported } of one.type === 'ExportNamedDeclaration' ? one.specifiers : []) {
      const [from, to] = [fixedName(local, false), fixedName(exported, false)];
      if (from === undefined || !names.has(from) || to === undefined) continue;
      names.add(to);
    }
  }
  return names;
}

const callers = perFile(() => new Map<Node, readonly LocatedCall[]>());

/** The calls of a function in its file and, in a project, in the files that import it. */
export function callersOf(file: SourceFile, fn: FunctionNode): readonly LocatedCall[] {
  let found = callers(file).get(fn);
  if (!found) callers(file).set(fn, (found = findCallers(file, fn)));
  return found;
}

function findCallers(file: SourceFile, fn: FunctionNode): readonly LocatedCall[] {
  const own = callsTo(file, fn).map((node) => ({ file, node }));
  if (!file.facts) return own;
  const { files, names, modules } = usersAndNames(file, namesElsewhere(file, fn), true);
  const others = files.flatMap((other) =>
    callsByFunction(other)
      .of(fn, names, modules)
      .map((node) => ({ file: other, node })),
  );
  return others.length > 0 ? [...own, ...others] : own;
}

const elementsByComponent = perFile(
  (file) =>
    new UsesByFunction<TSESTree.JSXOpeningElement>(
      file,
      nodesOf(file, 'JSXOpeningElement'),
      ({ name }) => name,
      (element) => componentOf(file, element)?.node,
    ),
);

/** The function or class that an element's name stands for, through `memo`, `forwardRef` and whatever else is around one. */
export function componentOf(file: SourceFile, { name }: TSESTree.JSXOpeningElement): LocatedCall<FunctionNode | ClassNode> | undefined {
  if (name.type !== 'JSXIdentifier' || !/^[A-Z_$]/.test(name.name)) return undefined;
  const definition = definitionNamed(file, name);
  if (!definition) return undefined;
  const { file: home, node } = resolveValue(definition);
  const inner =
    node.type === 'CallExpression' && node.arguments[0] ? resolveValue({ file: home, node: node.arguments[0] }) : { file: home, node };
  return isFunction(inner.node) || isClass(inner.node) ? { file: inner.file, node: inner.node } : undefined;
}

/** What the name of an element stands for: an import, a declaration, a variable's value. */
function definitionNamed(file: SourceFile, name: Node): Place | undefined {
  const variable = variableOf(file, name);
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'import') return file.links?.exported(file, binding.source, binding.imported);
  if (binding?.kind === 'declaration') return { file, node: binding.node };
  return binding?.kind === 'value' && binding.path.length === 0 ? { file, node: binding.init } : undefined;
}

/** The function that `new X(…)` or `super(…)` runs: a constructor, be it inherited. */
export function constructorCalled(file: SourceFile, call: CallNode): LocatedCall<FunctionNode> | undefined {
  const made = call.callee.type === 'Super' ? enclosingClass(call)?.superClass : call.callee;
  return made ? constructorAt({ file, node: made }) : undefined;
}

function constructorAt(place: Place, steps = 4): LocatedCall<FunctionNode> | undefined {
  const { file, node } = resolveValue(place);
  if (isFunction(node)) return { file, node };
  if (!isClass(node) || steps <= 0) return undefined;
  const own = constructorOf(node);
  if (own) return { file, node: own };
  return node.superClass ? constructorAt({ file, node: node.superClass }, steps - 1) : undefined;
}

/** The elements that a component is used as, in its file and, in a project, in the files that import it. */
export function elementsOf(file: SourceFile, component: FunctionNode | ClassNode): readonly LocatedCall<TSESTree.JSXOpeningElement>[] {
  const own = file.facts ? namesElsewhere(file, component) : NO_NAMES;
  const { files, names, modules } = usersAndNames(file, own);
  const inFile = (home: SourceFile, known: Names): LocatedCall<TSESTree.JSXOpeningElement>[] =>
    elementsByComponent(home)
      .of(component, known, modules)
      .map((node) => ({ file: home, node }));
  const others = files.flatMap((other) => inFile(other, names));
  return others.length > 0 ? [...inFile(file, own), ...others] : inFile(file, own);
}

/** What a promise resolves with that is made by hand: the arguments of `resolve(…)` in `new Promise((resolve) => …)`. */
export function resolvedWith(file: SourceFile, call: TSESTree.NewExpression): Node[] {
  const [executor] = call.arguments;
  if (call.callee.type !== 'Identifier' || call.callee.name !== 'Promise' || !isFunction(executor)) return [];
  const [resolve] = executor.params;
  const variable = resolve?.type === 'Identifier' ? variableOf(file, resolve) : undefined;
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    const { parent } = identifier as Node;
    const [given] = parent?.type === 'CallExpression' && parent.callee === identifier ? parent.arguments : [];
    return given && given.type !== 'SpreadElement' ? [given] : [];
  });
}

/** The results of a function, as its callers get them: what it returns, and what a generator is done with. */
export function resultsOf(fn: FunctionNode): readonly Node[] {
  return returnsOf(fn);
}

/** `fn.call(self, a)`, `fn.bind(self)`: the function, and how many arguments stand before its own. */
export function borrowedCall(
  call: TSESTree.CallExpression,
): { readonly callee: Node; readonly method: 'call' | 'apply' | 'bind' } | undefined {
  const { callee } = call;
  if (callee.type !== 'MemberExpression') return undefined;
  const method = memberName(callee);
  return method === 'call' || method === 'apply' || method === 'bind' ? { callee: callee.object, method } : undefined;
}
