import type { AppStatement, ExpressApp } from '../../apis/server/express-app.ts';
import { expressAppsOf, isWithoutRoutes, parsesCookies } from '../../apis/server/express-app.ts';
import { endWithComment } from '../../edits/statements.ts';
import { indentationAt, styleOf } from '../../edits/style.ts';
import { calledFunction } from '../../flow/calls.ts';
import { originOf } from '../../flow/origin.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { readsOf, variableOf } from '../../syntax/bindings.ts';
import type { FunctionNode, Node } from '../../syntax/nodes.ts';
import { bare, contains, enclosingClass, enclosingFunction, isAssignmentTarget, isFunction, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';

/** Cookies are taken apart and cross-site requests refused, before anything that may hold a route. */
export function guard(context: CodemodContext, app: ExpressApp): void {
  const { file, changes } = context;
  if (isMadeByGuardedFactory(file, app)) return;
  const wanted = wantedMiddleware(context);
  if (wanted.length === 0) return;
  const after = placeFor(file, app);
  if (!after) {
    context.todo(app.declaration, 'no-place-for-middleware', 'use cookieParser() and refuseCrossSite on this app before its first route.');
    return;
  }
  const style = styleOf(file);
  const indentation = indentationAt(file.text, after.range[0]);
  const lines = wanted.map(({ text }) => `${style.lineEnd}${indentation}${app.name}.use(${text})${style.semicolon}`);
  changes.insert(endWithComment(file.text, after), lines.join(''));
  for (const { source, imported, local } of wanted) changes.addImport({ source, imported, local });
}

interface WantedMiddleware {
  readonly text: string;
  readonly source: string;
  readonly imported: string;
  readonly local: string;
}

function wantedMiddleware({ file, facts: { server } }: CodemodContext): WantedMiddleware[] {
  const own = (name: string, source: string): WantedMiddleware => ({ text: name, source, imported: name, local: name });
  return [
    ...(server.parsesCookies || parsesCookies(file)
      ? []
      : [{ text: 'cookieParser()', source: 'cookie-parser', imported: 'default', local: 'cookieParser' }]),
    ...(file.text.includes('refuseCrossSite') ? [] : [own('refuseCrossSite', importPath(file.path, server.csrfCheck))]),
    ...(server.csrf === 'token' && !file.text.includes('requireCsrfToken')
      ? [own('requireCsrfToken', importPath(file.path, server.csrfToken))]
      : []),
  ];
}

/** `const app = createApp()`: the app is guarded where the factory makes it. */
function isMadeByGuardedFactory(file: SourceFile, { declaration, name }: ExpressApp): boolean {
  if (declaration.type !== 'VariableDeclaration') return false;
  const init = declaration.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name)?.init;
  const call = init && bare(init);
  const factory = call?.type === 'CallExpression' ? calledFunction(file, call) : undefined;
  return factory !== undefined && expressAppsOf(factory.file).some((one) => contains(factory.node, one.declaration));
}

/**
 * The statement behind which the guard goes: the last middleware that has to run first, of those that stand before
 * everything that may hold a route; else the app's creation. Undefined where no statement creates the app.
 */
function placeFor(file: SourceFile, app: ExpressApp): Node | undefined {
  let after = creationOf(app);
  for (const use of usesOf(file, app)) {
    const statement = app.statements.find(({ call }) => contains(call.callee, use));
    const role = statement ? roleOf(file, statement) : roleOfOther(file, use);
    if (role === 'routes') break;
    if (role === 'first' && statement && isReached(app, statement.statement)) after = statement.statement;
  }
  return after;
}

/** What the use of an app means for the guard: it goes behind it, it may go behind it, it must not. */
type Role = 'first' | 'other' | 'routes';

function roleOf(file: SourceFile, statement: AppStatement): Role {
  const { method, call } = statement;
  if (/^(?:set|enable|disable|engine)$/.test(method)) return 'first';
  if (method !== 'use' && method !== 'options')
    return /^(?:on|once|param|get)$/.test(method) && call.arguments.length < 2 ? 'other' : 'routes';
  if (isWithoutRoutes(statement)) return 'first';
  const handlers = statement.path === undefined ? call.arguments : call.arguments.slice(1);
  const functions = handlers.map((one) => resolveValue({ file, node: one }));
  if (functions.some(({ node }) => !isFunction(node))) return 'routes';
  if (functions.every((one) => setsCors(one.file, one.node))) return 'first';
  // A function that is written at its place and passes requests on. What another file does is not looked through.
  return functions.every((one) => one.file === file && passesOn(one.node as FunctionNode) && !readsTokens(file, one.node))
    ? 'other'
    : 'routes';
}

function setsCors(file: SourceFile, node: Node): boolean {
  return /access-control-allow-origin/i.test(textOf(file, node));
}

function passesOn(fn: FunctionNode): boolean {
  return fn.params.length === 3;
}

function readsTokens(file: SourceFile, node: Node): boolean {
  return /authorization|token|cookie/i.test(textOf(file, node));
}

/** Servers are created with an app, and settings written and read, without a route. */
function roleOfOther(file: SourceFile, use: Node): Role {
  const { parent } = use;
  if (parent?.type === 'CallExpression' && /^https?#createServer$/.test(originOf(file, parent.callee) ?? '')) return 'other';
  if (parent?.type !== 'MemberExpression' || parent.object !== use) return 'routes';
  if (memberName(parent) === 'locals' || isAssignmentTarget(parent)) return 'other';
  const call = parent.parent;
  const isSetting =
    call.type === 'CallExpression' && /^(?:get|enabled|disabled)$/.test(memberName(parent) ?? '') && call.arguments.length === 1;
  return isSetting || memberName(parent) === 'listen' ? 'other' : 'routes';
}

/** The statement that creates the app; in a class that creates it in a field, none. */
function creationOf({ declaration }: ExpressApp): Node | undefined {
  if (declaration.type === 'PropertyDefinition') return undefined;
  return declaration.parent?.type === 'ExportNamedDeclaration' ? declaration.parent : declaration;
}

/** Whether a statement runs whenever the app is made: it stands beside its creation; in a class, directly in a method. */
function isReached({ declaration }: ExpressApp, statement: Node): boolean {
  const host = enclosingClass(declaration);
  if (host && enclosingClass(statement) === host) {
    const method = enclosingFunction(statement);
    return method?.body === statement.parent && method?.parent.type === 'MethodDefinition';
  }
  const creation = declaration.parent?.type === 'ExportNamedDeclaration' ? declaration.parent : declaration;
  return statement.parent === creation.parent;
}

/** Every mention of an app, in order. */
function usesOf(file: SourceFile, { name, declaration }: ExpressApp): Node[] {
  if (declaration.type === 'VariableDeclaration') {
    const id = declaration.declarations.find((one) => one.id.type === 'Identifier' && one.id.name === name)?.id;
    const variable = id && variableOf(file, id);
    return variable ? readsOf(variable).toSorted((a, b) => a.range[0] - b.range[0]) : [];
  }
  const host = enclosingClass(declaration);
  return nodesOf(file, 'MemberExpression')
    .filter((one) => `this.${memberName(one)}` === name && one.object.type === 'ThisExpression' && enclosingClass(one) === host)
    .filter((one) => !isAssignmentTarget(one));
}
