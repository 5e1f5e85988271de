import { indentationAt, styleOf } from '../../edits/style.ts';
import { bearerExposures } from '../../exposures/headers.ts';
import { clientsOf, requestsOf } from '../../app/requests.ts';
import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { bare, contains, memberName, propertyName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import { isSignInRequest } from './received.ts';

const HEADER = /^(?:authorization|x-(?:access|auth)-token|x-token)$/i;

/** Where a front end starts: what runs there runs before every request. */
const ENTRY = /\bcreateRoot\(|\bhydrateRoot\(|ReactDOM\.render\(|\bcreateApp\(|new Vue\(/;

/** Requests send the cookie: axios instances and the global one once, `fetch` where it asked with a token or signs in. */
export function carryCredentials(contexts: readonly CodemodContext[]): void {
  const global: CodemodContext[] = [];
  for (const context of contexts) {
    openFetches(context);
    for (const { api, node, options } of clientsOf(context.file))
      if (api.id === 'axios' && isMade(node)) openClient(context, node, options);
    if (askedByGlobalAxios(context)) global.push(context);
    dropHeaderResets(context);
  }
  if (global.length > 0 && !contexts.some(({ file }) => file.text.includes('followSession(axios)')))
    openGlobalAxios(contexts.find(({ file }) => ENTRY.test(file.text)) ?? global[0]!);
}

function openFetches(context: CodemodContext): void {
  const { file, changes, facts } = context;
  const source = importPath(file.path, facts.client.session);
  for (const request of requestsOf(file)) {
    if (
      request.api.id !== 'fetch' ||
      request.node.type !== 'CallExpression' ||
      !isOurs(context, request.node) ||
      changes.isGone(request.node)
    )
      continue;
    changes.replace(request.node.callee, 'apiFetch');
    changes.addImport({ source, imported: 'apiFetch', local: 'apiFetch' });
  }
}

/** Whether a request went with the token, or begins a session. */
function isOurs(context: CodemodContext, request: CallNode): boolean {
  const { file, facts } = context;
  return (
    bearerExposures(file).some(({ node }) => contains(request, node)) ||
    lostHeaders(context, request) ||
    isSignInRequest(file, request, facts.client)
  );
}

/** Whether a request's options held something that went: a header variable, a helper's call. */
function lostHeaders(context: CodemodContext, request: CallNode): boolean {
  return holdsGone(context, request) || request.arguments.some((one, i) => context.changes.goes(one) || (i > 0 && hasLost(context, one)));
}

function holdsGone({ file, changes }: CodemodContext, node: Node): boolean {
  return [...nodesOf(file, 'Property'), ...nodesOf(file, 'SpreadElement')].some((one) => contains(node, one) && changes.goes(one));
}

/** Whether something went of options or headers that are in a variable: `headers.set('Authorization', …)` above the request. */
function hasLost(context: CodemodContext, node: Node, steps = 5): boolean {
  const { file, changes } = context;
  const inner = bare(node);
  if (changes.goes(inner) || changes.replaced.get(inner) === '{}') return true;
  if (steps <= 0) return false;
  const next = (one: Node): boolean => hasLost(context, one, steps - 1);
  if (inner.type === 'ObjectExpression')
    return inner.properties.some(
      (one) =>
        changes.goes(one) || (one.type === 'SpreadElement' ? next(one.argument) : propertyName(one) === 'headers' && next(one.value)),
    );
  if (inner.type !== 'Identifier') return holdsGone(context, inner);
  const variable = variableOf(file, inner);
  const binding = variable && bindingOf(variable);
  if (!variable || binding?.kind === 'import') return false;
  const isChanged = variable.references.some(
    ({ identifier }) => (identifier as Node).parent?.type === 'MemberExpression' && changes.isGone(identifier),
  );
  return isChanged || (binding?.kind === 'value' && binding.path.length === 0 && next(binding.init));
}

/** Whether a client is an instance of its own, which `axios.create` makes. */
function isMade(node: Node): boolean {
  return node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && memberName(node.callee) === 'create';
}

/** `axios.create({ … })` sends cookies, and is followed. */
function openClient(context: CodemodContext, call: Node, options: Node | undefined): void {
  const { file, changes, facts } = context;
  if (call.type !== 'CallExpression' || file.text.includes('followSession(') || changes.isGone(call)) return;
  const inner = options && bare(options);
  const has =
    inner?.type === 'ObjectExpression' &&
    inner.properties.some((one) => one.type === 'Property' && propertyName(one) === 'withCredentials');
  if (inner?.type === 'ObjectExpression' && !has) changes.addEntry(inner, 'withCredentials: true');
  else if (!inner) changes.addEntry(call, '{ withCredentials: true }');
  changes.insert(call.range[0], 'followSession(');
  changes.insert(call.range[1], ')');
  changes.addImport({ source: importPath(file.path, facts.client.session), imported: 'followSession', local: 'followSession' });
}

/** Whether a file asks by `axios` itself, and did so with the token or to sign in; or gave all its requests the token. */
function askedByGlobalAxios(context: CodemodContext): boolean {
  const { file } = context;
  if (!file.text.includes('axios')) return false;
  if (requestsOf(file).some(({ api, node }) => api.id === 'axios' && isGlobal(file, node.callee) && isOurs(context, node))) return true;
  return bearerExposures(file).some(({ node }) => {
    for (let at: Node | undefined = node; at; at = at.parent) {
      if (at.type === 'AssignmentExpression' && /^axios\.defaults\./.test(textOf(file, at.left))) return true;
      if (at.type === 'CallExpression' && /^axios\.interceptors\./.test(textOf(file, at.callee))) return true;
    }
    return false;
  });
}

function isGlobal(file: SourceFile, callee: Node): boolean {
  const origin = originOf(file, callee);
  return origin !== undefined && /^axios#(?!create)\w*(?:\.\w+)?$/.test(origin);
}

/** `followSession(axios)` once, where the app starts. */
function openGlobalAxios({ file, changes, facts }: CodemodContext): void {
  const isPreamble = (statement: Node): boolean =>
    statement.type === 'ImportDeclaration' ||
    (statement.type === 'ExpressionStatement' && 'directive' in statement && statement.directive != null) ||
    (statement.type === 'VariableDeclaration' &&
      statement.declarations.every(
        ({ init }) => init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require',
      ));
  const first = file.ast.body.find((statement) => !isPreamble(statement));
  const { semicolon, lineEnd } = styleOf(file);
  const text = `followSession(axios)${semicolon}`;
  if (first) changes.insert(withComment(file, first), `${text}${lineEnd}${lineEnd}${indentationAt(file.text, first.range[0])}`);
  else changes.insert(file.text.length, `${lineEnd}${text}${lineEnd}`);
  changes.addImport({ source: 'axios', imported: 'default', local: 'axios' });
  changes.addImport({ source: importPath(file.path, facts.client.session), imported: 'followSession', local: 'followSession' });
}

/** Where a statement begins, with the comment above it. */
function withComment(file: SourceFile, statement: Node): number {
  const previous = file.ast.body.findLast((one) => one.range[1] <= statement.range[0]);
  const end = previous?.range[1] ?? statement.range[0];
  const between = file.text.slice(end, statement.range[0]);
  const ownLine = between.indexOf('\n');
  const comment = ownLine < 0 ? -1 : between.slice(ownLine).search(/\/[/*]/);
  return comment < 0 ? statement.range[0] : end + ownLine + comment;
}

/** `delete axios.defaults.headers.common.Authorization` has nothing to delete any more. */
function dropHeaderResets({ file, changes }: CodemodContext): void {
  for (const node of nodesOf(file, 'UnaryExpression')) {
    const target = bare(node.argument);
    if (node.operator === 'delete' && target.type === 'MemberExpression' && isTokenHeader(file, target)) changes.remove(node);
  }
  for (const node of nodesOf(file, 'AssignmentExpression')) {
    const isEmpty =
      (node.right.type === 'Literal' && (node.right.value === null || node.right.value === '')) ||
      (node.right.type === 'Identifier' && node.right.name === 'undefined');
    if (isEmpty && node.left.type === 'MemberExpression' && isTokenHeader(file, node.left)) changes.remove(node);
  }
}

function isTokenHeader(file: SourceFile, node: Node): boolean {
  return node.type === 'MemberExpression' && HEADER.test(memberName(node) ?? '') && /headers|common/i.test(textOf(file, node.object));
}
