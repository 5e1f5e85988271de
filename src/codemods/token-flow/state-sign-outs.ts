import { isSignOutName } from '../../credentials/session-words.ts';
import { callsOfValue } from '../../flow/back.ts';
import { functionBehind } from '../../flow/calls.ts';
import { locationOf } from '../../flow/location.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, calleeName } from '../../syntax/functions.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, enclosingFunction, functionName, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { Located } from './calls.ts';
import { endBeside, isEnded } from './logout.ts';

/** What takes away who is signed in, where it is not called after signing out: `clearAuth`, `RESET_USER`, `removeCredentials`. */
const FORGETS = /(?:clear|reset|remove|destroy|delete|drop|unset|end)_?-?(?:auth|session|user|credentials?|token|login|account)/i;

/** Where a state is told that nobody is signed in any more because somebody signs out, the session ends. */
export function endWhereCleared(contexts: ReadonlyMap<SourceFile, CodemodContext>, cleared: readonly Located[]): void {
  const context = (file: SourceFile): CodemodContext => contexts.get(file)!;
  for (const at of cleared) {
    if (!enclosingFunction(at.node) || isEnded(context(at.file), at.node) || !isSignOut(at)) continue;
    const places = dispatchesOf(at, [...contexts.keys()]).filter(({ file }) => contexts.has(file));
    for (const { file, node } of places.length > 0 ? places : [at]) endBeside(context(file), node);
  }
}

/** Whether what a place is in is called after signing out: its functions, the case of a reducer, the action that it hears of. */
export function isSignOut({ file, node }: Located): boolean {
  return namesAround(file, node).some((name) => isSignOutName(name) || FORGETS.test(name));
}

function* casesAround(file: SourceFile, node: Node): Generator<string> {
  for (let at: Node | undefined = node; at && !isFunction(at); at = at.parent) {
    if (at.type !== 'SwitchCase') continue;
    const { cases }: TSESTree.SwitchStatement = at.parent;
    // Those that fall through to it.
    for (let i: number = cases.indexOf(at); i >= 0; i--) {
      const one: TSESTree.SwitchCase = cases[i]!;
      if (one !== at && one.consequent.length > 0) return;
      if (one.test) yield textOf(file, one.test);
    }
  }
}

function namesAround(file: SourceFile, node: Node): string[] {
  const cases = [...casesAround(file, node)];
  if (cases.length > 0) return cases;
  const names: string[] = [];
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const name = functionName(fn);
    if (name !== undefined) names.push(name);
    const told = actionHeard(fn);
    if (told) names.push(textOf(file, told));
  }
  return names;
}

/** `logout.fulfilled` of `builder.addCase(logout.fulfilled, (state) => …)`. */
function actionHeard(fn: FunctionNode): Node | undefined {
  const { parent } = fn;
  return parent.type === 'CallExpression' && calleeName(parent) === 'addCase' && parent.arguments[1] === fn
    ? argumentAt(parent, 0)
    : undefined;
}

/** Where a reducer that does something is sent for: a reducer itself only says what the state becomes. */
function dispatchesOf({ file, node }: Located, files: readonly SourceFile[]): Located[] {
  const cases = [...casesAround(file, node)];
  const fn = enclosingFunction(node);
  if (cases.length > 0) return actionsOfType(files, cases);
  const told = fn && actionHeard(fn);
  if (told) return thunkBehind(file, told);
  const mutation = fn && mutationAround(fn);
  if (mutation !== undefined) return commitsOf(files, mutation);
  const slice = fn && sliceAround(fn);
  return slice
    ? callsOfValue(locationOf(file, slice.call, ['actions', slice.name])!).map((one) => ({ file: one.file, node: one.node }))
    : [];
}

/** The slice whose case a function is, and under which name. */
function sliceAround(fn: FunctionNode): { readonly call: Node; readonly name: string } | undefined {
  const property = fn.parent;
  const table = property.type === 'Property' ? property.parent.parent : undefined;
  const name = property.type === 'Property' ? propertyName(property) : undefined;
  if (table?.type !== 'Property' || propertyName(table) !== 'reducers' || name === undefined) return undefined;
  const call = table.parent.parent;
  return call.type === 'CallExpression' ? { call, name } : undefined;
}

/** The name of the mutation that a function is: `mutations: { logout(state) {…} }`. */
function mutationAround({ parent }: FunctionNode): string | undefined {
  const table = parent.type === 'Property' ? parent.parent.parent : undefined;
  const name =
    table?.type === 'Property'
      ? propertyName(table)
      : table?.type === 'VariableDeclarator' && table.id.type === 'Identifier'
        ? table.id.name
        : '';
  return name === 'mutations' && parent.type === 'Property' ? propertyName(parent) : undefined;
}

/** `commit('auth/logout')`. None where a component may call it by a name of its own, or out of its template. */
function commitsOf(files: readonly SourceFile[], name: string): Located[] {
  const found = files.flatMap((file) =>
    nodesOf(file, 'Literal').flatMap((node): (Located | undefined)[] => {
      if (typeof node.value !== 'string' || node.value.split('/').at(-1) !== name) return [];
      const { parent } = node;
      const isCommit = parent.type === 'CallExpression' && calleeName(parent) === 'commit' && parent.arguments[0] === node;
      return [isCommit ? { file, node: parent } : undefined];
    }),
  );
  const isInTemplate = files.some(({ path, text }) => path.endsWith('.vue') && new RegExp(`commit\\(['"](?:\\w+/)*${name}\\b`).test(text));
  return isInTemplate ? [] : found.flatMap((one) => one ?? []);
}

/** The beginning of what a thunk does, before its end is heard of. */
function thunkBehind(file: SourceFile, told: Node): Located[] {
  const inner = bare(told);
  if (inner.type !== 'MemberExpression' || memberName(inner) !== 'fulfilled') return [];
  const thunk = resolveValue({ file, node: inner.object });
  const creator = thunk.node.type === 'CallExpression' ? argumentAt(thunk.node, 1) : undefined;
  const fn = creator && functionBehind({ file: thunk.file, node: creator });
  if (!fn) return [];
  const { body } = fn.node;
  const first = body.type === 'BlockStatement' ? body.body[0] : body;
  return first ? [{ file: fn.file, node: first }] : [];
}

/** `{ type: LOGOUT }`, in the files of the project that name it. */
function actionsOfType(files: readonly SourceFile[], types: readonly string[]): Located[] {
  const signingOut = new Set(types.filter((one) => isSignOutName(one) || FORGETS.test(one)));
  return files.flatMap((one) =>
    nodesOf(one, 'Property').flatMap((property) =>
      propertyName(property) === 'type' && signingOut.has(textOf(one, property.value)) ? [{ file: one, node: property.parent }] : [],
    ),
  );
}
