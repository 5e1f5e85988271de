import type { HttpClient, HttpRequest } from '../../apis/http/index.ts';
import type { PlacedClient } from '../../app/requests.ts';
import { clientsBehind, clientsOf, requestsOf } from '../../app/requests.ts';
import { headerSentBy } from '../../exposures/carried-headers.ts';
import { headerSites, schemeTexts } from '../../exposures/header-sites.ts';
import { sourcesOf } from '../../flow/back.ts';
import type { Location } from '../../flow/location.ts';
import { declaredName, locationOf } from '../../flow/location.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { textParts } from '../../flow/static-text.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, contains, memberName } from '../../syntax/nodes.ts';
import { runtimeAt } from '../../syntax/runtime.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { carriedBy } from '../token-flow/dropped-headers.ts';
import type { TokenRead } from './found.ts';

/** A header that carries a token which was taken out of the session. */
export interface SessionHeader {
  readonly file: SourceFile;
  readonly form: 'property' | 'assignment' | 'call' | 'value';
  readonly node: Node;
  readonly header: string;
  readonly value: Node;
  /** The reads that it comes from. */
  readonly reads: readonly TokenRead[];
  /** What stands before the token: `Bearer `, or nothing. */
  readonly scheme: string;
}

/** A request that carries such a header, by itself or by the client that sends it. */
export interface CarryingRequest {
  readonly file: SourceFile;
  readonly request: HttpRequest;
  readonly header: SessionHeader | undefined;
  readonly behind: readonly PlacedClient[];
}

/** What sends such headers: requests by themselves, and clients all of whose requests have them. */
export interface Carriers {
  readonly headers: readonly SessionHeader[];
  readonly requests: readonly CarryingRequest[];
  readonly clients: readonly PlacedClient[];
  /** Headers of which it is not known what sends them. */
  readonly unsent: readonly SessionHeader[];
}

/** How many places a value is followed back through. */
export const MOST_PLACES = 200;

/** Finds what sends the session's token from pages. */
export function carriersOf(files: readonly SourceFile[], reads: readonly TokenRead[]): Carriers {
  const byNode = new Map(reads.map((read) => [givenBy(read), read]));
  const headers = files.flatMap((file) => headersIn(file, byNode));
  const names = new Set(headers.flatMap(({ header }) => (header === '' ? [] : [header])));
  const headersOf = (file: SourceFile): SessionHeader[] => headers.filter((one) => one.file === file);
  const carried = new Set<SessionHeader>();
  const clients = new Map<Node, PlacedClient>();
  for (const one of headers) {
    const client = clientAround(one);
    if (!client) continue;
    clients.set(client.client.node, client);
    carried.add(one);
  }
  const sent = files.flatMap((file) =>
    requestsOf(file).map((request) => {
      const header = names.size > 0 ? headerSentBy(file, request, names, headersOf) : undefined;
      const behind = clientsBehind(file, request.node);
      if (header) {
        carried.add(header);
        for (const one of behind) clients.set(one.client.node, one);
      }
      return { file, request, header, behind };
    }),
  );
  // What an instance sends with the token once goes by it always.
  const requests = sent.filter(({ header, behind }) => header || behind.some(({ client }) => clients.has(client.node)));
  return { headers, requests, clients: [...clients.values()], unsent: headers.filter((one) => !carried.has(one)) };
}

/** The headers of pages that carry a token out of the session, and texts that are made to be one later. */
function headersIn(file: SourceFile, reads: ReadonlyMap<Node, TokenRead>): SessionHeader[] {
  const sites = [...headerSites(file)].map((site) => ({ ...site, file }));
  const later = [...schemeTexts(file)]
    .filter((text) => !sites.some(({ node }) => contains(node, text)))
    .map((text) => ({ file, form: 'value' as const, node: text, header: 'Authorization', value: text }));
  return [...sites, ...later].flatMap((site) => {
    if (runtimeAt(file, site.node) === 'server') return [];
    const behind = carriedBy(site).flatMap(({ file: home, node }) => readsBehind(home, node, reads));
    return behind.length === 0 ? [] : [{ ...site, reads: behind, scheme: textBefore(site) }];
  });
}

/** The expression that a read gives its token as. */
export function givenBy({ node }: Pick<TokenRead, 'node'>): Node {
  if (node.type !== 'Property') return node;
  return node.value.type === 'AssignmentPattern' ? node.value.left : node.value;
}

/** The reads of a session that a value comes from. */
export function readsBehind(file: SourceFile, node: Node, reads: ReadonlyMap<Node, TokenRead>): TokenRead[] {
  const seen = new Set<Location>([locationOf(file, node)]);
  const found: TokenRead[] = [];
  for (const at of seen) {
    const read = at.path.length === 0 ? (reads.get(at.node) ?? reads.get(declaredName(at.file, at.node))) : undefined;
    if (read) found.push(read);
    else if (seen.size < MOST_PLACES) for (const next of sourcesOf(at)) seen.add(next);
  }
  return found;
}

function textBefore({ file, value }: Pick<SessionHeader, 'file' | 'value'>): string {
  const [first] = textParts(file, value);
  return typeof first === 'string' ? first : '';
}

/** The client whose every request has a header: it is among its options, in an interceptor, or a default of it. */
function clientAround({ file, node }: SessionHeader): PlacedClient | undefined {
  const inOptions = clientsOf(file).find(({ node: call, options }) => contains(call, node) && (!options || contains(options, node)));
  if (inOptions) return { file, client: inOptions };
  for (let at: Node | undefined = node; at; at = at.parent) {
    const target =
      at.type === 'CallExpression' ? interceptedBy(at.callee) : at.type === 'AssignmentExpression' ? defaultsOf(at.left) : undefined;
    const client = target && clientAt(file, target);
    if (client) return client;
  }
  return undefined;
}

/** `api` of `api.interceptors.request.use`. */
function interceptedBy(callee: Node): Node | undefined {
  const [use, request, interceptors] = membersOf(callee);
  return use?.name === 'use' && request?.name === 'request' && interceptors?.name === 'interceptors' ? interceptors.object : undefined;
}

/** `api` of `api.defaults.headers.common.Authorization`. */
function defaultsOf(target: Node): Node | undefined {
  return membersOf(target).find(({ name }) => name === 'defaults')?.object;
}

/** The members of a chain, the last one first. */
function membersOf(node: Node): { readonly name: string | undefined; readonly object: Node }[] {
  const inner = bare(node);
  return inner.type === 'MemberExpression' ? [{ name: memberName(inner), object: inner.object }, ...membersOf(inner.object)] : [];
}

function clientAt(file: SourceFile, node: Node): PlacedClient | undefined {
  const made = resolveValue({ file, node });
  const client: HttpClient | undefined = clientsOf(made.file).find((one) => one.node === made.node);
  return client && { file: made.file, client };
}
