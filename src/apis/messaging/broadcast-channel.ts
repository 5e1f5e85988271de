import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import type { MessagingApi } from './messaging-api.ts';

/**
 * `new BroadcastChannel(name).postMessage(message)`, which every window and worker of the origin receives:
 * https://html.spec.whatwg.org/multipage/web-messaging.html#broadcasting-to-other-browsing-contexts
 */
export const broadcastChannel: MessagingApi = {
  id: 'broadcast-channel',
  hint: /BroadcastChannel|broadcast-channel/,
  *messages(file) {
    for (const node of callsOf(file)) {
      const message = /^(?:broadcast-channel#)?BroadcastChannel<new>\.postMessage$/.test(originOf(file, node.callee) ?? '')
        ? argumentAt(node, 0)
        : undefined;
      if (message) yield { node, message, kind: 'broadcast' };
    }
  },
};
