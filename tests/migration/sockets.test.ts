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
