import type { HttpRequest } from '../../apis/http/index.ts';
import { requestsOf } from '../../app/requests.ts';
import type { Changes } from '../../edits/changes.ts';
import { indentationAt, styleOf } from '../../edits/style.ts';
import { stateOfRequest } from '../../exposures/credentials-state.ts';
import { bearerExposures } from '../../exposures/headers.ts';
import type { StorageExposure } from '../../exposures/index.ts';
import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { ClientFacts } from '../facts.ts';
import { importPath } from '../facts.ts';
import { isSignInAnswer } from './received.ts';

/** The request on whose object a call sets a header: that of `xhr.open(…)` for `xhr.setRequestHeader(…)`. */
export function requestSetBy(file: SourceFile, call: Node): HttpRequest | undefined {
  const object = call.type === 'CallExpression' && call.callee.type === 'MemberExpression' ? call.callee.object : undefined;
  const variable = object && variableOf(file, object);
  return variable && requestsOf(file).find(({ receiver }) => receiver !== undefined && variableOf(file, receiver) === variable);
}

/** Requests that are each told by themselves send the cookie: where they went with a token, and where a session begins or ends. */
export function tellAlone({ file, changes, facts }: CodemodContext): void {
  const carriers = new Set(bearerExposures(file).map(({ node }) => requestSetBy(file, node)));
  for (const request of requestsOf(file)) {
    const { api, node, receiver } = request;
    const { credentials } = api;
    if (credentials?.form !== 'assignment' || !receiver || node.parent.type !== 'ExpressionStatement' || changes.isGone(node)) continue;
    const { unseenSignIns, signOutCalls } = facts.client;
    if (!carriers.has(request) && unseenSignIns?.has(node) !== true && signOutCalls?.has(node) !== true) continue;
    if (stateOfRequest(file, request, credentials).state !== 'missing') continue;
    const { semicolon, lineEnd } = styleOf(file);
    const line = `${textOf(file, receiver)}.${credentials.property} = ${String(credentials.value)}${semicolon}`;
    changes.insert(node.parent.range[1], `${lineEnd}${indentationAt(file.text, node.parent.range[0])}${line}`);
  }
}

/**
 * Where nothing of ours sees the answer to a sign-in, taking note of it stands where the token was stored.
 *
 * @returns Whether something stands there now.
 */
export function rememberUnseen({ file, changes, facts, todo }: CodemodContext, { node, access }: StorageExposure): boolean {
  const { unseenSignIns, hasSeenSignIns } = facts.client;
  if (!unseenSignIns || unseenSignIns.size === 0 || !access.value) return false;
  const answer = access.value.file === file ? answerBehind(changes, access.value.node, facts.client) : undefined;
  if (!answer) {
    if (hasSeenSignIns) return false;
    todo(node, 'setter-handed-on', 'nothing takes note of this sign-in: call rememberSession() with the answer here.');
    return true;
  }
  if (!isUnseen(file, answer, facts.client)) return false;
  changes.replace(node, `rememberSession(${textOf(file, answer)})`);
  changes.addImport({ source: importPath(file.path, facts.client.session), imported: 'rememberSession', local: 'rememberSession' });
  return true;
}

/** The object that a token was taken out of, by a name that the server gives it. */
function answerBehind(changes: Changes, value: Node, facts: ClientFacts, steps = 4): Node | undefined {
  const { file } = changes;
  const inner = bare(value);
  if (inner.type === 'MemberExpression') return facts.bodyKeys.includes(memberName(inner) ?? '') ? inner.object : undefined;
  const variable = inner.type === 'Identifier' ? variableOf(file, inner) : undefined;
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'value' || steps <= 0) return undefined;
  const [name, ...more] = binding.path;
  if (name === undefined) return answerBehind(changes, binding.init, facts, steps - 1);
  const isNamed =
    more.length === 0 && facts.bodyKeys.includes(name) && (bare(binding.init).type === 'Identifier' || changes.isPure(binding.init));
  return isNamed ? binding.init : undefined;
}

/** Whether an answer is one of those: as far as it can be followed, else where there are no others. */
function isUnseen(file: SourceFile, answer: Node, facts: ClientFacts): boolean {
  if (!facts.hasSeenSignIns) return true;
  const unseen = { ...facts, signInPaths: [], signInCalls: facts.unseenSignIns ?? new Set<Node>() };
  return isSignInAnswer(file, answer, unseen);
}
