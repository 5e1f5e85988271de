import type { HttpRequest } from '../../apis/http/index.ts';
import type { SocketLibrary } from '../../apis/server/socket-handshakes.ts';
import { isTokenName } from '../../apis/http/token-slots.ts';
import { requestsOf } from '../../app/requests.ts';
import { dropParameters } from '../../edits/addresses.ts';
import { bearerExposures } from '../../exposures/headers.ts';
import type { UrlSite } from '../../exposures/url-sites.ts';
import { urlSites } from '../../exposures/url-sites.ts';
import { urlExposures } from '../../exposures/urls.ts';
import { shapeOf } from '../../flow/objects.ts';
import type { Place } from '../../flow/resolve.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { textParts } from '../../flow/static-text.ts';
import type { FunctionNode, Node } from '../../syntax/nodes.ts';
import { bare, contains, dressed, enclosingFunction, isNullish, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesWithin } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { ClientFacts } from '../facts.ts';
import type { Removal } from './removal.ts';

/**
 * Takes the token out of what pages send otherwise than in a header, where the server takes the cookie instead: what goes with a
 * socket's handshake, and what stands in an address, for a socket, an event stream or a link has no headers.
 *
 * @returns What was sent.
 */
export function dropSentOtherwise(context: CodemodContext, removal: Removal): Place[] {
  const { file, changes } = context;
  const sent: Place[] = [];
  const places: Node[] = [];
  for (const { node, value, handshakeOf } of bearerExposures(file)) {
    if (handshakeOf === undefined || changes.isGone(node) || !goesFromHandshake(context, node, handshakeOf)) continue;
    dropFromHandshake(context, removal, node);
    sent.push({ file, node: value });
    places.push(node);
  }
  for (const site of urlSites(file)) {
    const dropped = isSession(context, site) ? dropSite(context, removal, site) : undefined;
    if (!dropped) continue;
    sent.push(dropped);
    places.push(site.node);
  }
  for (const request of requestsOf(file)) {
    if (!wantsCookie(context, request)) continue;
    if (places.some((node) => concerns(file, request, node))) sendCookie(context, request);
  }
  return sent;
}

/** Whether what a token was sent with has to send the cookie instead: where nobody looks into a handshake it does not. */
function wantsCookie({ facts }: CodemodContext, { api }: HttpRequest): boolean {
  return api.socket === undefined ? api.id === 'event-source' : facts.client.byCookie.sockets.has(api.socket);
}

/** Whether the server takes the cookie of a handshake, or nobody reads what is sent for it. */
function isWithoutToken({ byCookie }: ClientFacts, library: SocketLibrary): boolean {
  return byCookie.sockets.has(library) || byCookie.unread?.has(library) === true;
}

/** Whether the handshake to which a token is given is of the app's own server, which does without. */
function goesFromHandshake({ file, facts }: CodemodContext, node: Node, library: SocketLibrary): boolean {
  if (!isWithoutToken(facts.client, library)) return false;
  const around = requestsOf(file).find((one) => one.api.socket === library && contains(one.node, node));
  return around?.url === undefined || isOwnHost(file, around.url, facts.client);
}

/** A cookie is for the host that set it. Where nothing is known of a socket's host it is that of the server that takes it. */
function isOwnHost(file: SourceFile, url: Node, { apiHost }: ClientFacts): boolean {
  const texts = textParts(file, url).map((part) => (typeof part === 'string' ? part : ''));
  const host = /(?:https?|wss?):\/\/([\w.-]+)/i.exec(texts.join('\0'))?.[1];
  return host === undefined || host === apiHost || (apiHost === undefined && LOCAL.test(host));
}

const LOCAL = /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0)$/;

/** `auth: { token }` goes, and with it the option of which nothing is left; so does `socket.auth = { token }`. */
function dropFromHandshake({ file, changes }: CodemodContext, removal: Removal, node: Node): void {
  const object = node.parent;
  if (node.type !== 'Property' || object?.type !== 'ObjectExpression') {
    changes.remove(node);
    return;
  }
  if (!object.properties.every((one) => one === node || changes.goes(one))) {
    removal.removeProperty(file, node);
    return;
  }
  changes.remove(node);
  const holder = holderOf(object, (one) => changes.isPure(one));
  if (holder?.type === 'Property') removal.removeProperty(file, holder);
  else if (holder) changes.remove(holder);
}

