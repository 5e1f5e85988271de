import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkedResult } from '../../src/migration/checked.ts';
import { checks } from '../../src/migration/checks/index.ts';
import { discover } from '../../src/project/discover.ts';
import type { Survey } from '../../src/project/migration-facts.ts';
import { Project } from '../../src/project/project.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';
import { temporaryProject } from '../support/temporary-project.ts';

type Texts = Readonly<Record<string, string>>;

/** A survey as far as checks ask it. */
function surveyOf(root: string, topology: string, project: Project): Survey {
  const module = (name: string): { path: string } => ({ path: path.join(root, name) });
  const sideOf = (side: string): object => {
    const files = project.paths.flatMap((file) => (file.includes(`${path.sep}${side}${path.sep}`) ? (project.file(file) ?? []) : []));
    return files.length > 0
      ? {
          [side === 'web' ? 'client' : 'server']: {
            files,
            app: files[0],
            signIn: { path: '/login', ownPath: '/login' },
            signOut: { path: '/auth/leave' },
            issuing: [],
          },
        }
      : {};
  };
  return {
    ...sideOf('web'),
    ...sideOf('api'),
    topology: { topology },
    facts: {
      client: {
        session: module('src/session.js'),
        seedSession: module('src/seed-session.js'),
        renews: false,
        signInPaths: ['/login'],
        bodyKeys: ['token'],
      },
      server: {
        sessionCookie: module('tests/session-cookie.js'),
        csrfCheck: module('x1.js'),
        csrfToken: module('x2.js'),
        requireEnv: module('x3.js'),
      },
    },
  } as unknown as Survey;
}

/** What the checks say of a project of which some files become others: `kind file:line text`. An empty text is a file that goes. */
function failuresOf(before: Texts, after: Texts, { phase = 'all', topology = 'same-site' } = {}): string[] {
  const root = temporaryProject({ 'package.json': JSON.stringify({ type: 'module', dependencies: { react: '19' } }), ...before });
  mkdirSync(path.join(root, 'src'), { recursive: true });
  const { files: paths } = discover(root);
  const project = new Project(root, paths, DEFAULT_SETTINGS);
  const { stopping, left } = checkedResult({
    survey: surveyOf(root, topology, project),
    options: { phase, csrf: 'origin', exchange: false, tokenEndpoint: false, noBearer: false } as never,
    settings: DEFAULT_SETTINGS,
    planned: Object.entries(after).map(([name, text]) => ({
      path: path.resolve(root, name),
      before: before[name],
      after: text === '' ? undefined : text,
      because: [],
    })),
    before: project,
    files: paths.flatMap((file) => project.file(file) ?? []),
  });
  return [...stopping.map((one) => ({ ...one, how: 'stops' })), ...left.map((one) => ({ ...one, how: 'left' }))].map(
    ({ how, kind, file, line, text }) => `${how}: ${kind}: ${file}:${String(line)} ${text}`,
  );
}

