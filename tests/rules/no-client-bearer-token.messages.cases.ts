import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const filename = 'client/live.ts';
const handed = (name: string, code: string, more = {}) => marked(name, 'handed', code, { filename, ...more });

/** Tokens in what is sent over a connection that is open. */
export default {
  rule: 'no-client-bearer-token',
  valid: [
    {
      name: 'messages about other things',
      filename,
      code: `
import { io } from 'socket.io-client';
const socket = io('/');
socket.emit('typing', { room, user: user.name });
socket.emit('usage', { tokens: 12, maxTokens: 3 });
socket.emit('pick', { token: coin.token });
socket.emit('login', { username, password, token }, (answer) => answer.ok);
socket.emit('sign-in', { user, passwd: form.passwd, token: form.code });
socket.on('auth', ({ ok }) => ok);
const live = new WebSocket('wss://api.example.com/live');
live.send(JSON.stringify({ type: 'auth', csrfToken }));
live.send(JSON.stringify({ type: 'ping', at: Date.now() }));
`,
    },
    {
      name: 'what is no socket',
      filename,
      code: `
import { EventEmitter } from './events';
const events = new EventEmitter();
events.emit('auth', { accessToken });
export default { methods: { done() { this.$emit('auth', { accessToken: this.accessToken }); } } };
mailer.send({ to, accessToken });
request.send(JSON.stringify({ type: 'auth', accessToken }));
`,
    },
    {
      name: 'a server answers on its sockets',
      filename: 'server/live.ts',
      code: `
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';
new Server(3000).on('connection', (socket) => socket.emit('auth', { accessToken: sign(socket) }));
new WebSocketServer({ port: 1 }).on('connection', (ws) => ws.send(JSON.stringify({ accessToken: sign(ws) })));
`,
    },
    {
      name: 'the token is taken from the message',
      filename,
      code: "const live = new WebSocket(url);\nconst { token, ...others } = session;\nlive.send(JSON.stringify({ type: 'auth', ...others }));",
    },
  ],
  invalid: [
    handed(
      'an event of socket.io',
      `
import { io } from 'socket.io-client';
const socket = io('/', { withCredentials: true });
«socket.emit('authenticate', { token: session.token });
«socket.emit('enter', room, accessToken, (answer) => answer.ok);
«socket.timeout(5000).emit('enter', { room, jwt });
«socket.volatile.emit('enter', { accessToken });
async function enter() { await «socket.emitWithAck('enter', { auth: { accessToken } }); }
«socket.send({ accessToken });
`,
    ),
    handed(
      'a socket in a ref',
      `
import { useEffect, useRef } from 'react';
import { io } from 'socket.io-client';
export function useChat(token) {
  const chat = useRef(null);
  useEffect(() => {
    chat.current = io('/chat');
    chat.current.on('connect', () => «chat.current.emit('login', { token }));
  }, []);
}
`,
    ),
    handed(
      'a socket by its declared type',
      `
import type { Socket } from 'socket.io-client';
export const introduce = (socket: Socket, token: string) => «socket.emit('handshake', token);
export const greet = (live: WebSocket, token: string) => «live.send(JSON.stringify({ event: 'identify', data: { token } }));
`,
    ),
    handed(
      "a WebSocket's messages",
      `
const live = new WebSocket('wss://api.example.com/live');
live.onopen = () => «live.send(JSON.stringify({ type: 'auth', token }));
live.addEventListener('open', () => {
  const hello = { op: 2, d: { accessToken } };
  «live.send(JSON.stringify(hello));
  «live.send(accessToken);
});
`,
    ),
    handed(
      'a WebSocket in a field',
      `
import ReconnectingWebSocket from 'reconnecting-websocket';
export class Live {
  open(url) { this.socket = new ReconnectingWebSocket(url); }
  identify(jwt) { «this.socket.send(JSON.stringify({ cmd: 'hello', jwt })); }
}
`,
    ),
  ],
} satisfies RuleCases;
