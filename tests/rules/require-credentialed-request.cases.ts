import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const settings = { apiOrigins: ['https://api.example.com'] };
const filename = 'client/api.ts';
const quiet = (name: string, code: string, more = {}) => ({ name, code, filename, settings, ...more });
const missing = (name: string, code: string, more = {}) => marked(name, 'missing', code, { filename, settings, ...more });
const off = (name: string, code: string, more = {}) => marked(name, 'off', code, { filename, settings, ...more });
const onClient = (name: string, code: string, more = {}) => marked(name, 'missingOnClient', code, { filename, settings, ...more });

export default {
  rule: 'require-credentialed-request',
  valid: [
    { name: 'no API is named', filename, code: "fetch('https://api.example.com/me');" },
    quiet(
      "the page's own origin",
      "fetch('/api/me'); fetch(`/api/users/${id}`, { method: 'DELETE' }); fetch(new URL('/api/me', location.href));",
    ),
    quiet(
      'another origin',
      "fetch('https://api.example.org/me'); fetch('https://api.example.com.evil.test/me'); fetch(`https://api.example.com${suffix}.test`, init);",
    ),
    quiet('an address that is not known', "export const get = (url) => fetch(url); fetch(BASE + '/me');"),
    quiet(
      'fetch: told to',
      `
const init = { credentials: 'include', method: 'POST' } as const;
fetch('https://api.example.com/me', { credentials: 'include' });
fetch('https://api.example.com/me', init);
fetch('https://api.example.com/me', { ...init, headers: {} });
fetch('https://api.example.com/me', Object.assign({}, init));
fetch(new Request('https://api.example.com/me', { credentials: 'include' }));
fetch(new Request('https://api.example.com/me'), { credentials: 'include' });
`,
    ),
    quiet(
      'fetch: set later',
      `
const init = { method: 'POST' };
init.credentials = 'include';
fetch('https://api.example.com/me', init);
`,
    ),
    quiet(
      'fetch: options that cannot be seen',
      `
import { init } from './init';
fetch('https://api.example.com/me', init);
fetch('https://api.example.com/me', { ...defaults, method: 'POST' });
fetch('https://api.example.com/me', { credentials: mode });
fetch(...given);
export const request = (path, options) => fetch(\`https://api.example.com\${path}\`, options);
`,
    ),
    quiet(
      'fetch: a wrapper that says so',
      `
export const request = (path, options = {}) => fetch(\`https://api.example.com\${path}\`, { ...options, credentials: 'include' });
request('/me');
`,
    ),
    quiet(
      'fetch: a wrapper whose callers say so',
      `
const request = (path, options) => fetch(\`https://api.example.com\${path}\`, options);
request('/me', { credentials: 'include' });
request('/you', { credentials: 'include', method: 'POST' });
`,
    ),
    quiet(
      "fetch: a wrapper's default says so",
      `
const request = (path, options = { credentials: 'include' }) => fetch(\`https://api.example.com\${path}\`, options);
request('/me');
`,
    ),
    quiet(
      'on a server',
      `
import express from 'express';
fetch('https://api.example.com/me');
`,
    ),
    quiet(
      'on a device',
      `
import { Platform } from 'react-native';
fetch('https://api.example.com/me');
`,
    ),
    quiet(
      'axios: told to',
      `
import axios from 'axios';
axios.get('https://api.example.com/me', { withCredentials: true });
axios.post('https://api.example.com/me', {}, { withCredentials: true });
axios({ url: 'https://api.example.com/me', withCredentials: true });
const api = axios.create({ baseURL: 'https://api.example.com', withCredentials: true });
api.get('/me');
`,
    ),
    quiet(
      'axios: on the defaults',
      `
import axios from 'axios';
axios.defaults.withCredentials = true;
axios.get('https://api.example.com/me');
`,
    ),
    quiet(
      "axios: on an instance's defaults",
      `
import axios from 'axios';
const api = axios.create({ baseURL: 'https://api.example.com' });
api.defaults.withCredentials = true;
`,
    ),
    quiet(
      'axios: by an interceptor',
      `
import axios from 'axios';
const api = axios.create({ baseURL: 'https://api.example.com' });
api.interceptors.request.use((config) => {
  config.withCredentials = true;
  return config;
});
`,
    ),
    quiet(
      'axios: every request of an instance',
      `
import axios from 'axios';
const api = axios.create({ baseURL: 'https://api.example.com' });
export const me = () => api.get('/me', { withCredentials: true });
`,
    ),
    quiet(
      'axios: configured elsewhere',
      `
import axios from 'axios';
axios.get('https://api.example.com/me');
`,
      { options: [{ configuredElsewhere: ['axios'] }] },
    ),
    quiet(
      'Angular: an interceptor elsewhere, as is the custom',
      `
import { HttpClient } from '@angular/common/http';
export class Users {
  constructor(private http: HttpClient) {}
  me = () => this.http.get('https://api.example.com/me');
}
`,
    ),
    quiet(
      'Angular: an interceptor here',
      `
import { HttpClient, HttpInterceptorFn } from '@angular/common/http';
export const credentials: HttpInterceptorFn = (req, next) => next(req.clone({ withCredentials: true }));
export class Users {
  constructor(private http: HttpClient) {}
  me = () => this.http.get('https://api.example.com/me');
}
`,
      { options: [{ configuredElsewhere: [] }] },
    ),
    quiet(
      'ky: told to, and on what an instance was made of',
      `
import ky from 'ky';
ky('https://api.example.com/me', { credentials: 'include' });
const base = ky.create({ credentials: 'include' });
const api = base.extend({ prefixUrl: 'https://api.example.com' });
api.get('me');
`,
    ),
    quiet(
      'ky: a hook that makes the request anew',
      `
import ky from 'ky';
ky.create({ prefixUrl: 'https://api.example.com', hooks: { beforeRequest: [(request) => new Request(request, { credentials: 'include' })] } });
`,
    ),
    quiet(
      'XMLHttpRequest: told to',
      `
const xhr = new XMLHttpRequest();
xhr.open('GET', 'https://api.example.com/me');
xhr.withCredentials = true;
`,
    ),
    quiet(
      'superagent: told to',
      `
import request from 'superagent';
request.get('https://api.example.com/me').withCredentials().end();
const agent = request.agent().withCredentials();
agent.get('https://api.example.com/me').end();
request.get('https://api.example.com/me').use(withSession);
const asked = request.get('https://api.example.com/me');
asked.withCredentials();
`,
    ),
    quiet(
      'wretch: told to',
      `
import wretch from 'wretch';
const api = wretch('https://api.example.com').options({ credentials: 'include' });
api.get('/me');
wretch('https://api.example.com', { credentials: 'include' }).get('/me');
`,
    ),
    quiet(
      'jQuery: told to',
      `
$.ajax({ url: 'https://api.example.com/me', xhrFields: { withCredentials: true } });
`,
    ),
    quiet(
      'jQuery: told once',
      `
$.ajaxSetup({ xhrFields: { withCredentials: true } });
$.get('https://api.example.com/me');
`,
    ),
    quiet(
      'GraphQL clients: told to',
      `
import { HttpLink } from '@apollo/client';
import { createClient } from 'urql';
import { GraphQLClient } from 'graphql-request';
new HttpLink({ uri: 'https://api.example.com/graphql', credentials: 'include' });
createClient({ url: 'https://api.example.com/graphql', fetchOptions: { credentials: 'include' } });
createClient({ url: 'https://api.example.com/graphql', fetchOptions: () => ({ credentials: 'include' }) });
new GraphQLClient('https://api.example.com/graphql', { credentials: 'include' });
`,
    ),
    quiet(
      'others: told to',
      `
import { fetchBaseQuery } from '@reduxjs/toolkit/query/react';
import { httpBatchLink } from '@trpc/client';
import createClient from 'openapi-fetch';
import { io } from 'socket.io-client';
fetchBaseQuery({ baseUrl: 'https://api.example.com', credentials: 'include' });
httpBatchLink({ url: 'https://api.example.com/trpc', fetch: (url, options) => fetch(url, { ...options, credentials: 'include' }) });
createClient({ baseUrl: 'https://api.example.com', credentials: 'include' });
io('https://api.example.com', { withCredentials: true });
new EventSource('https://api.example.com/events', { withCredentials: true });
$fetch('https://api.example.com/me', { credentials: 'include' });
`,
    ),
    quiet(
      "a client of the team's own, which sends them",
      `
import { http } from '@/lib/http';
http.get('https://api.example.com/me');
`,
      { settings: { ...settings, clients: [{ module: 'lib/http', export: 'http', like: 'axios' }] } },
    ),
    quiet('a WebSocket always carries cookies', "new WebSocket('wss://api.example.com/live');"),
    quiet(
      'look-alikes',
      `
api.fetch('https://api.example.com/me');
const fetch = (url) => cache.get(url);
fetch('https://api.example.com/me');
const link = 'https://api.example.com/me';
`,
    ),
    quiet('a test', "fetch('https://api.example.com/me');", { filename: 'client/api.test.ts' }),
  ],
  invalid: [
    {
      ...missing('fetch: nothing is said', "«fetch('https://api.example.com/me');"),
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 6,
          data: { origin: 'https://api.example.com', client: 'fetch', advice: "Give it `credentials: 'include'`." },
        },
      ],
    },
    missing('fetch: other options', "await «fetch('https://api.example.com/me', { method: 'POST', headers: { Accept: '*/*' } });"),
    off('fetch: omit', "fetch('https://api.example.com/me', { «credentials: 'omit' });"),
    off('fetch: same origin only', "fetch('https://api.example.com/me', { «credentials: 'same-origin' });"),
    off(
      'fetch: overridden after a spread',
      `
const init = { credentials: 'include' };
fetch('https://api.example.com/me', { ...init, «credentials: 'omit' });
`,
    ),
    off(
      'fetch: behind a variable',
      `
const init = { «credentials: 'omit' };
fetch('https://api.example.com/me', init);
`,
    ),
    missing(
      'fetch: a constant address',
      `
const API = 'https://api.example.com/v1';
«fetch(API + '/me');
«fetch(\`\${API}/me\`);
«fetch(new URL('/me', API));
`,
    ),
    missing(
      'fetch: aliases',
      `
const { fetch: ask } = window;
«ask('https://api.example.com/me');
const again = globalThis.fetch;
«again?.('https://api.example.com/me');
«window.fetch('https://API.example.com/me');
`,
    ),
    missing('fetch: a Request', "«fetch('https://api.example.com/a'); fetch(new «Request('https://api.example.com/b'));"),
    missing(
      'fetch: the default of an unset variable',
      `
const API = import.meta.env.VITE_API_URL || 'https://api.example.com';
«fetch(\`\${API}/me\`);
`,
    ),
    missing(
      'fetch: an environment variable that the settings name',
      `
const API = import.meta.env.VITE_API_URL;
«fetch(\`\${API}/me\`);
«fetch(process.env.REACT_APP_API + '/me');
fetch(\`\${import.meta.env.VITE_CDN_URL}/me\`);
`,
      { settings: { apiOrigins: ['VITE_API_URL', 'REACT_APP_API'] } },
    ),
    missing('an origin with a slash or a path in the settings', "«fetch('https://api.example.com/me');", {
      settings: { apiOrigins: ['https://api.example.com/v1/'] },
    }),
    missing(
      'fetch: a wrapper',
      `
export async function request(path: string, options: RequestInit = {}) {
  return «fetch(\`https://api.example.com\${path}\`, { headers: { Accept: 'application/json' } });
}
`,
    ),
    missing(
      'fetch: a wrapper whose callers give the options, one without',
      `
const request = (path, options = {}) => «fetch(\`https://api.example.com\${path}\`, { ...options, method: 'POST' });
request('/me', { credentials: 'include' });
request('/you');
`,
    ),
    missing(
      'fetch: a wrapper whose callers give the address',
      `
const request = (url) => «fetch(url);
request('https://api.example.com/me');
request('/local');
`,
    ),
    missing(
      'axios: methods',
      `
import axios from 'axios';
«axios.get('https://api.example.com/me');
«axios.post('https://api.example.com/me', { withCredentials: true });
«axios({ url: 'https://api.example.com/me' });
«axios.request({ url: 'https://api.example.com/me' });
`,
    ),
    missing(
      'axios: renamed, namespace, destructured, required',
      `
import http from 'axios';
import * as all from 'axios';
const { get } = http;
const required = require('axios');
«http.get('https://api.example.com/me');
«all.default.get('https://api.example.com/me');
«get('https://api.example.com/me');
«required?.get('https://api.example.com/me');
`,
    ),
    off(
      'axios: switched off',
      `
import axios from 'axios';
axios.get('https://api.example.com/me', { «withCredentials: false });
`,
      { options: [{ configuredElsewhere: ['axios'] }] },
    ),
    onClient(
      'axios: an instance, once',
      `
import axios from 'axios';
const api = «axios.create({ baseURL: 'https://api.example.com' });
export const me = () => api.get('/me');
export const you = () => api.get('/you', { withCredentials: true });
`,
    ),
    onClient(
      'axios: an instance, options in a variable',
      `
import axios from 'axios';
const config = { baseURL: 'https://api.example.com/v1', timeout: 1000 };
export const api = «axios.create(config);
`,
    ),
    marked(
      'axios: an instance, switched off',
      'offOnClient',
      `
import axios from 'axios';
export const api = axios.create({ baseURL: 'https://api.example.com', «withCredentials: false });
`,
      { filename, settings },
    ),
    missing(
      'axios: an instance without a base',
      `
import axios from 'axios';
const api = axios.create({ timeout: 1000 });
export const me = () => «api.get('https://api.example.com/me');
`,
    ),
    missing(
      'Angular',
      `
import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
export class Users {
  private http = inject(HttpClient);
  me = () => «this.http.get('https://api.example.com/me');
}
`,
      { options: [{ configuredElsewhere: [] }] },
    ),
    off(
      'Angular: switched off',
      `
import { HttpClient } from '@angular/common/http';
export class Users {
  constructor(private http: HttpClient) {}
  me = () => this.http.post('https://api.example.com/me', {}, { «withCredentials: false });
}
`,
    ),
    onClient(
      'ky',
      `
import ky from 'ky';
export const api = «ky.create({ prefixUrl: 'https://api.example.com' });
`,
    ),
    onClient(
      'ky: extended',
      `
import ky from 'ky';
const base = ky.create({ timeout: 1000 });
export const api = «base.extend({ prefixUrl: 'https://api.example.com' });
`,
    ),
    missing(
      'XMLHttpRequest',
      `
const xhr = new XMLHttpRequest();
«xhr.open('GET', 'https://api.example.com/me');
xhr.send();
`,
    ),
    missing(
      'superagent',
      `
import request from 'superagent';
«request.get('https://api.example.com/me').set('Accept', 'application/json').end();
const agent = request.agent();
«agent.post('https://api.example.com/me').end();
`,
    ),
    onClient(
      'wretch',
      `
import wretch from 'wretch';
const api = «wretch('https://api.example.com').headers({ Accept: '*/*' });
api.get('/me');
`,
    ),
    missing(
      'jQuery',
      `
«$.ajax({ url: 'https://api.example.com/me', xhrFields: { timeout: 1 } });
«jQuery.getJSON('https://api.example.com/me');
`,
    ),
    onClient(
      'GraphQL clients',
      `
import { createHttpLink, ApolloClient } from '@apollo/client';
import { Client as Urql } from '@urql/core';
import * as gql from 'graphql-request';
«createHttpLink({ uri: 'https://api.example.com/graphql' });
new «ApolloClient({ uri: 'https://api.example.com/graphql', cache });
new «Urql({ url: 'https://api.example.com/graphql', exchanges });
new «gql.GraphQLClient('https://api.example.com/graphql');
`,
    ),
    onClient(
      'others',
      `
import { fetchBaseQuery as query } from '@reduxjs/toolkit/query/react';
import { httpBatchLink } from '@trpc/client';
import createClient from 'openapi-fetch';
«query({ baseUrl: 'https://api.example.com' });
«httpBatchLink({ url: 'https://api.example.com/trpc' });
«createClient({ baseUrl: 'https://api.example.com' });
«$fetch.create({ baseURL: 'https://api.example.com' });
`,
    ),
    missing(
      'sockets and events',
      `
import { io } from 'socket.io-client';
import { fetchEventSource } from '@microsoft/fetch-event-source';
«io('https://api.example.com');
«io('wss://api.example.com', { transports: ['polling'] });
new «EventSource('https://api.example.com/events');
«fetchEventSource('https://api.example.com/events', { onmessage });
`,
    ),
    missing(
      "a client of the team's own, which does not send them",
      `
import http from '../lib/http';
«http('https://api.example.com/me');
http('https://api.example.com/me', { credentials: 'include' });
`,
      { settings: { ...settings, clients: [{ module: 'lib/http', sendsCredentials: false }] } },
    ),
    off(
      "a client of the team's own, switched off",
      `
import http from '../lib/http';
http('https://api.example.com/me', { «credentials: 'omit' });
`,
      { settings: { ...settings, clients: [{ module: 'lib/http' }] } },
    ),
    missing(
      'Vue',
      `
<script setup>
const { data } = await «useFetch('https://api.example.com/me');
</script>
`,
      { filename: 'Me.vue' },
    ),
    {
      ...missing(
        'beside a bearer header, which is reported by itself',
        `
export const me = (token) => «fetch('https://api.example.com/me', { headers: { Authorization: \`Bearer \${token}\` } });
`,
      ),
    },
  ],
} satisfies RuleCases;
