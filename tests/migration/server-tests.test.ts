import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

/** Pages, their server and the tests of that in one package, whose dependencies are the pages'. */
const APP = {
  ...Object.fromEntries(Object.entries(API).map(([name, text]) => [name, text.replace('app.listen(5000);', 'module.exports = app;')])),
  'package.json': JSON.stringify({ name: 'shop', dependencies: { react: '19' }, devDependencies: { vite: '7', mocha: '11' } }),
  'src/shop.js': `export async function login(email) {
  const response = await fetch('http://localhost:5000/api/auth/login', { method: 'POST', body: JSON.stringify({ email }) });
  const { token } = await response.json();
  localStorage.setItem('token', token);
}

export const orders = () =>
  fetch('http://localhost:5000/api/orders', { headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` } });
`,
};

const HELPER = `const request = require('supertest');

exports.Program = class {
  constructor(app) {
    this.app = app;
  }
  post(path, body) {
    return request(this.app).post(path).send(body);
  }
  get(path, token) {
    return request(this.app).get(path).set('Authorization', \`Bearer \${token}\`);
  }
};
`;

const SPEC = `const { Program } = require('../support/program');
const app = require('../../api/app');

it('shows orders', async () => {
  const program = new Program(app);
  const answer = await program.post('/api/auth/login', { email: 'ada@example.com' });
  await program.get('/api/orders', answer.body.token);
});
`;

describe('tests of the server that go through a helper', () => {
  it('go on sending their token, which they take out of the cookie', async () => {
    const { code, text, written } = await migrated({ ...APP, 'test/support/program.js': HELPER, 'test/api/orders.js': SPEC });
    expect(written).not.toContain('test/support/program.js');
    expect(text('test/api/orders.js')).toContain("program.get('/api/orders', sessionTokenOf(answer))");
    expect(text('test/api/orders.js')).toContain("require('../session-token')");
    expect(text('test/session-token.js')).toContain('sessionTokenOf');
    expect(code).toBe(0);
  });

  it('are those of pages where a page is imported', async () => {
    const { written } = await migrated({
      ...APP,
      'test/shop.js':
        "import { orders } from '../src/shop.js';\nimport '../api/app.js';\n\nit('seeds', () => {\n  localStorage.setItem('token', 'x');\n  orders();\n});\n",
    });
    expect(written).toContain('src/seed-session.js');
  });
});
