import path from 'node:path';
import { pathBelowBase, reaches } from '../app/reached-routes.ts';
import { clientsOf, requestsOf } from '../app/requests.ts';
import type { SentRequest } from '../app/sent-requests.ts';
import { givenFor, sentRequestsIn } from '../app/sent-requests.ts';
import type { ClientFacts } from '../codemods/facts.ts';
import { isSignInRequest, signInsByWhatTheyGive, urlOf } from '../codemods/token-flow/received.ts';
import { sourcesOf } from '../flow/back.ts';
import { locationOf } from '../flow/location.ts';
import { originOf } from '../flow/origin.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { textParts } from '../flow/static-text.ts';
import { webOriginOf } from '../hosts.ts';
import { argumentAt } from '../syntax/functions.ts';
import type { CallNode, Node } from '../syntax/nodes.ts';
import { bare, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, textOf } from '../syntax/source-file.ts';
import { literal } from '../templates/literal.ts';
import type { PortableExpression } from './expressions.ts';
import { portable } from './expressions.ts';

/** How many places an address is looked for in. */
const MOST_PLACES = 40;

/** What a client's requests to the API begin with. */
export interface ClientBase {
  /** Undefined for requests that are relative. */
  readonly expression?: PortableExpression;
  readonly literal: string;
  /** The expression as it is written where its names lead: `import.meta.env.VITE_API || 'http://localhost:5000'` of `API_URL`. */
  readonly written?: string;
  /** Whether the client puts a slash between it and paths that begin with none: `instance.post('auth/login')`. */
  readonly isJoined?: true;
  /** The path of the sign-in request below the base, as the client writes it. */
  readonly signInPath: string;
}

/** What an earlier migration wrote down as the API's base: the first constant of the session's module, where it has one. */
export function baseOfSession(session: SourceFile): ClientBase {
  const base = nodesOf(session, 'VariableDeclarator').find(({ id }) => id.type === 'Identifier' && id.name === 'API')?.init;
  if (!base) return { literal: '', signInPath: '/login' };
  return { expression: { text: textOf(session, base), imports: [] }, literal: literalOf(session, base), signInPath: '/login' };
}

/** The base that the user names: an address, below which the sign-in is asked. */
export function baseOfAddress(address: string, signInPath = '/login'): ClientBase {
  const prefix = new URL(address).pathname.replace(/\/$/, '');
  const below = prefix !== '' && signInPath.startsWith(`${prefix}/`) ? signInPath.slice(prefix.length) : signInPath;
  return { expression: { text: literal(address), imports: [] }, literal: address, signInPath: below };
}

/** A call that asks for a session, and the request that it is, where it is one of a client that we know. */
export interface SignInCall {
  readonly file: SourceFile;
  readonly call: CallNode;
  readonly request?: SentRequest;
}

/** What is known of sign-ins by their server. */
export type KnownSignIns = Pick<ClientFacts, 'signInPaths' | 'bodyKeys'>;

/**
 * The calls that ask one of the routes at which sessions begin: requests that reach it first, then what is called like one, then those
 * of which a piece of the path is not known.
 */
export function signInCalls(files: readonly SourceFile[], known: KnownSignIns): SignInCall[] {
  return [...signInRequests(files, known.signInPaths), ...callsByName(files, known), ...callsByAnswer(files, known)];
}

