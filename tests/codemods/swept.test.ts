import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

const IMPORT = "import axios from 'axios';\n";

/** A page before and after, without the imports that come. */
const CASES: readonly (readonly [title: string, before: string, after: string])[] = [
  [
    'an answer of which only the token was used',
    `${IMPORT}export async function signIn(body) {\n  const res = await axios.post('/api/login', body);\n  localStorage.setItem('token', res.data.token);\n  location.href = '/';\n}\n`,
    "export async function signIn(body) {\n  await axios.post('/api/login', body);\n  location.href = '/';\n}\n",
  ],
  [
    'a part of an answer',
    `${IMPORT}export async function signIn(body) {\n  const data = (await axios.post('/api/login', body)).data;\n  localStorage.setItem('token', data.token);\n}\n`,
    "export async function signIn(body) {\n  await axios.post('/api/login', body);\n}\n",
  ],
  [
    'a request without semicolons',
    `import axios from 'axios'\nexport async function renew() {\n  const { data } = await axios.get('/api/refresh')\n  localStorage.setItem('token', data.token)\n}\n`,
    "export async function renew() {\n  await axios.get('/api/refresh')\n}\n",
  ],
  [
    'an answer that was read as JSON: a page that is none is still an error',
    "export async function signIn(body) {\n  const response = await fetch('/api/login', { method: 'POST', body });\n  const data = await response.json();\n  localStorage.setItem('token', data.token);\n}\n",
    "export async function signIn(body) {\n  const response = await apiFetch('/api/login', { method: 'POST', body });\n  await response.json();\n}\n",
  ],
  [
    'one of several names',
    `${IMPORT}export async function signIn(body) {\n  const res = await axios.post('/api/login', body), name = body.name;\n  localStorage.setItem('token', res.data.token);\n  return name;\n}\n`,
    "export async function signIn(body) {\n  const res = await axios.post('/api/login', body), name = body.name;\n  return name;\n}\n",
  ],
  [
    'the last parameter of a function',
    "export const keep = {\n  headers(kind, state) {\n    return { 'Content-Type': kind, Authorization: `Bearer ${state.token}` };\n  },\n};\nlocalStorage.setItem('token', keep.token);\n",
    "export const keep = {\n  headers(kind) {\n    return { 'Content-Type': kind };\n  },\n};\n",
  ],
  [
    'a parameter before one that is used',
    "export const headers = (token, kind) => ({ 'Content-Type': kind, Authorization: `Bearer ${localStorage.getItem('token') || token}` });\n",
    "export const headers = (token, kind) => ({ 'Content-Type': kind });\n",
  ],
  [
    'a parameter without parentheses',
    "const keep = token => localStorage.setItem('token', token);\nexport async function signIn(body) {\n  const response = await fetch('/api/login', { method: 'POST', body });\n  const { token, name } = await response.json();\n  keep(token);\n  return name;\n}\n",
    "export async function signIn(body) {\n  const response = await apiFetch('/api/login', { method: 'POST', body });\n  const { name } = await response.json();\n  return name;\n}\n",
  ],
  [
    'headers that are the same with a token and without',
    "export function ask(url, init = {}) {\n  const token = localStorage.getItem('token');\n  return fetch(url, { ...init, headers: token ? { ...init.headers, Authorization: `Bearer ${token}` } : init.headers });\n}\n",
    'export function ask(url, init = {}) {\n  return apiFetch(url, { ...init, headers: init.headers });\n}\n',
  ],
  [
    'what a saga reads, and an effect that sets the header',
    "import { call, put } from 'redux-saga/effects';\nimport axios from 'axios';\nconst setHeader = (token) => {\n  if (token) axios.defaults.headers.common.Authorization = `Bearer ${token}`;\n  else delete axios.defaults.headers.common.Authorization;\n};\nexport function* restore() {\n  const token = yield call([localStorage, 'getItem'], 'token');\n  if (!token) return;\n  yield call(setHeader, token);\n  const { data } = yield call([axios, 'get'], '/me');\n  yield put({ type: 'SIGNED_IN', user: data });\n}\n",
    "export function* restore() {\n  if (!hasSession()) return;\n  const { data } = yield call([axios, 'get'], '/me');\n  yield put({ type: 'SIGNED_IN', user: data });\n}\n",
  ],
  [
    'a hook that only gives something, and one that may do more',
    "import { useSelector } from 'react-redux';\nimport { useOffline } from './offline';\nexport function Orders() {\n  const token = useSelector((state) => state.token);\n  const name = useOffline();\n  const load = () => fetch('/orders', { headers: { Authorization: `Bearer ${localStorage.getItem('token') || token || name}` } });\n  return <button onClick={load} />;\n}\n",
    "export function Orders() {\n  const name = useOffline();\n  const load = () => apiFetch('/orders');\n  return <button onClick={load} />;\n}\n",
  ],
  [
    'a method that only stored the token',
    "class Vault {\n  keep(token) {\n    localStorage.setItem('token', token);\n  }\n  name() {\n    return 'vault';\n  }\n}\nconst vault = new Vault();\nexport async function signIn(body) {\n  const response = await fetch('/api/login', { method: 'POST', body });\n  const data = await response.json();\n  vault.keep(data.token);\n  return vault.name() + data.name;\n}\n",
    "class Vault {\n  name() {\n    return 'vault';\n  }\n}\nconst vault = new Vault();\nexport async function signIn(body) {\n  const response = await apiFetch('/api/login', { method: 'POST', body });\n  const data = await response.json();\n  return vault.name() + data.name;\n}\n",
  ],
  [
    'a function that stored the token, and is handed on',
    "const keep = (token) => localStorage.setItem('token', token);\nexport const signIn = (body) =>\n  fetch('/api/login', { method: 'POST', body })\n    .then((response) => response.json())\n    .then(keep);\n",
    "export const signIn = (body) =>\n  apiFetch('/api/login', { method: 'POST', body })\n    .then((response) => response.json());\n",
  ],
];

describe('what nothing uses any more', () => {
  it.each(CASES)('%s', (_title, before, after) => {
    const { texts } = migratedPages({ 'src/page.js': before });
    const text = texts['src/page.js']!.replace(/^import .*\n/gm, '')
      .replace(/^followSession.*\n/gm, '')
      .trimStart();
    expect(text).toBe(after);
  });

  it('goes in the file that others took it from', () => {
    const { texts } = migratedPages({
      'src/vault.js':
        "export const keepToken = token => localStorage.setItem('token', token);\nexport const name = () => 'vault';\nexport default { kept: true };\n",
      'src/page.js':
        "import { keepToken, name } from './vault';\nexport async function signIn(body) {\n  const response = await fetch('/api/login', { method: 'POST', body });\n  const { token } = await response.json();\n  keepToken(token);\n  return name();\n}\n",
    });
    expect(texts['src/vault.js']).toBe("export const name = () => 'vault';\nexport default { kept: true };\n");
    expect(texts['src/page.js']).toContain("import { name } from './vault';");
    expect(texts['src/page.js']).not.toContain('keepToken');
  });
});
