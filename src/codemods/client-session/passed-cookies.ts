import { indentationAt, styleOf } from '../../edits/style.ts';
import { reaches } from '../../app/reached-routes.ts';
import type { SentRequest } from '../../app/sent-requests.ts';
import { sentRequestsIn } from '../../app/sent-requests.ts';
import { requestsOf } from '../../app/requests.ts';
import { variableOf } from '../../syntax/bindings.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { contains, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import { patternOf } from '../../templates/literal.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { BackendCookieFacts } from '../facts.ts';
import { importPath } from '../facts.ts';
import type { Backend } from './addresses.ts';
import { addressOf } from './addresses.ts';
import type { MadeSession } from './made-sessions.ts';

const PASSES = 'passCookiesOn';
const ENDS = 'endBackendSession';

const NO_SIGN_IN =
  'no request was found here that signs in at the backend, so that its cookie would not reach the browser. ' +
  'Hand the answer to passCookiesOn().';
const NOT_HANDED =
  "the backend's cookie comes with this answer, and would not reach the browser. " +
  'Wait for the answer under a name, and hand it to passCookiesOn().';
const ELSEWHERE =
  'people sign in at another backend here than pages ask, so that pages would not send it its cookie. ' +
  'Without --cookie a route of the app adds the token.';
const NO_END =
  "signing out has to end the backend's session too, or its cookie stays with the browser. " +
  'Have events.signOut call endBackendSession() with the address at which the backend ends it.';

/** Hands the cookies that the backend sets, where the server signs in, renews and signs out there, on to the browser. */
export function passCookies(
  [first]: readonly MadeSession[],
  contexts: ReadonlyMap<SourceFile, CodemodContext>,
  cookie: BackendCookieFacts & { readonly asked: Backend | undefined },
): void {
  if (!first) return;
  const sent = sentRequestsIn([...contexts.keys()]);
  const at = (path: string | undefined): SentRequest[] =>
    path === undefined ? [] : sent.filter((request) => reaches(request, { path, isWhole: true }) === 'yes');
  const signIns = at(cookie.signInPath);
  const context = contexts.get(first.file)!;
  if (signIns.length === 0) context.todo(first.maker.callbacks, 'cookie-not-handed-on', NO_SIGN_IN);
  for (const request of signIns)
    if (isElsewhere(request, cookie.asked)) contexts.get(request.file)!.todo(request.node, 'several-backends', ELSEWHERE);
  for (const request of new Set([...signIns, ...at(cookie.renewalPath)])) passOn(request, contexts.get(request.file)!, cookie);
  endWithSession(first, signIns, context, cookie);
}

/** Whether people sign in at another address than pages ask, as far as both are written out. */
function isElsewhere({ file, node }: SentRequest, asked: Backend | undefined): boolean {
  const url = requestsOf(file).find((one) => one.node === node)?.url;
  const address = url && addressOf(file, url);
  if (address?.kind !== 'backend' || !asked || address.backend.variable !== undefined || asked.variable !== undefined) return false;
  return address.backend.key !== asked.key;
}

/** `await passCookiesOn(response);` behind `const response = await fetch(…);`. */
function passOn({ node, through }: SentRequest, { file, changes, todo }: CodemodContext, { module }: BackendCookieFacts): void {
  let at: Node = node;
  let isAwaited = false;
  while (at.parent && at.parent.type !== 'VariableDeclarator' && /^(?:TS|Await|Chain)/.test(at.parent.type)) {
    at = at.parent;
    isAwaited ||= at.type === 'AwaitExpression';
  }
  const declarator = at.parent;
  const isNamed = isAwaited && declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier';
  const statement = declarator?.parent;
  if (through.length > 0 || !isNamed || statement?.type !== 'VariableDeclaration' || statement.parent.type !== 'BlockStatement') {
    todo(node, 'cookie-not-handed-on', NOT_HANDED);
    return;
  }
  const { lineEnd, semicolon } = styleOf(file);
  const [start, end] = statement.range;
  changes.insert(end, `${lineEnd}${indentationAt(file.text, start)}await ${PASSES}(${textOf(file, declarator.id)})${semicolon}`);
  changes.addImport({ source: importPath(file.path, module), imported: PASSES, local: PASSES });
}

/** `events: { async signOut() { await endBackendSession(…); } }`. */
function endWithSession(
  { file, maker: { callbacks } }: MadeSession,
  signIns: readonly SentRequest[],
  { changes, todo }: CodemodContext,
  { signInPath, signOutPath, module }: BackendCookieFacts,
): void {
  const config = callbacks.parent.type === 'Property' ? callbacks.parent.parent : undefined;
  const address = signOutPath === undefined ? undefined : addressInstead(file, signIns, signInPath, signOutPath);
  const list = config?.type === 'ObjectExpression' ? eventsOf(config) : undefined;
  if (!list || address === undefined) {
    todo(callbacks, 'cookie-not-handed-on', NO_END);
    return;
  }
  const { indent, lineEnd, semicolon } = styleOf(file);
  const [entry] = list.object.properties;
  const outer = indentationAt(file.text, (entry ?? list.object).range[0]);
  const body = (white: string): string =>
    ['async signOut() {', `${indent}await ${ENDS}(${address})${semicolon}`, '}'].join(lineEnd + white);
  const text = list.isNew ? ['events: {', `${indent}${body(outer + indent)},`, '}'].join(lineEnd + outer) : body(outer);
  changes.addEntry(list.object, text);
  changes.addImport({ source: importPath(file.path, module), imported: ENDS, local: ENDS });
}

/** The object that the event is put into; nothing where somebody listens to it already, or may. */
function eventsOf(config: TSESTree.ObjectExpression): { readonly object: TSESTree.ObjectExpression; readonly isNew: boolean } | undefined {
  if (config.properties.some((one) => one.type === 'SpreadElement')) return undefined;
  const events = config.properties.find((one) => one.type === 'Property' && propertyName(one) === 'events');
  if (!events) return { object: config, isNew: true };
  const value = events.type === 'Property' ? events.value : undefined;
  if (value?.type !== 'ObjectExpression') return undefined;
  const isTaken = value.properties.some((one) => one.type !== 'Property' || propertyName(one) === 'signOut');
  return isTaken ? undefined : { object: value, isNew: false };
}

/** The address at which the backend ends a session, written as that at which people sign in there is. */
function addressInstead(file: SourceFile, signIns: readonly SentRequest[], from: string, to: string): string | undefined {
  const [request, ...others] = signIns.filter((one) => one.file === file);
  const url = request && others.length === 0 ? requestsOf(file).find(({ node }) => node === request.node)?.url : undefined;
  if (!url) return undefined;
  const [, before, quote] = new RegExp(`^(.*?)${patternOf(from)}(['"\`])$`, 's').exec(textOf(file, url)) ?? [];
  return before !== undefined && quote !== undefined && isOfModule(file, url) ? `${before}${to}${quote}` : undefined;
}

/** Whether an expression means the same everywhere in its file. */
function isOfModule(file: SourceFile, node: Node): boolean {
  const names = nodesOf(file, 'Identifier').filter((one) => contains(node, one));
  return names.every((name) => {
    const scope = variableOf(file, name)?.scope.type;
    return scope === undefined || scope === 'module' || scope === 'global';
  });
}
