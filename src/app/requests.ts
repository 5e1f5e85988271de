import type { Variable } from '@typescript-eslint/scope-manager';
import type { HttpAnswer, HttpApi, HttpClient, HttpRequest } from '../apis/http/index.ts';
import { httpClients } from '../apis/http/index.ts';
import { variableOf } from '../syntax/bindings.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, parameterOf, returnsOf } from '../syntax/functions.ts';
import { calledFunction, callsTo } from '../flow/calls.ts';
import { mentioned } from '../syntax/hints.ts';
import type { CallNode, Node } from '../syntax/nodes.ts';
import { bare, memberName } from '../syntax/nodes.ts';
import { originOf } from '../flow/origin.ts';
import { mayUseOwnClient } from '../syntax/own-clients.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile, textOf } from '../syntax/source-file.ts';
import type { TextPart } from '../flow/static-text.ts';
import { mergeParts, textParts } from '../flow/static-text.ts';
import { broughtClients } from './brought-clients.ts';

const mentionedIn = mentioned<HttpApi>(httpClients);

/** The clients that a file may use: by its text, and by what other files make of them. */
export const apisIn = perFile((file): readonly HttpApi[] => {
  const named = mentionedIn(file);
  const brought = broughtClients(file);
  if (file.settings.clients.length === 0 && brought.size === 0) return named;
  return httpClients.filter((api) => named.includes(api) || brought.has(api) || mayUseOwnClient(file, api.id));
});

/** Every request that a file sends, by the clients that we know. */
export const requestsOf = perFile((file): readonly HttpRequest[] => apisIn(file).flatMap((api) => [...api.requests(file)]));

/** Where answers come out that are not what a request's call gives. Files that use no client have them too: a page with a hook. */
export function answersIn(file: SourceFile): HttpAnswer[] {
  return httpClients.flatMap((api) => [...(api.answers?.(file) ?? [])]);
}

/** What requests start from has an address and options too: `axios.create({ baseURL, headers })`. */
export const clientsOf = perFile((file): readonly HttpClient[] =>
  apisIn(file).flatMap((api) => (api.clients ? [...api.clients(file)] : [])),
);

/** A client, and the file that makes it. */
export interface PlacedClient {
  readonly file: SourceFile;
  readonly client: HttpClient;
}

/** The clients that a request or client is made through, the nearest first, where their making can be seen. */
export function clientsBehind(file: SourceFile, node: HttpRequest['node'], steps = 4): PlacedClient[] {
  if (steps <= 0) return [];
  const known = requestsByNode(file).get(node)?.client;
  const named = known && clientsOf(known.file).find((one) => one.node === known.node);
  if (known && named) return [{ file: known.file, client: named }];
  const callee = bare(node.callee);
  for (const part of callee.type === 'MemberExpression' ? [callee.object, callee] : [callee]) {
    const made = returnedAlone(resolveValue({ file, node: part }));
    const client = clientsOf(made.file).find((one) => one.node === made.node);
    if (client) return [{ file: made.file, client }, ...clientsBehind(made.file, client.node, steps - 1)];
  }
  return [];
}

/** What a function returns that does nothing else: `useApi()` of `const useApi = () => api`. */
function returnedAlone(place: Place): Place {
  const called = place.node.type === 'CallExpression' ? calledFunction(place.file, place.node) : undefined;
  const [returned, ...others] = called ? returnsOf(called.node) : [];
  return called && returned && others.length === 0 && bare(returned).type === 'Identifier'
    ? resolveValue({ file: called.file, node: returned })
    : place;
}

const ABSOLUTE = /^(?:https?:|wss?:)?\/\//i;

/**
 * The addresses that a request may have, as far as they are known: with the base of its client before them, and, where
 * the address is a wrapper's parameter, those that the file's own calls give.
 */
function addressesOf(file: SourceFile, url: Node | undefined, bases: readonly Place[]): readonly (readonly TextPart[])[] {
  const alternatives = url === undefined ? [[]] : given(file, url);
  const base = bases.map((one) => partsOfAddress(one.file, one.node)).find((parts) => parts.length > 0) ?? [];
  return alternatives.map((parts) =>
    base.length > 0 && !(typeof parts[0] === 'string' && ABSOLUTE.test(parts[0])) ? mergeParts([...base, '/', ...parts]) : parts,
  );
}

