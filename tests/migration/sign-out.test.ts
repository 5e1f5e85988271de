import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

const WEB = JSON.stringify({ name: 'web', type: 'module', dependencies: { axios: '1', vite: '7' } });
const AXIOS = `import axios from 'axios';

export const http = axios.create({ baseURL: 'http://localhost:5000/api' });
http.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${localStorage.getItem('token')}\`;
  return config;
});
export async function signIn(email) {
  const { data } = await http.post('/auth/login', { email });
  localStorage.setItem('token', data.token);
}
`;
const FETCH = `const BASE = 'http://localhost:5000/api';
const authorized = () => ({ headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` } });
const ask = (path, init) => fetch(BASE + path, init);
export async function signIn(email) {
  const response = await fetch(BASE + '/auth/login', { method: 'POST', body: email });
  const { token } = await response.json();
  localStorage.setItem('token', token);
}
export const orders = () => ask('/orders', authorized());
`;

/** An app whose server signs people out by a route of its own. */
const app = (page: string): Record<string, string> => ({
  ...API,
  'api/app.js': API['api/app.js']!.replace(
    "app.get('/api/orders'",
    "app.post('/api/auth/logout', (req, res) => {\n  log(req.body.email);\n  res.json({ ok: true });\n});\napp.get('/api/orders'",
  ),
  'web/package.json': WEB,
  'web/src/http.js': page,
});

describe('signing out where the page asks the server for it already', () => {
  it.each([
    [
      'an instance',
      `${AXIOS}export async function signOut() {\n  localStorage.removeItem('token');\n  await http.post('/auth/logout');\n}\n`,
      "  forgetSession();\n  await http.post('/auth/logout');",
    ],
    [
      'a function of requests',
      `${FETCH}export async function signOut() {\n  await ask('/auth/logout', { method: 'POST' });\n  localStorage.removeItem('token');\n}\n`,
      "  await ask('/auth/logout', { method: 'POST' });\n  forgetSession();",
    ],
    [
      'a promise',
      `${AXIOS}export const signOut = () =>\n  http.post('/auth/logout').then(() => {\n    localStorage.removeItem('token');\n  });\n`,
      '    forgetSession();',
    ],
  ])('asks once: %s', async (_title, page, wanted) => {
    const { code, out, text } = await migrated(app(page));
    expect(out).toContain('nothing is left to do by hand');
    expect(text('web/src/http.js')).toContain(wanted);
    expect(text('web/src/http.js')).not.toContain('endSession');
    expect(text('web/src/http.js')).not.toMatch(/[^\w.]fetch\(/);
    expect(code).toBe(0);
  });

  it('asks once where the instance is of another file', async () => {
    const { code, text } = await migrated({
      ...app(AXIOS.replace(/export async function signIn[\s\S]*/, '')),
      'web/src/account.js': `import { http } from './http';

export async function signIn(email) {
  const { data } = await http.post('/auth/login', { email });
  localStorage.setItem('token', data.token);
}
export async function signOut() {
  await http.post('/auth/logout');
  localStorage.removeItem('token');
}
`,
    });
    expect(text('web/src/account.js')).toContain("  await http.post('/auth/logout');\n  forgetSession();\n");
    expect(code).toBe(0);
  });

  it('asks where nothing else does', async () => {
    const { code, text } = await migrated(app(`${AXIOS}export function signOut() {\n  localStorage.removeItem('token');\n}\n`));
    expect(text('web/src/http.js')).toContain('  endSession();');
    expect(text('api/app.js')).toContain('clearSessionCookie(res);');
    expect(code).toBe(0);
  });
});

describe('signing out by what a state is set to', () => {
  const provider = (name: string, nothing: string): Readonly<Record<string, string>> => ({
    ...API,
    'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { react: '19', vite: '7' } }),
    'web/src/auth.jsx': `import { createContext, useEffect, useState } from 'react';

export const AuthContext = createContext();

