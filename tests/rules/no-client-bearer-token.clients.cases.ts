import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const filename = 'client/api.ts';
const sent = (name: string, code: string, more = {}) => marked(name, 'sent', code, { filename, ...more });
const handed = (name: string, code: string, more = {}) => marked(name, 'handed', code, { filename, ...more });

export default {
  rule: 'no-client-bearer-token',
  valid: [
    {
      name: 'ky: an instance for a foreign API',
      filename,
      code: `
import ky from 'ky';
const github = ky.create({ prefixUrl: 'https://api.github.com', hooks: { beforeRequest: [(request) => request.headers.set('Authorization', \`token \${githubToken}\`)] } });
export const repos = (token) => github.get('user/repos', { headers: { Authorization: \`Bearer \${token}\` } });
`,
    },
    {
      name: 'axios: a well-known API behind an instance and a constant',
      filename,
      code: `
import axios from 'axios';
const SPOTIFY = 'https://api.spotify.com/v1';
const spotify = axios.create({ baseURL: SPOTIFY });
export const tracks = (token) => spotify.get('/me/tracks', { headers: { Authorization: \`Bearer \${token}\` } });
export const albums = (token) => fetch(\`\${SPOTIFY}/me/albums\`, { headers: { Authorization: \`Bearer \${token}\` } });
`,
    },
    {
      name: 'superagent: a name and a password',
      filename,
      code: `
import request from 'superagent';
export const me = (user, password) => request.get('/api/me').auth(user, password);
export const you = (token, secret) => request.get('/api/you').auth(token, secret, { type: 'basic' });
request.get('/api/me').set('Accept', 'application/json').set('X-CSRF-Token', csrfToken);
`,
    },
    {
      name: 'superagent: a foreign origin with a key',
      filename,
      code: `
import request from 'superagent';
export const repos = (token) => request.get('https://api.github.com/user/repos').set('Authorization', \`Bearer \${token}\`);
`,
    },
    {
      name: 'superagent: a service',
      code: `
import express from 'express';
import request from 'superagent';
export const forward = (token) => request.get(UPSTREAM).auth(token, { type: 'bearer' });
`,
    },
    {
      name: 'jQuery: Basic, and an anti-forgery header',
      filename: 'client/page.js',
      code: `
$.ajax({ url: '/api/me', headers: { Authorization: 'Basic ' + btoa(user + ':' + password) } });
$.ajaxSetup({ headers: { 'X-CSRF-TOKEN': $('meta[name="csrf-token"]').attr('content') } });
$.ajaxSetup({ beforeSend: (xhr) => xhr.setRequestHeader('X-CSRFToken', getCookie('csrftoken')) });
`,
    },
    {
      name: 'Angular: other headers',
      filename: 'client/auth.interceptor.ts',
      code: `
import { HttpInterceptorFn } from '@angular/common/http';
export const language: HttpInterceptorFn = (req, next) => next(req.clone({ withCredentials: true, setHeaders: { 'Accept-Language': 'fr' } }));
`,
    },
    {
      name: 'Apollo: a key from the environment',
      filename,
      code: `
import { setContext } from '@apollo/client/link/context';
export const auth = setContext((_, { headers }) => ({ headers: { ...headers, authorization: \`Bearer \${process.env.REACT_APP_GITHUB_TOKEN}\` } }));
`,
    },
    {
      name: 'Apollo: on a server',
      code: `
import { headers } from 'next/headers';
import { HttpLink } from '@apollo/client';
export const link = async (token) => new HttpLink({ uri: API, headers: { authorization: \`Bearer \${token}\` } });
`,
    },
    {
      name: "socket.io: a room's name, no token yet, a native app, a server",
      filename,
      code: `
import { io } from 'socket.io-client';
io('/', { auth: { name, room } });
io('/', { auth: { token: '' } });
io('/', { query: { token } });
const server = { auth: { token } };
`,
    },
    {
      name: 'socket.io: native',
      code: `
import { Platform } from 'react-native';
import { io } from 'socket.io-client';
export const connect = (token) => io(URL, { auth: { token } });
`,
    },
    {
      name: 'WebSocket: subprotocols',
      filename,
      code: `
new WebSocket('wss://example.com', ['graphql-transport-ws']);
new WebSocket('wss://example.com', 'v1.protocol');
new WebSocket('wss://example.com', protocols);
`,
    },
    {
      name: 'graphql-ws: other parameters',
      filename,
      code: `
import { createClient } from 'graphql-ws';
createClient({ url: '/graphql', connectionParams: { locale, csrfToken } });
createClient({ url: '/graphql', connectionParams: async () => ({ reconnect: true, token: process.env.API_TOKEN }) });
`,
    },
    {
      name: 'wretch: Basic, a foreign origin',
      filename,
      code: `
import wretch from 'wretch';
wretch('/api').auth(\`Basic \${btoa(user)}\`).get('/me');
export const repos = (token) => wretch('https://api.github.com').auth(\`Bearer \${token}\`).get('/user/repos');
`,
    },
    {
      name: 'a generated client: no token, a key of the environment, another TOKEN',
      filename,
      code: `
import { OpenAPI } from './generated';
import { Lexer } from './lexer';
OpenAPI.TOKEN = undefined;
OpenAPI.TOKEN = import.meta.env.VITE_API_TOKEN;
OpenAPI.BASE = '/api';
Lexer.TOKEN = token;
`,
    },
    {
      name: 'a generated client in a Node service',
      code: `
import { readFile } from 'node:fs/promises';
import { Configuration, OrdersApi } from './generated';
export const orders = (accessToken) => new OrdersApi(new Configuration({ accessToken }));
`,
    },
    {
      name: 'Nuxt: no token, Basic',
      filename: 'plugins/axios.client.js',
      code: `
export default ({ $axios }) => {
  $axios.setToken(false);
  $axios.setToken(key, 'Basic');
  $axios.setHeader('Accept-Language', 'fr');
};
`,
    },
    {
      name: 'clients: calls without a token, bodies, other exports and modules',
      filename,
      settings: { clients: [{ module: 'lib/request' }, { module: 'lib/http', export: 'http', like: 'axios' }] },
      code: `
import request, { cached } from '@/lib/request';
import { http } from '../lib/http';
import other from './lib/other';
import named from '@/my-lib/http';
request('/me', { method: 'POST' }, signal);
http.post('/verify', { token });
http.setToken(null);
cached('/me', {}, token);
other('/me', {}, token);
named.get('/me', {}, token);
`,
    },
    {
      name: 'clients: what is like a library goes abroad like it',
      filename,
      settings: { clients: [{ module: 'lib/http', export: 'http', like: 'axios' }] },
      code: `
import { http } from '@/lib/http';
export const repos = (token) => http.get('https://api.github.com/user/repos', { headers: { Authorization: \`Bearer \${token}\` } });
`,
    },
    {
      name: 'a list of columns',
      filename: 'client/table.ts',
      code: "export const table = { headers() { return { token: 'Token', amount: 'Amount' }; } };",
    },
  ],
  invalid: [
    // ky
    sent(
      'ky: headers of a request',
      `
import ky from 'ky';
export const me = (token) => ky.get('/api/me', { headers: { «Authorization: \`Bearer \${token}\` } }).json();
`,
    ),
    sent(
      'ky: a hook of an instance',
      `
import ky from 'ky';
export const api = ky.create({
  prefixUrl: '/api',
  hooks: { beforeRequest: [(request) => { «request.headers.set('Authorization', \`Bearer \${localStorage.getItem('token')}\`); }] },
});
`,
    ),
    sent(
      'ky: an extended instance, a retry',
      `
import http from 'ky';
const base = http.extend({ prefixUrl: API });
export const api = base.extend({ hooks: { beforeRetry: [async ({ request }) => { «request.headers.set('x-access-token', getToken()); }] } });
`,
    ),
    sent(
      'ky: namespace, headers by a function',
      `
import * as ky from 'ky';
export const api = ky.default.extend((options) => ({ headers: { ...options.headers, «Authorization: \`Bearer \${session.token}\` } }));
`,
    ),
    sent(
      'ky: an instance for our own API',
      `
import ky from 'ky';
const { create } = ky;
const api = create({ prefixUrl: 'http://localhost:3000/api' });
export const me = (accessToken) => api?.get('me', { headers: { «token: accessToken } });
`,
    ),
    // superagent
    sent(
      'superagent: set',
      `
import request from 'superagent';
export const me = (token) => «request.get('/api/me').set('Authorization', \`Bearer \${token}\`);
`,
    ),
    handed(
      'superagent: a header that only its place tells',
      `
import request from 'superagent';
export const me = (token) => «request.get('/api/me').set('token', token);
`,
    ),
    sent(
      'superagent: several',
      `
const request = require('superagent');
export const me = (token) => request.post('/api/me').set({ Accept: 'application/json', «'X-Access-Token': token }).send({});
`,
    ),
    handed(
      'superagent: auth',
      `
import { get as ask } from 'superagent';
export const me = (session) => «ask('/api/me').auth(session.token, { type: 'bearer' });
`,
    ),
    handed(
      'superagent: an agent',
      `
import * as superagent from 'superagent';
const agent = superagent.agent();
«agent.auth(localStorage.getItem('jwt'), { type: 'bearer' });
`,
    ),
    sent(
      'superagent: a plugin',
      `
import superagentPromise from 'superagent-promise';
import _superagent from 'superagent';
const superagent = superagentPromise(_superagent, global.Promise);
let token = null;
const tokenPlugin = (req) => {
  if (token) {
    «req.set('authorization', \`Token \${token}\`);
  }
};
export const setToken = (given) => { token = given; };
export const get = (url) => superagent.get(url).use(tokenPlugin);
`,
    ),
    // jQuery
    sent(
      'jQuery: ajax',
      `
$.ajax({ url: '/api/me', headers: { «Authorization: 'Bearer ' + localStorage.getItem('token') } });
`,
      { filename: 'client/page.js' },
    ),
    sent(
      'jQuery: imported under another name, address first',
      `
import jq from 'jquery';
export const me = (token) => jq.ajax('/api/me', { headers: { «'x-auth-token': token } });
`,
    ),
    sent(
      'jQuery: ajaxSetup',
      `
jQuery.ajaxSetup({ beforeSend: function (xhr) { «xhr.setRequestHeader('Authorization', 'Bearer ' + token); } });
`,
      { filename: 'client/page.js' },
    ),
    sent(
      'jQuery: headers of ajaxSetup',
      `
const { ajaxSetup } = $;
ajaxSetup({ headers: { «Authorization: \`JWT \${window.localStorage.getItem('jwt')}\` } });
`,
      { filename: 'client/page.js' },
    ),
    // Angular
    sent(
      'Angular: a class that intercepts',
      `
import { Injectable } from '@angular/core';
import { HttpInterceptor, HttpRequest, HttpHandler } from '@angular/common/http';
@Injectable()
export class AuthInterceptor implements HttpInterceptor {
  constructor(private auth: AuthService) {}
  intercept(req: HttpRequest<unknown>, next: HttpHandler) {
    const token = this.auth.getToken();
    return next.handle(req.clone({ setHeaders: { «Authorization: \`Bearer \${token}\` } }));
  }
}
`,
    ),
    sent(
      'Angular: a class that intercepts, headers.set with a constant',
      `
import { HttpInterceptor } from '@angular/common/http';
const TOKEN_HEADER_KEY = 'x-access-token';
export class AuthInterceptor implements HttpInterceptor {
  intercept(req, next) {
    const token = this.storage.getToken();
    return token == null ? next.handle(req) : next.handle(req.clone({ headers: «req.headers.set(TOKEN_HEADER_KEY, token) }));
  }
}
`,
    ),
    sent(
      'Angular: a function that intercepts',
      `
import { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
export const authInterceptor: HttpInterceptorFn = (req, next) => {
  const token = inject(AuthService).token();
  return next(req.clone({ headers: «req.headers.append('Authorization', \`Bearer \${token}\`) }));
};
`,
    ),
    sent(
      'Angular: headers of a request',
      `
import { HttpClient, HttpHeaders } from '@angular/common/http';
export class Users {
  constructor(private http: HttpClient) {}
  me() {
    return this.http.get('/api/me', { headers: «new HttpHeaders().set('token', localStorage.getItem('token')!) });
  }
}
`,
    ),
    sent(
      'Angular: an object of headers',
      `
import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject } from '@angular/core';
export class Users {
  private http = inject(HttpClient);
  me = (token: string) => this.http.post('/api/me', {}, { headers: new HttpHeaders({ «token }) });
}
`,
    ),
    // Apollo
    sent(
      'Apollo: setContext',
      `
import { setContext as withContext } from '@apollo/client/link/context';
export const auth = withContext((_, { headers }) => {
  const token = localStorage.getItem('token');
  return { headers: { ...headers, «authorization: token ? \`Bearer \${token}\` : '' } };
});
`,
    ),
    sent(
      'Apollo: headers of a link',
      `
import * as Apollo from '@apollo/client';
export const link = new Apollo.HttpLink({ uri: '/graphql', headers: { «authorization: localStorage.getItem('token') } });
`,
    ),
    sent(
      "Apollo: a link of one's own",
      `
import { ApolloLink } from '@apollo/client';
export const auth = new ApolloLink((operation, forward) => {
  operation.setContext({ headers: { «'x-token': localStorage.getItem('token') } });
  return forward(operation);
});
`,
    ),
    sent(
      "Apollo: a link of one's own, what was there kept",
      `
import { ApolloLink } from '@apollo/client';
export const auth = new ApolloLink((operation, forward) => {
  operation.setContext(({ headers = {} }) => ({ headers: { ...headers, «authorization: store.getState().auth.token } }));
  return forward(operation);
});
`,
    ),
    sent(
      'apollo-boost: request',
      `
import ApolloClient from 'apollo-boost';
export const client = new ApolloClient({
  uri: '/graphql',
  request: (operation) => {
    const token = localStorage.getItem('token');
    operation.setContext({ headers: { «authorization: token ? \`Bearer \${token}\` : '' } });
  },
});
`,
    ),
    // urql
    sent(
      'urql: fetchOptions',
      `
import { createClient } from 'urql';
export const client = createClient({ url: '/graphql', fetchOptions: () => ({ headers: { «authorization: \`Bearer \${getToken()}\` } }) });
`,
    ),
    sent(
      'urql: authExchange',
      `
import { authExchange } from '@urql/exchange-auth';
export const auth = authExchange(async (utils) => {
  const token = localStorage.getItem('token');
  return { addAuthToOperation: (operation) => utils.appendHeaders(operation, { «Authorization: \`Bearer \${token}\` }) };
});
`,
    ),
    sent(
      'urql: authExchange, a header that only its place tells',
      `
import { authExchange } from '@urql/exchange-auth';
export const auth = authExchange(async ({ appendHeaders }) => ({
  addAuthToOperation: (operation) => appendHeaders(operation, { «token: localStorage.getItem('token') }),
}));
`,
    ),
    // RTK Query
    sent(
      'RTK Query: prepareHeaders',
      `
import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react';
export const api = createApi({
  baseQuery: fetchBaseQuery({
    baseUrl: '/api',
    prepareHeaders: (headers, { getState }) => {
      const token = (getState() as RootState).auth.token;
      if (token) «headers.set('authorization', \`Bearer \${token}\`);
      return headers;
    },
  }),
});
`,
    ),
    sent(
      'RTK Query: headers, imported under another name',
      `
import { fetchBaseQuery as query } from '@reduxjs/toolkit/query';
export const baseQuery = query({ baseUrl: '/api', headers: { «token: localStorage.getItem('token') } });
`,
    ),
    sent(
      'RTK Query: headers of an endpoint',
      `
import * as rtk from '@reduxjs/toolkit/query/react';
export const api = rtk.createApi({
  baseQuery: rtk.fetchBaseQuery({ baseUrl: '/api' }),
  endpoints: (build) => ({ me: build.query({ query: (token) => ({ url: '/me', headers: { «Authorization: \`Bearer \${token}\` } }) }) }),
});
`,
    ),
    // graphql-request
    sent(
      'graphql-request: a client',
      `
import { GraphQLClient as Client } from 'graphql-request';
export const client = new Client('/graphql', { headers: () => ({ «authorization: \`Bearer \${localStorage.getItem('token')}\` }) });
`,
    ),
    sent(
      'graphql-request: setHeader',
      `
import { GraphQLClient } from 'graphql-request';
const client = new GraphQLClient('/graphql');
export const signIn = (token) => «client.setHeader('authorization', \`Bearer \${token}\`);
`,
    ),
    sent(
      'graphql-request: setHeaders',
      `
import * as gql from 'graphql-request';
const client = new gql.GraphQLClient('/graphql');
export const signIn = (token) => client?.setHeaders({ «token });
`,
    ),
    sent(
      'graphql-request: headers of a request',
      `
import { request } from 'graphql-request';
export const me = (accessToken) => request('/graphql', query, {}, { «Authorization: \`Bearer \${accessToken}\` });
`,
    ),
    sent(
      'graphql-request: requestHeaders',
      `
import { request } from 'graphql-request';
export const me = (accessToken) => request({ url: '/graphql', document: query, requestHeaders: { «token: accessToken } });
`,
    ),
    // tRPC
    sent(
      'tRPC: headers',
      `
import { createTRPCReact, httpBatchLink } from '@trpc/react-query';
export const links = [httpBatchLink({ url: '/api/trpc', headers() { return { «Authorization: \`Bearer \${getToken()}\` }; } })];
`,
    ),
    sent(
      'tRPC: headers that only their place tells',
      `
import { httpLink } from '@trpc/client';
export const links = [httpLink({ url: '/api/trpc', async headers() { return { «token: localStorage.getItem('token') }; } })];
`,
    ),
    sent(
      'tRPC: a function of ours',
      `
import { httpBatchLink } from '@trpc/client';
const getHeaders = () => (token ? { «token } : {});
export const links = [httpBatchLink({ url: '/api/trpc', headers: getHeaders })];
`,
    ),
    // openapi-fetch
    sent(
      'openapi-fetch: headers of a client',
      `
import createClient from 'openapi-fetch';
export const client = createClient({ baseUrl: '/api', headers: { «Authorization: \`Bearer \${localStorage.getItem('token')}\` } });
`,
    ),
    sent(
      'openapi-fetch: middleware',
      `
import openapi from 'openapi-fetch';
const client = openapi({ baseUrl: '/api' });
client.use({
  async onRequest({ request }) {
    «request.headers.set('Authorization', \`Bearer \${await getAccessToken()}\`);
    return request;
  },
});
`,
    ),
    sent(
      'openapi-fetch: a request',
      `
import createClient from 'openapi-fetch';
const { GET } = createClient({ baseUrl: '/api' });
export const me = (token) => GET('/me', { headers: { «'x-auth-token': token } });
`,
    ),
    // ofetch
    sent(
      'ofetch: a request',
      `
import { ofetch } from 'ofetch';
export const me = (token) => ofetch('/api/me', { headers: { «Authorization: \`Bearer \${token}\` } });
`,
    ),
    sent(
      'ofetch: onRequest of an instance',
      `
export const api = $fetch.create({
  baseURL: '/api',
  onRequest({ options }) {
    «options.headers.set('Authorization', \`Bearer \${localStorage.getItem('token')}\`);
  },
});
`,
    ),
    sent(
      'ofetch: onRequest, headers replaced',
      `
import { $fetch as ask } from 'ofetch';
export const api = ask.create({
  onRequest({ options }) {
    options.headers = { ...options.headers, «token: localStorage.getItem('token') };
  },
});
`,
    ),
    sent(
      'Nuxt: useFetch',
      `
<script setup>
const token = useCookie('token');
const { data } = await useFetch('/api/me', { headers: { «Authorization: \`Bearer \${token.value}\` } });
</script>
`,
      { filename: 'pages/me.vue' },
    ),
    sent(
      'VueUse: beforeFetch',
      `
import { createFetch } from '@vueuse/core';
export const useApi = createFetch({
  baseUrl: '/api',
  options: {
    beforeFetch({ options }) {
      options.headers = { ...options.headers, «Authorization: \`Bearer \${localStorage.getItem('token')}\` };
      return { options };
    },
  },
});
`,
    ),
    // got
    sent(
      'got: bundled into a page',
      `
import got from 'got';
export const me = () => got('/api/me', { headers: { «authorization: \`Bearer \${localStorage.getItem('token')}\` } }).json();
`,
    ),
    sent(
      'got: an extended instance',
      `
import { got as http } from 'got';
const api = http.extend({ prefixUrl: '/api', hooks: { beforeRequest: [(options) => { «options.headers.authorization = \`Bearer \${localStorage.getItem('token')}\`; }] } });
export const me = () => api.get('me');
`,
    ),
    // socket.io
    handed(
      'socket.io: auth',
      `
import { io } from 'socket.io-client';
export const connect = (token) => io('/', { auth: { «token } });
`,
    ),
    handed(
      'socket.io: auth by a function',
      `
import io from 'socket.io-client';
export const socket = io({ auth: (send) => send({ «token: localStorage.getItem('token') }) });
`,
    ),
    handed(
      'socket.io: auth behind variables',
      `
import * as sockets from 'socket.io-client';
const auth = { «accessToken: session.accessToken };
const options = { auth, autoConnect: false };
export const socket = sockets.io(API, options);
`,
    ),
    handed(
      'socket.io: auth set later',
      `
import { io as connect } from 'socket.io-client';
const socket = connect(API, { autoConnect: false });
export function signIn(token) {
  socket.auth = { «token };
  socket.connect();
}
`,
    ),
    handed(
      'socket.io: a part of auth set later',
      `
import { io } from 'socket.io-client';
const socket = io({ auth: {} });
export const signIn = (token) => { «socket.auth.token = token; };
`,
    ),
    handed(
      'socket.io: the script tag',
      `
const socket = io({ auth: { «jwt: localStorage.getItem('jwt') } });
`,
      { filename: 'client/page.js' },
    ),
    sent(
      'socket.io: headers',
      `
import { io } from 'socket.io-client';
export const connect = (token) => io('/', { extraHeaders: { «Authorization: \`Bearer \${token}\` } });
`,
    ),
    sent(
      'socket.io: headers of one transport',
      `
import { io } from 'socket.io-client';
export const connect = (token) => io('/', { transportOptions: { polling: { extraHeaders: { «token } } } });
`,
    ),
    sent(
      'socket.io: a header within auth',
      `
import { io } from 'socket.io-client';
export const connect = (token) => io('/', { auth: { «Authorization: \`Bearer \${token}\` } });
`,
    ),
    // EventSource, WebSocket
    sent(
      "EventSource: the polyfill's headers",
      `
import { EventSourcePolyfill } from 'event-source-polyfill';
export const listen = (token) => new EventSourcePolyfill('/api/events', { headers: { «Authorization: \`Bearer \${token}\` } });
`,
    ),
    sent(
      'EventSource: fetchEventSource',
      `
import { fetchEventSource as listen } from '@microsoft/fetch-event-source';
listen('/api/events', { headers: { «'X-Access-Token': localStorage.getItem('token') } });
`,
    ),
    handed(
      'WebSocket: a subprotocol',
      `
export const connect = (accessToken) => new WebSocket('wss://' + location.host, ['bearer', «accessToken]);
`,
    ),
    handed(
      'WebSocket: the only subprotocol',
      `
export const socket = new window.WebSocket(\`wss://\${location.host}\`, «localStorage.getItem('token'));
`,
    ),
    handed(
      'graphql-ws: connectionParams',
      `
import { createClient } from 'graphql-ws';
export const client = createClient({ url: '/graphql', connectionParams: async () => ({ «accessToken: await getToken() }) });
`,
    ),
    sent(
      'graphql-ws: a header within connectionParams',
      `
import { WebSocketLink } from '@apollo/client/link/ws';
export const link = new WebSocketLink({ uri: '/graphql', options: { connectionParams: { «Authorization: \`Bearer \${localStorage.getItem('token')}\` } } });
`,
    ),
    handed(
      'tRPC: connectionParams',
      `
import { createWSClient } from '@trpc/client';
export const client = createWSClient({ url: '/trpc', connectionParams: () => { const token = localStorage.getItem('token'); return { «token }; } });
`,
    ),
    // wretch
    handed(
      'wretch: auth',
      `
import wretch from 'wretch';
export const me = (token) => «wretch('/api').auth(\`Bearer \${token}\`).get('/me');
`,
    ),
    handed(
      'wretch: auth on an instance',
      `
import http from 'wretch';
const api = http('/api').options({ credentials: 'same-origin' });
export const me = () => «api.auth(localStorage.getItem('token')).get('/me');
`,
    ),
    sent(
      'wretch: headers',
      `
import wretch from 'wretch';
export const me = (token) => wretch('/api').headers({ «token }).get('/me');
`,
    ),
    // Generated clients
    handed(
      'openapi-typescript-codegen: TOKEN',
      `
import { OpenAPI } from './generated';
export const signIn = (answer) => { «OpenAPI.TOKEN = answer.accessToken; };
`,
    ),
    handed(
      'openapi-typescript-codegen: a function, imported under another name',
      `
import { OpenAPI as api } from '@/client';
«api.TOKEN = async () => localStorage.getItem('access_token') || '';
`,
    ),
    handed(
      'OpenAPI Generator: Configuration',
      `
import { Configuration, OrdersApi } from '../generated';
export const orders = new OrdersApi(new Configuration({ basePath: '/api', «accessToken: () => localStorage.getItem('token') ?? '' }));
`,
    ),
    handed(
      'OpenAPI Generator: Configuration by its namespace',
      `
import * as sdk from '../generated';
export const configure = (accessToken: string) => new sdk.Configuration({ «accessToken });
`,
    ),
    sent(
      'swagger-typescript-api: securityWorker',
      `
import { Api } from './generated';
export const api = new Api({ securityWorker: (data) => (data ? { headers: { «Authorization: \`Bearer \${data.token}\` } } : {}) });
`,
    ),
    handed(
      'swagger-typescript-api: setSecurityData',
      `
import { api } from './api';
export const signIn = (user) => «api.setSecurityData(user.token);
`,
    ),
    handed(
      'Hey API: setConfig',
      `
import { client } from './client/client.gen';
client.setConfig({ baseUrl: '/api', «auth: () => localStorage.getItem('token') });
`,
    ),
    handed(
      'Hey API: createClient',
      `
import { createClient } from '@hey-api/client-fetch';
export const client = createClient({ baseUrl: '/api', «auth: async () => getAccessToken() });
`,
    ),
    // Clients of the team's own
    handed(
      'clients: a token after the arguments',
      `
import request from '@/lib/request';
export const me = (token) => request('/me', {}, «token);
export const you = (accessToken) => request('/you', { method: 'POST', «accessToken });
`,
      { settings: { clients: [{ module: 'lib/request' }] } },
    ),
    handed(
      'clients: relative, renamed, aliased',
      `
import { http as client } from '../../lib/http.js';
const get = client.get;
export const me = (session) => client.get('/me', { «token: session.token });
export const you = (jwt) => client?.post('/you', {}, {}, «jwt);
export const her = (token) => get('/her', { «token });
`,
      { settings: { clients: [{ module: 'lib/http', export: 'http', like: 'axios' }] } },
    ),
    handed(
      'clients: a namespace, a method for tokens',
      `
import * as lib from '@acme/http';
export const signIn = (answer) => «lib.http.setAuthToken(answer.token);
`,
      { settings: { clients: [{ module: '@acme/http', export: 'http', like: 'axios' }] } },
    ),
    // Others on axios and fetch
    sent(
      'aspida: configuration',
      `
import aspida from '@aspida/fetch';
import api from '../api/$api';
export const client = (token) => api(aspida(fetch, { baseURL: '/api', headers: { «Authorization: \`Bearer \${token}\` } }));
`,
    ),
    sent(
      'apisauce: setHeader',
      `
import { create } from 'apisauce';
const api = create({ baseURL: '/api' });
export const signIn = (token) => «api.setHeader('Authorization', \`Bearer \${token}\`);
`,
    ),
    sent(
      'apisauce: setHeaders',
      `
import apisauce from 'apisauce';
const api = apisauce.create({ baseURL: '/api' });
export const signIn = (token) => api.setHeaders({ «token });
`,
    ),
    sent(
      'umi-request: an interceptor',
      `
import { extend } from 'umi-request';
const request = extend({ prefix: '/api' });
request.interceptors.request.use((url, options) => {
  const headers = { «token: localStorage.getItem('token') };
  return { url, options: { ...options, headers } };
});
`,
    ),
    handed(
      'Nuxt 2: setToken',
      `
export default function ({ $axios, store }) {
  «$axios.setToken(store.state.auth.token, 'Bearer');
}
`,
      { filename: 'client/plugins/axios.js' },
    ),
    handed(
      'Nuxt 2: setToken in a component',
      `
<script>
export default { methods: { signIn(token) { «this.$axios.setToken(token); } } };
</script>
`,
      { filename: 'Login.vue' },
    ),
  ],
} satisfies RuleCases;