/** Each: what it is, the files before, the files after, and what is said. */
const WRONG: readonly (readonly [kind: string, name: string, before: Texts, after: Texts, said: string])[] = [
  [
    'changes something on GET',
    'a route behind a guard',
    {
      'api/app.js':
        "import express from 'express';\nconst app = express();\nconst guard = (req, res, next) => next(verify(req.headers.authorization));\napp.get('/a', guard, (req, res) => res.json(db.a.deleteOne({ id: 1 })));\n",
    },
    { 'api/b.js': 'b();\n' },
    'left: changes something on GET: api/app.js:4 /a changes something when it is only asked for',
  ],
  [
    'refuses a form of another site',
    'an identity provider',
    {
      'api/app.js':
        "import express from 'express';\nconst app = express();\napp.post('/acs', (req, res) => res.json(check(req.body.SAMLResponse)));\n",
    },
    { 'api/b.js': 'b();\n' },
    'left: refuses a form of another site: api/app.js:3 another site posts a form to /acs',
  ],
  [
    'parses',
    'a program',
    { 'src/a.js': 'a();\n' },
    { 'src/a.js': 'a(;\n' },
    'stops: parses: src/a.js:1 the text that is planned for it does not parse',
  ],
  ['parses', 'a new module', {}, { 'src/a.ts': '\n\nconst a: = 1;\n' }, 'stops: parses: src/a.ts:3 '],
  ['parses', 'a component', {}, { 'src/A.vue': '<script>\nconst a = ;\n</script>\n' }, 'stops: parses: src/A.vue:2 '],
  ['parses', 'a manifest', { 'web/package.json': '{}' }, { 'web/package.json': '{ "a": }' }, 'stops: parses: web/package.json:1 '],
  [
    'imports what is there',
    'no module',
    { 'src/a.js': 'a();\n' },
    { 'src/a.js': "import { b } from './b';\n\nb();\n" },
    'stops: imports what is there: src/a.js:1 it imports ./b, which is not there',
  ],
  [
    'imports what is there',
    'no export of a planned module',
    { 'src/a.js': 'a();\n' },
    { 'src/a.js': "import { b } from './b.js';\n\nb();\n", 'src/b.js': 'export const c = 1;\n' },
    'it imports b of ./b.js, which has no such export',
  ],
  [
    'imports what is there',
    'no export by require',
    { 'src/a.cjs': 'a();\n' },
    { 'src/a.cjs': "const { b } = require('./b.cjs');\n\nb();\n", 'src/b.cjs': 'module.exports = { c: 1 };\n' },
    'it imports b of ./b.cjs, which has no such export',
  ],
  [
    'imports what is there',
    'an export that goes',
    { 'src/a.js': "import { b } from './b.js';\nb();\na();\n", 'src/b.js': 'export const b = 1;\n' },
    { 'src/b.js': 'export const c = 1;\n', 'src/a.js': "import { b } from './b.js';\nb();\n" },
    'it imports b of ./b.js',
  ],
  [
    'imports what is there',
    'a module that goes',
    { 'src/a.js': "import './b.js';\n", 'src/b.js': 'export const b = 1;\n' },
    { 'src/b.js': '' },
    'stops: imports what is there: src/a.js:1 it imports ./b.js, which is planned to go',
  ],
  [
    'names what is defined',
    'a name whose declaration goes',
    { 'src/a.js': 'const b = 1;\na(b);\n' },
    { 'src/a.js': 'a(b);\n' },
    'stops: names what is defined: src/a.js:1 it uses b, which is defined nowhere in it',
  ],
  [
    'names what is defined',
    'a component whose import goes',
    { 'src/a.jsx': "import { B } from 'b';\nexport const a = <B />;\n" },
    { 'src/a.jsx': 'export const a = <B />;\n' },
    'it uses B',
  ],
  [
    'names what is defined',
    'a name that a template uses',
    { 'src/a.vue': '<script setup>\nconst b = 1;\na(b);\n</script>\n<template>\n  <p v-if="b" />\n</template>\n' },
    { 'src/a.vue': '<script setup>\na();\n</script>\n<template>\n  <p v-if="b" />\n</template>\n' },
    'stops: names what is defined: src/a.vue:5 its template uses b, which is defined nowhere in it',
  ],
  [
    'declares once',
    'an import twice',
    { 'src/a.js': "import { b } from 'b';\nb();\n" },
    { 'src/a.js': "import { b } from 'b';\nimport { b } from 'c';\nb();\n" },
    'stops: declares once: src/a.js:2 it declares b twice',
  ],
  [
    'uses what it declares',
    'a variable',
    { 'src/a.js': 'export async function a() {\n  const b = await c();\n  d(b);\n}\n' },
    { 'src/a.js': 'export async function a() {\n  const b = await c();\n}\n' },
    'left: uses what it declares: src/a.js:2 b is not used any more',
  ],
  [
    'uses what it declares',
    'a parameter',
    { 'src/a.js': 'export function a(b, c) {\n  d(b, c);\n}\n' },
    { 'src/a.js': 'export function a(b, c) {\n  d(b);\n}\n' },
    'src/a.js:1 c is not used any more',
  ],
  [
    'uses what it declares',
    'an import',
    { 'src/a.js': "import { b } from 'b';\n\nb();\na();\n" },
    { 'src/a.js': "import { b } from 'b';\n\na();\n" },
    'src/a.js:1 b is not used any more',
  ],
  [
    'keeps arguments',
    'a call',
    { 'src/a.js': 'a(token);\n' },
    { 'src/a.js': 'a();\n' },
    'left: keeps arguments: src/a.js:1 a() is called without what it was given before',
  ],
  [
    'keeps requests',
    'a request that renews',
    { 'src/a.js': "await fetch('/auth/touch');\na();\n" },
    { 'src/a.js': 'a();\n' },
    "left: keeps requests: src/a.js:1 the request to '/auth/touch' goes",
  ],
  ...(['ejs', 'pug'] as const).map((kind): [string, string, Texts, Texts, string] => [
    'names what is left',
    `a token in a page that is rendered by ${kind}`,
    {
      'server/app.js':
        "const express = require('express');\n\napp.get('/', (req, res) => res.render('home', { token: req.session.token }));\n",
      [`server/views/home.${kind}`]: "<script>\n  localStorage.setItem('x', '<%= token %>');\n</script>\n",
    },
    {
      'server/app.js':
        "const express = require('express');\nconst app = express();\napp.get('/', (req, res) => res.render('home', { token: req.session.token }));\n",
    },
    `left: names what is left: server/app.js:3 server/views/home.${kind} is rendered with \`token\``,
  ]),
  [
    'names what is defined',
    'by another script of the page',
    {
      'public/index.html': '<script src="a.js"></script>\n<script src="b.js"></script>\n',
      'public/a.js': 'function a() {}\n',
      'public/b.js': 'a();\n',
    },
    { 'public/a.js': 'window.b = 1;\n' },
    'stops: names what is defined: public/b.js:1 it uses a, which public/a.js would not declare any more',
  ],
  [
    'names what is defined',
    'and is called in a piece of a page',
    { 'public/index.html': '<script src="a.js"></script>\n', 'public/a.js': 'function a() {}\nshow(\'<i onclick="a(1)">\');\n' },
    { 'public/a.js': 'show(\'<i onclick="a(1)">\');\n' },
    'public/a.js:1 it uses a, which public/a.js would not declare any more',
  ],
  [
    'keeps scripts classic',
    'a script of a page',
    { 'public/index.html': '<script src="js/a.js"></script>\n', 'public/js/a.js': 'a();\n' },
    { 'public/js/a.js': "import { b } from './b.js';\n\nb();\n", 'public/js/b.js': 'export const b = () => 1;\n' },
    'stops: keeps scripts classic: public/js/a.js:1 public/index.html loads it as a classic script',
  ],
  [
    'keeps scripts classic',
    'an absolute address',
    { 'public/index.html': '<script src="/a.js?v=1" defer></script>\n', 'public/a.js': 'a();\n' },
    { 'public/a.js': "import 'b';\n" },
    'public/a.js:1 public/index.html loads it',
  ],
  [
    'keeps scripts classic',
    'a script in a page',
    { 'index.html': '<script>\na();\n</script>\n' },
    { 'index.html': "<script>\nimport 'b';\n</script>\n" },
    'index.html:1 index.html loads it',
  ],
  ['stands where it may', 'outside', {}, { '../a.js': 'a();\n' }, 'stops: stands where it may: ../a.js:1 it is outside of the project'],
  ['stands where it may', 'build output', {}, { 'dist/a.js': 'a();\n' }, 'dist/a.js:1 it is built, bundled or vendored'],
  [
    'stands where it may',
    'what is compiled',
    { 'src/a.ts': 'a();\n', 'src/a.js': 'a();\n' },
    { 'src/a.js': 'a(1);\n' },
    'src/a.js:1 it is compiled of a.ts',
  ],
  [
    'stands where it may',
    'a folder of tests',
    {},
    { 'tests/session-cookie.js': 'export const a = 1;\n' },
    'tests/session-cookie.js:1 it is used by the app, and its folder is one of tests',
  ],
  [
    'stands where it may',
    'a folder that is loaded',
    { 'routes/index.cjs': "const fs = require('fs');\nfs.readdirSync(__dirname).forEach((name) => require('./' + name).session);\n" },
    { 'routes/session.js': 'export const a = 1;\n' },
    'routes/session.js:1 routes/index.cjs loads every file of its folder',
  ],
  [
    'stands where it may',
    'a folder that is loaded under a name of its own',
    {
      'app.mjs':
        "import fs from 'node:fs/promises';\nimport path from 'node:path';\nimport { protect } from './middleware/protect.js';\nconst folder = path.join(import.meta.dirname, 'routes');\nfor (const name of await fs.readdir(folder)) app.use(protect, (await import(path.join(folder, name))).default);\n",
    },
    { 'routes/session.js': 'export const a = 1;\n' },
    'routes/session.js:1 app.mjs loads every file',
  ],
  [
    'stands where it may',
    'a folder that is loaded from above',
    {
      'app.cjs':
        "const fs = require('fs');\nfor (const name of fs.readdirSync('./routes')) app.use(require('./routes/' + name).session);\n",
    },
    { 'routes/session.js': 'export const a = 1;\n' },
    'routes/session.js:1 app.cjs loads every file',
  ],
  [
    'sends the cookie',
    'a request without its token',
    {
      'src/a.js':
        "export const a = () => fetch('http://localhost:5000/a', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });\n",
    },
    { 'src/a.js': "export const a = () => fetch('http://localhost:5000/a');\n" },
    'left: sends the cookie: src/a.js:1 this request sends the token no more',
  ],
  [
    'serves native apps',
    'an app that signs in',
    { 'api/a.js': 'a();\n', 'app/a.js': "import 'react-native';\n\nfetch('/login', { method: 'POST' });\n" },
    { 'api/a.js': 'b();\n' },
    'left: serves native apps: app/a.js:3 this app signs in where the answer holds no token any more. Have it ask POST /token,',
  ],
  [
    'keeps cookies that are read',
    'the cookie of a page',
    {
      'web/a.js': "document.cookie = 'token=' + token;\n",
      'src/a.js': "import { cookies } from 'next/headers';\n\n(await cookies()).get('token');\n",
    },
    { 'web/a.js': 'a();\n' },
    "left: keeps cookies that are read: src/a.js:3 this reads the cookie 'token', which pages set no more.",
  ],
  [
    'sends the cookie',
    'a request whose headers are of another file',
    {
      'src/b.js': "export const headers = () => ({ Accept: 'a/b', Authorization: `Bearer ${localStorage.getItem('token')}` });\n",
      'src/a.js': "import { headers } from './b.js';\nexport const a = () => fetch('http://localhost:5000/a', { headers: headers() });\n",
    },
    {
      'src/b.js': "export const headers = () => ({ Accept: 'a/b' });\n",
      'src/a.js': "import { headers } from './b.js';\n\nexport const a = () => fetch('http://localhost:5000/a', { headers: headers() });\n",
    },
    'left: sends the cookie: src/a.js:3 this request sends the token no more',
  ],
  [
    'ends the session',
    'a sign-out that forgets it',
    { 'web/a.js': 'export const a = 1;\nexport const signOut = () => store.set({ token: null });\n' },
    {
      'web/a.js': "import './session';\n\nexport const signOut = () => store.set({ user: null });\n",
      'src/session.js': 'export const a = 1;\n',
    },
    'left: ends the session: web/a.js:3 people sign out here',
  ],
  [
    'takes what is kept',
    'a token of a stored object, in another file',
    {
      'web/a.js': "export const current = () => JSON.parse(localStorage.getItem('member'));\nb();\n",
      'web/me.jsx': "import { current } from './a.js';\n\nexport const Me = () => <p>{current().token.slice(0, 4)}</p>;\n",
    },
    { 'web/a.js': "export const current = () => JSON.parse(localStorage.getItem('member'));\n" },
    'left: takes what is kept: web/me.jsx:3 `token` is taken here of what is stored',
  ],
  [
    'remembers sign-ins',
    'a request that nothing of the session sees',
    { 'web/a.js': "fetch('http://localhost:5000/login', { method: 'POST' });\nb();\n" },
    { 'web/a.js': "fetch('http://localhost:5000/login', { method: 'POST' });\n" },
    'left: remembers sign-ins: web/a.js:1 people sign in here, and nothing takes note of it',
  ],
  ...[
    ["const { data } = await axios.post('http://localhost:5000/join', form);", 'data.token'],
    ["const res = await axios.post('http://localhost:5000/join', form);", 'res.data.token'],
    ["const res = await fetch('http://localhost:5000/join', { method: 'POST' });\n  const body = await res.json();", 'body.accessToken'],
  ].map(
    ([asked, token]) =>
      [
        'sets the cookie',
        `a token of an answer that is taken no more, ${token}`,
        {
          'web/a.js': `export const join = async (form) => {\n  ${asked}\n  start(${token});\n};\n`,
          'api/b.js': "const express = require('express');\nconst app = express();\napp.post('/join', join);\napp.listen(5000);\n",
        },
        { 'web/a.js': `export const join = async (form) => {\n  ${asked}\n  start(hasSession());\n};\n` },
        `left: sets the cookie: web/a.js:${asked!.split('\n').length + 2} \`${token}\` was taken of the answer here, and POST /join (api/b.js:3)`,
      ] as const,
  ),
  [
    'sets the cookie',
    'the same, of a request that another file sends',
    {
      'web/a.js': "import { join } from './api.js';\nexport const enter = async (form) => start((await join(form)).data.token);\n",
      'web/api.js': "import { client } from './client.js';\nexport const join = (form) => client.post('/join', form);\n",
      'api/b.js': "const express = require('express');\nconst app = express();\napp.post('/join', join);\napp.listen(5000);\n",
    },
    { 'web/a.js': "import { join } from './api.js';\nexport const enter = async (form) => start((await join(form)) && hasSession());\n" },
    'left: sets the cookie: web/a.js:2 `(await join(form)).data.token` was taken of the answer here',
  ],
  [
    'sets the cookie',
    'the same, by a function that sends other requests too',
    {
      'web/a.js':
        "const ask = (path, init) => fetch('http://localhost:5000' + path, init).then((r) => r.json());\nexport const me = () => ask('/me', { method: 'POST' });\nexport const enter = async () => start((await ask('/join', { method: 'POST' })).token);\n",
      'api/b.js':
        "const express = require('express');\nconst app = express();\napp.post('/me', me);\napp.post('/join', join);\napp.listen(5000);\n",
    },
    {
      'web/a.js':
        "const ask = (path, init) => fetch('http://localhost:5000' + path, init).then((r) => r.json());\nexport const me = () => ask('/me', { method: 'POST' });\nexport const enter = async () => start((await ask('/join', { method: 'POST' })) && hasSession());\n",
    },
    'left: sets the cookie: web/a.js:3',
  ],
  [
    'moves both sides',
    'a server without its pages',
    { 'web/a.js': "localStorage.setItem('token', token);\n", 'api/b.js': 'b();\n' },
    { 'api/b.js': 'b(1);\n' },
    'stops: moves both sides: web/a.js:1 no page could be changed',
  ],
  [
    'moves both sides',
    'pages without their server',
    { 'web/a.js': "localStorage.setItem('token', token);\n", 'api/b.js': 'b();\n' },
    { 'web/a.js': 'a();\n' },
    'stops: moves both sides: api/b.js:1 nothing of the server',
  ],
  [
    'moves both sides',
    'pages and a server of which no answer sets the cookie',
    { 'web/a.js': "localStorage.setItem('token', token);\n", 'api/b.js': 'b();\n' },
    { 'web/a.js': 'a();\n', 'api/b.js': 'b(1);\n' },
    'stops: moves both sides: api/b.js:1 no answer sets the cookie',
  ],
  [
    'names what is left',
    'a write',
    { 'src/a.js': "localStorage.setItem('token', token);\nb();\n" },
    { 'src/a.js': "localStorage.setItem('token', token);\n" },
    'left: names what is left: src/a.js:1 ',
  ],
  [
    'names what is left',
    'a file that stays',
    { 'src/a.js': "localStorage.setItem('token', token);\n", 'src/b.js': 'b();\n' },
    { 'src/b.js': 'b(1);\n' },
    'left: names what is left: src/a.js:1 ',
  ],
];

