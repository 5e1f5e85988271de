import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

describe('a socket beside CORS that names its origins', () => {
  it('lets the same origins in', async () => {
    const { code, text } = await migrated({
      ...API,
      'api/package.json': JSON.stringify({ name: 'api', dependencies: { cors: '2', express: '4', jsonwebtoken: '9', 'socket.io': '4' } }),
      'api/app.js': `${API['api/app.js']!.replace('cors()', "cors({ origin: ['http://localhost:5173', 'http://localhost:5174'] })").replace(
        "const jwt = require('jsonwebtoken');",
        "const jwt = require('jsonwebtoken');\nconst { Server } = require('socket.io');",
      )}
const io = new Server(5001, { cors: { origin: '*' } });
io.on('connection', (socket) => socket.emit('hello'));
`,
      'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { react: '19' }, devDependencies: { vite: '7' } }),
      'web/src/shop.js': `export async function login(email) {
  const response = await fetch('http://localhost:5000/api/auth/login', { method: 'POST', body: JSON.stringify({ email }) });
  const { token } = await response.json();
  localStorage.setItem('token', token);
}
`,
    });
    expect(text('api/app.js')).toContain('cors: { origin: clientOrigins, credentials: true }');
    expect(text('api/csrf-check.js')).toContain('module.exports = { clientOrigins, refuseCrossSite };');
    expect(code).toBe(0);
  });
});

describe('a socket that sends the token', () => {
  const app = (
    connect: string,
    base = 'http://localhost:5000/api',
    server = 'io.use((socket, next) => next(check(socket.handshake.auth.token)));',
  ) => ({
    ...API,
    'api/package.json': JSON.stringify({ name: 'api', dependencies: { cors: '2', express: '4', jsonwebtoken: '9', 'socket.io': '4' } }),
    'api/app.js': `${API['api/app.js']!.replace(
      "const jwt = require('jsonwebtoken');",
      "const jwt = require('jsonwebtoken');\nconst { Server } = require('socket.io');",
    )}
const check = (token) => (jwt.verify(token, process.env.JWT_SECRET) ? undefined : new Error('no'));
const io = new Server(5001, { cors: { origin: '*' } });
${server}
`,
    'web/package.json': JSON.stringify({
      name: 'web',
      type: 'module',
      dependencies: { react: '19', 'socket.io-client': '4' },
      devDependencies: { vite: '7' },
    }),
    'web/src/shop.js': `import { io } from 'socket.io-client';

export async function login(email) {
  const response = await fetch('${base}/auth/login', { method: 'POST', body: JSON.stringify({ email }) });
  const { token } = await response.json();
  localStorage.setItem('token', token);
}
export const socket = ${connect};
`,
  });
  const OWN = "io('http://localhost:5001', { auth: { token: localStorage.getItem('token') } })";

  it('sends the cookie, which the page of another site cannot use', async () => {
    const { code, text } = await migrated(app(OWN));
    expect(text('web/src/shop.js')).toContain("export const socket = io('http://localhost:5001', { withCredentials: true });");
    expect(text('api/app.js')).toContain('check(socket.handshake.auth.token ?? handshakeToken(socket.handshake))');
    expect(text('api/session-cookie.js')).toContain("const { isOwnHandshake } = require('./csrf-check');");
    expect(text('api/csrf-check.js')).toContain('function isOwnHandshake({ origin, host }) {');
    expect(code).toBe(0);
  });

  it.each([
    ['of another host', app("io('https://live.example.com', { auth: { token: localStorage.getItem('token') } })")],
    ['whose server takes no token out of the handshake', app(OWN, undefined, 'io.use(authorize({ secret: process.env.JWT_SECRET }));')],
    [
      'whose server throws without one',
      app(OWN, undefined, "io.use((socket, next) => next(check(socket.handshake.headers.authorization.split(' ')[1])));"),
    ],
    ['of a host of another site, whose requests are passed on', app(OWN, 'https://shop-api.onrender.com/api')],
  ])('%s is left', async (_name, files) => {
    const { code, text } = await migrated(files);
    expect(text('web/src/shop.js')).toMatch(/TODO\(httponly\): this still needs the token .*\n.*auth: \{ token/);
    expect(code).toBe(1);
  });

  it.each([
    ['beside its address', OWN, "io('http://localhost:5001');"],
    [
      'in its query, beside what is looked at',
      "io('http://localhost:5001', { query: { token: localStorage.getItem('token') }, transports: ['websocket'] })",
      "io('http://localhost:5001', { transports: ['websocket'] });",
    ],
    [
      'by a function',
      "io('http://localhost:5001', { auth: (done) => done({ token: localStorage.getItem('token') }) })",
      "io('http://localhost:5001');",
    ],
  ])('to a server that looks into no handshake sends nothing any more: %s', async (_name, connect, wanted) => {
    const { code, out, text } = await migrated(
      app(connect, undefined, "io.on('connection', (socket) => socket.on('join', (room) => socket.join(room)));"),
    );
    expect(text('web/src/shop.js')).toContain(`export const socket = ${wanted}`);
    expect(text('api/csrf-check.js')).not.toContain('isOwnHandshake');
    expect(out).toContain('nothing is left to do by hand');
    expect(code).toBe(0);
  });
});