/** The path that a call names below its base, as it is written, without what follows it. */
export function requestedPath({ file, call, request }: SignInCall): string | undefined {
  return (request ? pathBelowBase(request.address) : urlOf(file, call))?.replace(/[?#].*$/, '');
}

/** What a call that asks for a session begins with; undefined where that is not known. */
export function baseOfSignIn({ file, call, request }: SignInCall, home: SourceFile, files: readonly SourceFile[]): ClientBase | undefined {
  return baseOfRequest(request, home) ?? baseOf(file, call, home, files);
}

/** The requests that reach one of the routes at which sessions begin. */
function signInRequests(files: readonly SourceFile[], signInPaths: readonly string[]): SignInCall[] {
  return sentRequestsIn(files)
    .filter((request) => signInPaths.some((path) => reaches(request, { path, isWhole: true }) === 'yes'))
    .map((request) => ({ file: request.file, call: request.node, request }));
}

/** The addresses at which requests ask one of the routes where sessions begin, by the call that sends them: a shared one has several. */
export function signInAddresses(
  files: readonly SourceFile[],
  signInPaths: readonly string[],
): ReadonlyMap<SourceFile, ReadonlySet<string>> {
  const found = new Map<SourceFile, Set<string>>();
  for (const { file, request } of signInRequests(files, signInPaths)) {
    if (!request) continue;
    const { base, rest } = request.address;
    const path = rest.map((part) => (typeof part === 'string' ? part : '')).join('');
    const addresses = found.get(file) ?? new Set();
    for (const begin of base ? (valuesBehind(base) ?? [base]).map(writtenAs) : ['']) addresses.add(begin + path);
    found.set(file, addresses);
  }
  return found;
}

/** What a request begins with; undefined where that cannot be said in another module, or an instance's settings have to tell. */
function baseOfRequest(request: SentRequest | undefined, home: SourceFile): ClientBase | undefined {
  const base = request?.address.base;
  if (!request) return undefined;
  if (!base) return request.api.session?.form === 'observed' ? undefined : writtenWhole(pathBelowBase(request.address));
  const target = path.join(path.dirname(home.path), 'session.js');
  const text = literalOf(base.file, base.node);
  const value = resolveValue(base);
  const expression =
    (bare(base.node).type === 'MemberExpression' ? undefined : portable(base.file, base.node, target, false)) ??
    portable(value.file, value.node, target, false);
  if (expression)
    return text !== '/' ? { expression, ...saidBy(base), ...joined(request), signInPath: pathBelowBase(request.address) } : undefined;
  const values = valuesBehind(base) ?? [];
  const given = new Set(values.map(writtenAs)).size === 1 ? values[0] : undefined;
  const carried = given && portable(given.file, given.node, target, false);
  return given && carried ? { expression: carried, ...saidBy(given), signInPath: pathBelowBase(request.address) } : undefined;
}

/** Everything that a value comes from: what is handed to a constructor, of `this.options.baseUrl`. Undefined where not all is seen. */
function valuesBehind({ file, node }: Place): Place[] | undefined {
  const found = new Set([locationOf(file, node)]);
  const ends: Place[] = [];
  for (const at of found) {
    const next = sourcesOf(at);
    if (found.size > MOST_PLACES || (next.length === 0 && at.path.length > 0)) return undefined;
    if (next.length === 0) ends.push({ file: at.file, node: at.node });
    for (const one of next) found.add(one);
  }
  return ends.length > 0 ? ends : undefined;
}

/** A value as it is written, without what two people write differently. */
function writtenAs(place: Place): string {
  const { file, node } = resolveValue(place);
  return textOf(file, node).replaceAll(/\s+/g, '').replaceAll('"', "'");
}

/** `/api/auth/${mode}`, where a token is taken out of the answer: the piece that is not known is that of a route. */
function callsByAnswer(files: readonly SourceFile[], known: KnownSignIns): SignInCall[] {
  return signInsByWhatTheyGive(files, known as ClientFacts).flatMap((request) => {
    const { base, rest } = request.address;
    const path = known.signInPaths.find((one) => reaches(request, { path: one, isWhole: true }) === 'unknown');
    const end = path?.slice(path.lastIndexOf('/') + 1);
    const written = rest.slice(0, -1).every((part) => typeof part === 'string') && end !== undefined;
    return written
      ? [{ file: request.file, call: request.node, request: { ...request, address: { base, rest: [...rest.slice(0, -1), end] } } }]
      : [];
  });
}

function callsByName(files: readonly SourceFile[], known: KnownSignIns): SignInCall[] {
  const facts = known as ClientFacts;
  return files.flatMap((file) =>
    nodesOf(file, 'CallExpression')
      .filter((call) => isSignInRequest(file, call, facts))
      .map((call) => ({ file, call })),
  );
}

/** What the sign-in request begins with: the instance's base URL, a constant in its URL, an origin, or nothing. */
function baseOf(file: SourceFile, call: CallNode, home: SourceFile, files: readonly SourceFile[]): ClientBase | undefined {
  const target = path.join(path.dirname(home.path), 'session.js');
  const called = call.callee.type === 'MemberExpression' ? resolveValue({ file, node: call.callee.object }) : undefined;
  // A wrapper of the app's own goes through the one instance that the app makes.
  const instance = called?.node.type === 'CallExpression' || isByClient(file, call) ? called : onlyInstance(files);
  const signInPath = urlOf(file, call) ?? '/login';
  const base =
    (instance && ofInstance(instance, target, signInPath)) ??
    ofDefaults(file, call, files, target, signInPath) ??
    inUrl(file, call, target, signInPath);
  return base === 'unknown' ? undefined : base;
}

/** The base URL with which an instance is made: `axios.create({ baseURL: API_URL })`. One that is only `/` adds nothing. */
function ofInstance(instance: Place, target: string, signInPath: string): ClientBase | 'unknown' | undefined {
  const given = instance.node.type === 'CallExpression' ? argumentAt(instance.node, 0) : undefined;
  // The settings may be those of several instances: `axios.create(settings)`.
  const options = given && resolveValue({ file: instance.file, node: given });
  const inner = options && bare(options.node);
  const file = options?.file ?? instance.file;
  if (inner?.type !== 'ObjectExpression') return undefined;
  const baseURL = inner.properties.find((one) => one.type === 'Property' && propertyName(one) === 'baseURL');
  if (baseURL?.type !== 'Property') return undefined;
  for (const base of [{ file, node: baseURL.value }, ...givenFor({ file, node: baseURL.value })]) {
    const expression = portable(base.file, base.node, target, false);
    const text = literalOf(base.file, base.node);
    if (expression) return text === '/' ? undefined : { expression, ...saidBy(base), ...joinedPath(signInPath), signInPath };
  }
  return 'unknown';
}

/** What requests of a package's own instance begin with: `axios.defaults.baseURL = '/api'`, wherever it is set. */
function ofDefaults(
  file: SourceFile,
  call: CallNode,
  files: readonly SourceFile[],
  target: string,
  signInPath: string,
): ClientBase | 'unknown' | undefined {
  if (!isByClient(file, call) || /^[a-z]+:\/\//i.test(signInPath)) return undefined;
  const set = files.flatMap((one) =>
    nodesOf(one, 'AssignmentExpression')
      .filter(({ left }) => /(?:^|[#.])defaults\.baseURL$/.test(originOf(one, left) ?? ''))
      .map(({ right }) => ({ file: one, node: right })),
  );
  const [first] = set;
  if (!first) return undefined;
  const literals = new Set(set.map((one) => literalOf(one.file, one.node)));
  const expression = literals.size === 1 ? portable(first.file, first.node, target, false) : undefined;
  if (!expression) return 'unknown';
  const [text = ''] = literals;
  return text === '/' ? undefined : { expression, ...saidBy(first), signInPath };
}

/**
 * The base of the one instance that an app makes, where no sign-in is seen to be asked: a saga's effects ask it, or a page of
 * another party's does. Undefined where its path is not known, below which the sign-in is asked.
 */
export function baseOfOnlyInstance(files: readonly SourceFile[], home: SourceFile, signIn: string): ClientBase | undefined {
  const instance = onlyInstance(files);
  const base = instance && ofInstance(instance, path.join(path.dirname(home.path), 'session.js'), signIn);
  if (!base || base === 'unknown' || base.literal === '') return undefined;
  const prefix = base.literal.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/\/$/, '');
  return signIn.startsWith(`${prefix}/`) ? { ...base, signInPath: signIn.slice(prefix.length) } : undefined;
}

/** Whether a call is a request of a client that makes instances, and not of a wrapper of the app's own. */
function isByClient(file: SourceFile, call: CallNode): boolean {
  return requestsOf(file).some(({ api, node }) => node === call && api.session?.form === 'observed');
}

function onlyInstance(files: readonly SourceFile[]): Place | undefined {
  const made = files.flatMap((file) =>
    clientsOf(file)
      .filter(({ api }) => api.session?.form === 'observed')
      .map(({ node }) => ({ file, node })),
  );
  return made.length === 1 ? made[0] : undefined;
}

/** `` `${API_URL}/auth/login` ``, `API_URL + '/auth/login'`, `'http://localhost:5000/auth/login'`, `'/api/login'`. */
function inUrl(file: SourceFile, call: CallNode, target: string, whole: string): ClientBase {
  const first = argumentAt(call, 0);
  const joined = first && baseAndPath(bare(first));
  if (!joined) return writtenWhole(whole);
  const expression = portable(file, joined.base, target, false);
  return expression ? { expression, ...saidBy({ file, node: joined.base }), signInPath: joined.path } : writtenWhole(whole);
}

/** The expression for a base, and the path that is joined to it. */
function baseAndPath(url: Node): { readonly base: Node; readonly path: string } | undefined {
  if (url.type === 'TemplateLiteral' && url.quasis[0]?.value.raw === '' && url.expressions[0])
    return { base: url.expressions[0], path: url.quasis[1]?.value.raw ?? '' };
  if (url.type === 'BinaryExpression' && url.right.type === 'Literal' && url.left.type !== 'Literal')
    return { base: url.left, path: String(url.right.value) };
  return undefined;
}

/** The base of an address that is written whole: its origin, or none. */
function writtenWhole(address: string): ClientBase {
  const origin = webOriginOf(address);
  return origin === undefined
    ? { literal: '', signInPath: address }
    : { expression: { text: literal(origin), imports: [] }, literal: origin, signInPath: address.slice(origin.length) };
}

function joined({ file, node, api }: SentRequest): Pick<ClientBase, 'isJoined'> {
  const written = api.session?.form === 'observed' && node.type === 'CallExpression' ? urlOf(file, node) : undefined;
  return written === undefined ? {} : joinedPath(written);
}

function joinedPath(written: string): Pick<ClientBase, 'isJoined'> {
  return /^[\w.-]+(?:\/|$)/.test(written) ? { isJoined: true } : {};
}

/** What a base says of where the API is. */
function saidBy(place: Place): Pick<ClientBase, 'literal' | 'written'> {
  return { literal: literalOf(place.file, place.node), written: writtenOut(place) };
}

/** The text of a value, and of those of which it is made up: `${HOST}/api`. */
function writtenOut(place: Place, steps = 3): string {
  const { file, node } = resolveValue(place);
  const inner = bare(node);
  const parts = inner.type === 'TemplateLiteral' ? inner.expressions : inner.type === 'BinaryExpression' ? [inner.left, inner.right] : [];
  const ofParts = steps === 0 ? [] : parts.map((part) => writtenOut({ file, node: part }, steps - 1));
  return [textOf(file, inner), ...ofParts].join(' ');
}

function literalOf(file: SourceFile, node: Node): string {
  return textParts(file, node)
    .map((part) => (typeof part === 'string' ? part : ''))
    .join('');
}
