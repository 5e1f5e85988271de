import { requestsOf } from '../../app/requests.ts';
import { clientsBehind } from '../../app/requests.ts';
import { reachOf } from '../../flow/back.ts';
import { callersOf } from '../../flow/calls.ts';
import { locationOf } from '../../flow/location.ts';
import type { Node } from '../../syntax/nodes.ts';
import { contains, dressed, enclosingFunction } from '../../syntax/nodes.ts';
import { runtimeAt } from '../../syntax/runtime.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { ClientSessionFacts } from '../facts.ts';
import type { LeftReason } from '../left-reasons.ts';
import type { Address, AddressEdit, Backend } from './addresses.ts';
import { addressOf } from './addresses.ts';
import type { Carriers } from './carriers.ts';

/** How requests reach the backend from now on. */
export interface RoutedRequests {
  /** The backend that they went to; none where there are none. */
  readonly backend: Backend | undefined;
  readonly edits: readonly AddressEdit[];
  readonly left: readonly LeftPlace[];
}

/** A place that a person has to see to. */
export interface LeftPlace {
  readonly file: SourceFile;
  readonly node: Node;
  readonly reason: LeftReason;
  readonly text: string;
}

const NOT_KNOWN =
  "this sends the session's token to an address that is not known here. Send it to a route of the app that adds the token on the server.";
const OWN =
  "this sends the session's token to a route of the app itself, which takes it out of the header. " +
  'Have that route read the token on the server.';
const SEVERAL = "this sends the session's token to another backend than other requests do. One route passes requests on to one backend.";
const SLASH =
  'this address ends in a slash, which Next takes away from addresses of the app (trailingSlash, skipTrailingSlashRedirect). ' +
  'Have the backend answer without it, or set skipTrailingSlashRedirect.';
const BOTH = 'this is used on the server too, where a path of the app alone is no address. Give the server one of its own.';
const UNSENT = "this puts the session's token into a header, and it is not known which request takes it.";

/** Decides for every request that carries the token where it goes from now on. */
export function routeRequests(
  carriers: Carriers,
  contexts: ReadonlyMap<SourceFile, CodemodContext>,
  { keepsSlashes }: Pick<ClientSessionFacts, 'keepsSlashes'>,
): RoutedRequests {
  const addresses = [...addressedClients(carriers), ...addressedRequests(carriers)];
  const backend = mostAsked(addresses.map(({ address }) => address));
  const left: LeftPlace[] = carriers.unsent.map(({ file, node }) => ({ file, node, reason: 'address-not-known', text: UNSENT }));
  left.push(...clientsOfServers(carriers, [...contexts.keys()]));
  const edits: AddressEdit[] = [];
  for (const { file, node, address } of addresses) {
    if (address.kind === 'own') left.push({ file, node, reason: 'own-route-takes-token', text: OWN });
    else if (address.kind === 'unknown') left.push({ file, node, reason: 'address-not-known', text: NOT_KNOWN });
    else if (address.backend.key !== backend?.key) left.push({ file, node, reason: 'several-backends', text: SEVERAL });
    else if (address.edits.some((edit) => !contexts.has(edit.file) || isUsedOtherwise(edit, carriers)))
      left.push({ file, node, reason: 'address-not-known', text: NOT_KNOWN });
    else {
      edits.push(...address.edits);
      if (!keepsSlashes && endsInSlash(file, node)) left.push({ file, node, reason: 'address-ends-in-slash', text: SLASH });
    }
  }
  return { backend, edits, left };
}

/** `/orders/`, `/orders/?page=1`: Next sends browsers to the path without the slash. */
function endsInSlash(file: SourceFile, node: Node): boolean {
  return /\/(?:\?[^`'"]*)?[`'"]$/.test(textOf(file, node)) && !/^.https?:\/\/[^/]*\/.$/.test(textOf(file, node));
}

interface Addressed {
  readonly file: SourceFile;
  readonly node: Node;
  readonly address: Address;
}

function addressedClients({ clients }: Carriers): Addressed[] {
  return clients.flatMap(({ file, client }) => (client.base ? [{ file, node: client.base, address: addressOf(file, client.base) }] : []));
}

/** The requests that say by themselves where they go: those of a client with an address are relative to it. */
function addressedRequests({ requests }: Carriers): Addressed[] {
  return requests.flatMap(({ file, request: { node, url }, behind }): Addressed[] => {
    const hasBase = behind.some(({ client }) => client.base !== undefined);
    const address: Address = url ? addressOf(file, url) : { kind: 'unknown' };
    return hasBase && address.kind !== 'backend' ? [] : [{ file, node: url ?? node, address }];
  });
}

/** The backend to which most requests go. */
function mostAsked(addresses: readonly Address[]): Backend | undefined {
  const counts = new Map<string, { backend: Backend; count: number }>();
  for (const address of addresses) {
    if (address.kind !== 'backend') continue;
    const { backend } = address;
    const known = counts.get(backend.key);
    // Of several ways to say it the one that says most is kept.
    const fuller = known && (known.backend.written !== undefined || backend.written === undefined) ? known.backend : backend;
    counts.set(backend.key, { backend: fuller, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count)[0]?.backend;
}

/** Whether a server runs a piece of code: it stands in its code, or in a function that such code calls. */
function runsOnServer(file: SourceFile, node: Node, steps = 4, seen = new Set<Node>()): boolean {
  if (runtimeAt(file, node) === 'server') return true;
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    if (steps <= 0 || seen.has(fn)) continue;
    seen.add(fn);
    if (callersOf(file, fn).some((call) => runsOnServer(call.file, call.node, steps - 1, seen))) return true;
  }
  return false;
}

/** Clients that files of a server use as well. */
function clientsOfServers({ clients, requests }: Carriers, files: readonly SourceFile[]): LeftPlace[] {
  const made = new Set(clients.map(({ client }) => client.node));
  const shared = requests
    .filter(({ file, request }) => runsOnServer(file, request.node))
    .map(({ file, request }): LeftPlace => ({ file, node: request.node, reason: 'client-on-both-sides', text: BOTH }));
  if (made.size === 0 || shared.length > 0) return shared;
  const onServer = files.flatMap((file) =>
    requestsOf(file).flatMap(({ node }) =>
      runsOnServer(file, node) ? clientsBehind(file, node).flatMap((one) => (made.has(one.client.node) ? [one] : [])) : [],
    ),
  );
  return [...new Map(onServer.map((one) => [one.client.node, one])).values()].map(({ file, client }) => ({
    file,
    node: client.node,
    reason: 'client-on-both-sides',
    text: BOTH,
  }));
}

/** Whether an address is shown, opened or sent by other requests, too: then it has to stay. */
function isUsedOtherwise({ file, node }: AddressEdit, { requests, clients }: Carriers): boolean {
  const ours = [...requests.map(({ request }) => request.node), ...clients.map(({ client }) => client.node)];
  if (ours.some((one) => contains(one, node))) return false;
  const others = new Map<Node, Set<Node>>();
  return [...(reachOf(locationOf(file, node)) ?? [])].some(({ file: home, node: at }) => {
    const { parent } = dressed(at);
    if (ours.some((one) => contains(one, at))) return false;
    if (parent?.type === 'JSXExpressionContainer' || parent?.type === 'NewExpression') return true;
    const sent = others.get(home.ast) ?? new Set(requestsOf(home).flatMap(({ url }) => (url ? [url] : [])));
    others.set(home.ast, sent);
    return [...sent].some((url) => contains(url, at));
  });
}
