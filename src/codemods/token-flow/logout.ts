import { putBefore } from '../../edits/statements.ts';
import { styleOf } from '../../edits/style.ts';
import type { StorageExposure } from '../../exposures/index.ts';
import { calleeName } from '../../syntax/functions.ts';
import type { FunctionNode, Node } from '../../syntax/nodes.ts';
import { enclosingFunction, enclosingStatement, functionName, isFunction } from '../../syntax/nodes.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import { originOf } from '../../syntax/origin.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';

/** Where a token was taken out of its storage, the session ends: on the server, or here only where that said so already. */
export function endSessions(context: CodemodContext, removals: readonly StorageExposure[], isHolder: (removal: StorageExposure) => boolean): void {
  const done = new Set<FunctionNode | undefined>();
  for (const removal of removals) {
    const statement = enclosingStatement(removal.node);
    const fn = outermost(removal.node);
    const staysRemoved = isHolder(removal);
    const end = isAfterRefusal(context, removal.node) ? 'forgetSession' : 'endSession';
    const text = done.has(fn) || endsAlready(context, fn) ? undefined : endText(context, removal.node, end);
    done.add(fn);
    if (text === undefined) {
      if (!staysRemoved) context.changes.remove(removal.node);
    } else if (staysRemoved || statement.type !== 'ExpressionStatement') {
      putBefore(context.changes, statement, text);
      if (!staysRemoved) context.changes.remove(removal.node);
    } else context.changes.replace(statement, text);
  }
  endWhereEverythingIsCleared(context, done);
}

/** Whether an earlier migration made the function end the session. */
function endsAlready({ file }: CodemodContext, fn: FunctionNode | undefined): boolean {
  return fn !== undefined && /\b(?:end|forget)Session\(/.test(textOf(file, fn));
}

/** `localStorage.clear()` in a logout takes the hint with it; the cookie is the server's to take. */
function endWhereEverythingIsCleared(context: CodemodContext, done: ReadonlySet<FunctionNode | undefined>): void {
  for (const call of nodesOf(context.file, 'CallExpression')) {
    const fn = outermost(call);
    if (calleeName(call) !== 'clear' || !/^(?:local|session)Storage\.clear$/.test(originOf(context.file, call.callee) ?? '') || done.has(fn) || !fn || endsAlready(context, fn) || !isLogout(functionName(fn) ?? '')) continue;
    putBefore(context.changes, enclosingStatement(call), endText(context, call, 'endSession'));
  }
}

export function isLogout(name: string): boolean {
  return /log_?-?(?:out|off)|sign_?-?out/i.test(name);
}

function endText(context: CodemodContext, node: Node, end: 'endSession' | 'forgetSession'): string {
  const { file, changes, facts } = context;
  changes.addImport({ source: importPath(file.path, facts.client.session), imported: end, local: end });
  const { semicolon } = styleOf(file);
  if (end === 'forgetSession') return `forgetSession()${semicolon}`;
  if (enclosingFunction(node)?.async) return `await endSession()${semicolon}`;
  // TypeScript's linters want to see that nobody waits for it.
  return `${/\.tsx?$/.test(file.path) ? 'void ' : ''}endSession()${semicolon}`;
}

/** The function as a whole that a node is in: a logout's, not that of a callback inside. */
function outermost(node: Node): FunctionNode | undefined {
  let fn = enclosingFunction(node);
  for (let at = fn; at; at = enclosingFunction(at)) {
    if (isLogout(functionName(at) ?? '')) return at;
    if (at.parent.type !== 'CallExpression') fn = at;
  }
  return fn;
}

/** Code that runs because the server refused: a 401, a failed check, an expired token. There the session is over already. */
function isAfterRefusal({ file }: CodemodContext, node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at.type === 'CatchClause') return true;
    if (at.type === 'IfStatement' && /401|403|expired|exp\b|unauthori|isExpired|!response\.ok|!res\.ok/i.test(textOf(file, at.test))) return true;
    if (isFunction(at)) {
      if (isLogout(functionName(at) ?? '')) return false;
      const call = at.parent;
      if (call.type === 'CallExpression' && (/^catch$/.test(calleeName(call) ?? '') || /interceptors\.response\.use$/.test(textOf(file, call.callee)))) return true;
    }
  }
  return false;
}
