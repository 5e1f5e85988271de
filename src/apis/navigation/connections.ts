import { argumentAt } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { NavigationApi } from './navigation-api.ts';

const MADE =
  /^(?:WebSocket|EventSource|ReconnectingWebSocket|reconnecting-websocket#|ws#|ws#WebSocket|event-source-polyfill#EventSourcePolyfill)$/;

/** Connections that a page keeps open, which know no headers in browsers: https://websockets.spec.whatwg.org */
export const connections: NavigationApi = {
  id: 'connections',
  hint: /WebSocket|EventSource|['"]ws['"]/,
  *navigations(file) {
    for (const node of nodesOf(file, 'NewExpression')) {
      const to = MADE.test(originOf(file, node.callee) ?? '') ? argumentAt(node, 0) : undefined;
      if (to) yield { node, to, kind: 'connection' };
    }
  },
};