function given(file: SourceFile, url: Node): readonly (readonly TextPart[])[] {
  const parts = partsOfAddress(file, url);
  const [first, ...rest] = parts;
  const parameter = first === undefined || typeof first === 'string' || first.file !== file ? undefined : parameterOf(file, first.node);
  const callers = parameter
    ? callsTo(file, parameter.fn)
        .slice(0, 20)
        .map((call) => argumentAt(call, parameter.index))
    : [];
  return [parts, ...callers.flatMap((one) => (one ? [mergeParts([...partsOfAddress(file, one), ...rest])] : []))];
}

/** The pieces of an address; `new URL(path, base)` begins with the base, and what it is asked for later is the same. */
function partsOfAddress(file: SourceFile, node: Node): readonly TextPart[] {
  const { file: home, node: value } = resolveValue({ file, node });
  if (value.type === 'NewExpression' && originOf(home, value.callee) === 'URL') {
    const [path, base] = [argumentAt(value, 0), argumentAt(value, 1)];
    return mergeParts([...(base ? [...textParts(home, base), '/'] : []), ...(path ? textParts(home, path) : [])]);
  }
  const inner = bare(node);
  if (inner.type === 'MemberExpression' && memberName(inner) === 'href') return partsOfAddress(file, inner.object);
  if (inner.type === 'CallExpression' && inner.callee.type === 'MemberExpression' && memberName(inner.callee) === 'toString')
    return partsOfAddress(file, inner.callee.object);
  return textParts(file, node);
}

