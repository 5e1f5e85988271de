import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

/** A server whose sign-up and sign-in are two routes below one path, and pages with one function for the two. */
function pages(files: Readonly<Record<string, string>>, header?: string): Readonly<Record<string, string>> {
  const guard = API['api/guard.js']!;
  return {
    ...API,
    'api/app.js': API['api/app.js']!.replace(
      "app.get('/api/orders'",
      `app.post('/api/auth/register', async (req, res) => {
  const user = await add(req.body);
  res.status(201).json({ user, token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET, { expiresIn: '1h' }) });
});
app.get('/api/auth/:id', (req, res) => res.json({ name: 'one' }));
app.get('/api/orders'`,
    ),
    ...(header !== undefined && {
      'api/guard.js': guard.replace('headers.authorization', `headers.${header}`).replace('header.slice(7)', 'header'),
    }),
    'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { axios: '1', react: '19', vite: '7' } }),
    ...files,
  };
}

const ASKED =
  "export const orders = () => fetch('http://localhost:5000/api/orders', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });\n";

describe('a request whose path is known in part', () => {
  it.each([
    [
      'asked by fetch',
      `export async function enter(mode, form) {
  const response = await fetch(\`http://localhost:5000/api/auth/\${mode}\`, { method: 'POST', body: JSON.stringify(form) });
  const { token, user } = await response.json();
  localStorage.setItem('token', token);
  return user;
}
`,
    ],
    [
      'asked of a constant, with then',
      `const API = 'http://localhost:5000/api';
export function enter(step, form) {
  return fetch(API + '/auth/' + step, { method: 'POST', body: JSON.stringify(form) })
    .then((response) => response.json())
    .then((answer) => {
      localStorage.setItem('token', answer.token);
      return answer.user;
    });
}
`,
    ],
    [
      'whose answer is handed on',
      `const ask = async (what, form) => {
  const response = await fetch(\`http://localhost:5000/api/auth/\${what}\`, { method: 'POST', body: JSON.stringify(form) });
  return response.json();
};
const kinds = { in: 'login', up: 'register' };
export async function enter(kind, form) {
  const data = await ask(kinds[kind], form);
  localStorage.setItem('token', data.token);
}
`,
    ],
  ])('asks for a session where a token is taken out of its answer: %s', async (_, code) => {
    const {
      code: exit,
      out,
      text,
    } = await migrated(pages({ 'web/src/api.js': `${code}${ASKED}export const leave = () => localStorage.removeItem('token');\n` }));
    expect(out).toContain('same-site: the API is at localhost');
    expect(text('web/src/api.js')).not.toMatch(/(?<!api)fetch\(|localStorage/i);
    expect(text('web/src/session.js')).toMatch(/http:\/\/localhost:5000/);
    expect(exit, out + text('web/src/api.js')).toBe(0);
  });

  it('is no sign-in where its answer has no token', async () => {
    const { text } = await migrated(
      pages({
        'web/src/api.js': `export async function enter(email) {
  const response = await fetch('http://localhost:5000/api/auth/login', { method: 'POST', body: JSON.stringify({ email }) });
  const { token } = await response.json();
  localStorage.setItem('token', token);
}
export const find = async (id) => (await (await fetch(\`http://localhost:5000/api/auth/\${id}\`)).json()).name;
${ASKED}export const leave = () => localStorage.removeItem('token');
`,
      }),
    );
    expect(text('web/src/api.js')).toMatch(/await fetch\(`http:\/\/localhost:5000\/api\/auth\/\$\{id\}`\)/);
  });

  it('is no sign-in where what the server puts its token under is taken out of its answer, as out of every answer', async () => {
    const { 'api/app.js': app, ...files } = pages({
      'web/src/api.js': `export async function enter(email) {
  const response = await fetch('http://localhost:5000/api/auth/login', { method: 'POST', body: JSON.stringify({ email }) });
  const { data } = await response.json();
  localStorage.setItem('token', data);
}
export async function find(id) {
  const response = await fetch(\`http://localhost:5000/api/auth/\${id}\`);
  const { data } = await response.json();
  return data.name;
}
${ASKED}export const leave = () => localStorage.removeItem('token');
`,
    });
    const { code, out, text } = await migrated({ ...files, 'api/app.js': app!.replaceAll('{ user, token: ', '{ data: ') });
    expect(text('web/src/api.js')).toContain('const { data } = await response.json();\n  return data.name;');
    expect(code, out).toBe(0);
  });

  it('asks below what all requests of axios begin with, and a header of the app is not emptied any more', async () => {
    const { code, out, text } = await migrated(
      pages(
        {
          'web/src/account.jsx': `import { createContext, useState } from 'react';
import axios from 'axios';

axios.defaults.baseURL = import.meta.env.VITE_API;
export const Account = createContext();
export function AccountProvider({ children }) {
  const [user, setUser] = useState(null);
  const enter = async (mode, form) => {
    const { data } = await axios.post(\`/api/auth/\${mode}\`, form);
    axios.defaults.headers.common['token'] = data.token;
    localStorage.setItem('token', data.token);
    setUser(data.user);
  };
  const leave = () => {
    localStorage.removeItem('token');
    axios.defaults.headers.common['token'] = null;
    setUser(null);
  };
  return <Account.Provider value={{ user, enter, leave }}>{children}</Account.Provider>;
}
`,
        },
        'token',
      ),
    );
    expect(out).toContain("same-site: the API's address comes from the environment");
    expect(text('web/src/account.jsx')).not.toMatch(/token/i);
    expect(text('web/src/session.js')).toContain('import.meta.env.VITE_API');
    expect(code, out).toBe(0);
  });
});
