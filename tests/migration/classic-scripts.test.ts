import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

const SERVER = `const express = require('express');
const path = require('path');
const jwt = require('jsonwebtoken');

const app = express();
app.use(express.json());
app.use(express.static(path.join(__dirname, 'public')));
function auth(req, res, next) {
  req.user = jwt.verify(req.headers.authorization?.split(' ')[1], process.env.JWT_SECRET);
  next();
}
app.post('/api/login', (req, res) => {
  res.json({ token: jwt.sign({ sub: req.body.name }, process.env.JWT_SECRET) });
});
app.get('/api/notes', auth, (req, res) => res.json([]));
app.listen(3000);
`;

const SIGN_IN = `async function signIn() {
  const response = await fetch('/api/login', { method: 'POST', body: JSON.stringify({ name: 'ann' }) });
  const data = await response.json();
  localStorage.setItem('token', data.token);
}
`;

const LOAD = `function load() {
  return fetch('/api/notes', { headers: { Authorization: 'Bearer ' + localStorage.getItem('token') } });
}
`;

/** Migrates an app whose server hands out these pages. */
const pages = (files: Readonly<Record<string, string>>): ReturnType<typeof migrated> =>
  migrated({
    'package.json': JSON.stringify({ name: 'notes', dependencies: { express: '4', jsonwebtoken: '9' } }),
    'server.js': SERVER,
    ...files,
  });

