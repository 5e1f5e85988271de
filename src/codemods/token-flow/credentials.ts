import { indentationAt, styleOf } from '../../edits/style.ts';
import { tokenHeaderOf, tokenHeadersOf } from '../../exposures/carried-headers.ts';
import { bearerExposures } from '../../exposures/headers.ts';
import { httpClients } from '../../apis/http/index.ts';
import type { HttpClient, HttpRequest } from '../../apis/http/index.ts';
import { clientsOf, requestsOf } from '../../app/requests.ts';
import { bindingOf, requiredModule, variableOf } from '../../syntax/bindings.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { bare, contains, isNothing, memberName, propertyName } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import { isSignInRequest } from './received.ts';
import type { Shared } from './without-cookies.ts';
import { askOthersWithout, isElsewhere, isOfShared, isScript, leaveOthers } from './without-cookies.ts';

const HEADER = /^(?:authorization|x-(?:access|auth)-token|x-token)$/i;

/** Where a front end starts: what runs there runs before every request. */
const ENTRY = /\bcreateRoot\(|\bhydrateRoot\(|ReactDOM\.render\(|\bcreateApp\(|new Vue\(/;

/** Requests send the cookie: instances and what a package has one of once, others where they went with a token or sign in. */
export function carryCredentials(contexts: readonly CodemodContext[]): void {
  const headers = tokenHeadersOf(contexts.map(({ file }) => file));
  for (const context of contexts) {
    sendForThem(context, headers);
    leaveOthers(context);
    for (const client of clientsOf(context.file))
      if (!isElsewhere(context, client.node)) {
        if (client.api.session?.form === 'observed') observeClient(context, client);
        if (client.api.session?.form === 'given') giveFetch(context, client, client.api.session.option);
      }
  }
  for (const { session, credentials } of httpClients)
    if (session?.form === 'observed' && credentials?.form === 'option') {
      const isFollowed = followShared(contexts, session.shared, headers);
      for (const context of contexts) askOthersWithout(context, isFollowed ? session.shared : undefined);
    }
}

/**
 * What a package has one of is handed to the session's module, where the app starts.
 *
 * @returns Whether it sends cookies from now on.
 */
function followShared(contexts: readonly CodemodContext[], shared: Shared, headers: Headers): boolean {
  const asking = contexts.filter((context) => asksByShared(context, shared, headers));
  // The global of a script tag is there for one page: each script says it by itself.
  const scripts = asking.filter(isScript);
  for (const context of scripts) if (!context.file.text.includes('followSession(')) observeShared(context, shared);
  const [first] = asking;
  if (first && scripts.length === 0 && !contexts.some(({ file }) => file.text.includes(`followSession(${shared.name})`)))
    observeShared(contexts.find(({ file }) => ENTRY.test(file.text)) ?? first, shared);
  return first !== undefined;
}

/** Requests that the migration's own function sends. */
function sendForThem(context: CodemodContext, headers: Headers): void {
  const { file, changes, facts } = context;
  const source = importPath(file.path, facts.client.session);
  for (const request of requestsOf(file)) {
    if (
      request.api.session?.form !== 'sent for it' ||
      request.node.type !== 'CallExpression' ||
      !isOurs(context, request, headers) ||
      changes.isGone(request.node)
    )
      continue;
    changes.replace(request.node.callee, 'apiFetch');
    changes.addImport({ source, imported: 'apiFetch', local: 'apiFetch' });
  }
}

/** The names of the headers in which the front end sends its token. */
type Headers = ReadonlySet<string>;

/** Whether a request went with the token, or begins a session. */
function isOurs(context: CodemodContext, request: HttpRequest, headers: Headers): boolean {
  const { file, facts } = context;
  return (
    tokenHeaderOf(file, request, headers) !== undefined ||
    lostHeaders(context, request.node) ||
    // fetch(`/export?token=${token}`)
    (request.url !== undefined && context.changes.replaced.has(bare(request.url))) ||
    facts.client.signOutCalls?.has(request.node) === true ||
    isSignInRequest(file, request.node, facts.client) ||
    sendsOurs(context, request, headers)
  );
}

/** Whether a request sends one that was made before and that went with the token: `fetch(new Request(url, options))`. */
function sendsOurs(context: CodemodContext, { node }: HttpRequest, headers: Headers): boolean {
  const first = argumentAt(node, 0);
  const made = first && resolveValue({ file: context.file, node: first });
  if (made?.file !== context.file || made.node.type !== 'NewExpression') return false;
  const known = requestsOf(context.file).find((one) => one.node === made.node);
  return known !== undefined && isOurs(context, known, headers);
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

/** `axios.create({ … })` sends cookies, and its responses are seen. */
function observeClient(context: CodemodContext, { api: { credentials }, node: call, options }: HttpClient): void {
  const { file, changes, facts } = context;
  if (call.type !== 'CallExpression' || file.text.includes('followSession(') || changes.isGone(call)) return;
  const [name] = credentials?.form === 'option' ? credentials.path : [];
  if (name === undefined) return;
  const inner = options && bare(options);
  const has = inner?.type === 'ObjectExpression' && inner.properties.some((one) => one.type === 'Property' && propertyName(one) === name);
  if (inner?.type === 'ObjectExpression' && !has) changes.addEntry(inner, `${name}: true`);
  else if (!inner) changes.addEntry(call, `{ ${name}: true }`);
  changes.insert(call.range[0], 'followSession(');
  changes.insert(call.range[1], ')');
  changes.addImport({ source: importPath(file.path, facts.client.session), imported: 'followSession', local: 'followSession' });
}

/** `fetchBaseQuery({ … })` sends by the session's own function, which sends cookies and sees responses. */
function giveFetch({ file, changes, facts, todo }: CodemodContext, { node: call, options, api }: HttpClient, option: string): void {
  const shape = options && shapeOf({ file, node: options });
  const own = shape?.entries.get(option);
  if (call.type !== 'CallExpression' || changes.isGone(call) || (own && textOf(own.file, own.value) === 'apiFetch')) return;
  if (own || shape?.open || (options && !shape)) {
    todo(
      call,
      'client-with-own-fetch',
      `${api.label} may be given a \`${option}\` of the app's own here: send requests by apiFetch() in it.`,
    );
    return;
  }
  const inner = options && bare(options);
  if (!inner) changes.addEntry(call, `{ ${option}: apiFetch }`);
  else if (inner.type === 'ObjectExpression') changes.addEntry(inner, `${option}: apiFetch`);
  else {
    changes.insert(inner.range[0], '{ ...');
    changes.insert(inner.range[1], `, ${option}: apiFetch }`);
  }
  changes.addImport({ source: importPath(file.path, facts.client.session), imported: 'apiFetch', local: 'apiFetch' });
}

/** Whether a file asks by what a package has one of, and did so with the token or to sign in; or gave all its requests the token. */
function asksByShared(context: CodemodContext, shared: Shared, headers: Headers): boolean {
  const { file } = context;
  if (!file.text.includes(shared.source)) return false;
  if (requestsOf(file).some((request) => isOfShared(context, request.node.callee, shared) && isOurs(context, request, headers)))
    return true;
  const made = new Set<Node>(clientsOf(file).map(({ node }) => node));
  return bearerExposures(file).some(({ node }) => {
    for (let at: Node | undefined = node; at; at = at.parent) {
      if (at.type === 'AssignmentExpression' && isOfShared(context, at.left, shared)) return true;
      if (at.type === 'CallExpression' && !made.has(at) && isOfShared(context, at.callee, shared)) return true;
    }
    return false;
  });
}

/** `followSession(axios)` once, where the app starts. */
function observeShared({ file, changes, facts }: CodemodContext, { source, name: usual }: Shared): void {
  const name = nameOfPackage(file, source) ?? usual;
  const isPreamble = (statement: Node): boolean =>
    statement.type === 'ImportDeclaration' ||
    (statement.type === 'ExpressionStatement' && 'directive' in statement && statement.directive != null) ||
    (statement.type === 'VariableDeclaration' &&
      statement.declarations.every(
        ({ init }) => init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require',
      ));
  // What comes before the package is there says nothing of it: `let url = '…'; const axios = require('axios');`.
  const body = file.ast.body.slice(file.ast.body.findLastIndex((statement) => bringsPackage(file, statement, source)) + 1);
  const first = body.find((statement) => !isPreamble(statement));
  const { semicolon, lineEnd } = styleOf(file);
  const text = `followSession(${name})${semicolon}`;
  if (first) {
    const at = withComment(file, first);
    const above = file.text.slice(0, at);
    const blank = above.trim() === '' || /\n[\t ]*\r?\n[\t ]*$/.test(above) ? '' : lineEnd + indentationAt(file.text, first.range[0]);
    changes.insert(at, `${blank}${text}${lineEnd}${lineEnd}${indentationAt(file.text, first.range[0])}`);
  } else changes.insert(file.text.length, `${lineEnd}${text}${lineEnd}`);
  changes.addImport({ source, imported: 'default', local: name });
  changes.addImport({ source: importPath(file.path, facts.client.session), imported: 'followSession', local: 'followSession' });
}

/** Whether a statement takes a package in by `require`: names of it are not there before. */
function bringsPackage(file: SourceFile, statement: Node, source: string): boolean {
  return (
    statement.type === 'VariableDeclaration' &&
    statement.declarations.some(({ init }) => init !== null && requiredModule(file, init) === source)
  );
}

/** What a file calls a package, by its import or `require`. */
function nameOfPackage(file: SourceFile, source: string): string | undefined {
  const imported = nodesOf(file, 'ImportDefaultSpecifier').find(({ parent }) => parent.source.value === source)?.local;
  const required = nodesOf(file, 'VariableDeclarator').find(
    ({ id, init }) => id.type === 'Identifier' && init && requiredModule(file, init) === source,
  );
  return imported?.name ?? (required?.id.type === 'Identifier' ? required.id.name : undefined);
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
export function dropHeaderResets({ file, changes, facts }: CodemodContext): void {
  const isReset = (node: Node): boolean => isTokenHeader(file, node, facts.server.customHeader);
  for (const node of nodesOf(file, 'UnaryExpression')) {
    const target = bare(node.argument);
    if (node.operator === 'delete' && target.type === 'MemberExpression' && isReset(target)) changes.remove(node);
  }
  for (const node of nodesOf(file, 'AssignmentExpression')) {
    if (isNothing(node.right) && node.left.type === 'MemberExpression' && isReset(node.left)) changes.remove(node);
  }
}

/** @param own A header of the app's own, from which its server takes tokens. */
function isTokenHeader(file: SourceFile, node: Node, own: string | undefined): boolean {
  const name = node.type === 'MemberExpression' ? memberName(node) : undefined;
  if (node.type !== 'MemberExpression' || name === undefined || !/headers|common/i.test(textOf(file, node.object))) return false;
  return HEADER.test(name) || name.toLowerCase() === own?.toLowerCase();
}
