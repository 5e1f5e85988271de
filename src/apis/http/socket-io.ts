import { callsOf } from '../../syntax/functions.ts';
import { shapeOf } from '../../flow/objects.ts';
import { memberName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { describedClient } from './described-client.ts';
import { isTokenName, tokensGiven } from './token-slots.ts';

const CONNECT = ['io', 'socket.io-client#', 'socket.io-client#io', 'socket.io-client#connect', 'socket.io-client#Manager'];
const SOCKETS = new Set(CONNECT.flatMap((connect) => [`${connect}()`, `${connect}.connect()`, `${connect}connect()`]));

/**
 * https://socket.io/docs/v4/client-options/: `auth` is an object, or a function that gives one to its callback, and goes
 * with the handshake; `withCredentials` sends cookies to another origin. What `query` carries is in the address.
 */
export const socketIoApi = describedClient({
  id: 'socket.io',
  hint: /\bio\b/,
  label: 'socket.io',
  credentials: { form: 'option', path: ['withCredentials'], value: true },
  header: { form: 'option', path: ['extraHeaders'] },
  objects: [...CONNECT, 'socket.io-client#Manager<new>'],
  call: { url: 0, options: 1 },
  methods: { connect: { url: 0, options: 1 } },
  *tokens(file) {
    for (const request of callsOf(file)) {
      const origin = originOf(file, request.callee);
      if (origin === undefined || !CONNECT.includes(origin.replace(/\.connect$/, ''))) continue;
      for (const options of request.arguments) {
        const auth = options.type === 'SpreadElement' ? undefined : shapeOf({ file, node: options })?.entries.get('auth');
        if (auth?.file === file) yield* tokensGiven(file, auth.value, "socket.io's `auth`");
      }
    }
    // socket.auth = { token }, socket.auth.token = token: https://socket.io/docs/v4/client-socket-instance/
    for (const assignment of nodesOf(file, 'AssignmentExpression')) {
      const { left, right } = assignment;
      if (left.type !== 'MemberExpression') continue;
      const name = memberName(left);
      if (name === 'auth' && SOCKETS.has(originOf(file, left.object) ?? '')) yield* tokensGiven(file, right, "socket.io's `auth`");
      const { object } = left;
      const isPart =
        name !== undefined &&
        object.type === 'MemberExpression' &&
        memberName(object) === 'auth' &&
        isTokenName(file, name) &&
        SOCKETS.has(originOf(file, object.object) ?? '');
      if (isPart) yield { node: assignment, value: right, slot: "socket.io's `auth`", isForTokens: true };
    }
  },
});
