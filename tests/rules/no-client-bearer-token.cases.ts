import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-client-bearer-token',
  valid: [
    {
      name: 'Basic',
      filename: 'client/api.ts',
      code: "export const me = (user, password) => fetch('/api/me', { headers: { Authorization: `Basic ${btoa(user + ':' + password)}` } });",
    },
    {
      name: 'Basic, value made before',
      filename: 'client/api.ts',
      code: `
const token = btoa(\`\${user}:\${password}\`);
fetch('/api/me', { headers: { Authorization: 'Basic ' + token } });
`,
    },
    {
      name: 'other schemes',
      filename: 'client/api.ts',
      code: `
fetch('/api/me', { headers: { Authorization: \`Digest \${token}\` } });
fetch('/api/me', { headers: { Authorization: 'AWS4-HMAC-SHA256 Credential=' + credential } });
`,
    },
    {
      name: 'environment of a process',
      filename: 'client/api.ts',
      code: "fetch('/api/me', { headers: { Authorization: `Bearer ${process.env.API_TOKEN}` } });",
    },
    {
      name: 'environment of a page',
      filename: 'client/api.ts',
      code: `
const token = import.meta.env.VITE_TMDB_TOKEN;
fetch('/api/movies', { headers: { Authorization: \`Bearer \${token}\` } });
`,
    },
    {
      name: "a service's key",
      filename: 'client/ai.ts',
      code: "export const ask = (apiKey) => fetch('/v1/chat', { headers: { Authorization: `Bearer ${apiKey}` } });",
    },
    {
      name: "a service's key in a field",
      filename: 'client/ai.ts',
      code: `
export class Client {
  constructor(private readonly apiKey: string) {}
  ask = () => fetch(this.url, { headers: { Authorization: \`Bearer \${this.apiKey}\` } });
}
`,
    },
    {
      name: "a service's key in its own header",
      filename: 'client/ai.ts',
      code: "fetch('/v1/chat', { headers: { 'x-api-key': apiKey, 'X-Goog-Api-Key': apiKey } });",
    },
    {
      name: 'a key for a third party that is kept in storage',
      code: `
const githubToken = localStorage.getItem('githubToken');
fetch('https://api.github.com/user', { headers: { Authorization: \`Bearer \${githubToken}\` } });
`,
    },
    {
      name: 'foreign origin: a name is not enough',
      filename: 'client/repos.ts',
      code: "export const repos = (token) => fetch('https://api.github.com/user/repos', { headers: { Authorization: `token ${token}` } });",
    },
    {
      name: 'foreign origin, axios, template',
      filename: 'client/music.ts',
      code: `
import axios from 'axios';
export const track = (id, accessToken) =>
  axios.get(\`https://api.spotify.com/v1/tracks/\${id}\`, { headers: { Authorization: \`Bearer \${accessToken}\` } });
`,
    },
    {
      name: 'foreign origin, XMLHttpRequest',
      filename: 'client/files.js',
      code: `
const xhr = new XMLHttpRequest();
xhr.open('POST', 'https://content.dropboxapi.com/2/files/upload');
xhr.setRequestHeader('Authorization', 'Bearer ' + accessToken);
`,
    },
    {
      name: 'foreign origin, instance',
      filename: 'client/github.ts',
      code: `
import axios from 'axios';
export const github = (token) => axios.create({ baseURL: 'https://api.github.com', headers: { Authorization: \`Bearer \${token}\` } });
`,
    },
    {
      name: 'server by its imports',
      code: `
import express from 'express';
const app = express();
app.get('/me', async (req, res) => res.json(await fetch(UPSTREAM, { headers: { Authorization: \`Bearer \${req.session.accessToken}\` } })));
`,
    },
    {
      name: 'server by its types',
      code: `
import type { Request } from 'express';
export const forward = (req: Request, token: string) => fetch(UPSTREAM, { headers: { Authorization: \`Bearer \${token}\` } });
`,
    },
    {
      name: 'server by its folder',
      filename: 'server/upstream.js',
      code: "module.exports = (token) => axios.get(UPSTREAM + '/me', { headers: { Authorization: `Bearer ${token}` } });",
    },
    {
      name: 'server by its folder, token by name',
      filename: 'backend/lib/mailer.ts',
      code: 'export const send = (accessToken: string) => axios.post(MAIL, body, { headers: { Authorization: `Bearer ${accessToken}` } });',
    },
    {
      name: 'route of Next',
      filename: 'app/api/me/route.ts',
      code: `
export async function GET(request: Request) {
  const token = await issue(request);
  return fetch(\`\${API}/me\`, { headers: { Authorization: \`Bearer \${token}\` } });
}
`,
    },
    {
      name: 'API page of Next',
      filename: 'pages/api/me.ts',
      code: 'export default async (req, res) => res.json(await fetch(API, { headers: { Authorization: `Bearer ${req.cookies.token}` } }));',
    },
    {
      name: 'getServerSideProps',
      filename: 'pages/me.tsx',
      code: `
export async function getServerSideProps({ req }) {
  const answer = await fetch(\`\${API}/me\`, { headers: { Authorization: \`Bearer \${req.cookies.token}\` } });
  return { props: { me: await answer.json() } };
}
export default function Page({ me }) {
  return <p>{me.name}</p>;
}
`,
    },
    {
      name: 'component of a server',
      filename: 'app/me/page.tsx',
      code: `
import { cookies } from 'next/headers';
export default async function Page() {
  const token = (await cookies()).get('token')?.value;
  const me = await fetch(\`\${API}/me\`, { headers: { Authorization: \`Bearer \${token}\` } });
  return <p>{(await me.json()).name}</p>;
}
`,
    },
    {
      name: 'action of a server',
      filename: 'app/actions.ts',
      code: `
'use server';
export const save = async (token) => fetch(\`\${API}/save\`, { headers: { Authorization: \`Bearer \${token}\` } });
`,
    },
    {
      name: 'loader of Remix',
      filename: 'app/routes/me.tsx',
      code: `
import { json } from '@remix-run/node';
export async function loader({ request }) {
  const { token } = await getSession(request);
  return json(await fetch(\`\${API}/me\`, { headers: { Authorization: \`Bearer \${token}\` } }));
}
`,
    },
    {
      name: "hook of SvelteKit's server",
      filename: 'src/hooks.server.ts',
      code: `
export const handleFetch = ({ event, request, fetch }) => {
  request.headers.set('Authorization', \`Bearer \${event.locals.token}\`);
  return fetch(request);
};
`,
    },
    {
      name: 'script of Node',
      code: `#!/usr/bin/env node
fetch('/api/me', { headers: { Authorization: \`Bearer \${token}\` } });
`,
    },
    {
      name: 'React Native',
      code: `
import { Platform } from 'react-native';
export const me = (token) => fetch('/api/me', { headers: { Authorization: \`Bearer \${token}\`, 'X-Platform': Platform.OS } });
`,
    },
    {
      name: 'secure storage of Expo',
      code: `
import * as SecureStore from 'expo-secure-store';
export const me = async () => fetch(API, { headers: { Authorization: \`Bearer \${await SecureStore.getItemAsync('token')}\` } });
`,
    },
    {
      name: 'Electron',
      code: `
import { ipcRenderer } from 'electron';
export const me = (token) => fetch('/api/me', { headers: { Authorization: \`Bearer \${token}\` } });
`,
    },
    {
      name: 'unknown runtime: a name is not enough',
      filename: 'lib/client.ts',
      code: "export const me = (token: string) => fetch(BASE + '/me', { headers: { Authorization: `Bearer ${token}` } });",
    },
    {
      name: 'unknown runtime: a client for others',
      filename: 'src/sdk.ts',
      code: `
export class Client {
  constructor(private readonly options: { accessToken: string; baseUrl: string }) {}
  me = () => fetch(\`\${this.options.baseUrl}/me\`, { headers: { authorization: \`Bearer \${this.options.accessToken}\` } });
}
`,
    },
    {
      name: 'unknown runtime: a client with a base of its own',
      filename: 'src/upstream.ts',
      code: `
import axios from 'axios';
const client = axios.create({ baseURL: process.env.UPSTREAM_URL });
export const me = (token: string) => client.get('/me', { headers: { Authorization: \`Bearer \${token}\` } });
`,
    },
    {
      name: 'unknown runtime: a worker',
      filename: 'src/worker.ts',
      code: `
export default {
  fetch: (request, env) => fetch(env.UPSTREAM, { headers: { Authorization: \`Bearer \${env.TOKEN}\` } }),
};
`,
    },
    {
      name: 'access token in memory, refreshed by cookie',
      filename: 'client/api.ts',
      code: `
let accessToken = '';
async function refreshToken() {
  const answer = await fetch('/api/refresh', { method: 'POST', credentials: 'include' });
  ({ accessToken } = await answer.json());
}
export const me = () => fetch('/api/me', { headers: { Authorization: \`Bearer \${accessToken}\` } });
`,
    },
    {
      name: 'access token in memory, refreshed by cookie, axios',
      filename: 'client/api.ts',
      code: `
import axios from 'axios';
let token: string | undefined;
const refresh = () => axios.post('/auth/refresh', {}, { withCredentials: true }).then(({ data }) => (token = data.accessToken));
axios.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${token}\`;
  return config;
});
refresh();
`,
    },
    {
      name: 'token that a user types in',
      code: `
import { useState } from 'react';
export function Console() {
  const [token, setToken] = useState('');
  const ask = () => fetch('/v1/chat', { headers: { Authorization: \`Bearer \${token}\` } });
  return <input value={token} onChange={(event) => setToken(event.target.value)} onBlur={ask} />;
}
`,
    },
    {
      name: 'token that a user types in, setter handed over',
      code: `
import { useState } from 'react';
export function Console() {
  const [token, setToken] = useState('');
  const ask = () => fetch('/v1/chat', { headers: { Authorization: \`Bearer \${token}\` } });
  return <Input value={token} onChange={setToken} onBlur={ask} />;
}
`,
    },
    {
      name: 'token that a user types in, without a framework',
      filename: 'client/console.js',
      code: `
document.forms[0].addEventListener('submit', (event) => {
  const token = document.getElementById('token').value;
  fetch('/v1/chat', { headers: { Authorization: \`Bearer \${token}\` } });
  fetch('/v1/chat', { headers: { Authorization: \`Bearer \${event.target.elements.token.value}\` } });
  fetch('/v1/chat', { headers: { Authorization: \`Bearer \${prompt('Token?')}\` } });
});
`,
    },
    {
      name: 'token that a user types in, Vue',
      filename: 'Console.vue',
      code: `
<script setup>
import { ref } from 'vue';
const apiKey = ref('');
const ask = () => fetch('/v1/chat', { headers: { Authorization: \`Bearer \${apiKey.value}\` } });
</script>
<template><input v-model="apiKey" @change="ask" /></template>
`,
    },
    {
      name: 'reading the header on a server',
      code: `
module.exports = (req, res, next) => {
  const token = req.headers.authorization?.split(' ')[1] ?? req.headers['x-access-token'];
  if (!token || !req.get('Authorization')) return res.sendStatus(401);
  next();
};
`,
    },
    {
      name: 'reading the header of a request',
      code: "export const tokenOf = (request) => request.headers.get('Authorization')?.replace('Bearer ', '');",
    },
    {
      name: 'comparing the scheme',
      code: "export const isBearer = (header) => header === `Bearer ${token}` || header.startsWith('Bearer ');",
    },
    {
      name: 'taking the header away',
      filename: 'client/auth.js',
      code: `
delete axios.defaults.headers.common['Authorization'];
axios.defaults.headers.common.Authorization = '';
api.defaults.headers['x-auth-token'] = null;
headers.delete('Authorization');
headers.Authorization = undefined;
`,
    },
    {
      name: 'anti-forgery headers',
      filename: 'client/api.js',
      code: `
import Cookies from 'js-cookie';
axios.defaults.headers.common['X-CSRF-TOKEN'] = document.querySelector('meta[name="csrf-token"]').content;
fetch('/api/me', { headers: { 'X-CSRFToken': Cookies.get('csrftoken'), 'X-XSRF-TOKEN': xsrfToken, RequestVerificationToken: token } });
`,
    },
    {
      name: 'other tokens in headers',
      filename: 'client/api.js',
      code: "fetch('/api/list', { headers: { 'X-Next-Page-Token': nextPageToken, 'X-Device-Token': deviceToken, 'cf-turnstile-token': value } });",
    },
    {
      name: 'handle to cancel a request',
      filename: 'client/api.js',
      code: `
const source = axios.CancelToken.source();
axios.get('/api/list', { cancelToken: source.token, headers: { Accept: 'application/json' } });
`,
    },
    {
      name: 'header list of CORS',
      filename: 'client/proxy.js',
      code: `
const headers = { 'Access-Control-Allow-Headers': 'Authorization, X-Auth-Token' };
respond(headers);
`,
    },
    {
      name: 'descriptions of an API',
      filename: 'client/openapi.ts',
      code: `
export const schemes = { bearerAuth: { type: 'http', scheme: 'bearer', name: 'Authorization', in: 'header' } };
export const example = { headers: { Authorization: 'Bearer <token>' } };
`,
    },
    {
      name: 'translations',
      filename: 'client/i18n/fr.ts',
      code: "export default { headers: { token: 'Jeton', authorization: 'Autorisation' }, authorization: 'Autorisation' };",
    },
    {
      name: 'labels that begin with the word',
      filename: 'client/Balances.tsx',
      code: `
const headers = ['Token', 'Amount'];
export const titleOf = (symbol, token) => \`Token \${symbol}\` + describe(\`Token \${token.name}\`);
export const label = (value) => 'Token ' + value;
`,
    },
    {
      name: 'messages that begin with the word',
      filename: 'client/parse.ts',
      code: `
export function fail(token, headers) {
  const message = \`Token \${token.type} at \${token.pos}\`;
  throw new SyntaxError(message, { cause: headers });
}
`,
    },
    {
      name: 'headers of a table',
      filename: 'client/Balances.tsx',
      code: `
const headers = { token: 'Token', amount: 'Amount' };
export const Balances = () => <Table headers={headers} />;
`,
    },
    {
      name: 'headers of a table, computed',
      filename: 'client/Balances.tsx',
      code: "export const row = (asset) => ({ headers: { tokenSymbol: asset.symbol, 'token-address': asset.address } });",
    },
    {
      name: 'types',
      filename: 'client/types.ts',
      code: `
export interface Headers { Authorization: string; 'x-auth-token'?: string }
export type WithAuth = { headers: { authorization: \`Bearer \${string}\` } };
`,
    },
    {
      name: 'token in a body is another matter',
      filename: 'client/api.ts',
      code: "fetch('/api/verify', { method: 'POST', headers: { Accept: 'application/json' }, body: JSON.stringify({ token }) });",
    },
    {
      name: 'a cookie, a form and a query with a header-like name',
      filename: 'client/keep.ts',
      code: `
import Cookies from 'js-cookie';
Cookies.set('x-access-token', token);
new URLSearchParams(location.search).set('auth-token', token);
form.append('session-token', token);
`,
    },
    {
      name: 'permission that is called authorization',
      filename: 'client/form.ts',
      code: `
export const form = { authorization: isAllowed, role };
policy.Authorization = user.role === 'admin';
`,
    },
    {
      name: 'no header, cookies are sent',
      filename: 'client/api.ts',
      code: `
fetch('/api/me', { credentials: 'include' });
axios.defaults.withCredentials = true;
`,
    },
    {
      name: 'a map with a key called authorization',
      filename: 'client/map.ts',
      code: "labels.set('authorization', t('labels.authorization'));",
    },
    {
      name: "a lexer's token",
      filename: 'client/lexer.ts',
      code: 'export const next = (stream) => ({ headers: stream.headers, token: stream.next() });',
    },
    {
      name: 'in a text and a comment',
      filename: 'client/help.ts',
      code: `
// fetch('/api/me', { headers: { Authorization: \`Bearer \${token}\` } })
export const help = 'curl -H "Authorization: Bearer $TOKEN" https://api.example.com/me';
`,
    },
    { name: 'a test', filename: 'client/api.spec.ts', code: "fetch('/api/me', { headers: { Authorization: `Bearer ${token}` } });" },
    {
      name: 'an end-to-end test',
      filename: 'e2e/login.ts',
      code: "await request.get('/api/me', { headers: { Authorization: `Bearer ${token}` } });",
    },
    {
      name: "runtime: a folder that is the server's",
      filename: 'client/ssr/api.ts',
      settings: { runtime: { server: ['client/ssr/**'] } },
      code: "export const me = (token) => fetch('/api/me', { headers: { Authorization: `Bearer ${token}` } });",
    },
    {
      name: 'ignoreNames',
      filename: 'client/api.ts',
      settings: { ignoreNames: ['shopToken'] },
      code: "export const me = (shopToken) => fetch('/api/me', { headers: { Authorization: shopToken } });",
    },
    {
      name: 'ignoreNames: a header',
      filename: 'client/api.ts',
      settings: { ignoreNames: ['x-shop-token'] },
      code: "export const me = (token) => fetch('/api/me', { headers: { 'X-Shop-Token': token } });",
    },
    {
      name: 'Vue, no header',
      filename: 'Me.vue',
      code: `
<script setup>
const load = () => fetch('/api/me', { credentials: 'include' });
</script>
<template><button @click="load">Authorization: Bearer</button></template>
`,
    },
    {
      name: 'a store of another trade, subscribed to',
      filename: 'client/api.ts',
      code: `
csrfToken.subscribe((value) => fetch('/api/me', { headers: { 'x-access-token': value } }));
`,
    },
    {
      name: 'a value that is Basic in one branch and nothing in the other',
      filename: 'client/api.ts',
      code: `
const auth = password ? \`Basic \${btoa(password)}\` : null;
fetch('/api/me', { headers: { Authorization: auth } });
`,
    },
    {
      name: 'in memory, refreshed by a cookie',
      filename: 'client/api.ts',
      code: `
let accessToken;
export const refresh = async () => {
  accessToken = (await fetch('/api/auth/refresh', { method: 'POST', credentials: 'include' })).token;
};
export const me = () => fetch('/api/me', { headers: { Authorization: \`Bearer \${accessToken}\` } });
`,
    },
  ],
  invalid: [
    {
      name: 'a token of the browser’s storage, in a file that answers requests as well',
      filename: 'app/lib/api.js',
      code: `import { NextResponse } from 'next/server';
export const refused = () => NextResponse.json({}, { status: 403 });
export async function get(path) {
  const token = typeof window !== 'undefined' ? localStorage.getItem('token') : null;
  return fetch(path, { headers: { Accept: 'application/json', ...(token && { Authorization: \`Bearer \${token}\` }) } });
}`,
      errors: [{ messageId: 'sent', line: 5, column: 78 }],
    },
    {
      name: 'fetch, template, token from storage',
      filename: 'client/api.js',
      code: "fetch('/api/me', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });",
      errors: [
        {
          messageId: 'sent',
          line: 1,
          column: 31,
          endLine: 1,
          endColumn: 87,
          data: { what: 'a token', header: 'Authorization', reason: "it is read from localStorage key 'token' (line 1)" },
        },
      ],
    },
    {
      name: 'fetch, concatenation',
      code: `
const token = localStorage.getItem('jwt');
fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Authorization': 'Bearer ' + token } });
`,
      errors: [{ messageId: 'sent', line: 3, column: 77 }],
    },
    {
      name: 'fetch, token as a parameter',
      filename: 'client/api.ts',
      code: `
export const getUser = (id: string, token: string) =>
  fetch(\`\${API}/users/\${id}\`, { headers: { Authorization: \`Bearer \${token}\` } });
`,
      errors: [
        {
          messageId: 'sent',
          line: 3,
          column: 44,
          endLine: 3,
          endColumn: 76,
          data: { what: 'a token', header: 'Authorization', reason: 'it is a token by its name' },
        },
      ],
    },
    {
      name: 'fetch, name of the token unknown, scheme known',
      filename: 'client/api.ts',
      code: "export const me = (auth) => fetch('/api/me', { headers: { authorization: `Bearer ${auth.value}` } });",
      errors: [
        {
          messageId: 'sent',
          line: 1,
          column: 59,
          endLine: 1,
          endColumn: 96,
          data: { what: 'a token', header: 'authorization', reason: '`Bearer ${auth.value}` has the scheme bearer' },
        },
      ],
    },
    {
      name: 'fetch, header name bracketed and constant',
      filename: 'client/api.ts',
      code: `
const AUTH = 'Authorization';
export const me = (token) => fetch('/api/me', { headers: { [AUTH]: 'Bearer ' + token } });
`,
      errors: [{ messageId: 'sent', line: 3, column: 60 }],
    },
    {
      name: 'Request',
      filename: 'client/api.ts',
      code: "export const me = (token) => fetch(new Request('/api/me', { headers: { Authorization: 'Bearer ' + token } }));",
      errors: [{ messageId: 'sent', line: 1, column: 72 }],
    },
    {
      name: 'Headers, made of an object',
      code: `
const headers = new Headers({ Authorization: \`Bearer \${sessionStorage.getItem('token')}\` });
fetch('/api/me', { headers });
`,
      errors: [{ messageId: 'sent', line: 2, column: 31 }],
    },
    {
      name: 'Headers, made of pairs',
      code: `
const headers = new Headers([['Authorization', \`Bearer \${localStorage.getItem('token')}\`]]);
fetch('/api/me', { headers });
`,
      errors: [{ messageId: 'sent', line: 2, column: 30 }],
    },
    {
      name: 'Headers, one by one',
      filename: 'client/api.ts',
      code: `
export function me(token: string) {
  const headers = new Headers();
  headers.append('Accept', 'application/json');
  headers.append('Authorization', \`Bearer \${token}\`);
  return fetch('/api/me', { headers });
}
`,
      errors: [{ messageId: 'sent', line: 5, column: 3 }],
    },
    {
      name: 'Headers, set on a request',
      filename: 'client/api.ts',
      code: `
export const withAuth = (request: Request, accessToken: string) => {
  request.headers.set('Authorization', 'Bearer ' + accessToken);
  return fetch(request);
};
`,
      errors: [{ messageId: 'sent', line: 3, column: 3, endLine: 3, endColumn: 64 }],
    },
    {
      name: 'variable of headers',
      code: `
const headers = { Accept: 'application/json', Authorization: 'Bearer ' + localStorage.getItem('token') };
fetch('/api/me', { headers });
`,
      errors: [{ messageId: 'sent', line: 2, column: 47 }],
    },
    {
      name: 'variable of headers, filled by assignment',
      code: `
const headers = { 'Content-Type': 'application/json' };
const token = localStorage.getItem('token');
if (token) headers['Authorization'] = \`Bearer \${token}\`;
fetch('/api/me', { headers });
`,
      errors: [{ messageId: 'sent', line: 4, column: 12 }],
    },
    {
      name: 'variable of headers, filled by member',
      filename: 'client/api.ts',
      code: `
export const me = (headers, token) => {
  headers.Authorization = 'Bearer ' + token;
  return fetch('/api/me', { headers });
};
`,
      errors: [{ messageId: 'sent', line: 3, column: 3 }],
    },
    {
      name: 'variable of the value',
      code: `
const authorization = \`Bearer \${localStorage.getItem('token')}\`;
fetch('/api/me', { headers: { authorization } });
`,
      errors: [{ messageId: 'sent', line: 3, column: 31 }],
    },
    {
      name: 'variable of the options',
      filename: 'client/api.ts',
      code: `
export function me(token) {
  const options = { method: 'GET', headers: { Authorization: \`Bearer \${token}\` } };
  return fetch('/api/me', options);
}
`,
      errors: [{ messageId: 'sent', line: 3, column: 47 }],
    },
    {
      name: 'variable of headers, filled where it is empty',
      filename: 'client/api.ts',
      code: `
export function withAuth(headers, token) {
  headers.Authorization ??= \`Bearer \${token}\`;
  return headers;
}
`,
      errors: [{ messageId: 'sent', line: 3, column: 3 }],
    },
    {
      name: 'conditional value',
      code: `
const token = localStorage.getItem('token');
fetch('/api/me', { headers: { Authorization: token ? \`Bearer \${token}\` : '' } });
`,
      errors: [{ messageId: 'sent', line: 3, column: 31 }],
    },
    {
      name: 'conditional spread',
      code: `
const token = localStorage.getItem('token');
fetch('/api/me', { headers: { ...(token && { Authorization: \`Bearer \${token}\` }) } });
`,
      errors: [{ messageId: 'sent', line: 3, column: 46 }],
    },
    {
      name: 'conditional spread of two',
      filename: 'client/api.ts',
      code: `
const headersFor = (token?: string) => ({ ...(token ? { Authorization: \`Bearer \${token}\` } : {}), Accept: 'application/json' });
export const me = (token?: string) => fetch('/api/me', { headers: headersFor(token) });
`,
      errors: [{ messageId: 'sent', line: 2, column: 57 }],
    },
    {
      name: 'spread of a helper: the helper is reported',
      code: `
export function authHeader() {
  const user = JSON.parse(localStorage.getItem('user'));
  return user && user.token ? { Authorization: 'Bearer ' + user.token } : {};
}
fetch('/api/me', { headers: { ...authHeader(), Accept: 'application/json' } });
`,
      errors: [{ messageId: 'sent', line: 4, column: 33 }],
    },
    {
      name: 'helper that gives the value',
      code: `
const bearer = () => \`Bearer \${localStorage.getItem('token')}\`;
export const me = () => axios.get('/api/me', withHeader(bearer()));
`,
      errors: [{ messageId: 'sent', line: 2, column: 22 }],
    },
    {
      name: 'helper whose value is written at the header: one report',
      code: `
const bearer = () => \`Bearer \${localStorage.getItem('token')}\`;
export const me = () => fetch('/api/me', { headers: { Authorization: bearer() } });
`,
      errors: [{ messageId: 'sent', line: 3, column: 55 }],
    },
    {
      name: 'Object.assign into the headers',
      filename: 'client/api.ts',
      code: `
export function prepare(config, token) {
  Object.assign(config.headers, { Authorization: \`Bearer \${token}\` });
  return axios(config);
}
`,
      errors: [{ messageId: 'sent', line: 3, column: 35 }],
    },
    {
      name: 'getter of a service',
      code: `
export class ApiService {
  get headers() {
    return { Authorization: \`Bearer \${window.localStorage.getItem('token')}\` };
  }
  me() {
    return fetch('/api/me', { headers: this.headers });
  }
}
`,
      errors: [{ messageId: 'sent', line: 4, column: 14 }],
    },
    {
      name: 'axios, per call',
      filename: 'client/api.js',
      code: `
import axios from 'axios';
export const users = (token) => axios.get('/api/users', { headers: { Authorization: \`Bearer \${token}\` } });
export const add = (user, token) => axios.post('/api/users', user, { headers: { Authorization: \`Bearer \${token}\` } });
`,
      errors: [
        { messageId: 'sent', line: 3, column: 70 },
        { messageId: 'sent', line: 4, column: 81 },
      ],
    },
    {
      name: 'axios, one object',
      filename: 'client/api.js',
      code: `
import axios from 'axios';
export const me = (token) => axios({ method: 'get', url: '/api/me', headers: { Authorization: 'Bearer ' + token } });
`,
      errors: [{ messageId: 'sent', line: 3, column: 80 }],
    },
    {
      name: 'axios, instance',
      code: `
import axios from 'axios';
export const api = axios.create({
  baseURL: '/api',
  headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` },
});
`,
      errors: [{ messageId: 'sent', line: 5, column: 14 }],
    },
    {
      name: 'axios, defaults',
      filename: 'client/set-auth-token.js',
      code: `
