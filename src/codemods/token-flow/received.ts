import { addressParametersOf } from '../../apis/navigation/address-parameters.ts';
import { pathBelowBase, pathWithBase, reaches } from '../../app/reached-routes.ts';
import { answersIn, isForeign, requestsOf } from '../../app/requests.ts';
import { storageExposures } from '../../exposures/storage.ts';
import { isCredentialKey } from '../../exposures/storage-keys.ts';
import { readName } from '../../credentials/names.ts';
import type { SentRequest } from '../../app/sent-requests.ts';
import { sentRequestsOf } from '../../app/sent-requests.ts';
import type { Variable } from '@typescript-eslint/scope-manager';
import type { Place } from '../../flow/resolve.ts';
import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, calleeName, returnsOf } from '../../syntax/functions.ts';
import { calledFunction, callsTo } from '../../flow/calls.ts';
import type { CallNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import { textParts } from '../../flow/static-text.ts';
import type { ClientFacts } from '../facts.ts';

/** Names that requests go by where the client itself is another file's: `api.post('/auth/login', …)`. */
const REQUEST_METHODS = /^(?:get|post|put|patch|delete|request|fetch|\$fetch|apiFetch|axios|ajax)$/i;

/** Whether a call asks an endpoint at which a session begins or is renewed. */
export function isSignInRequest(file: SourceFile, call: CallNode, facts: ClientFacts): boolean {
  const url = urlOf(file, call);
  return facts.signInCalls?.has(call) === true || (url !== undefined && isSignInAddress(url, facts));
}

function isSignInAddress(url: string, facts: ClientFacts): boolean {
  // Clients put a slash before a path that has none: `api.post('user/login')`.
  const path = url
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
    .replace(/^(?=[\w.-]+\/)/, '/');
  return facts.signInPaths.some((end) => path === end || path.endsWith(end.startsWith('/') ? end : `/${end}`));
}

/**
 * The calls by which the app signs in and out: a client's own, and those of functions around it, `call('/auth/login', …)`, whatever
 * they are called. A client's call that is made for other sites too is none of sign-ins: nothing of ours is sent there.
 */
export function sessionCallsIn(
  files: readonly SourceFile[],
  facts: ClientFacts,
): Required<Pick<ClientFacts, 'signInCalls' | 'signOutCalls' | 'unseenSignIns' | 'hasSeenSignIns' | 'ownAnswers'>> {
  const [signInCalls, signOutCalls, unseenSignIns] = [new Set<Node>(), new Set<Node>(), new Set<Node>()];
  let hasSeenSignIns = false;
  for (const file of files) {
    for (const request of requestsOf(file)) {
      const sent = sentRequestsOf(file, request);
      const signIns = sent.filter((one) => one.through.length > 0 && isSentToSignIn(one, facts));
      for (const { node } of signIns) signInCalls.add(node);
      if (signIns.length > 0 && !sent.some((one) => isSentAbroad(one))) signInCalls.add(request.node);
      for (const one of sent) {
        if (isSentToSignOut(one, facts)) signOutCalls.add(one.node);
        if (!isSentToSignIn(one, facts)) continue;
        if (request.api.session?.form === 'alone') unseenSignIns.add(one.node).add(request.node);
        else hasSeenSignIns = true;
      }
    }
  }
  for (const { node, api, sentBy } of signInsByWhatTheyGive(files, facts)) {
    signInCalls.add(node).add(sentBy);
    if (api.session?.form === 'alone') unseenSignIns.add(node).add(sentBy);
    else hasSeenSignIns = true;
  }
  const { ownAnswers, endings } = answersElsewhere(files, facts);
  return {
    signInCalls: new Set([...signInCalls, ...ownAnswers]),
    signOutCalls: new Set([...signOutCalls, ...endings]),
    unseenSignIns,
    hasSeenSignIns,
    ownAnswers,
  };
}

/** Where the answers to requests by which people sign in come out, of a client whose requests are named apart, and what signs out. */
function answersElsewhere(files: readonly SourceFile[], facts: ClientFacts): { ownAnswers: Set<Node>; endings: readonly Node[] } {
  const requests = files.flatMap((file) =>
    requestsOf(file).flatMap((request) => (request.client ? [{ node: request.node, sent: sentRequestsOf(file, request) }] : [])),
  );
  const thatAre = (isOne: (sent: SentRequest, facts: ClientFacts) => boolean): Set<Node> =>
    new Set(requests.filter(({ sent }) => sent.some((one) => isOne(one, facts))).map(({ node }) => node));
  const [asked, ended] = [thatAre(isSentToSignIn), thatAre(isSentToSignOut)];
  const told = requests.length === 0 ? [] : files.flatMap(answersIn);
  const endings = told.filter(({ node, request }) => ended.has(request) && node.type === 'CallExpression').map(({ node }) => node);
  for (const { node, request } of told) if (asked.has(request)) asked.add(node);
  return { ownAnswers: asked, endings };
}

/** Requests that may ask for a session by their address, `/api/auth/${mode}`, and do, since a token is taken out of their answer. */
export function signInsByWhatTheyGive(files: readonly SourceFile[], facts: ClientFacts): (SentRequest & { readonly sentBy: Node })[] {
  const may = files.flatMap((file) =>
    requestsOf(file).flatMap((request) =>
      sentRequestsOf(file, request).flatMap((sent) => (maySignIn(sent, facts) ? [{ ...sent, sentBy: request.node }] : [])),
    ),
  );
  if (may.length === 0) return [];
  // An envelope says nothing: `data` of `{ data: token }` is taken out of every answer of such an app.
  const named = facts.bodyKeys.filter((key) => isCredentialKey(readName(key)));
  const takings = files.flatMap((file) =>
    [...nodesOf(file, 'MemberExpression'), ...nodesOf(file, 'Property')]
      .filter((node) => named.includes((node.type === 'Property' ? propertyName(node) : memberName(node)) ?? ''))
      .map((node) => ({ file, node })),
  );
  return may.filter(({ node: asked }) => {
    const alone = { ...facts, signInPaths: [], signInCalls: new Set([asked]) };
    return takings.some(({ file, node }) => isReceivedToken(file, node, alone)) || isKeptWhole(files, alone);
  });
}

/** Whether an answer is kept as it is: `localStorage.setItem('user', JSON.stringify(response.data))`. */
function isKeptWhole(files: readonly SourceFile[], facts: ClientFacts): boolean {
  return files.some((file) =>
    storageExposures(file).some(({ access: { value } }) => {
      const inner = value && bare(value.node);
      const written = inner?.type === 'CallExpression' && calleeName(inner) === 'stringify' ? argumentAt(inner, 0) : inner;
      return value !== undefined && written !== undefined && isSignInAnswer(value.file, written, facts);
    }),
  );
}

/** Whether a request may reach a route at which sessions begin, and is not known to: one or more pieces of its path are not known. */
function maySignIn(request: SentRequest, { signInPaths }: ClientFacts): boolean {
  const { rest } = request.address;
  if (rest.every((part) => typeof part === 'string')) return false;
  return signInPaths.some((path) => reaches(request, { path, isWhole: true }) === 'unknown');
}

function isSentToSignOut(sent: SentRequest, { signOutPath }: ClientFacts): boolean {
  return signOutPath !== undefined && reaches(sent, { path: signOutPath, isWhole: true }) === 'yes';
}

function isSentAbroad({ file, address: { base, rest } }: SentRequest): boolean {
  const [start] = rest;
  return base === undefined && typeof start === 'string' && isForeign(file, start);
}

/** Whether a request goes to such an endpoint. */
export function isSentToSignIn({ address }: Pick<SentRequest, 'address'>, facts: ClientFacts): boolean {
  return isSignInAddress(pathBelowBase(address), facts) || isSignInAddress(pathWithBase(address), facts);
}

/** The URL that a request asks, as far as it is known: literal pieces, with holes left out. */
export function urlOf(file: SourceFile, call: CallNode): string | undefined {
  const name =
    call.callee.type === 'Identifier' ? call.callee.name : call.callee.type === 'MemberExpression' ? memberName(call.callee) : undefined;
  if (name === undefined || !REQUEST_METHODS.test(name)) return undefined;
  const first = argumentAt(call, 0);
  if (!first) return undefined;
  const configured = shapeOf({ file, node: first })?.entries.get('url');
  const url = configured ?? { file, value: first };
  const parts = textParts(url.file, url.value);
  return parts.some((part) => typeof part === 'string' && part.includes('/')) || typeof parts[0] === 'string'
    ? parts.map((part) => (typeof part === 'string' ? part : '')).join('')
    : undefined;
}

/** A request by a client that is not to be seen, of a package of the team's own, which is known by its path: `api.post('/join')`. */
export function askedByPath(file: SourceFile, call: CallNode): Pick<SentRequest, 'address'> | undefined {
  const url = urlOf(file, call);
  return url?.includes('/') ? { address: { base: undefined, rest: [url] } } : undefined;
}

/**
 * Whether an expression is (a part of) the answer to a sign-in request: `response`, `response.data`, `await res.json()`,
 * the value that a service's `login()` resolves with, a parameter that is given one.
 */
export function isSignInAnswer(file: SourceFile, node: Node, facts: ClientFacts, steps = 8): boolean {
  if (steps <= 0) return false;
  const inner = bare(node);
  if (facts.signInCalls?.has(inner) === true) return true;
  const next: Next = (other, home = file) => isSignInAnswer(home, other, facts, steps - 1);
  switch (inner.type) {
    case 'CallExpression':
      return isSignInRequest(file, inner, facts) || isReadOfAnswer(inner, next) || isReturned(file, inner, next);
    case 'MemberExpression':
      return isPartOfAnswer(memberName(inner)) && next(inner.object);
    case 'Identifier':
      return isNameOfAnswer(file, inner, next);
    case 'LogicalExpression':
      return next(inner.left) || next(inner.right);
    default:
      return false;
  }
}

/** The same question of what an expression comes from. */
type Next = (other: Node, home?: SourceFile) => boolean;

const BODY_READ = /^(?:json|then|catch|finally|unwrap|parse|toPromise)$/;

/** `response.json()`, `JSON.parse(response)`. */
function isReadOfAnswer(call: TSESTree.CallExpression, next: Next): boolean {
  const callee = bare(call.callee);
  const name = callee.type === 'MemberExpression' ? memberName(callee) : undefined;
  if (callee.type !== 'MemberExpression' || !BODY_READ.test(name ?? '')) return false;
  const parsed = name === 'parse' ? argumentAt(call, 0) : undefined;
  return next(callee.object) || (parsed !== undefined && next(parsed));
}

function isReturned(file: SourceFile, call: TSESTree.CallExpression, next: Next): boolean {
  const called = calledFunction(file, call);
  return called !== undefined && returnsOf(called.node).some((returned) => next(returned, called.file));
}

/** Whether a name is one under which a part of an answer has all that matters of it. */
function isPartOfAnswer(name: string | undefined): boolean {
  return name !== undefined && /^(?:data|body|user|result|payload|response)$/.test(name);
}

function isNameOfAnswer(file: SourceFile, name: TSESTree.Identifier, next: Next): boolean {
  const variable = variableOf(file, name);
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'value') return binding.path.every(isPartOfAnswer) && next(binding.init);
  if (binding?.kind !== 'parameter' || binding.path.length > 0) return false;
  if (isPromised(binding.fn, binding.index, next)) return true;
  return callsTo(file, binding.fn).some((call) => {
    const given = argumentAt(call, binding.index);
    return given !== undefined && next(given);
  });
}

