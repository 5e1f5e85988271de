import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

/** A server that keeps the refresh token in a cookie already, and the access token in answers. */
const SERVER = {
  ...API,
  'api/app.js': `const express = require('express');
const cors = require('cors');
const jwt = require('jsonwebtoken');
const cookieParser = require('cookie-parser');
const guard = require('./guard');

const app = express();
app.use(cors({ origin: 'http://localhost:5173', credentials: true }));
app.use(express.json());
app.use(cookieParser());
const WEEK = 7 * 24 * 60 * 60 * 1000;
const keep = (res, id) =>
  res.cookie('refreshToken', jwt.sign({ id }, process.env.REFRESH_SECRET, { expiresIn: '7d' }), { httpOnly: true, maxAge: WEEK });
app.post('/api/auth/login', async (req, res) => {
  const user = await find(req.body.email);
  keep(res, user.id);
  res.json({ user, accessToken: jwt.sign({ sub: user.id }, process.env.JWT_SECRET, { expiresIn: '15m' }) });
});
app.post('/api/auth/refresh', (req, res) => {
  const { id } = jwt.verify(req.cookies.refreshToken, process.env.REFRESH_SECRET);
  keep(res, id);
  res.json({ accessToken: jwt.sign({ sub: id }, process.env.JWT_SECRET, { expiresIn: '15m' }) });
});
app.get('/api/orders', guard, (req, res) => res.json([]));
app.listen(5000);
`,
};

const page = (renewal: string): Record<string, string> => ({
  'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { axios: '1', vite: '7' } }),
  'web/src/http.js': `import axios from 'axios';

export const http = axios.create({ baseURL: 'http://localhost:5000/api', withCredentials: true });
http.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${localStorage.getItem('token')}\`;
  return config;
});
${renewal}export async function signIn(email) {
  const { data } = await http.post('/auth/login', { email });
  localStorage.setItem('token', data.accessToken);
}
`,
});

const RENEWS = `http.interceptors.response.use(undefined, async (error) => {
  if (error.response?.data?.code !== 'EXPIRED' || error.config.again) throw error;
  error.config.again = true;
  const { data } = await http.post('/auth/refresh');
  localStorage.setItem('token', data.accessToken);
  return http(error.config);
});
`;

describe('a refresh token in a cookie of the app’s own', () => {
  it('has the session last as long as pages renew it: its token that has ended still reaches the server', async () => {
    const { code, text } = await migrated({ ...SERVER, ...page(RENEWS) });
    expect(text('api/session-cookie.js')).toContain('const RENEWABLE = 7 * 24 * 60 * 60 * 1000;');
    expect(text('web/src/http.js')).toContain("  await http.post('/auth/refresh');");
    // The page's own code renews on the 401 that would end the session here.
    expect(text('web/src/session.js')).not.toContain('=== 401');
    expect(code).toBe(0);
  });

  it('is none of a page that never renews', async () => {
    const { text } = await migrated({ ...SERVER, ...page('') });
    expect(text('api/session-cookie.js')).not.toContain('RENEWABLE');
    expect(text('web/src/session.js')).toContain('=== 401) await checkSession();');
  });
});
