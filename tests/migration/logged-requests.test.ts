import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

const WEB = {
  'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { vite: '7' } }),
  'web/src/login.js': `export async function login(email) {
  const response = await fetch('http://localhost:5000/api/auth/login', { method: 'POST', body: JSON.stringify({ email }) });
  localStorage.setItem('token', (await response.json()).token);
}
export const logout = () => localStorage.removeItem('token');
export const orders = () => fetch('http://localhost:5000/api/orders', { headers: { Authorization: 'Bearer ' + localStorage.getItem('token') } });
`,
};
const app = (log: string): Record<string, string> => ({
  ...API,
  ...WEB,
  'api/app.js': API['api/app.js']!.replace("app.post('/api/auth", "app.use(require('./trace'));\napp.post('/api/auth"),
  'api/trace.js': `module.exports = (req, res, next) => {\n  ${log}\n  next();\n};\n`,
});

describe('a log of requests', () => {
  it('goes on without the session where all headers are logged', async () => {
    const { code, out, text } = await migrated(app('console.log(req.url, req.headers);'));
    expect(text('api/trace.js')).toContain('console.log(req.url, { ...req.headers, cookie: undefined });');
    expect(out).toContain('nothing is left to do by hand');
    expect(code).toBe(0);
  });

  it('is named where cookies are logged, or all of a request', async () => {
    const { code, out, text } = await migrated(app('console.log(req);'));
    expect(out).toContain('cookie-in-log');
    expect(text('api/trace.js')).toContain('TODO(httponly): this logs the cookies of a request');
    expect(code).toBe(1);
  });

  it('stays as it is where it tells of other headers alone', async () => {
    const { code, written } = await migrated(app("console.log(req.method, req.headers['user-agent']);"));
    expect(written).not.toContain('api/trace.js');
    expect(code).toBe(0);
  });

  it('of the guard, too, which reads the token there', async () => {
    const { text } = await migrated({
      ...API,
      ...WEB,
      'api/guard.js': API['api/guard.js']!.replace('  if (!header)', '  console.log(req.headers);\n  if (!header)'),
    });
    expect(text('api/guard.js')).toContain('console.log({ ...req.headers, cookie: undefined });');
  });
});