import axios from 'axios';
export default function setAuthToken(token) {
  if (token) axios.defaults.headers.common['x-auth-token'] = token;
  else delete axios.defaults.headers.common['x-auth-token'];
}
`,
      errors: [{ messageId: 'sent', line: 4, column: 14 }],
    },
    {
      name: 'axios, defaults by member',
      filename: 'client/auth.js',
      code: `
import axios from 'axios';
export const login = ({ token }) => {
  axios.defaults.headers.common.Authorization = \`Bearer \${token}\`;
};
`,
      errors: [{ messageId: 'sent', line: 4, column: 3 }],
    },
    {
      name: 'axios, defaults of an instance',
      filename: 'client/auth.js',
      code: `
import { api } from './api';
export const login = (answer) => {
  api.defaults.headers.common['Authorization'] = \`Bearer \${answer.data.accessToken}\`;
};
`,
      errors: [{ messageId: 'sent', line: 4, column: 3 }],
    },
    {
      name: 'axios, defaults at once',
      code: "axios.defaults.headers = { Authorization: localStorage.getItem('token') };",
      errors: [{ messageId: 'sent', line: 1, column: 28 }],
    },
    {
      name: 'axios, interceptor',
      code: `
import axios from 'axios';
const api = axios.create({ baseURL: '/api' });
api.interceptors.request.use((config) => {
  const token = localStorage.getItem('token');
  if (token) config.headers.Authorization = \`Bearer \${token}\`;
  return config;
}, (error) => Promise.reject(error));
`,
      errors: [{ messageId: 'sent', line: 6, column: 14 }],
    },
    {
      name: 'axios, interceptor as a named function',
      code: `
import axios from 'axios';
function attachToken(config) {
  config.headers['Authorization'] = 'Bearer ' + localStorage.getItem('token');
  return config;
}
axios.interceptors.request.use(attachToken);
`,
      errors: [{ messageId: 'sent', line: 4, column: 3 }],
    },
    {
      name: 'axios, interceptor that makes new headers',
      filename: 'client/api.ts',
      code: `
import { getToken } from './auth';
api.interceptors.request.use((config) => ({ ...config, headers: { ...config.headers, Authorization: \`Bearer \${getToken()}\` } }));
`,
      errors: [{ messageId: 'sent', line: 3, column: 86 }],
    },
    {
      name: 'axios, interceptor with AxiosHeaders',
      filename: 'client/api.ts',
      code: `
import axios from 'axios';
axios.interceptors.request.use((config) => {
  config.headers.set('Authorization', \`Bearer \${getAccessToken()}\`);
  return config;
});
`,
      errors: [{ messageId: 'sent', line: 4, column: 3 }],
    },
    {
      name: 'axios, interceptor with the setter of AxiosHeaders',
      filename: 'client/api.ts',
      code: `
import axios from 'axios';
axios.interceptors.request.use((config) => {
  config.headers.setAuthorization(\`Bearer \${getAccessToken()}\`);
  return config;
});
`,
      errors: [{ messageId: 'sent', line: 4, column: 3 }],
    },
    {
      name: 'axios, interceptor with non-null headers',
      code: `
axios.interceptors.request.use((config) => {
  config.headers!['x-access-token'] = localStorage.getItem('token')!;
  return config;
});
`,
      errors: [{ messageId: 'sent', line: 3, column: 3 }],
    },
    {
      name: 'axios, interceptor inside a component',
      code: `
import { useEffect } from 'react';
export function Api({ children }) {
  const { token } = useAuth();
  useEffect(() => {
    const id = api.interceptors.request.use((config) => {
      config.headers.Authorization = \`Bearer \${token}\`;
      return config;
    });
    return () => api.interceptors.request.eject(id);
  }, [token]);
  return children;
}
`,
      errors: [{ messageId: 'sent', line: 7, column: 7 }],
    },
    {
      name: 'axios, retry after a refresh',
      code: `
axios.interceptors.response.use(undefined, async (error) => {
  const { data } = await axios.post('/auth/refresh', { token: localStorage.getItem('refreshToken') });
  error.config.headers['Authorization'] = \`Bearer \${data.accessToken}\`;
  return axios(error.config);
});
`,
      errors: [{ messageId: 'sent', line: 4, column: 3 }],
    },
    {
      name: 'XMLHttpRequest',
      code: `
const xhr = new XMLHttpRequest();
xhr.open('GET', '/api/me');
xhr.setRequestHeader('Authorization', 'Bearer ' + localStorage.getItem('token'));
xhr.send();
`,
      errors: [{ messageId: 'sent', line: 4, column: 1, endLine: 4, endColumn: 81 }],
    },
    {
      name: 'XMLHttpRequest, header of its own',
      code: `
const xhr = new XMLHttpRequest();
xhr.open('POST', '/api/posts');
xhr.setRequestHeader('x-auth-token', token);
`,
      errors: [{ messageId: 'sent', line: 4, column: 1 }],
    },
    {
      name: 'scheme Token',
      code: "fetch('/api/me', { headers: { Authorization: `Token ${localStorage.getItem('token')}` } });",
      errors: [{ messageId: 'sent', line: 1, column: 31 }],
    },
    {
      name: 'scheme JWT',
      code: "fetch('/api/me', { headers: { Authorization: 'JWT ' + localStorage.getItem('token') } });",
      errors: [{ messageId: 'sent', line: 1, column: 31 }],
    },
    {
      name: 'scheme in lower case',
      filename: 'client/api.ts',
      code: "export const me = (jwt) => fetch('/api/me', { headers: { authorization: `bearer ${jwt}` } });",
      errors: [{ messageId: 'sent', line: 1, column: 58 }],
    },
    {
      name: 'scheme in a constant',
      code: `
const SCHEME = 'Bearer';
fetch('/api/me', { headers: { Authorization: \`\${SCHEME} \${localStorage.getItem('token')}\` } });
`,
      errors: [{ messageId: 'sent', line: 3, column: 31 }],
    },
    {
      name: 'scheme and token joined',
      code: "fetch('/api/me', { headers: { Authorization: ['Bearer', localStorage.getItem('token')].join(' ') } });",
      errors: [{ messageId: 'sent', line: 1, column: 31 }],
    },
    {
      name: 'no scheme',
      code: "fetch('/api/me', { headers: { Authorization: localStorage.getItem('token') } });",
      errors: [{ messageId: 'sent', line: 1, column: 31 }],
    },
    {
      name: 'no scheme, by name',
      filename: 'client/api.ts',
      code: "export const me = (accessToken) => fetch('/api/me', { headers: { Authorization: accessToken } });",
      errors: [{ messageId: 'sent', line: 1, column: 66 }],
    },
    {
      name: 'header x-access-token',
      code: `
const user = JSON.parse(localStorage.getItem('user'));
fetch('/api/me', { headers: { 'x-access-token': user.accessToken } });
`,
      errors: [{ messageId: 'sent', line: 3, column: 31 }],
    },
    {
      name: 'header token',
      filename: 'client/api.ts',
      code: "export const me = (token) => axios.get('/api/me', { headers: { token } });",
      errors: [{ messageId: 'sent', line: 1, column: 64 }],
    },
    {
      name: 'header X-Token in an interceptor',
      filename: 'client/request.js',
      code: `
import { getToken } from '@/utils/auth';
service.interceptors.request.use((config) => {
  config.headers['X-Token'] = getToken();
  return config;
});
`,
      errors: [{ messageId: 'sent', line: 4, column: 3 }],
    },
    {
      name: "token from a script's cookie",
      code: `
import Cookies from 'js-cookie';
fetch('/api/me', { headers: { Authorization: \`Bearer \${Cookies.get('token')}\` } });
`,
      errors: [{ messageId: 'sent', line: 3, column: 31 }],
    },
    {
      name: 'token from a hook',
      code: `
import { useQuery } from '@tanstack/react-query';
export const useMe = () => {
  const { accessToken } = useAuth();
  return useQuery({ queryFn: () => fetch('/api/me', { headers: { Authorization: \`Bearer \${accessToken}\` } }) });
};
`,
      errors: [{ messageId: 'sent', line: 5, column: 66 }],
    },
    {
      name: 'token from a selector',
      code: `
import { useSelector } from 'react-redux';
export function useMe() {
  const token = useSelector((state) => state.auth.token);
  return () => fetch('/api/me', { headers: { Authorization: \`Bearer \${token}\` } });
}
`,
      errors: [{ messageId: 'sent', line: 5, column: 46 }],
    },
    {
      name: "token from the store's state in a thunk",
      filename: 'client/slice.js',
      code: `
export const load = createAsyncThunk('me', async (_, { getState }) =>
  fetch('/api/me', { headers: { Authorization: \`Bearer \${getState().auth.userInfo.token}\` } }));
`,
      errors: [{ messageId: 'sent', line: 3, column: 33 }],
    },
    {
      name: 'token from a session of NextAuth',
      filename: 'components/Me.tsx',
      code: `
import { useSession } from 'next-auth/react';
export function Me() {
  const { data: session } = useSession();
  useEffect(() => void fetch('/api/me', { headers: { Authorization: \`Bearer \${session?.accessToken}\` } }));
  return <p>{session?.user.name}</p>;
}
`,
      errors: [{ messageId: 'sent', line: 5, column: 54 }],
    },
    {
      name: 'token from state that a storage fills',
      code: `
import { useState } from 'react';
export function Me() {
  const [token] = useState(() => localStorage.getItem('token'));
  const load = () => fetch('https://api.example.org/me', { headers: { Authorization: \`Bearer \${token}\` } });
  return <button onClick={load}>Load</button>;
}
`,
      errors: [{ messageId: 'sent', line: 5, column: 71 }],
    },
    {
      name: 'token from a field of a class',
      code: `
export class Api {
  private token = localStorage.getItem('token');
  me() {
    return fetch('/api/me', { headers: { Authorization: \`Bearer \${this.token}\` } });
  }
}
`,
      errors: [{ messageId: 'sent', line: 5, column: 42 }],
    },
    {
      name: 'token through a wrapper of the storage',
      filename: 'lib/api.ts',
      code: `
const load = (key: string) => localStorage.getItem(key);
export const me = () => axios.get(BASE + '/me', { headers: { Authorization: \`Bearer \${load('token')}\` } });
`,
      errors: [{ messageId: 'sent', line: 3, column: 62 }],
    },
    {
      name: 'Vue, options',
      filename: 'Me.vue',
      code: `
<script>
export default {
  methods: {
    load() {
      return this.$axios.get('/api/me', { headers: { Authorization: \`Bearer \${this.$store.state.token}\` } });
    },
  },
};
</script>
`,
      errors: [{ messageId: 'sent', line: 6, column: 54 }],
    },
    {
      name: 'Vue, script setup',
      filename: 'Me.vue',
      code: `
<script setup lang="ts">
import { useAuthStore } from '@/stores/auth';
const auth = useAuthStore();
const load = () => fetch('/api/me', { headers: { Authorization: \`Bearer \${auth.token}\` } });
</script>
`,
      errors: [{ messageId: 'sent', line: 5, column: 50 }],
    },
    {
      name: 'Svelte',
      filename: 'Me.svelte',
      code: `
<script>
  import { token } from './stores';
  const load = () => fetch('/api/me', { headers: { Authorization: \`Bearer \${$token}\` } });
</script>
<button on:click={load}>Load</button>
`,
      errors: [{ messageId: 'sent', line: 4, column: 52 }],
    },
    {
      name: 'unknown runtime: flow is enough',
      filename: 'lib/api.ts',
      code: `
import { getLocalStorage } from './storage';
export const me = () => axios.get(BASE + '/me', { headers: { Authorization: \`Bearer \${getLocalStorage('token')}\` } });
`,
      errors: [{ messageId: 'sent', line: 3, column: 62 }],
    },
    {
      name: 'foreign origin: flow is enough',
      code: "fetch('https://api.example.org/me', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });",
      errors: [
        {
          messageId: 'sent',
          line: 1,
          column: 50,
          endLine: 1,
          endColumn: 106,
          data: { what: 'a token', header: 'Authorization', reason: "it is read from localStorage key 'token' (line 1)" },
        },
      ],
    },
    {
      name: 'own machine spelled out',
      filename: 'client/api.ts',
      code: "export const me = (token) => fetch('http://localhost:5000/api/me', { headers: { Authorization: `Bearer ${token}` } });",
      errors: [{ messageId: 'sent', line: 1, column: 81 }],
    },
    {
      name: 'base address in the environment',
      code: 'export const me = (token) => fetch(`${import.meta.env.VITE_API_URL}/me`, { headers: { Authorization: `Bearer ${token}` } });',
      errors: [{ messageId: 'sent', line: 1, column: 87 }],
    },
    {
      name: 'requests that refresh a list do not make a token short-lived',
      filename: 'client/posts.ts',
      code: `
export const refreshPosts = (token) =>
  fetch('/api/posts', { credentials: 'include', headers: { Authorization: \`Bearer \${token}\` } });
refreshPosts(auth.token);
`,
      errors: [{ messageId: 'sent', line: 3, column: 60 }],
    },
    {
      name: 'a token that is refreshed, but kept in storage',
      code: `
const token = localStorage.getItem('token');
export const refresh = () => fetch('/api/refresh', { method: 'POST', credentials: 'include' });
export const me = () => fetch('/api/me', { headers: { Authorization: \`Bearer \${token}\` } });
`,
      errors: [{ messageId: 'sent', line: 4, column: 55 }],
    },
    {
      name: 'environment only as a fallback',
      filename: 'client/api.ts',
      code: `
const token = localStorage.getItem('token') ?? process.env.DEV_TOKEN;
fetch('/api/me', { headers: { Authorization: \`Bearer \${token}\` } });
`,
      errors: [{ messageId: 'sent', line: 3, column: 31 }],
    },
    {
      name: 'client component of Next',
      filename: 'app/me/page.tsx',
      code: `
'use client';
export default function Page({ token }) {
  const load = () => fetch('/api/me', { headers: { Authorization: \`Bearer \${token}\` } });
  return <button onClick={load}>Load</button>;
}
`,
      errors: [{ messageId: 'sent', line: 4, column: 52 }],
    },
    {
      name: 'page beside getServerSideProps',
      filename: 'pages/me.tsx',
      code: `
export const getServerSideProps = ({ req }) => ({ props: { name: req.headers['x-name'] } });
export default function Page() {
  const load = () => fetch('/api/me', { headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` } });
  return <button onClick={load}>Load</button>;
}
`,
      errors: [{ messageId: 'sent', line: 4, column: 52 }],
    },
    {
      name: 'credentialNames',
      filename: 'client/api.ts',
      settings: { credentialNames: ['spaceTicket'] },
      code: "export const me = (spaceTicket) => fetch('/api/me', { headers: { Authorization: spaceTicket } });",
      errors: [{ messageId: 'sent', line: 1, column: 66 }],
    },
    {
      name: "credentialNames: a header of the team's own",
      filename: 'client/api.ts',
      settings: { credentialNames: ['x-space-ticket'] },
      code: "export const me = (token) => fetch('/api/me', { headers: { 'X-Space-Ticket': token } });",
      errors: [{ messageId: 'sent', line: 1, column: 60 }],
    },
    {
      name: "runtime: a folder that is the browser's",
      filename: 'lib/api.ts',
      settings: { runtime: { browser: ['lib/**'] } },
      code: "export const me = (token) => axios.get(BASE + '/me', { headers: { Authorization: `Bearer ${token}` } });",
      errors: [{ messageId: 'sent', line: 1, column: 67 }],
    },
    {
      name: 'apiOrigins: an origin that is ours',
      filename: 'client/api.ts',
      settings: { apiOrigins: ['https://api.example.com'] },
      code: `
