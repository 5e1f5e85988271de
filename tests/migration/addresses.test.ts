import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

const app = (route: string, asking: string): Record<string, string> => ({
  ...API,
  'api/app.js': API['api/app.js']!.replace("app.get('/api/orders'", `${route}\napp.get('/api/orders'`),
  'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { react: '19' }, devDependencies: { vite: '7' } }),
  'web/src/shop.js': `export async function login(email) {
  const response = await fetch('http://localhost:5000/api/auth/login', { method: 'POST', body: JSON.stringify({ email }) });
  const { token } = await response.json();
  localStorage.setItem('token', token);
}
export const news = () => ${asking};
`,
});
const NEWS = 'new EventSource(`http://localhost:5000/api/news?token=${localStorage.getItem("token")}`)';

describe('a token in an address', () => {
  it('goes where the route takes the cookie', async () => {
    const { code, text } = await migrated(
      app("app.get('/api/news', (req, res) => res.json(jwt.verify(req.query.token, process.env.JWT_SECRET)));", NEWS),
    );
    expect(text('web/src/shop.js')).toContain("new EventSource('http://localhost:5000/api/news', { withCredentials: true })");
    expect(text('api/app.js')).toContain('jwt.verify(req.query.token ?? sessionToken(req), process.env.JWT_SECRET)');
    expect(code).toBe(0);
  });

  it('stays where the route takes it for something else', async () => {
    const { code, text } = await migrated(app("app.get('/api/news', (req, res) => res.json(invitationOf(req.query.token)));", NEWS));
    expect(text('web/src/shop.js')).toContain('TODO(httponly): this still needs the token');
    expect(text('api/app.js')).toContain('invitationOf(req.query.token)');
    expect(code).toBe(1);
  });

  it('is named where the route cannot be rewritten', async () => {
    const route = `app.get('/api/news', (req, res) => {
  const { token, ...filter } = req.query;
  res.json(newsFor(jwt.verify(token, process.env.JWT_SECRET), filter));
});`;
    const { code, text } = await migrated(app(route, NEWS));
    expect(text('api/app.js')).toContain('TODO(httponly): this takes the token out of the address in a form that could not be rewritten.');
    expect(code).toBe(1);
  });

  it('does not make a route forgeable that changes something, without a word', async () => {
    const route = `app.get('/api/orders/clear', async (req, res) => {
  const { sub } = jwt.verify(req.query.token, process.env.JWT_SECRET);
  await Order.deleteMany({ owner: sub });
  res.sendStatus(204);
});`;
    const { code, out } = await migrated(app(route, NEWS.replace('news', 'orders/clear')));
    expect(out).toMatch(/\/api\/orders\/clear changes something when it is only asked for/);
    expect(code).toBe(1);
  });
});