/** The option, or the assignment, that is for an object alone: as it stands, or as a function gives it. */
function holderOf(object: Node, isPure: (node: Node) => boolean): Node | undefined {
  const at = dressed(object);
  const { parent } = at;
  switch (parent?.type) {
    case 'Property':
      return parent.parent.type === 'ObjectExpression' ? parent : undefined;
    case 'AssignmentExpression':
      return parent.parent.type === 'ExpressionStatement' ? parent : undefined;
    case 'ConditionalExpression':
      return isNothing(parent.consequent === at ? parent.alternate : parent.consequent) ? holderOf(parent, isPure) : undefined;
    case 'CallExpression':
    case 'LogicalExpression':
    case 'AwaitExpression':
    case 'ArrowFunctionExpression':
      return holderOf(parent, isPure);
    case 'ReturnStatement':
    case 'ExpressionStatement':
      return holderOfFunction(parent, isPure);
    default:
      return undefined;
  }
}

function holderOfFunction(statement: Node, isPure: (node: Node) => boolean): Node | undefined {
  const fn = enclosingFunction(statement);
  return fn && isForThisAlone(fn, statement, isPure) ? holderOf(fn, isPure) : undefined;
}

function isNothing(node: Node): boolean {
  const inner = bare(node);
  if (inner.type === 'ObjectExpression') return inner.properties.length === 0;
  return isNullish(inner);
}

/** Whether a function does nothing else than to give something, and to find out what. */
function isForThisAlone(fn: FunctionNode, statement: Node, isPure: (node: Node) => boolean): boolean {
  return (
    fn.body.type === 'BlockStatement' &&
    fn.body.body.every(
      (one) =>
        one === statement || (one.type === 'VariableDeclaration' && one.declarations.every(({ init }) => init == null || isPure(init))),
    )
  );
}

/** Whether what stands in an address is the session's token, and the server takes the cookie where it does not stand there. */
function isSession({ file, facts }: CodemodContext, site: UrlSite): boolean {
  const { byCookie } = facts.client;
  if (site.part !== 'query' || site.key === undefined || site.goal === 'redirect') return false;
  // Tokens of invitations, of what is shared, stand in addresses under the same name.
  if (!urlExposures(file).some(({ node }) => node === site.node)) return false;
  const request = requestsOf(file).find((one) => concerns(file, one, site.node));
  if (request?.api.socket === undefined || !isTokenName(file, site.key)) return byCookie.parameters.has(site.key);
  return isWithoutToken(facts.client, request.api.socket) && (request.url === undefined || isOwnHost(file, request.url, facts.client));
}

/** Whether a node is written in a request, in what its address is made of, or sets a parameter of that. */
function concerns(file: SourceFile, request: HttpRequest, node: Node): boolean {
  const set = receiverOf(file, node);
  return [request.node, ...(request.url ? madeOf(file, request.url) : [])].some((one) => one === set || contains(one, node));
}

/** What an address is made of, through variables of the file. */
function madeOf(file: SourceFile, url: Node, steps = 3): Node[] {
  if (steps <= 0) return [];
  return nodesWithin(file, 'Identifier', url).flatMap((name) => {
    const value = resolveValue({ file, node: name });
    return value.node === name || value.file !== file ? [] : [value.node, ...madeOf(file, value.node, steps - 1)];
  });
}

/** The address, or the parameters, on which a call sets one: `new URL(…)` of `url.searchParams.set(…)`. */
function receiverOf(file: SourceFile, node: Node): Node | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const object = bare(node.callee.object);
  const from = object.type === 'MemberExpression' && memberName(object) === 'searchParams' ? object.object : object;
  return resolveValue({ file, node: from }).node;
}

/** @returns What stood there; undefined where it could not be taken out. */
function dropSite({ file, changes }: CodemodContext, removal: Removal, { node, key, value }: UrlSite): Place | undefined {
  if (changes.isGone(node) || changes.replaced.has(node)) return undefined;
  if (node.type === 'TemplateLiteral' || node.type === 'BinaryExpression') {
    const dropped = dropParameters(file, changes, node, [key!]).get(key!);
    return dropped && { file, node: dropped };
  }
  if (node.type === 'Property') removal.removeProperty(file, node);
  else if (node.type === 'CallExpression' && node.parent.type === 'ExpressionStatement') changes.remove(node);
  else return undefined;
  return value;
}

/** A socket or an event stream is told to send the cookie to another origin; a WebSocket always sends it. */
function sendCookie({ file, changes, facts }: CodemodContext, { api, node: call, options }: HttpRequest): void {
  const { credentials } = api;
  if (facts.client.topology === 'same-origin' || credentials?.form !== 'option') return;
  const [name] = credentials.path;
  const shape = options && shapeOf({ file, node: options });
  if (shape?.entries.has(name!)) return;
  if (shape?.literal && !changes.goes(shape.literal)) changes.addEntry(shape.literal, `${name!}: true`);
  else if (!options || changes.goes(options)) changes.addEntry(call, `{ ${name!}: true }`);
}