/** What is right: nothing is said of it. */
/** A server whose route says who is signed in, to those who are. */
const GUARDED =
  "const express = require('express');\nconst app = express();\napp.listen(5000);\nconst protect = (req, res, next) => { req.user = check(req.headers.authorization.split(' ')[1]); next(); };\napp.get('/me', protect, (req, res) => res.json(req.user));\n";

const RIGHT: readonly (readonly [name: string, before: Texts, after: Texts, options?: { phase?: string; topology?: string }])[] = [
  [
    'a module that is planned',
    { 'src/a.ts': 'a();\n' },
    {
      'src/a.ts': "import { type C, b } from './b.js';\n\nb({} as C);\n",
      'src/b.ts': 'export interface C {}\nexport const b = (c: C) => c;\n',
    },
  ],
  [
    'a folder beside one that is loaded, of which modules are imported',
    {
      'app.mjs':
        "import fs from 'node:fs/promises';\nimport path from 'node:path';\nimport { protect } from './middleware/protect.js';\nconst folder = path.join(import.meta.dirname, 'routes');\nfor (const name of await fs.readdir(folder)) app.use(protect, (await import(path.join(folder, name))).default);\n",
    },
    { 'middleware/session.js': 'export const a = 1;\n' },
  ],
  [
    'a token that a route answers with to who is signed in',
    {
      'web/a.js': "export const me = async () => start((await (await fetch('http://localhost:5000/me')).json()).token);\n",
      'api/b.js': `${GUARDED}app.post('/login', (req, res) => res.json(1));\n`,
    },
    {
      'web/a.js': "export const me = async () => start((await (await fetch('http://localhost:5000/me')).json()) && true);\n",
      'api/b.js': `${GUARDED}app.post('/login', (req, res) => setSessionCookie(res));\nconst setSessionCookie = (res) => res.json(1);\n`,
    },
  ],
  [
    'a module by its default',
    { 'src/a.js': 'a();\n' },
    { 'src/a.js': "import b from './b';\n\nb();\n", 'src/b.js': 'export default function b() {}\n' },
  ],
  [
    'what was broken before',
    { 'src/a.js': "import { b } from './nowhere';\nimport c from 'c';\nd(e);\nb();\n" },
    { 'src/a.js': "import { b } from './nowhere';\nimport c from 'c';\nd(e, 1);\nb();\n" },
  ],
  [
    'names of browsers and Node',
    {},
    { 'src/session.js': 'export const a = () => window.location.href + process.env.A + new URL(document.baseURI) + structuredClone(1);\n' },
  ],
  ['a parameter before one that is used', {}, { 'src/b.js': 'export function b(req, res) {\n  res.end();\n}\n' }],
  ['what a rest leaves out', {}, { 'src/b.js': 'export const b = ({ token, ...rest }) => rest;\n' }],
  [
    'overloads, types and merged declarations',
    {},
    {
      'src/b.ts':
        'export function a(b: string): void;\nexport function a(b: number): void;\nexport function a(b: unknown): void {\n  void b;\n}\nexport interface C {}\nexport const C = 1;\n',
    },
  ],
  [
    'a module script',
    {
      'index.html': '<script type="module" src="/src/a.js"></script>\n<script src="https://a.example/src/a.js"></script>\n',
      'src/a.js': 'a();\n',
    },
    { 'src/a.js': "import 'b';\n" },
  ],
  ['JSON with comments', { '.vscode/settings.json': '// a\n{}' }, { '.vscode/settings.json': '// a\n{ "b": 1 }' }],
  [
    'a request that became another call',
    { 'src/a.js': "export const a = () => fetch('/a', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });\n" },
    {
      'src/a.js': "import { apiFetch } from './session';\n\nexport const a = () => apiFetch('/a');\n",
      'src/session.js': 'export const apiFetch = (url) => fetch(url);\n',
    },
  ],
  [
    'a request of a package that is followed as a whole',
    {
      'src/a.js':
        "import axios from 'axios';\nexport const a = () => axios('http://localhost:5000/a', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });\n",
      'src/main.js': 'b();\n',
    },
    {
      'src/a.js': "import axios from 'axios';\nexport const a = () => axios('http://localhost:5000/a');\n",
      'src/main.js': "import axios from 'axios';\nimport { followSession } from './session';\n\nfollowSession(axios);\nb();\n",
      'src/session.js': 'export const followSession = (api) => api;\n',
    },
  ],
  [
    'a relative request of the same origin',
    { 'src/a.js': "export const a = () => fetch('/a', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });\n" },
    { 'src/a.js': "export const a = () => fetch('/a');\n" },
    { topology: 'same-origin' },
  ],
  [
    'what is marked',
    { 'src/a.js': "localStorage.setItem('token', token);\n" },
    { 'src/a.js': "// TODO(httponly): this still needs the token. See https://example.com\nlocalStorage.setItem('token', token);\n" },
  ],
  [
    'pages, where the server moves alone',
    { 'src/a.js': "localStorage.setItem('token', token);\n", 'src/b.js': 'b();\n' },
    { 'src/b.js': 'b(1);\n' },
    { phase: 'server' },
  ],
  [
    'both sides',
    { 'web/a.js': "localStorage.setItem('token', token);\nb();\n", 'api/b.js': 'b();\n' },
    {
      'web/a.js': 'b();\n',
      'api/b.js':
        "import { setSessionCookie } from './session-cookie.js';\n\nexport const a = (res, token) => setSessionCookie(res, token);\nb();\n",
      'api/session-cookie.js': 'export const setSessionCookie = (res, token) => res.cookie(token);\n',
    },
  ],
  [
    "a page that signs out by the server's own route, with a client of another file",
    {
      'web/http.js': "import axios from 'axios';\nexport const api = axios.create();\n",
      'web/a.js':
        "import { api } from './http.js';\nexport const signOut = () => api.post('/auth/leave').finally(() => store.set({ token: null }));\n",
      'api/b.js': 'b();\n',
    },
    {
      'web/a.js':
        "import '../src/session.js';\nimport { api } from './http.js';\nexport const signOut = () => api.post('/auth/leave').finally(() => store.set({ user: null }));\n",
      'api/b.js':
        "import { setSessionCookie } from './session-cookie.js';\n\nexport const a = (res, token) => setSessionCookie(res, token);\nb();\n",
      'api/session-cookie.js': 'export const setSessionCookie = (res, token) => res.cookie(token);\n',
      'src/session.js': 'export const a = 1;\n',
    },
  ],
  [
    'a token of the answer to a sign-in whose path stands below a base, beside a route that reads at the same path',
    {
      'web/a.js':
        "const API = '/';\nexport const enter = async (form) => {\n  const { data } = await axios.post(API + 'login', form);\n  start(data.token);\n};\n",
      'api/b.js':
        "const express = require('express');\nconst app = express();\napp.get('/login', me);\napp.post('/login', login);\napp.listen(5000);\n",
    },
    {
      'src/session.js': 'export const rememberSession = (answer) => console.log(answer);\n',
      'web/a.js':
        "import { rememberSession } from '../src/session.js';\nconst API = '/';\nexport const enter = async (form) => {\n  const { data } = await axios.post(API + 'login', form);\n  rememberSession(data);\n  start(data.name);\n};\n",
      'api/b.js':
        "import { setSessionCookie } from './session-cookie.js';\n\nexport const a = (res, token) => setSessionCookie(res, token);\n",
      'api/session-cookie.js': 'export const setSessionCookie = (res, token) => res.cookie(token);\n',
    },
  ],
  [
    'a call without what its function takes no more',
    { 'src/a.js': "import { b } from './b.js';\n\nb(token);\n", 'src/b.js': 'export const b = (token) => c(token);\n' },
    { 'src/a.js': "import { b } from './b.js';\n\nb();\n", 'src/b.js': 'export const b = () => c(1);\n' },
  ],
  [
    'a name that its module did not export before either',
    { 'src/a.js': "const { b, c } = require('./b.js');\nb();\n", 'src/b.js': 'exports.b = 1;\n' },
    { 'src/a.js': "const { b, c } = require('./b.js');\nb(1);\n", 'src/b.js': 'exports.b = 2;\n' },
  ],
  [
    'a module that goes with its importers',
    { 'src/a.js': "import { b } from './b.js';\nb();\nc();\n", 'src/b.js': 'export const b = 1;\n' },
    { 'src/a.js': 'c();\n', 'src/b.js': '' },
  ],
];

describe('a check of the planned texts', () => {
  it.each(WRONG)('%s: %s is named', (_kind, _name, before, after, said) => {
    expect(failuresOf(before, after).filter((one) => one.includes(said))).toHaveLength(1);
  });

  it.each(RIGHT.map(([name, before, after, options = {}]) => [name, before, after, options] as const))(
    'says nothing of %s',
    (_name, before, after, options) => {
      expect(failuresOf(before, after, options)).toEqual([]);
    },
  );

  it('says of texts that do not parse nothing else', () => {
    const before = { 'src/a.js': 'a();\n' };
    const after = { 'src/a.js': "import { b } from './b.js';\n\nb();\n", 'src/b.js': 'export const b = ;\n' };
    expect(failuresOf(before, after)).toEqual([expect.stringMatching(/^stops: parses: src\/b\.js:1 /)]);
  });

  it('has a case that fails, whichever it is', () => {
    for (const kind of ['parses', ...checks.map((one) => one.kind)]) expect(WRONG.map(([one]) => one)).toContain(kind);
  });
});