export const me = (token) => fetch('https://api.example.com/me', { headers: { Authorization: \`Bearer \${token}\` } });
export const other = (token) => fetch('https://api.example.org/me', { headers: { Authorization: \`Bearer \${token}\` } });
`,
      errors: [{ messageId: 'sent', line: 2, column: 79 }],
    },
    {
      name: 'tests: true looks into tests',
      filename: 'client/api.test.ts',
      settings: { tests: true },
      code: "fetch('/api/me', { headers: { Authorization: `Bearer ${token}` } });",
      errors: [{ messageId: 'sent', line: 1, column: 31 }],
    },
    {
      name: "the header's whole value, by its name",
      filename: 'client/api.ts',
      code: `
import { authHeader } from './session';
fetch('/api/me', { headers: { Authorization: authHeader } });
`,
      errors: [{ messageId: 'sent', line: 3, column: 31 }],
    },
    {
      name: "the header's whole value, in a Svelte store",
      filename: 'client/api.ts',
      code: `
import { get } from 'svelte/store';
import { authHeader } from './session';
fetch('/api/me', { headers: { Authorization: get(authHeader) } });
`,
      errors: [{ messageId: 'sent', line: 4, column: 31 }],
    },
    {
      name: 'what a store tells its subscribers',
      filename: 'client/api.ts',
      code: `
import { writable } from 'svelte/store';
const user = writable(localStorage.getItem('token'));
user.subscribe((value) => fetch('https://api.example.com/me', { headers: { Authorization: 'Bearer ' + value } }));
`,
      errors: [{ messageId: 'sent', line: 4, column: 76 }],
    },
    {
      name: 'what a watcher is told',
      filename: 'client/api.ts',
      code: `
const token = ref(localStorage.getItem('token'));
watch(token, (now) => {
  axios.defaults.headers.common.Authorization = now;
});
`,
      errors: [{ messageId: 'sent', line: 4, column: 3 }],
    },
    {
      name: 'a token or null, put together before',
      filename: 'client/api.ts',
      code: `
const value = localStorage.getItem('token');
const sent = value ? value : null;
fetch('/api/me', { headers: { Authorization: \`Bearer \${sent}\` } });
`,
      errors: [{ messageId: 'sent', line: 4, column: 31 }],
    },
    {
      name: 'refreshed by a cookie, and kept in storage all the same',
      filename: 'client/api.ts',
      code: `
export const refresh = async () => {
  const { accessToken } = await (await fetch('/api/auth/refresh', { method: 'POST', credentials: 'include' })).json();
  localStorage.setItem('accessToken', accessToken);
};
export const me = (accessToken) => fetch('/api/me', { headers: { Authorization: \`Bearer \${accessToken}\` } });
`,
      errors: [{ messageId: 'sent', line: 6, column: 66 }],
    },
  ],
} satisfies RuleCases;
