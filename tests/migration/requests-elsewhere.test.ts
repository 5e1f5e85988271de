import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

const WEB = JSON.stringify({ name: 'web', type: 'module', dependencies: { axios: '1', react: '19', vite: '7' } });

/** Pages that sign in by axios itself, in one file, and ask others for something in another. */
function asking(code: string, base = 'http://localhost:5000'): Readonly<Record<string, string>> {
  return {
    ...API,
    'web/package.json': WEB,
    'web/src/main.js': `import axios from 'axios';
import { photo } from './photo.js';

export async function signIn(email) {
  const { data } = await axios.post('${base}/api/auth/login', { email });
  localStorage.setItem('token', data.token);
}
export const orders = () => axios.get('${base}/api/orders', { headers: { Authorization: 'Bearer ' + localStorage.getItem('token') } });
export const signOut = () => localStorage.removeItem('token');
createRoot(document.body).render(photo);
`,
    'web/src/photo.js': code,
  };
}

/** The same by an instance. */
function askingByInstance(code: string): Readonly<Record<string, string>> {
  return {
    ...API,
    'web/package.json': WEB,
    'web/src/http.js': `import axios from 'axios';

export const http = axios.create({ baseURL: import.meta.env.VITE_API });
http.interceptors.request.use((config) => {
  const token = localStorage.getItem('token');
  if (token) config.headers.Authorization = \`Bearer \${token}\`;
  return config;
});
`,
    'web/src/main.js': `import { http } from './http.js';

export async function signIn(email) {
  const { data } = await http.post('/api/auth/login', { email });
  localStorage.setItem('token', data.token);
}
export const orders = () => http.get('/api/orders');
export const signOut = () => localStorage.removeItem('token');
`,
    'web/src/photo.js': code,
  };
}

describe('requests to servers of others', () => {
  it.each([
    [
      'with a body',
      "export const photo = (form) => axios.post('https://api.images.example/v1/upload', form);",
      "axios.post('https://api.images.example/v1/upload', form, { withCredentials: false })",
    ],
    [
      'without one',
      "export const photo = () => axios.post('https://api.images.example/v1/sign');",
      "axios.post('https://api.images.example/v1/sign', undefined, { withCredentials: false })",
    ],
    [
      'by an address that is kept',
      'const HOST = `https://geo.example/json`;\nexport const photo = (key) => axios.get(`${HOST}?key=${key}`);',
      'axios.get(`${HOST}?key=${key}`, { withCredentials: false })',
    ],
    [
      'with settings',
      "export const photo = (q) => axios.get('https://geo.example/find', { params: { q } });",
      "axios.get('https://geo.example/find', { params: { q }, withCredentials: false })",
    ],
    [
      'with settings that are kept',
      "const settings = { timeout: 500 };\nexport const photo = () => axios.get('https://geo.example/find', settings);",
      "axios.get('https://geo.example/find', { ...settings, withCredentials: false })",
    ],
    [
      'all in one',
      "export const photo = (data) => axios({ method: 'post', url: 'http://localhost:8000/predict', data });",
      "axios({ method: 'post', url: 'http://localhost:8000/predict', data, withCredentials: false })",
    ],
  ])('go without the cookie that all requests of axios send: %s', async (_, code, sent) => {
    const { code: exit, text } = await migrated(asking(`import axios from 'axios';\n\n${code}\n`));
    expect(text('web/src/main.js')).toContain('followSession(axios)');
    expect(text('web/src/photo.js')).toContain(sent);
    expect(exit).toBe(0);
  });

  it('go without it where pages ask the API at their own origin', async () => {
    const { text } = await migrated(
      asking("import axios from 'axios';\nexport const photo = () => axios.get('https://geo.example/me');\n", ''),
    );
    expect(text('web/src/photo.js')).toContain("axios.get('https://geo.example/me', { withCredentials: false })");
  });

  it('go without it by an instance that sends it', async () => {
    const { text } = await migrated(
      askingByInstance(
        "import { http } from './http.js';\nexport const photo = (form) => http.post('https://api.images.example/upload', form);\n",
      ),
    );
    expect(text('web/src/photo.js')).toContain("http.post('https://api.images.example/upload', form, { withCredentials: false })");
  });

  it.each([
    ['of an unknown host', "axios.create({ baseURL: 'https://films.example/3' })"],
    [
      'of a host that everybody knows',
      "axios.create({ baseURL: 'https://api.themoviedb.org/3', params: { key: import.meta.env.VITE_KEY } })",
    ],
    ['of this machine', "axios.create({ baseURL: 'http://localhost:8000' })"],
  ])('by an instance of their own stay as they are: %s', async (_, made) => {
    const code = `import axios from 'axios';\n\nconst films = ${made};\nexport const photo = (id) => films.get('/film/' + id);\n`;
    const { text } = await migrated(askingByInstance(code));
    expect(text('web/src/http.js')).toContain('withCredentials: true');
    expect(text('web/src/photo.js')).toBe(code);
  });

  it.each([
    ['another way to write the API', "axios.get('http://127.0.0.1:5000/api/orders')"],
    ['an address of the API that is deployed', "axios.get('https://shop-api.example.com/api/orders')"],
    ['an address that is not known', 'axios.get(where)'],
  ])('are none that may be the API: %s', async (_, request) => {
    const code = `import axios from 'axios';\n\nexport const photo = (where) => ${request};\n`;
    const { text } = await migrated(asking(code));
    expect(text('web/src/photo.js')).toBe(code);
  });

  it('by axios stay as they are where only an instance sends the cookie', async () => {
    const code = "import axios from 'axios';\n\nexport const photo = (form) => axios.post('https://api.images.example/upload', form);\n";
    const { text } = await migrated(askingByInstance(code));
    expect(text('web/src/photo.js')).toBe(code);
  });
});