/** The origin that an address spells out: `https://api.example.com`, whatever follows. A WebSocket's counts as its page's. */
function originIn(parts: readonly TextPart[]): string | undefined {
  const [start] = parts;
  const origin = typeof start === 'string' ? /^(?:https?|wss?):\/\/[^/?#]+/i.exec(start)?.[0] : undefined;
  return origin?.toLowerCase().replace(/^ws/, 'http');
}

/** Whether an origin is one that the settings call the team's own API. */
function isOwnApi(file: SourceFile, origin: string): boolean {
  const asked = originIn([origin]);
  return asked !== undefined && file.settings.apiOrigins.some((own) => originIn([own]) === asked);
}

/** The own API that a request goes to, as the settings name it: by its origin, or by the environment variable that holds it. */
export function apiOriginOf(file: SourceFile, url: Node | undefined, behind: readonly PlacedClient[]): string | undefined {
  const bases = behind.flatMap((one) => (one.client.base ? [{ file: one.file, node: one.client.base }] : []));
  for (const parts of addressesOf(file, url, bases)) {
    const origin = originIn(parts);
    if (origin !== undefined && isOwnApi(file, origin)) return origin;
    const variable = environmentVariable(parts[0]);
    if (variable !== undefined && file.settings.apiOrigins.includes(variable)) return variable;
  }
  return undefined;
}

/** The variable with which an address begins: `VITE_API_URL` of `import.meta.env.VITE_API_URL`. */
function environmentVariable(part: TextPart | undefined): string | undefined {
  if (part === undefined || typeof part === 'string') return undefined;
  const { file, node } = resolveValue(part);
  return node.type === 'MemberExpression' && /^(?:process|import\.meta)\??\.env\b/.test(textOf(file, node)) ? memberName(node) : undefined;
}

/** Whether an address begins with an origin that is neither ours nor of this machine. */
export function isForeign(file: SourceFile, start: string): boolean {
  const origin = /^(?:https?|wss?):\/\/[^/?#\0]+(?=[/?#]|$)/.exec(start)?.[0];
  if (origin === undefined || /^(?:https?|wss?):\/\/(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|\[::1\]|[\w-]+\.local\b)/.test(origin))
    return false;
  return !isOwnApi(file, origin);
}

const FOREIGN_HOSTS = `
  github.com githubusercontent.com gitlab.com bitbucket.org googleapis.com spotify.com dropboxapi.com dropbox.com
  openai.com anthropic.com microsoft.com slack.com discord.com notion.com mapbox.com themoviedb.org stripe.com
  twitch.tv twitter.com x.com facebook.com linkedin.com airtable.com cloudflare.com digitalocean.com vercel.com
  netlify.com zoom.us atlassian.com atlassian.net hubapi.com huggingface.co replicate.com mistral.ai groq.com
  deepl.com twilio.com sendgrid.com figma.com linear.app asana.com todoist.com strava.com contentful.com sanity.io
  imgur.com unsplash.com pexels.com
`;

/** APIs of others that pages call with a user's key or an OAuth token: a cookie of ours would not reach them. */
const OTHERS = new RegExp(
  String.raw`^https://(?:[\w-]+\.)*(?:${FOREIGN_HOSTS.trim()
    .split(/\s+/)
    .join('|')
    .replaceAll('.', String.raw`\.`)})$`,
);

/** Whether an address begins with the origin of an API that everybody knows, and that is not ours. */
export function isWellKnownApi(file: SourceFile, start: string): boolean {
  const origin = originIn([start]);
  return origin !== undefined && OTHERS.test(origin) && !isOwnApi(file, origin);
}

/**
 * Whether the request that a node belongs to spells out an absolute URL of another origin than ours. An address that is
 * written in place counts, and so does one of a well-known API behind a constant or an instance: an app's own API is
 * often a constant as well.
 */
export function goesAbroad(file: SourceFile, node: Node): boolean {
  const below = callsBelow(file, node);
  const request = requestAround(file, node, below);
  const client = request ? undefined : nearest(clientsByNode(file), node, below);
  const address = request ? request.url : client?.base;
  if (address && isForeign(file, startOf(address))) return true;
  const behind = request ? clientsBehind(file, request.node) : client ? clientsBehind(file, client.node) : [];
  const bases = behind.flatMap((one) => (one.client.base ? [{ file: one.file, node: one.client.base }] : []));
  return addressesOf(file, address, bases).some((parts) => {
    const origin = originIn(parts);
    return origin !== undefined && OTHERS.test(origin) && !isOwnApi(file, origin);
  });
}

/** The text with which an address begins where it is written. */
function startOf(address: Node): string {
  const url = bare(address);
  if (url.type === 'Literal') return String(url.value);
  if (url.type === 'TemplateLiteral') return url.quasis[0]?.value.raw ?? '';
  return url.type === 'BinaryExpression' && url.left.type === 'Literal' ? String(url.left.value) : '';
}

const requestsByNode = perFile((file): ReadonlyMap<Node, HttpRequest> => new Map(requestsOf(file).map((one) => [one.node, one])));
const clientsByNode = perFile((file): ReadonlyMap<Node, HttpClient> => new Map(clientsOf(file).map((one) => [one.node, one])));

/** Requests by the variable of the object that they are made with: `xhr.open(…)`. */
const requestsByReceiver = perFile((file): ReadonlyMap<Variable, HttpRequest> => {
  const found = new Map<Variable, HttpRequest>();
  for (const one of requestsOf(file)) {
    const variable = one.receiver && variableOf(file, one.receiver);
    if (variable && !found.has(variable)) found.set(variable, one);
  }
  return found;
});

/** The request that a node is part of, or sets something on: `xhr.setRequestHeader(…)` after `xhr.open(…)`. */
function requestAround(file: SourceFile, node: Node, below: readonly Node[]): HttpRequest | undefined {
  const around = nearest(requestsByNode(file), node, []);
  if (around) return around;
  const object = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? node.callee.object : undefined;
  const receiver = object && variableOf(file, object);
  const own = receiver && requestsByReceiver(file).get(receiver);
  return own ?? below.map((call) => requestsByNode(file).get(call)).find((one) => one && !one.receiver);
}

/** The client by which a node goes that is part of a request, is set on one, or is a setting of what requests start from. */
export function senderOf(file: SourceFile, node: Node): HttpApi | undefined {
  const below = callsBelow(file, node);
  return (requestAround(file, node, below) ?? nearest(clientsByNode(file), node, below))?.api;
}

/** What is known of the nearest node around another, the node itself and the calls that it is chained to included. */
function nearest<T>(known: ReadonlyMap<Node, T>, node: Node, below: readonly Node[]): T | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    const found = known.get(at);
    if (found) return found;
  }
  return below.map((call) => known.get(call)).find((one) => one !== undefined);
}

/** The calls that a call is chained to, the nearest first: `get()` of `superagent.get(…).set(…)`, through variables too. */
export function callsBelow(file: SourceFile, node: Node, steps = 12): readonly CallNode[] {
  const { callee } = node.type === 'CallExpression' ? node : {};
  if (steps <= 0 || callee?.type !== 'MemberExpression') return [];
  const { file: home, node: below } = resolveValue({ file, node: callee.object });
  return home === file && below.type === 'CallExpression' ? [below, ...callsBelow(file, below, steps - 1)] : [];
}
