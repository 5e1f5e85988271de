import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt } from '../../syntax/functions.ts';
import { comesFrom } from '../../flow/comes-from.ts';
import type { Origin } from '../../flow/origin.ts';
import { memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { TokenSlot } from './http-api.ts';
import { subjectOf } from './token-slots.ts';
import { describedClient } from './described-client.ts';

const SOCKETS = ['WebSocket', 'reconnecting-websocket#', 'isomorphic-ws#', 'partysocket#WebSocket', 'sockjs-client#'];
const isSocket = (origin: Origin): boolean => origin.endsWith('<new>') && SOCKETS.includes(origin.slice(0, -'<new>'.length));

/** `ws.send(JSON.stringify({ type: 'auth', token }))`: what is sent to the server once there is a connection. */
function* messagesSent(file: SourceFile): Generator<TokenSlot> {
  for (const node of nodesOf(file, 'CallExpression')) {
    const value = argumentAt(node, 0);
    if (!value || node.callee.type !== 'MemberExpression' || memberName(node.callee) !== 'send') continue;
    if (comesFrom(file, node.callee.object, isSocket))
      yield { node, value, slot: "a WebSocket's message", isForTokens: false, message: { subject: subjectOf(file, value) } };
  }
}

/**
 * https://websockets.spec.whatwg.org: the handshake always carries the cookies of its origin, and no headers of the
 * page's, so that some send the token as a subprotocol: `new WebSocket(url, ['bearer', token])`.
 */
export const webSocketApi = describedClient({
  id: 'web-socket',
  hint: /websocket|-ws['"]/i,
  label: 'WebSocket',
  socket: 'web-socket',
  objects: SOCKETS,
  call: { url: 0 },
  *tokens(file) {
    yield* messagesSent(file);
    for (const { node } of webSocketApi.requests(file)) {
      const protocols = argumentAt(node, 1);
      if (!protocols) continue;
      const { file: home, node: list } = resolveValue({ file, node: protocols });
      for (const value of list.type === 'ArrayExpression' && home === file ? list.elements : [protocols]) {
        if (value && value.type !== 'SpreadElement') yield { node: value, value, slot: "a WebSocket's subprotocol", isForTokens: false };
      }
    }
  },
});