/** `.then((res) => …)` of a sign-in request: the parameter is its answer. */
function isPromised(fn: Node, index: number, next: Next): boolean {
  const call = fn.parent;
  return (
    index === 0 &&
    call?.type === 'CallExpression' &&
    call.arguments[0] === fn &&
    call.callee.type === 'MemberExpression' &&
    memberName(call.callee) === 'then' &&
    next(call.callee.object)
  );
}

/** Whether a member or destructured property is the token of a sign-in answer, by the names that the server gives it. */
export function isReceivedToken(file: SourceFile, node: TSESTree.MemberExpression | TSESTree.Property, facts: ClientFacts): boolean {
  if (node.type === 'MemberExpression') return facts.bodyKeys.includes(memberName(node) ?? '') && isSignInAnswer(file, node.object, facts);
  const key = node.key.type === 'Identifier' ? node.key.name : undefined;
  if (key === undefined || !facts.bodyKeys.includes(key)) return false;
  const pattern = node.parent;
  return patternSource(file, pattern, facts);
}

/** Whether a token is taken out of an answer that says by itself whether a session began: a refusal is such an answer too. */
export function isOfOwnAnswer(file: SourceFile, node: TSESTree.MemberExpression, facts: ClientFacts): boolean {
  return isReceivedToken(file, node, { ...facts, signInPaths: [], signInCalls: facts.ownAnswers ?? new Set<Node>() });
}