export const AuthProvider = ({ children }) => {
  const [user, setUser] = useState(null);
  const [token, setToken] = useState(localStorage.getItem('token'));

  useEffect(() => {
    localStorage.setItem('token', token);
  }, [token]);
  const ${name} = () => {
    setUser(null);
    setToken(${nothing});
  };
  const enter = async (email) => {
    const response = await fetch('http://localhost:5000/api/auth/login', { method: 'POST', body: JSON.stringify({ email }) });
    const data = await response.json();
    setUser(data.user);
    setToken(data.token);
  };
  return <AuthContext.Provider value={{ user, ${name}, enter, token }}>{children}</AuthContext.Provider>;
};
`,
    'web/src/orders.jsx': `import { useContext } from 'react';
import { AuthContext } from './auth';

export function Orders() {
  const { user, ${name}, token } = useContext(AuthContext);
  const load = () => fetch('http://localhost:5000/api/orders', { headers: { Authorization: \`Bearer \${token}\` } });
  return <button onClick={load} onBlur={${name}}>{user?.name}</button>;
}
`,
  });

  it.each([['null'], ["''"]])('ends the session where its name says so: %s', async (nothing) => {
    const { code, out, text } = await migrated(provider('handleLogout', nothing));
    expect(out).toContain('nothing is left to do by hand');
    expect(text('web/src/auth.jsx')).toContain('    setUser(null);\n    endSession();\n');
    expect(code).toBe(0);
  });

  it('is named where nothing says that it is one', async () => {
    const { code, out, text } = await migrated(provider('leave', 'null'));
    expect(text('web/src/auth.jsx')).toContain('    setUser(null);\n    forgetSession();\n');
    expect(out).toContain('nothing ends the session, which is a cookie now: call endSession(). (ends the session)');
    expect(code).toBe(1);
  });
});

describe('a token that is thrown away when a request is refused', () => {
  const refusing = (lines: string): string => `${AXIOS}export const signOut = () => {\n  localStorage.removeItem('token');\n};\n${lines}`;
  const VUE = JSON.stringify({ name: 'web', type: 'module', dependencies: { vue: '3', pinia: '2', vite: '7' } });

  it.each([
    [
      'by an interceptor',
      refusing(
        "http.interceptors.response.use(undefined, (error) => {\n  if ([401, 403].includes(error.response?.status)) localStorage.removeItem('token');\n  throw error;\n});\n",
      ),
      '.includes(error.response?.status)) endRefusedSession();',
    ],
    [
      'by an interceptor with a name',
      refusing(
        "const failed = async (error) => {\n  if (error.response?.status === 401) {\n    localStorage.removeItem('token');\n    location.assign('/login');\n  }\n  throw error;\n};\nhttp.interceptors.response.use(null, failed);\n",
      ),
      "    await endRefusedSession();\n    location.assign('/login');",
    ],
    [
      'by whoever asks who is signed in',
      refusing(
        "export async function restore() {\n  try {\n    return (await http.get('/orders')).data;\n  } catch {\n    localStorage.removeItem('token');\n    return null;\n  }\n}\n",
      ),
      '    await endRefusedSession();\n    return null;',
    ],
    [
      'by a promise',
      refusing("export const restore = () => http.get('/orders').catch(() => localStorage.removeItem('token'));\n"),
      '.catch(() => endRefusedSession());',
    ],
  ])('ends the session at the server too: %s', async (_title, page, wanted) => {
    const { code, out, text } = await migrated({ ...API, 'web/package.json': WEB, 'web/src/http.js': page });
    expect(text('web/src/http.js')).toContain(wanted);
    expect(text('web/src/http.js')).not.toContain('forgetSession');
    expect(text('web/src/session.js')).toContain('export async function endRefusedSession()');
    expect(out).toContain('nothing is left to do by hand');
    expect(code).toBe(0);
  });

  it('ends the session at the server too: by a wrapper of fetch', async () => {
    const page = FETCH.replace(
      'const ask = (path, init) => fetch(BASE + path, init);',
      "async function ask(path, init) {\n  const response = await fetch(BASE + path, init);\n  if (!response.ok) localStorage.removeItem('token');\n  return response;\n}\nexport const logout = () => localStorage.removeItem('token');",
    );
    const { code, text } = await migrated({ ...API, 'web/package.json': WEB, 'web/src/http.js': page });
    expect(text('web/src/http.js')).toContain('if (!response.ok) await endRefusedSession();');
    expect(text('web/src/http.js')).toContain('logout = () => endSession();');
    expect(code).toBe(0);
  });

  it('ends the session at the server too: in a component of Vue', async () => {
    const { code, text } = await migrated({
      ...API,
      'web/package.json': VUE,
      'web/src/http.js': FETCH,
      'web/src/Orders.vue': `<script setup>
import { ref } from 'vue';
import { orders } from './http';

const list = ref([]);
const leave = () => localStorage.removeItem('token');
async function load() {
  const response = await orders();
  if (response.status === 401) {
    localStorage.removeItem('token');
    return;
  }
  list.value = await response.json();
}
</script>
<template><button @click="load">{{ list.length }}</button><button @click="leave">Leave</button></template>
`,
    });
    expect(text('web/src/Orders.vue')).toContain('    await endRefusedSession();\n    return;');
    expect(text('web/src/Orders.vue')).toContain('leave = () => endSession();');
    expect(code).toBe(0);
  });

  it('is forgotten here alone where it had ended', async () => {
    const { text } = await migrated({
      ...API,
      'web/package.json': WEB,
      'web/src/http.js': refusing("export function check(isExpired) {\n  if (isExpired) localStorage.removeItem('token');\n}\n"),
    });
    expect(text('web/src/http.js')).toContain('if (isExpired) forgetSession();');
  });
});

