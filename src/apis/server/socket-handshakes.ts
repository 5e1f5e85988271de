import { resolveValue } from '../../flow/resolve.ts';
import { originOf } from '../../flow/origin.ts';
import { staticText } from '../../flow/static-text.ts';
import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, calleeName, methodCallsOf } from '../../syntax/functions.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, isAssignmentTarget, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, nodesWithin, perFile, textOf } from '../../syntax/source-file.ts';

/** Where a server takes a token out of a socket's handshake. */
export interface HandshakeRead {
  /** The expression that gives the token, with `?.` around it the whole chain; or the property of a pattern. */
  readonly node: Node;
  /** What has the handshake's headers, as written: `socket.handshake`, `req`. */
  readonly handshake: string;
  readonly library: SocketLibrary;
}

/** What a server takes sockets with. */
export type SocketLibrary = 'socket.io' | 'web-socket';

const TOKEN = /^(?:token|authToken|auth_token|accessToken|access_token|jwt|authorization|x-access-token|x-auth-token)$/i;

/** Every place where a token is taken out of a handshake: of what a client sent for it, or of the address that it asked. */
export const handshakeReadsOf = perFile((file): readonly HandshakeRead[] => {
  if (!/handshake|\burl\b/.test(file.text)) return [];
  const found = [...membersRead(file), ...patternsRead(file), ...addressesRead(file)];
  return found.filter((one, i) => found.findIndex(({ node }) => node === one.node) === i);
});

/** `socket.handshake.auth.token`, `socket.handshake.query.token`, `socket.handshake.headers.authorization`. */
function membersRead(file: SourceFile): HandshakeRead[] {
  return nodesOf(file, 'MemberExpression').flatMap((member) => {
    if (!TOKEN.test(memberName(member) ?? '') || isAssignmentTarget(member)) return [];
    const from = handshakeIn(file, member.object) ?? requestAsked(file, member.object);
    return from ? [{ node: wholeChain(member), ...from }] : [];
  });
}

/** `const { token } = socket.handshake.auth`. */
function patternsRead(file: SourceFile): HandshakeRead[] {
  return nodesOf(file, 'VariableDeclarator').flatMap(({ id, init }) => {
    const from = init && id.type === 'ObjectPattern' ? (handshakeIn(file, init) ?? requestAsked(file, init)) : undefined;
    if (!from || id.type !== 'ObjectPattern') return [];
    return id.properties.flatMap((property) =>
      property.type === 'Property' && TOKEN.test(propertyName(property) ?? '') ? [{ node: property, ...from }] : [],
    );
  });
}

type From = Pick<HandshakeRead, 'handshake' | 'library'>;

/** The handshake of `socket.handshake.auth`, `socket.handshake.query`, through a variable and a default. */
function handshakeIn(file: SourceFile, node: Node): From | undefined {
  const { file: home, node: from } = resolveValue({ file, node: withoutDefault(node) });
  if (home !== file || from.type !== 'MemberExpression' || !/^(?:auth|query|headers)$/.test(memberName(from) ?? '')) return undefined;
  const handshake = bare(from.object);
  return handshake.type === 'MemberExpression' && memberName(handshake) === 'handshake'
    ? { handshake: textOf(file, handshake), library: 'socket.io' }
    : undefined;
}

/** `new URL(req.url, base).searchParams.get('token')` where a WebSocket's connection begins. */
function addressesRead(file: SourceFile): HandshakeRead[] {
  return methodCallsOf(file, 'get').flatMap(({ call, object }) => {
    const name = argumentAt(call, 0);
    if (!name || !TOKEN.test(staticText(file, name) ?? '')) return [];
    const from = requestAsked(file, object);
    return from ? [{ node: wholeChain(call), ...from }] : [];
  });
}

const PARSED = /^(?:URL<new>\.searchParams|URLSearchParams<new>|(?:node:)?url#(?:parse\(\)|default\.parse\(\)|\.parse\(\))\.query)$/;

/** The request whose parameters an expression is: what is parsed out of `req.url`, in a function that takes sockets. */
function requestAsked(file: SourceFile, parameters: Node): From | undefined {
  if (!PARSED.test(originOf(file, parameters) ?? '')) return undefined;
  const made = parsing(file, parameters);
  const request = made && nodesWithin(file, 'MemberExpression', made).find((one) => isAddress(file, one))?.object;
  return request ? { handshake: textOf(file, request), library: 'web-socket' } : undefined;
}

/** The call that takes an address apart, from which parameters are taken. */
function parsing(file: SourceFile, node: Node, steps = 4): Node | undefined {
  const inner = bare(node);
  if (inner.type === 'NewExpression' || (inner.type === 'CallExpression' && calleeName(inner) === 'parse')) return inner;
  if (steps <= 0) return undefined;
  if (inner.type === 'MemberExpression') return parsing(file, inner.object, steps - 1);
  const variable = inner.type === 'Identifier' ? variableOf(file, inner) : undefined;
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'value' ? parsing(file, binding.init, steps - 1) : undefined;
}

/** `req.url`, `info.req.url`, of the request with which a socket begins. */
function isAddress(file: SourceFile, member: TSESTree.MemberExpression): boolean {
  if (memberName(member) !== 'url') return false;
  const root = bare(member.object);
  const first = root.type === 'MemberExpression' && memberName(root) === 'req' ? bare(root.object) : root;
  const variable = first.type === 'Identifier' ? variableOf(file, first) : undefined;
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'parameter' && binding.path.length === 0 && takesSockets(binding.fn, binding.index);
}

/** `wss.on('connection', (socket, req) => …)`, `server.on('upgrade', (req, socket, head) => …)`, `verifyClient: (info) => …`. */
function takesSockets(fn: FunctionNode, index: number): boolean {
  const { parent } = fn;
  if (parent.type === 'Property') return propertyName(parent) === 'verifyClient' && index === 0;
  if (parent.type !== 'CallExpression' || parent.arguments.at(-1) !== fn || calleeName(parent) !== 'on') return false;
  const [event] = parent.arguments;
  const name = event?.type === 'Literal' ? event.value : undefined;
  return (name === 'connection' && index === 1) || (name === 'upgrade' && index === 0);
}

/** `socket.handshake.auth` of `socket.handshake.auth || {}`. */
function withoutDefault(node: Node): Node {
  const inner = bare(node);
  return inner.type === 'LogicalExpression' && inner.operator !== '&&' ? inner.left : inner;
}

/** With `?.` around it, the whole chain; of a scheme's header the token alone: `….authorization?.split(' ')[1]`. */
function wholeChain(node: Node): Node {
  let at: Node = node;
  while (at.parent?.type === 'ChainExpression' || isPartOfText(at)) at = at.parent!;
  return at;
}

/** `text.split(' ')`, `text.split(' ')[1]`, `text.replace('Bearer ', '')`: a part of the text. */
function isPartOfText(node: Node): boolean {
  const { parent } = node;
  if (parent?.type === 'CallExpression') return parent.callee === node;
  if (parent?.type !== 'MemberExpression' || parent.object !== node) return false;
  return parent.computed
    ? parent.property.type === 'Literal'
    : /^(?:split|replace|slice|substring|trim|pop)$/.test(memberName(parent) ?? '');
}