function patternSource(file: SourceFile, pattern: Node, facts: ClientFacts): boolean {
  const { parent } = pattern;
  if (facts.signInCalls?.has(pattern) === true) return true;
  if (parent?.type === 'VariableDeclarator' && parent.init) return isSignInAnswer(file, parent.init, facts);
  if (parent?.type === 'Property' && parent.parent.type === 'ObjectPattern') return patternSource(file, parent.parent, facts);
  if (isFunction(parent))
    return isPromised(parent, parent.params.indexOf(pattern as TSESTree.Parameter), (node) => isSignInAnswer(file, node, facts, 5));
  return false;
}

/**
 * What takes a token by a name that the server gives it, out of the same thing as one that was kept: `data.token` of
 * `setUser({ token: data.token })` beside `localStorage.setItem('token', data.token)`, wherever the answer comes from.
 */
export function takenAgain(file: SourceFile, kept: readonly Place[], { bodyKeys }: ClientFacts): ReadonlySet<Node> {
  const takings = kept.flatMap((place) => (place.file === file ? (takingOf(file, place.node, bodyKeys) ?? []) : []));
  if (takings.length === 0) return new Set();
  const own = new Set(kept.map(({ node }) => bare(node)));
  const isTakenAgain = (node: Node): boolean => {
    const taking = own.has(node) ? undefined : takingOf(file, node, bodyKeys);
    return taking !== undefined && takings.some(({ variable, from }) => variable === taking.variable && from === taking.from);
  };
  return new Set(nodesOf(file, 'MemberExpression').filter(isTakenAgain));
}

