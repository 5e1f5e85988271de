import { isSignOutName } from '../../credentials/session-words.ts';
import { putBefore } from '../../edits/statements.ts';
import { styleOf } from '../../edits/style.ts';
import type { StorageExposure } from '../../exposures/index.ts';
import { variableOf } from '../../syntax/bindings.ts';
import { calleeName, iteratedBy } from '../../syntax/functions.ts';
import type { FunctionNode, Node, Range } from '../../syntax/nodes.ts';
import { bare, contains, dressed, enclosingFunction, enclosingStatement, functionName, isFunction, isWithin } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import { originOf } from '../../flow/origin.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';

/** Where a token was taken out of its storage, the session ends: on the server, or here only where that said so already. */
export function endSessions(
  context: CodemodContext,
  removals: readonly StorageExposure[],
  isHolder: (removal: StorageExposure) => boolean,
): void {
  const done = new Set<FunctionNode | undefined>();
  const tokens = new Set(removals.flatMap((removal) => (isHolder(removal) ? [] : [removal.node])));
  for (const removal of removals) {
    if (!isMirror(removal.node)) endOnce(context, removal, { tokens, done });
    else if (!isHolder(removal)) context.changes.remove(removal.node);
  }
  endWhereEverythingIsCleared(context, done);
}

/** What is known of the removals of a file. */
interface Ending {
  /** Those of the token itself. */
  readonly tokens: ReadonlySet<Node>;
  /** The functions that end the session already. */
  readonly done: Set<FunctionNode | undefined>;
}

/** A function ends the session once, also for several keys, or for one in several storages. */
function endOnce(context: CodemodContext, removal: StorageExposure, { tokens, done }: Ending): void {
  const { changes } = context;
  const staysRemoved = !tokens.has(removal.node);
  const { loop, node } = removedAt(context, removal, tokens);
  if (changes.isGone(node) || changes.replaced.has(node)) return;
  const fn = outermost(node);
  const isEnded = done.has(fn) || endsAlready(context, fn);
  done.add(fn);
  if (!isEnded) {
    const text = endText(context, loop, endAt(context, node, fn));
    if (!staysRemoved && node === loop) replaceByEnd(context, node, enclosingStatement(node), text);
    else endBefore(context, loop, fn, text);
  }
  if (!staysRemoved && (isEnded || node !== loop)) changes.remove(node);
}

/** What ends the session where the token was taken out, and the loop around it where it is done for several. */
function removedAt(
  context: CodemodContext,
  { key, node }: StorageExposure,
  tokens: ReadonlySet<Node>,
): { readonly loop: Node; readonly node: Node } {
  if (key.isOneOfMany) return { loop: loopAround(node), node: loopAround(node) };
  if (!isOfLoop(context, node)) return { loop: node, node };
  const loop = loopAround(node);
  return { loop, node: doesNothingElse(loop, node, tokens) ? loop : node };
}

function endBefore(context: CodemodContext, node: Node, fn: FunctionNode | undefined, text: string): void {
  const statement = enclosingStatement(node);
  if (fn && contains(statement, fn)) endInExpression(context, node, text);
  else putBefore(context.changes, statement, text);
}

/** The loop, or the call of `forEach`, in which something is done for each of several keys. */
function loopAround(node: Node): Node {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at.type === 'ForOfStatement' || at.type === 'ForInStatement') return at;
    if (isFunction(at)) return iteratedBy(at) && at.parent.type === 'CallExpression' ? at.parent : node;
  }
  return node;
}

/** The steps of a loop, or of the function that a list's method runs for each of its elements. */
function stepsOf(loop: Node, inside: Node): readonly Node[] {
  const body = loop.type === 'ForOfStatement' ? loop.body : enclosingFunction(inside)?.body;
  const steps = body?.type === 'BlockStatement' ? body.body : body ? [body] : [];
  return steps.map((one) => dressed(one.type === 'ExpressionStatement' ? one.expression : one));
}

/** Whether a loop goes through storages, and takes something out of each: `[a, b].forEach((one) => one.removeItem('token'))`. */
function isOfLoop({ file }: CodemodContext, node: Node): boolean {
  const loop = loopAround(node);
  const callee = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? bare(node.callee.object) : undefined;
  const variable = callee?.type === 'Identifier' ? variableOf(file, callee) : undefined;
  const declared = variable?.identifiers[0] as Node | undefined;
  return loop !== node && declared !== undefined && contains(loop, declared) && stepsOf(loop, node).includes(dressed(node));
}

