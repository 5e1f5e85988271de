import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-token-in-url',
  valid: [
    {
      name: 'a link that resets a password',
      filename: 'server/mail.js',
      code: "import jwt from 'jsonwebtoken';\nexport function link(user) {\n  const token = jwt.sign({ id: user.id }, process.env.SECRET, { expiresIn: '15m' });\n  return send(user.email, `${process.env.CLIENT_URL}/reset-password?token=${token}`);\n}",
    },
    {
      name: 'a link that resets a password, in a page',
      filename: 'client/Forgot.jsx',
      code: 'export const link = (token, password) => `${location.origin}/reset-password/${token}?token=${token}`;',
    },
    {
      name: 'a redirect to the page that resets a password',
      filename: 'server/reset.js',
      code: 'export const open = (req, res) => res.redirect(`${CLIENT}/reset-password?token=${token}`);',
    },
    {
      name: 'a link that confirms an address',
      filename: 'client/Verify.jsx',
      code: "import { useParams } from 'react-router-dom';\nexport const verify = (token) => fetch(`/api/auth/verify-email?token=${token}`);\nexport const confirm = (token) => axios.get(`/auth/confirm/${token}`);\nexport const activate = (token) => api.post('/auth/activate?token=' + token);",
    },
    {
      name: 'an invitation',
      filename: 'client/Team.jsx',
      code: 'const password = useForm();\nexport const copy = (invitation) => navigator.clipboard.writeText(`${location.origin}/signup?token=${invitation.token}`);\nexport const join = (inviteToken) => router.push(`/join?token=${inviteToken}`);',
    },
    {
      name: 'what stood in the address before',
      filename: 'client/Login.jsx',
      code: "import { useSearchParams } from 'react-router-dom';\nexport function Login() {\n  const [searchParams] = useSearchParams();\n  const token = searchParams.get('token');\n  navigate(`/password?token=${token}`);\n  return <a href={`/login?token=${route.query.token}`}>x</a>;\n}",
    },
    {
      name: 'anti-forgery',
      filename: 'client/a.js',
      code: 'fetch(`/logout?csrf_token=${csrfToken}`);\nfetch(`/logout?_csrf=${csrfToken}`);\nfetch(`/logout?xsrf-token=${token}`);\nwindow.location = `/logout?token=${csrfToken}`;',
    },
    {
      name: "a page's cursor",
      filename: 'client/a.js',
      code: "fetch(`/list?pageToken=${pageToken}&nextPageToken=${response.nextPageToken}`);\nurl.searchParams.set('pageToken', nextPageToken);\nrouter.push({ query: { page_token: cursor } });\naxios.get('/list', { params: { continuationToken } });\nfetch(`/list?token=${nextPageToken}`);",
    },
    {
      name: "a service's key",
      filename: 'client/map.js',
      code: 'const url = `https://api.mapbox.com/styles?access_token=${mapboxgl.accessToken}`;\nfetch(`/tiles?access_token=${process.env.MAPBOX_TOKEN}`);\nfetch(`/tiles?access_token=${import.meta.env.VITE_MAP_TOKEN}`);\nfetch(`/tiles?access_token=${apiKey}`);\nfetch(`/tiles?token=${mapboxToken}`);',
    },
    {
      name: "another party's API",
      filename: 'client/a.js',
      code: "const GRAPH = 'https://graph.facebook.com/me';\nfetch(`${GRAPH}?access_token=${accessToken}`);\naxios.get('https://www.googleapis.com/oauth2/v1/userinfo', { params: { access_token: accessToken } });\nconst url = new URL('https://oauth2.googleapis.com/revoke');\nurl.searchParams.set('token', accessToken);\nfetch(`https://api.github.com/user?${new URLSearchParams({ access_token: accessToken })}`);\nconst params = new URLSearchParams({ access_token: accessToken });\nparams.set('token', accessToken);\nfetch('https://api.github.com/user?' + params.toString());",
    },
    {
      name: "a server's own requests",
      filename: 'server/notify.js',
      code: 'export const send = (notification) => axios.post(`${notification.baseURL}/api/incoming?token=${notification.token}`, { password });\nexport const other = (accessToken) => fetch(`${UPSTREAM}/me?access_token=${accessToken}`);',
    },
    {
      name: "a form's body",
      filename: 'client/a.js',
      code: "const body = `grant_type=refresh_token&refresh_token=${refreshToken}`;\nfetch('/oauth/token', { method: 'POST', body });\nfetch('/oauth/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }) });\nconst form = new URLSearchParams();\nform.append('refresh_token', refreshToken);\naxios.post('/oauth/token', form);\naxios.post('/oauth/token', form.toString());",
    },
    {
      name: 'other things with keys',
      filename: 'client/a.js',
      code: "const data = new FormData();\ndata.append('access_token', accessToken);\nconst map = new Map();\nmap.set('access_token', accessToken);\nheaders.set('x-access-token', 'a');\naxios.post('/login', { params: 1, token: 2 });",
    },
    {
      name: "a cookie's text",
      filename: 'client/a.js',
      code: 'export const text = (theme) => `theme=${theme}; path=/`;\nexport const sql = (token) => db.query(`SELECT * FROM users WHERE login = 1 AND token=${token}`);',
    },
    {
      name: 'whether there is one',
      filename: 'client/a.js',
      code: 'fetch(`/hello?hasToken=${Boolean(accessToken)}&token=${accessToken ? 1 : 0}&n=${accessToken.length}`);',
    },
    { name: 'an excerpt', filename: 'client/a.js', code: 'fetch(`/hello?token=${accessToken.slice(0, 6)}`);' },
    {
      name: 'a placeholder',
      filename: 'client/a.js',
      code: "const placeholder = 'wss://chrome.example/playwright?token=YOUR-API-TOKEN';\nlocation.href = `/login?token=${''}`;",
    },
    {
      name: 'another value under a bare key',
      filename: 'client/a.js',
      code: "localStorage.setItem('theme', 'dark');\nexport const link = (library) => `https://libraries.example/?target=${window.name}&token=${library.id}#x`;",
    },
    {
      name: 'a crypto asset',
      filename: 'client/Swap.jsx',
      code: 'export const link = (token, session) => `/swap?token=${token.address}&from=${tokenAddress}`;\nexport const chart = (token, session) => `/chart?token=${token}&s=${token.symbol}`;',
    },
    {
      name: 'a file whose runtime is unknown: a name in a request is not enough',
      filename: 'lib/client.ts',
      code: 'export const me = (accessToken: string) => fetch(`${BASE}/me?access_token=${accessToken}`);',
    },
    {
      name: 'a bare token in a path',
      filename: 'client/a.js',
      code: 'export const check = (token, password) => fetch(`/api/auth/check/${token}`);',
    },
    { name: 'a path that is no address', filename: 'client/a.js', code: 'export const name = (accessToken) => `${a}/${accessToken}`;' },
    {
      name: 'a search for one',
      filename: 'client/a.js',
      code: "const params = new URLSearchParams(location.search);\nconst accessToken = params.get('access_token');\nparams.delete('access_token');\nconst has = location.hash.includes('#access_token=');",
    },
    { name: 'other languages in templates', filename: 'client/a.js', code: 'const query = sql`SELECT ?token=${accessToken}`;' },
    {
      name: 'a token for one transfer',
      filename: 'server/a.js',
      code: 'export const done = (ctx, user) => {\n  const token = encodeURIComponent(user.getTransferToken());\n  ctx.redirect(`${team.url}/auth/redirect?token=${token}`);\n};',
    },
    { name: 'a test', filename: 'client/a.test.js', code: 'fetch(`/me?access_token=${accessToken}`);' },
  ],
  invalid: [
    {
      name: "a request's query, template",
      filename: 'client/a.js',
      code: "const token = localStorage.getItem('token');\nfetch(`/api/me?token=${token}`);",
      errors: [{ messageId: 'inUrl', line: 2, column: 7 }],
    },
    {
      name: 'concatenated',
      filename: 'client/a.js',
      code: "fetch(API + '/me?id=' + id + '&access_token=' + encodeURIComponent(accessToken));",
      errors: [{ messageId: 'inUrl', line: 1, column: 7 }],
    },
    {
      name: 'read on the spot: one report',
      filename: 'client/a.js',
      code: "window.open(`${API}/export?jwt=${localStorage.getItem('jwt')}`);",
      errors: [{ messageId: 'inUrl', line: 1, column: 13 }],
    },
    {
      name: 'an address that is only made',
      filename: 'client/a.js',
      code: 'export const avatar = (id, accessToken) => `${import.meta.env.VITE_API}/users/${id}/avatar?token=${accessToken}`;',
      errors: [{ messageId: 'inUrl', line: 1, column: 44 }],
    },
    {
      name: 'a bare token where people sign in',
      filename: 'client/a.js',
      code: 'export const download = (session, token) => window.open(`/files/1?token=${token}`);',
      errors: [{ messageId: 'inUrl', line: 1, column: 57 }],
    },
    {
      name: 'named by the parameter',
      filename: 'client/a.js',
      code: 'export const download = (value) => window.open(`/files/1?access_token=${value}`);',
      errors: [{ messageId: 'inUrl', line: 1, column: 48 }],
    },
    {
      name: 'a parameter that says nothing',
      filename: 'client/a.js',
      code: 'export const download = (accessToken) => window.open(`/files/1?t=${accessToken}`);',
      errors: [{ messageId: 'inUrl', line: 1, column: 54 }],
    },
    {
      name: 'an address that grows',
      filename: 'client/a.js',
      code: "let url = '/files/1?download=1';\nurl += '&access_token=' + accessToken;\nwindow.open(url);",
      errors: [{ messageId: 'inUrl', line: 2, column: 8 }],
    },
    {
      name: 'the hash',
      filename: 'client/a.js',
      code: 'location.href = `/app#access_token=${accessToken}`;\nlocation.href = `/app#${accessToken}`;',
      errors: [
        { messageId: 'inUrl', line: 1, column: 17 },
        { messageId: 'inUrl', line: 2, column: 17 },
      ],
    },
    {
      name: 'the path',
      filename: 'client/a.js',
      code: "fetch(`/api/sessions/${accessToken}`);\nfetch(`/api/check/${localStorage.getItem('token')}`);",
      errors: [
        { messageId: 'inUrl', line: 1, column: 7 },
        { messageId: 'inUrl', line: 2, column: 7 },
      ],
    },
    {
      name: 'sockets and event sources',
      filename: 'client/a.js',
      code: "const socket = new WebSocket(`wss://${location.host}/ws?token=${localStorage.getItem('token')}`);\nconst events = new EventSource('/events?access_token=' + accessToken);\nconst url = `/live?jwt=${jwt}`;\nnew WebSocket(url);",
      errors: [
        { messageId: 'inConnection', line: 1, column: 30 },
        { messageId: 'inConnection', line: 2, column: 32 },
        { messageId: 'inConnection', line: 3, column: 13 },
      ],
    },
    {
      name: 'searchParams',
      filename: 'client/a.js',
      code: "const url = new URL('/ws', location.origin);\nurl.searchParams.set('token', localStorage.getItem('token'));\nurl.searchParams.append('access_token', accessToken);\nconst { searchParams } = new URL('/x', location);\nsearchParams.set('jwt', jwt);",
      errors: [
        { messageId: 'inUrl', line: 2, column: 1 },
        { messageId: 'inUrl', line: 3, column: 1 },
        { messageId: 'inUrl', line: 5, column: 1 },
      ],
    },
    {
      name: 'URLSearchParams in a template, a sum, as search',
      filename: 'client/a.js',
      code: "const params = new URLSearchParams({ id, access_token: accessToken });\nfetch(`/api/me?${params}`);\nfetch('/api/me?' + new URLSearchParams({ token: accessToken }).toString());\nconst more = new URLSearchParams();\nmore.set('jwt', jwt);\nurl.search = more;",
      errors: [
        { messageId: 'inUrl', line: 1, column: 42 },
        { messageId: 'inUrl', line: 3, column: 42 },
        { messageId: 'inUrl', line: 5, column: 1 },
      ],
    },
    {
      name: "axios's params",
      filename: 'client/a.js',
      code: "import axios from 'axios';\naxios.get('/api/me', { params: { token: localStorage.getItem('token') } });\nconst params = { accessToken };\naxios.post('/api/me', {}, { params });",
      errors: [
        { messageId: 'inUrl', line: 2, column: 34 },
        { messageId: 'inUrl', line: 3, column: 18 },
      ],
    },
    {
      name: "a client of the project's own",
      filename: 'client/a.js',
      code: "import request from '@/utils/request';\nexport const info = (token) => request({ url: '/user/info', method: 'get', params: { token } });\nexport const key = 'session';",
      errors: [{ messageId: 'inUrl', line: 2, column: 86 }],
    },
    {
      name: "Angular's params",
      filename: 'client/a.ts',
      code: "import { HttpParams } from '@angular/common/http';\nexport const params = (accessToken: string) => new HttpParams().set('id', '1').append('access_token', accessToken);",
      errors: [{ messageId: 'inUrl', line: 2, column: 48 }],
    },
    {
      name: 'React Router',
      filename: 'client/a.jsx',
      code: "import { Navigate, useNavigate } from 'react-router-dom';\nexport function Page({ accessToken }) {\n  const go = useNavigate();\n  go(`/app?token=${accessToken}`);\n  history.push('/app?token=' + accessToken);\n  return <Navigate to={`/app/${accessToken}`} />;\n}",
      errors: [
        { messageId: 'inUrl', line: 4, column: 6 },
        { messageId: 'inUrl', line: 5, column: 16 },
        { messageId: 'inUrl', line: 6, column: 24 },
      ],
    },
    {
      name: "Next's router",
      filename: 'client/a.jsx',
      code: "import { useRouter } from 'next/router';\nexport function Page({ accessToken }) {\n  const router = useRouter();\n  router.push({ pathname: '/app', query: { token: accessToken } });\n  router.replace(`/app?token=${accessToken}`);\n  return null;\n}",
      errors: [
        { messageId: 'inUrl', line: 4, column: 44 },
        { messageId: 'inUrl', line: 5, column: 18 },
      ],
    },
    {
      name: 'Vue Router',
      filename: 'Login.vue',
      code: "<script>\nexport default {\n  methods: {\n    done(accessToken) {\n      this.$router.push({ name: 'home', query: { accessToken } });\n    },\n  },\n};\n</script>",
      errors: [{ messageId: 'inUrl', line: 5, column: 50 }],
    },
    {
      name: 'Vue Router, setup',
      filename: 'Login.vue',
      code: "<script setup>\nimport { useRouter } from 'vue-router';\nconst router = useRouter();\nconst done = (accessToken) => router.push(`/home?token=${accessToken}`);\n</script>\n<template><p /></template>",
      errors: [{ messageId: 'inUrl', line: 4, column: 43 }],
    },
    {
      name: 'Svelte',
      filename: 'Login.svelte',
      code: "<script>\n  import { goto } from '$app/navigation';\n  export let accessToken;\n  goto(`/home?token=${accessToken}`);\n</script>",
      errors: [{ messageId: 'inUrl', line: 4, column: 8 }],
    },
    {
      name: "Angular's router",
      filename: 'client/a.ts',
      code: "import { Router } from '@angular/router';\nexport class Login {\n  constructor(private router: Router) {}\n  done(accessToken: string) {\n    this.router.navigate(['/home'], { queryParams: { token: accessToken } });\n  }\n}",
      errors: [{ messageId: 'inUrl', line: 5, column: 54 }],
    },
    {
      name: 'history',
      filename: 'client/a.js',
      code: "history.pushState({}, '', `?token=${accessToken}`);\nwindow.location.replace('/x?token=' + accessToken);\nlocation.search = `?token=${accessToken}`;",
      errors: [
        { messageId: 'inUrl', line: 1, column: 27 },
        { messageId: 'inUrl', line: 2, column: 25 },
        { messageId: 'inUrl', line: 3, column: 19 },
      ],
    },
    {
      name: "a server's redirect",
      filename: 'server/oauth.js',
      code: "import jwt from 'jsonwebtoken';\nexport const callback = (req, res) => {\n  const token = jwt.sign({ id: req.user.id }, process.env.SECRET);\n  res.redirect(`${process.env.CLIENT_URL}/oauth?token=${token}`);\n};",
      errors: [{ messageId: 'inRedirect', line: 4, column: 16 }],
    },
    {
      name: "a server's redirect, variable and status",
      filename: 'server/oauth.js',
      code: "export const callback = (req, res) => {\n  const url = CLIENT + '/oauth#token=' + generateToken(req.user);\n  res.redirect(302, url);\n};",
      errors: [{ messageId: 'inRedirect', line: 2, column: 15 }],
    },
    {
      name: "other servers' redirects",
      filename: 'server/oauth.ts',
      code: "import { redirect } from 'next/navigation';\nimport { NextResponse } from 'next/server';\nredirect(`/app?token=${accessToken}`);\nNextResponse.redirect(new URL(`/app?token=${accessToken}`, request.url));\nreturnTo.setHeader('Location', `/app?token=${accessToken}`);\nnew Response(null, { status: 302, headers: { Location: `/app?token=${accessToken}` } });",
      errors: [
        { messageId: 'inRedirect', line: 3, column: 10 },
        { messageId: 'inRedirect', line: 4, column: 31 },
        { messageId: 'inRedirect', line: 5, column: 32 },
        { messageId: 'inRedirect', line: 6, column: 56 },
      ],
    },
    {
      name: 'a file whose runtime is unknown, from storage',
      filename: 'lib/a.js',
      code: "const token = sessionStorage.getItem('token');\nexport const url = `${BASE}/ws?token=${token}`;",
      errors: [{ messageId: 'inUrl', line: 2, column: 20 }],
    },
    {
      name: 'an API of ours, written out',
      filename: 'client/a.js',
      code: 'fetch(`https://api.acme.example/me?access_token=${accessToken}`);\nfetch(`http://localhost:3000/me?access_token=${accessToken}`);',
      settings: { apiOrigins: ['https://api.acme.example'] },
      errors: [
        { messageId: 'inUrl', line: 1, column: 7 },
        { messageId: 'inUrl', line: 2, column: 7 },
      ],
    },
    {
      name: 'a picture',
      filename: 'client/a.jsx',
      code: 'export const Avatar = ({ accessToken }) => <img src={`/avatar?token=${accessToken}`} />;',
      errors: [{ messageId: 'inUrl', line: 1, column: 54 }],
    },
    {
      name: 'an inline script of Svelte',
      filename: 'a.svelte',
      code: "<script>\n  const token = localStorage.getItem('token');\n  const socket = new WebSocket('/ws?token=' + token);\n</script>",
      errors: [{ messageId: 'inConnection', line: 3, column: 32 }],
    },
  ],
} satisfies RuleCases;
