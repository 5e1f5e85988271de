import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { comesFrom } from '../../flow/comes-from.ts';
import { shapeOf } from '../../flow/objects.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, isFunction, memberName } from '../../syntax/nodes.ts';
import type { Origin } from '../../flow/origin.ts';
import { originOf } from '../../flow/origin.ts';
import { staticText } from '../../flow/static-text.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { describedClient } from './described-client.ts';
import type { TokenSlot } from './http-api.ts';
import { isTokenName, subjectOf, tokensGiven } from './token-slots.ts';

const CONNECT = ['io', 'socket.io-client#', 'socket.io-client#io', 'socket.io-client#connect', 'socket.io-client#Manager'];
const SOCKETS = new Set(CONNECT.flatMap((connect) => [`${connect}()`, `${connect}.connect()`, `${connect}connect()`]));

/** What goes between a socket and what it sends: https://socket.io/docs/v4/emitting-events/ */
const MODIFIERS = /\.(?:volatile|(?:timeout|compress)\(\))/g;

function isSocket(origin: Origin): boolean {
  const socket = origin.replace(MODIFIERS, '');
  return SOCKETS.has(socket) || socket === 'socket.io-client#Socket<new>' || socket === 'socket.io-client#Manager<new>.socket()';
}

/** The socket of `socket.timeout(5000).emit(…)`. */
function unmodified(node: Node): Node {
  const inner = bare(node);
  const member = inner.type === 'CallExpression' ? bare(inner.callee) : inner;
  const name = member.type === 'MemberExpression' ? memberName(member) : undefined;
  return member.type === 'MemberExpression' && /^(?:volatile|timeout|compress)$/.test(name ?? '') ? unmodified(member.object) : inner;
}

/** `socket.emit('auth', { token })`, `socket.send({ token })`: what is sent to the server once there is a connection. */
function* messagesSent(file: SourceFile): Generator<TokenSlot> {
  for (const node of nodesOf(file, 'CallExpression')) {
    const method = node.callee.type === 'MemberExpression' ? memberName(node.callee) : undefined;
    if (node.callee.type !== 'MemberExpression' || !/^(?:emit|emitWithAck|send)$/.test(method ?? '')) continue;
    if (!comesFrom(file, unmodified(node.callee.object), isSocket)) continue;
    const event = method === 'send' ? undefined : argumentAt(node, 0);
    const subject = (event && staticText(file, event)) ?? '';
    for (const value of node.arguments.slice(event ? 1 : 0)) {
      if (value.type === 'SpreadElement' || isFunction(value)) continue;
      yield {
        node,
        value,
        slot: 'a message of socket.io',
        isForTokens: false,
        message: { subject: `${subject} ${subjectOf(file, value)}` },
      };
    }
  }
}

/**
 * https://socket.io/docs/v4/client-options/: `auth` is an object, or a function that gives one to its callback, and goes
 * with the handshake; `withCredentials` sends cookies to another origin. What `query` carries is in the address.
 */
export const socketIoApi = describedClient({
  id: 'socket.io',
  hint: /\bio\b/,
  label: 'socket.io',
  socket: 'socket.io',
  credentials: { form: 'option', path: ['withCredentials'], value: true },
  header: { form: 'option', path: ['extraHeaders'] },
  objects: [...CONNECT, 'socket.io-client#Manager<new>'],
  call: { url: 0, options: 1 },
  methods: { connect: { url: 0, options: 1 } },
  *tokens(file) {
    yield* messagesSent(file);
    for (const request of callsOf(file)) {
      const origin = originOf(file, request.callee);
      if (origin === undefined || !CONNECT.includes(origin.replace(/\.connect$/, ''))) continue;
      for (const options of request.arguments) {
        const auth = options.type === 'SpreadElement' ? undefined : shapeOf({ file, node: options })?.entries.get('auth');
        if (auth?.file === file) for (const slot of tokensGiven(file, auth.value, SLOT)) yield { ...slot, handshakeOf: 'socket.io' };
      }
    }
    for (const assignment of nodesOf(file, 'AssignmentExpression')) yield* tokensAssigned(file, assignment);
  },
});

const SLOT = "socket.io's `auth`";

/** `socket.auth = { token }`, `socket.auth.token = token`: https://socket.io/docs/v4/client-socket-instance/ */
function* tokensAssigned(file: SourceFile, assignment: TSESTree.AssignmentExpression): Generator<TokenSlot> {
  const { left, right } = assignment;
  if (left.type !== 'MemberExpression') return;
  if (isAuthOfSocket(file, left)) for (const slot of tokensGiven(file, right, SLOT)) yield { ...slot, handshakeOf: 'socket.io' };
  const name = memberName(left);
  if (name !== undefined && isAuthOfSocket(file, left.object) && isTokenName(file, name))
    yield { node: assignment, value: right, slot: SLOT, isForTokens: true, handshakeOf: 'socket.io' };
}

function isAuthOfSocket(file: SourceFile, node: Node): boolean {
  return node.type === 'MemberExpression' && memberName(node) === 'auth' && SOCKETS.has(originOf(file, node.object) ?? '');
}