function doesNothingElse(loop: Node, node: Node, tokens: ReadonlySet<Node>): boolean {
  return stepsOf(loop, node).every((one) => tokens.has(one));
}

/** The end stands where the token was taken out: as a statement, or in the expression, `() => localStorage.removeItem('token')`. */
function replaceByEnd({ changes }: CodemodContext, node: Node, statement: Node, text: string): void {
  const at = dressed(node);
  const call = text.replace(/;$/, '');
  // The expression and not the statement: a semicolon on the next line is for what follows.
  if (statement === node) changes.replace(node, text);
  else if (statement.type === 'ExpressionStatement' && statement.expression === at) changes.replace(at, call);
  else changes.replace(node, call.replace(/^(?:await|void) /, ''));
}

/** `() => localStorage.removeItem('user')` stays and ends the session before. */
function endInExpression({ changes }: CodemodContext, node: Node, text: string): void {
  changes.insert(node.range[0], `(${text.replace(/^(?:await|void) |;$/g, '')}, `);
  changes.insert(node.range[1], ')');
}

/** `setToken(null)`: the session ends, unless the function has ended it already by what it did to the storage. */
export function endState(context: CodemodContext, call: Node): void {
  const { changes } = context;
  // Asked for by each holder that the call gives something to: once is enough.
  if (changes.replaced.has(call)) return;
  const fn = outermost(call);
  if (endsIn(context, fn)) {
    changes.remove(call);
    return;
  }
  const isAsked = isAttribute(call) || (fn !== undefined && isSignOutName(functionName(fn) ?? ''));
  const end = endAt(context, call, fn);
  const text = endText(context, call, !isAsked && end === 'endSession' ? 'forgetSession' : end);
  replaceByEnd(context, call, enclosingStatement(call), text);
}

/** Whether a function ends the session, or will by what has been changed in it. */
function endsIn(context: CodemodContext, fn: FunctionNode | undefined): boolean {
  const { changes } = context;
  const isEnd = (text: string, at: Range): boolean => ENDS.test(text) && fn !== undefined && contains(fn, { range: at });
  return (
    endsAlready(context, fn) ||
    [...changes.replaced].some(([node, text]) => isEnd(text, node.range)) ||
    changes.inserted.some(({ at, text }) => isEnd(text, [at, at]))
  );
}

/** Whether the session ends already in the function that a place is in. */
export function isEnded(context: CodemodContext, node: Node): boolean {
  return endsIn(context, actingFunction(node));
}

/** The session ends before what a place does. */
export function endBeside(context: CodemodContext, node: Node): void {
  if (isEnded(context, node)) return;
  const fn = actingFunction(node);
  const text = endText(context, node, endAt(context, node, fn));
  const statement = enclosingStatement(node);
  if (fn && contains(statement, fn)) endInExpression(context, fn.body, text);
  else putBefore(context.changes, statement, text);
}

/** The function that does what a place does: around callbacks in it, but not around the handler of an element. */
function actingFunction(node: Node): FunctionNode | undefined {
  let fn = enclosingFunction(node);
  while (fn?.parent.type === 'CallExpression' && fn.parent.callee !== fn) {
    const outer = enclosingFunction(fn);
    if (!outer || isSignOutName(functionName(fn) ?? '')) return fn;
    fn = outer;
  }
  return fn;
}

/** Whether a function asks the server itself to end the session: its request carries the cookie from now on. */
function asksServer({ facts }: CodemodContext, fn: FunctionNode | undefined): boolean {
  const within = new Set<Node>(fn ? [fn] : []);
  return [...(facts.client.signOutCalls ?? [])].some((call) => isWithin(within, call));
}

/** How a session ends where a token was taken out of its storage. */
type End = 'endSession' | 'endRefusedSession' | 'forgetSession';

/**
 * On the server, or here only where the function asks that itself or the session has ended. A refusal may be about something
 * else: then people were signed out all the same.
 */
function endAt(context: CodemodContext, node: Node, fn: FunctionNode | undefined): End {
  if (asksServer(context, fn)) return 'forgetSession';
  const reason = refusalBefore(context, node);
  if (reason === 'expired') return 'forgetSession';
  return reason === 'refused' ? 'endRefusedSession' : 'endSession';
}

