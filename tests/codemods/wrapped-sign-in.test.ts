import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

const SIGN_IN =
  "export async function signIn(name, password) {\n  const data = await ask('/auth/login', { method: 'POST', body: JSON.stringify({ name, password }) });\n  if (data.token) {\n    localStorage.setItem('token', data.token);\n    localStorage.setItem('name', data.name);\n  }\n}\n";

/** Functions of an app that send its requests, under a name that says nothing. */
const WRAPPERS: readonly (readonly [title: string, code: string])[] = [
  [
    'an async function',
    "const BASE = 'http://localhost:4000';\nexport async function ask(path, options) {\n  const response = await fetch(`${BASE}${path}`, { ...options, headers: { Authorization: 'Bearer ' + localStorage.getItem('token') } });\n  return response.json();\n}\n",
  ],
  [
    'an address in a variable, and a request within a function that is called in place',
    "const running = new Map();\nexport const ask = async (path, options = {}) => {\n  const headers = { ...options.headers };\n  headers['Authorization'] = `Bearer ${localStorage.getItem('token')}`;\n  const url = `/api${path}`;\n  if (running.has(url)) return running.get(url);\n  const promise = (async () => {\n    try {\n      const response = await fetch(url, { ...options, headers });\n      return await response.json();\n    } finally {\n      running.delete(url);\n    }\n  })();\n  running.set(url, promise);\n  return promise;\n};\n",
  ],
  [
    'an instance, and an answer that is taken out',
    "import axios from 'axios';\nconst http = axios.create({ baseURL: '/api' });\nhttp.interceptors.request.use((config) => {\n  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`;\n  return config;\n});\nexport const ask = (url, { method, body }) => http.request({ url, method, data: body }).then((response) => response.data);\n",
  ],
];

describe('an answer to a sign-in that came through a function of the app', () => {
  it.each(WRAPPERS)('is asked about as a session: %s', (_title, code) => {
    const { texts, notes } = migratedPages({ 'src/ask.js': code, 'src/sign-in.js': `import { ask } from './ask';\n${SIGN_IN}` });
    expect(notes).toEqual([]);
    expect(texts['src/sign-in.js']).toContain("  if (hasSession()) {\n    localStorage.setItem('name', data.name);\n  }");
  });

  it('of another path is none', () => {
    const { texts } = migratedPages({
      'src/ask.js': WRAPPERS[0]![1],
      'src/reset.js':
        "import { ask } from './ask';\nexport async function reset(email) {\n  const data = await ask('/mails', { method: 'POST', body: email });\n  if (data.token) show(data.token);\n}\n",
    });
    expect(texts['src/reset.js']).toContain('if (data.token) show(data.token);');
  });
});
