import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt } from '../../syntax/functions.ts';
import { describedClient } from './described-client.ts';

/**
 * https://websockets.spec.whatwg.org: the handshake always carries the cookies of its origin, and no headers of the
 * page's, so that some send the token as a subprotocol: `new WebSocket(url, ['bearer', token])`.
 */
export const webSocketApi = describedClient({
  id: 'web-socket',
  hint: /websocket|-ws['"]/i,
  label: 'WebSocket',
  objects: ['WebSocket', 'reconnecting-websocket#', 'isomorphic-ws#', 'partysocket#WebSocket', 'sockjs-client#'],
  call: { url: 0 },
  *tokens(file) {
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