const ENDS = /\b(?:end|forget|endRefused)Session\(/;

/** `onClick={() => setToken(null)}`: somebody asks for it. */
function isAttribute(node: Node): boolean {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'JSXAttribute') return true;
  return false;
}

/**
 * An effect that keeps the storage as the state is: `if (token) setItem(…) else removeItem(…)`. Without a token there is
 * nothing to end; it runs at the start too.
 */
function isMirror(node: Node): boolean {
  let test: Node | undefined;
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at.type === 'IfStatement') test = at.test;
    if (!isFunction(at)) continue;
    const call = at.parent;
    const [, dependencies] = call.type === 'CallExpression' && /^use(?:Layout)?Effect$/.test(calleeName(call) ?? '') ? call.arguments : [];
    const asked = test?.type === 'UnaryExpression' ? test.argument : test;
    return (
      dependencies?.type === 'ArrayExpression' &&
      asked?.type === 'Identifier' &&
      dependencies.elements.some((one) => one?.type === 'Identifier' && one.name === asked.name)
    );
  }
  return false;
}

/** Whether an earlier migration made the function end the session. */
function endsAlready({ file }: CodemodContext, fn: FunctionNode | undefined): boolean {
  return fn !== undefined && ENDS.test(textOf(file, fn.body));
}

/** `localStorage.clear()` in a logout takes the hint with it; the cookie is the server's to take. */
function endWhereEverythingIsCleared(context: CodemodContext, done: ReadonlySet<FunctionNode | undefined>): void {
  for (const call of nodesOf(context.file, 'CallExpression')) {
    const fn = outermost(call);
    if (
      calleeName(call) !== 'clear' ||
      !/^(?:local|session)Storage\.clear$/.test(originOf(context.file, call.callee) ?? '') ||
      done.has(fn) ||
      !fn ||
      endsAlready(context, fn) ||
      !isSignOutName(functionName(fn) ?? '')
    )
      continue;
    putBefore(context.changes, enclosingStatement(call), endText(context, call, asksServer(context, fn) ? 'forgetSession' : 'endSession'));
  }
}

function endText(context: CodemodContext, node: Node, end: End): string {
  const { file, changes, facts } = context;
  changes.addImport({ source: importPath(file.path, facts.client.session), imported: end, local: end });
  const { semicolon } = styleOf(file);
  if (end === 'forgetSession') return `forgetSession()${semicolon}`;
  if (enclosingFunction(node)?.async) return `await ${end}()${semicolon}`;
  // TypeScript's linters want to see that nobody waits for it.
  return `${/\.tsx?$/.test(file.path) ? 'void ' : ''}${end}()${semicolon}`;
}

/** The function as a whole that a node is in: a logout's, not that of a callback inside. */
function outermost(node: Node): FunctionNode | undefined {
  let fn = enclosingFunction(node);
  for (let at = fn; at; at = enclosingFunction(at)) {
    if (isSignOutName(functionName(at) ?? '')) return at;
    if (at.parent.type !== 'CallExpression') fn = at;
  }
  return fn;
}

const IS_EXPIRED = /expired|exp\b|isExpired/i;
const IS_REFUSED = /401|403|unauthori|!response\.ok|!res\.ok/i;

/** Code that runs because the session has ended, or because something was refused: a 401, a failed request or check. */
function refusalBefore({ file }: CodemodContext, node: Node): 'expired' | 'refused' | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at.type === 'CatchClause') return 'refused';
    if (at.type === 'IfStatement') {
      const test = textOf(file, at.test);
      if (IS_REFUSED.test(test)) return 'refused';
      if (IS_EXPIRED.test(test)) return 'expired';
    }
    if (isFunction(at)) {
      if (isSignOutName(functionName(at) ?? '')) return undefined;
      if (handlesRefusals(file, at)) return 'refused';
    }
  }
  return undefined;
}

/** Whether a function is called with what went wrong: `.catch(…)`, an interceptor of responses. */
function handlesRefusals(file: SourceFile, fn: FunctionNode): boolean {
  const call = fn.parent;
  return call.type === 'CallExpression' && (calleeName(call) === 'catch' || /interceptors\.response\.use$/.test(textOf(file, call.callee)));
}