describe('a route that signs out behind a guard', () => {
  const page = {
    'web/package.json': WEB,
    'web/src/http.js': `${AXIOS}export function signOut() {\n  localStorage.removeItem('token');\n}\n`,
  };
  const routed = (route: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    ...API,
    ...page,
    ...more,
    'api/app.js': API['api/app.js']!.replace("app.get('/api/orders'", `${route}\napp.get('/api/orders'`),
  });
  const CLEARS = '(req, res, next) => {\n  clearSessionCookie(res);\n  next();\n}, ';

  it('clears the cookie before it: a session that has ended is ended as well', async () => {
    const { code, text } = await migrated(routed("app.post('/api/auth/logout', guard, (req, res) => res.json({ ok: true }));"));
    expect(text('api/app.js')).toContain(`app.post('/api/auth/logout', ${CLEARS}guard, (req, res) => res.json({ ok: true }));`);
    expect(code).toBe(0);
  });

  it('clears it once where its handler is of another file', async () => {
    const { code, text, written } = await migrated(
      routed("app.post('/api/auth/logout', guard, require('./leave').logout);", {
        'api/leave.js': 'exports.logout = (req, res) => {\n  res.json({ ok: true });\n};\n',
      }),
    );
    expect(text('api/app.js')).toContain(`app.post('/api/auth/logout', ${CLEARS}guard,`);
    expect(written).not.toContain('api/leave.js');
    expect(code).toBe(0);
  });

  it('clears it in its handler where what runs before is no guard', async () => {
    const { text } = await migrated(
      routed(
        "const slow = (req, res, next) => setTimeout(next, 9);\napp.post('/api/auth/logout', slow, (req, res) => res.json({ ok: true }));",
      ),
    );
    expect(text('api/app.js')).toContain("'/api/auth/logout', slow, (req, res) => (clearSessionCookie(res), res.json({ ok: true })));");
  });

  it('is named where the guard is of the whole router', async () => {
    const before = API['api/app.js']!.replace(
      "app.get('/api/orders'",
      "app.use('/api', guard);\napp.post('/api/auth/logout', (req, res) => res.json({}));\napp.get('/api/orders'",
    );
    const { out } = await migrated({ ...API, ...page, 'api/app.js': before });
    expect(out).toContain('Whoever signs out has to be signed in (api/app.js:');
    const open = await migrated(routed("app.post('/api/auth/logout', (req, res) => res.json({}));"));
    expect(open.out).not.toContain('has to be signed in');
  });
});