/** A variable, and the expression of it out of which a token is taken: `action`, `action.payload`. */
interface Taking {
  readonly variable: Variable;
  readonly from: string;
}

function takingOf(file: SourceFile, node: Node, bodyKeys: readonly string[]): Taking | undefined {
  const inner = bare(node);
  const key = inner.type === 'MemberExpression' ? memberName(inner) : undefined;
  if (inner.type !== 'MemberExpression' || key === undefined || !bodyKeys.includes(key) || !isCredentialKey(readName(key)))
    return undefined;
  let root = bare(inner.object);
  while (root.type === 'MemberExpression' && !root.computed) root = bare(root.object);
  const variable = root.type === 'Identifier' ? variableOf(file, root) : undefined;
  return variable && { variable, from: textOf(file, inner.object).replaceAll('?', '') };
}

/** Whether an expression, or the property of a pattern, takes out of the page's address what the server redirected it with. */
export function isRedirected(file: SourceFile, node: Node, { redirected }: Pick<ClientFacts, 'redirected'>): boolean {
  return redirected.size > 0 && addressParametersOf(file).some((one) => one.node === node && redirected.has(one.key));
}

/** Every call in the file that asks an endpoint at which a session begins. */
export function signInRequests(file: SourceFile, facts: ClientFacts): CallNode[] {
  return nodesOf(file, 'CallExpression').filter((call) => isSignInRequest(file, call, facts));
}