describe('classic scripts', () => {
  it('use the session by one global, of a script that is loaded before', async () => {
    const { out, code, text } = await pages({
      'public/index.html': '<body>\r\n\t<script src="vendor/x.js"></script>\r\n\t<script src=\'js/app.js?v=2\'></script>\r\n</body>\r\n',
      'public/js/app.js': SIGN_IN + LOAD,
    });
    expect(out).toContain('nothing is left to do by hand');
    expect(code).toBe(0);
    expect(text('public/index.html')).toBe(
      "<body>\r\n\t<script src=\"vendor/x.js\"></script>\r\n\t<script src='js/session.js'></script>\r\n\t<script src='js/app.js?v=2'></script>\r\n</body>\r\n",
    );
    expect(text('public/js/app.js')).toContain("await appSession.apiFetch('/api/login'");
    expect(text('public/js/app.js')).toContain("return appSession.apiFetch('/api/notes');");
    expect(text('public/js/app.js')).not.toMatch(/import|require/);
    expect(text('public/js/session.js')).toContain('window.appSession = { hasSession,');
    expect(text('public/js/session.js')).not.toMatch(/^\s*(?:import|export)\b/m);
  });

  it('end the session at the server where a request is refused', async () => {
    const { code, text } = await pages({
      'public/index.html': '<script src="app.js"></script>\n',
      'public/app.js': `${SIGN_IN}${LOAD}function show() {
  load().then(function (response) {
    if (response.status === 401) {
      localStorage.removeItem('token');
      location.href = 'login.html';
    }
  });
}
function logOut() {
  localStorage.removeItem('token');
}
`,
    });
    expect(text('public/app.js')).toContain("      appSession.endRefusedSession();\n      location.href = 'login.html';");
    expect(text('public/app.js')).toContain('  appSession.endSession();');
    expect(text('public/session.js')).toMatch(/window\.appSession = \{[^}]*\bendRefusedSession\b/);
    expect(code).toBe(0);
  });

  it('are taken together where they share names, and handlers in pages with them', async () => {
    const { out, text } = await pages({
      'public/login.html': '<script src="js/keep.js"></script>\n<script src="js/login.js"></script>\n',
      'public/notes.html':
        '<button onclick="leave(); location.href = \'login.html\'">Bye</button>\n<script src="js/keep.js"></script>\n<script>\n  if (!token()) location.href = \'login.html\';\n</script>\n<script src="js/notes.js"></script>\n',
      'public/js/keep.js':
        "const KEY = 'token';\nfunction token() {\n  return localStorage.getItem(KEY);\n}\nfunction leave() {\n  localStorage.removeItem(KEY);\n}\n",
      'public/js/login.js': SIGN_IN.replace("'token'", 'KEY'),
      'public/js/notes.js': LOAD.replace("localStorage.getItem('token')", 'token()'),
    });
    expect(out).toContain('nothing is left to do by hand');
    expect(text('public/js/keep.js')).toBe('function leave() {\n  appSession.endSession();\n}\n');
    expect(text('public/js/notes.js')).toContain("return appSession.apiFetch('/api/notes');");
    expect(text('public/notes.html')).toContain('if (!appSession.hasSession()) location.href');
    expect(text('public/notes.html')).toContain('<button onclick="leave(); location.href');
    expect(text('public/login.html')).toBe(
      '<script src="js/session.js"></script>\n<script src="js/keep.js"></script>\n<script src="js/login.js"></script>\n',
    );
  });

  it('may be written in pages and in their attributes', async () => {
    const { out, text } = await pages({
      'public/login.html': `<p>In</p>\n<script>\n${SIGN_IN}</script>\n`,
      'public/notes.html': `<a href="#" onclick="localStorage.removeItem('token'); location.href='login.html'">Bye</a>\n<script>\n${LOAD}</script>\n`,
    });
    expect(out).toContain('nothing is left to do by hand');
    expect(text('public/notes.html')).toContain('<a href="#" onclick="appSession.endSession(); location.href=\'login.html\'">Bye</a>');
    expect(text('public/notes.html')).toContain('<script src="session.js"></script>\n<script>\nfunction load() {\n');
    expect(text('public/login.html')).toContain('<p>In</p>\n<script src="session.js"></script>\n<script>\n');
  });

  it('are found by the address under which a folder is handed out', async () => {
    const { text } = await pages({
      'public/index.html': '<script defer src="/static/js/app.js"></script>\n',
      'public/js/app.js': SIGN_IN + LOAD,
      'other/js/app.js': 'start();\n',
    });
    expect(text('public/index.html')).toBe(
      '<script defer src="/static/js/session.js"></script>\n<script defer src="/static/js/app.js"></script>\n',
    );
  });

  it('that use axios of a script tag hand it over, page by page', async () => {
    const { out, text } = await pages({
      'public/login.html': '<script src="https://cdn.example/axios.min.js"></script>\n<script src="login.js"></script>\n',
      'public/notes.html': '<script src="https://cdn.example/axios.min.js"></script>\n<script src="notes.js"></script>\n',
      'public/login.js':
        "axios.defaults.baseURL = '/api';\nasync function signIn() {\n  const { data } = await axios.post('/login', { name: 'ann' });\n  localStorage.setItem('token', data.token);\n}\n",
      'public/notes.js':
        "axios.defaults.baseURL = '/api';\naxios.defaults.headers.common.Authorization = 'Bearer ' + localStorage.getItem('token');\naxios.get('/notes').then(show);\nfunction show() {}\n",
    });
    expect(out).toContain('nothing is left to do by hand');
    expect(text('public/login.js')).toContain('appSession.followSession(axios);\n\naxios.defaults.baseURL');
    expect(text('public/notes.js')).toBe(
      "appSession.followSession(axios);\n\naxios.defaults.baseURL = '/api';\naxios.get('/notes').then(show);\nfunction show() {}\n",
    );
    expect(text('public/session.js')).toContain("const API = '/api';");
  });

  it('may be in EJS templates, whose tags stay, and in what those take in', async () => {
    const { out, text } = await pages({
      'views/parts/head.ejs': '<title><%= title %></title>\n<script src="<%= base %>/js/keep.js"></script>\n',
      'views/login.ejs': `<%- include('parts/head') %>\n<script>\n${SIGN_IN}</script>\n`,
      'views/notes.ejs': `<%- include('./parts/head') -%>\n<% if (a > b) { %><p onclick="leave('<%= name %>')">Bye</p><% } %>\n<script>\n  const most = <%= most %>;\n  <% if (a) { %>\n  show('<%= name %>');\n  <% } %>\n  if (!token()) location.href = '/login';\n</script>\n`,
      'public/js/keep.js':
        "function token() {\n  return localStorage.getItem('token');\n}\nfunction leave() {\n  localStorage.removeItem('token');\n}\n",
    });
    expect(out).toContain('nothing is left to do by hand');
    expect(text('views/parts/head.ejs')).toBe(
      '<title><%= title %></title>\n<script src="<%= base %>/js/session.js"></script>\n<script src="<%= base %>/js/keep.js"></script>\n',
    );
    expect(text('views/notes.ejs')).toBe(
      `<%- include('./parts/head') -%>\n<% if (a > b) { %><p onclick="leave('<%= name %>')">Bye</p><% } %>\n<script>\n  const most = <%= most %>;\n  <% if (a) { %>\n  show('<%= name %>');\n  <% } %>\n  if (!appSession.hasSession()) location.href = '/login';\n</script>\n`,
    );
    expect(text('public/js/session.js')).toContain('window.appSession');
  });

  it('of templates alone get the script from a folder that is handed out', async () => {
    const { out, text } = await pages({
      'views/login.ejs': `<script>\n${SIGN_IN}${LOAD}</script>\n`,
      'public/img/a.svg': '<svg/>',
      'server.js': SERVER.replace('app.use(express.static', "app.use('/static', express.static"),
    });
    expect(out).toContain('nothing is left to do by hand');
    expect(text('views/login.ejs')).toMatch(/^<script src="\/static\/session.js"><\/script>\n<script>\n/);
    expect(text('public/session.js')).toContain('window.appSession');
  });

  it('of pages at another name of this machine are named: to a browser that is another site', async () => {
    const at = (origin: string, cors: string): ReturnType<typeof migrated> =>
      pages({
        'server.js': SERVER.replace("app.use(express.static(path.join(__dirname, 'public')));\n", `app.use(require('cors')(${cors}));\n`),
        'web/index.html': '<script src="app.js"></script>\n',
        'web/app.js': (SIGN_IN + LOAD).replaceAll("'/api", `'${origin}/api`),
      });
    expect((await at('http://localhost:3000', "{ origin: 'http://127.0.0.1:5500' }")).out).toContain('open pages at http://localhost:5500');
    expect((await at('http://localhost:3000', '')).out).toContain('only from pages at http://localhost');
    expect((await at('http://localhost:3000', "{ origin: 'http://localhost:5500' }")).out).toContain('nothing is left to do by hand');
  });

  it('have a global of another name where the app has one of that name', async () => {
    const { text } = await pages({
      'public/index.html': '<script src="app.js"></script>\n',
      'public/app.js': `var appSession = 1;\n${SIGN_IN}${LOAD}`,
    });
    expect(text('public/app.js')).toContain('cookieSession.apiFetch(');
    expect(text('public/session.js')).toContain('window.cookieSession = {');
  });
});

describe('a page whose server hands out no scripts', () => {
  it('is refused: the session has no address to be loaded from', async () => {
    const { code, out, written } = await migrated({
      ...API,
      'api/app.js': API['api/app.js']!.replace(
        'app.listen',
        "app.set('view engine', 'ejs');\napp.get('/', (req, res) => res.render('home'));\napp.listen",
      ),
      'api/views/home.ejs': `<!doctype html>
<button onclick="signIn('a')">in</button>
<script>
  async function signIn(email) {
    const response = await fetch('/api/auth/login', { method: 'POST', body: JSON.stringify({ email }) });
    localStorage.setItem('token', (await response.json()).token);
  }
  const orders = () => fetch('/api/orders', { headers: { Authorization: 'Bearer ' + localStorage.getItem('token') } });
</script>
`,
    });
    expect(out.replace(/\s+/g, ' ')).toContain('it was not found at which address a page of this server loads it');
    expect(code).toBe(1);
    expect(written).toEqual([]);
  });
});
