import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { afterEach, describe, expect, it } from 'vitest';
import type { MigrationPlan } from '../../src/migration/migration-plan.ts';
import type { PlanOptions } from '../../src/migration/plan.ts';
import { planMigration } from '../../src/migration/plan.ts';

const roots: string[] = [];

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

/** Plans a migration of an app that is written for it. */
function plan(
  files: Readonly<Record<string, string>>,
  options: Partial<PlanOptions> = {},
): { readonly plan: MigrationPlan; readonly after: (file: string) => string } {
  const root = mkdtempSync(path.join(tmpdir(), 'httponly-app-'));
  roots.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  const made = planMigration(root, { phase: 'all', csrf: 'origin', exchange: false, tokenEndpoint: false, noBearer: false, ...options });
  return { plan: made, after: (file) => made.files.find((one) => one.path === path.join(root, file))?.after ?? '' };
}

const SERVER = {
  'server/package.json': JSON.stringify(
    { name: 'api', type: 'module', dependencies: { express: '5', jsonwebtoken: '9', cors: '2' } },
    undefined,
    2,
  ),
  'server/app.js': `import cors from 'cors';
import express from 'express';
import { auth } from './auth.js';

export const app = express();
app.use(cors());
app.use(express.json());
app.use('/api/auth', auth);
`,
  'server/auth.js': `import { Router } from 'express';
import jwt from 'jsonwebtoken';

export const auth = Router();

auth.post('/login', async (req, res) => {
  const user = await find(req.body.email, req.body.password);
  res.json({ user, token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET) });
});
`,
  'server/require-auth.js': `import jwt from 'jsonwebtoken';

export function requireAuth(req, res, next) {
  req.user = jwt.verify(req.headers.authorization?.split(' ')[1], process.env.JWT_SECRET);
  next();
}
`,
};

/** A client whose requests begin with an expression. */
function client(base: string): Record<string, string> {
  return {
    'client/package.json': JSON.stringify({ name: 'client', type: 'module', dependencies: { react: '19', axios: '1', vite: '7' } }),
    'client/src/api.js': `import axios from 'axios';

export const api = axios.create({ baseURL: ${base} });

api.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${localStorage.getItem('token')}\`;
  return config;
});
`,
    'client/src/login.js': `import { api } from './api';

export async function login(email, password) {
  const { data } = await api.post('/api/auth/login', { email, password });
  localStorage.setItem('token', data.token);
}
`,
  };
}

const REFRESHING = {
  ...SERVER,
  'server/auth.js': `import { Router } from 'express';
import jwt from 'jsonwebtoken';

export const auth = Router();

auth.post('/login', async (req, res) => {
  const user = await find(req.body.email, req.body.password);
  res.json({ accessToken: jwt.sign({ sub: user.id }, process.env.JWT_SECRET), refreshToken: jwt.sign({ sub: user.id }, process.env.REFRESH_SECRET) });
});

auth.post('/refresh', (req, res) => {
  const { sub } = jwt.verify(req.body.refreshToken, process.env.REFRESH_SECRET);
  res.json({ accessToken: jwt.sign({ sub }, process.env.JWT_SECRET), refreshToken: jwt.sign({ sub }, process.env.REFRESH_SECRET) });
});
`,
};

describe('a secret that a function gives', () => {
  const { after } = plan({
    ...SERVER,
    'server/require-auth.js': `import jwt from 'jsonwebtoken';

const NAME = 'TOKEN_KEY';
const key = () => {
  const value = process.env[NAME];
  if (!value) throw new Error('not set');
  return value;
};

export function requireAuth(req, res, next) {
  req.user = jwt.verify(req.headers.authorization?.split(' ')[1], key());
  next();
}
`,
    ...client("'http://localhost:3000'"),
  });

  it('is carried over as a call that parses', () => {
    const text = after('server/session-cookie.js');
    expect(text).toContain("\n\nconst key = () => {\n  const value = process.env['TOKEN_KEY'];");
    expect(text).toContain('jwt.verify(sessionToken(req), key())');
    expect(parseSync('session-cookie.js', text).errors).toEqual([]);
  });
});

describe('--topology cross-site', () => {
  const { after } = plan({ ...SERVER, ...client("'https://api.example.org'") }, { topology: 'cross-site' });

  it('has browsers send the cookie from another site', () => {
    expect(after('server/session-cookie.js')).toContain("  secure: true,\n  sameSite: 'none',\n  path: '/',\n  partitioned: true,");
  });
});

describe('--csrf token', () => {
  const { after, plan: made } = plan({ ...SERVER, ...client("'http://localhost:3000'") }, { csrf: 'token' });

  it('derives its key of the secret that signs sessions, and leaves sign-in alone', () => {
    expect(after('server/csrf-token.js')).toContain("hkdfSync('sha256', process.env.JWT_SECRET");
    expect(after('server/csrf-token.js')).toContain("'__Host-csrf' : 'csrf'");
    expect(after('server/csrf-token.js')).toContain("  '/api/auth/login',\n  '/api/auth/logout',\n]");
    expect(after('server/csrf-token.js')).toContain('EBADCSRFTOKEN');
  });

  it('adds csrf-csrf, the middleware and the route', () => {
    expect(made.installs.map(({ packages }) => packages)).toEqual([['cookie-parser', 'csrf-csrf']]);
    expect(after('server/app.js')).toContain('app.use(cookieParser());\napp.use(refuseCrossSite);\napp.use(requireCsrfToken);');
    expect(after('server/auth.js')).toContain("auth.get('/csrf-token', sendCsrfToken);");
  });

  it('has the client get the token, drop it with its session, and try once more', () => {
    const session = after('client/src/session.js');
    expect(session).toContain('fetch(`${API}/api/auth/csrf-token`');
    expect(session).toContain('!config.isRetry && isStale(response?.status, response?.data)');
    expect(session.match(/^ {2}csrf = null;$/gm)).toHaveLength(3);
  });
});

describe('sessions that are renewed', () => {
  it('have a cookie for the paths that need it, as the browser sees them', () => {
    expect(plan({ ...REFRESHING, ...client("'http://localhost:3000'") }).after('server/session-cookie.js')).toContain(
      "res.cookie(REFRESH, token, { ...attributes, path: '/api/auth'",
    );
    // What stands before the path in a variable is not known.
    expect(plan({ ...REFRESHING, ...client('import.meta.env.VITE_API_URL') }).after('server/session-cookie.js')).toContain(
      "path: '/', expires",
    );
  });

  it('are renewed by the cookie, once for two that ask at once', () => {
    const { after } = plan({ ...REFRESHING, ...client("'http://localhost:3000'") });
    expect(after('server/auth.js')).toContain("auth.post('/refresh', repeatRenewal, (req, res) => {");
    expect(after('server/auth.js')).toContain('res.json({ expires_at: expiresAt });');
    expect(after('server/auth.js')).not.toContain('TODO(httponly)');
    expect(after('server/auth.js')).toContain('jwt.verify(req.body?.refreshToken ?? refreshTokenOf(req), process.env.REFRESH_SECRET)');
    expect(after('client/src/session.js')).toContain('navigator.locks.request(');
    expect(after('client/src/session.js')).toContain("fetch(`${API}/api/auth/refresh`, { method: 'POST', credentials: 'include' })");
  });

  it('are verified with the secret of sessions, and not of their renewal', () => {
    expect(plan({ ...REFRESHING, ...client("'http://localhost:3000'") }).after('server/session-cookie.js')).toContain(
      'jwt.verify(sessionToken(req), process.env.JWT_SECRET)',
    );
  });
});

describe('the other options', () => {
  it('--exchange turns a stored token into a cookie', () => {
    const { after } = plan({ ...SERVER, ...client("'http://localhost:3000'") }, { exchange: true });
    expect(after('server/auth.js')).toContain("auth.post('/exchange', exchangeToken);");
    expect(after('client/src/session.js')).toContain("token ??= localStorage.getItem('token');");
    expect(after('client/src/session.js')).toContain('    await exchanged;\n    return config;');
  });

  it('--token-endpoint answers programs by the handler of the sign-in', () => {
    const { after } = plan({ ...SERVER, ...client("'http://localhost:3000'") }, { tokenEndpoint: true });
    expect(after('server/auth.js')).toContain("auth.use('/token', answerProgram);\nauth.post(['/login', '/token'], async");
    expect(after('server/session-cookie.js')).toContain('res.locals.program.token = token;');
  });

  it('--no-bearer takes the cookie alone', () => {
    expect(plan({ ...SERVER, ...client("'http://localhost:3000'") }, { noBearer: true }).after('server/session-cookie.js')).not.toContain(
      'req.headers.authorization',
    );
  });

  it('--api-origin says what requests begin with, where nothing else does', () => {
    const unknown = {
      ...SERVER,
      'client/package.json': JSON.stringify({ name: 'client', type: 'module', dependencies: { react: '19', vite: '7' } }),
      'client/src/api.js': `import { addressOf } from 'somewhere';

const root = await addressOf('api');
export const orders = () => fetch(root + '/api/orders', { headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` } });
export async function login(email) {
  const response = await fetch(root + '/api/auth/login', { method: 'POST', body: JSON.stringify({ email }) });
  const { token } = await response.json();
  localStorage.setItem('token', token);
}
`,
    };
    expect(plan(unknown).plan.left).toMatchObject([{ kind: 'topology', text: expect.stringContaining('--api-origin') as string }]);
    const { after, plan: made } = plan(unknown, { apiOrigin: 'http://localhost:4000/api' });
    expect(made.left).toEqual([]);
    expect(made.survey.topology).toMatchObject({ topology: 'same-site', developmentOrigin: 'http://localhost:5173' });
    expect(after('client/src/session.js')).toContain("const API = 'http://localhost:4000/api';");
    expect(after('client/src/session.js')).toContain('`${API}/auth/session`');
  });

  it('--sign-in says at which route people sign in', () => {
    const two = {
      ...SERVER,
      ...client("'http://localhost:3000'"),
      'server/auth.js': SERVER['server/auth.js'].replace(
        'export const auth = Router();',
        `export const auth = Router();

auth.post('/enter', async (req, res) => {
  const user = await find(req.body.email, req.body.password);
  res.json({ token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET) });
});`,
      ),
    };
    expect(plan(two).plan.survey.server?.signIn?.path).toBe('/api/auth/login');
    expect(plan(two, { signIn: '/api/auth/enter' }).plan.survey.server?.signIn?.path).toBe('/api/auth/enter');
    expect(() => plan(two, { signIn: '/enter' })).toThrow(
      '--sign-in /enter: the server has no such route. Those that answer with a token: /api/auth/enter, /api/auth/login.',
    );
  });

  it('--same-site none is for third parties', () => {
    const { after } = plan({ ...SERVER, ...client("'https://api.onrender.com'") }, { sameSite: 'none' });
    expect(after('server/session-cookie.js')).toContain("  secure: true,\n  sameSite: 'none',\n  path: '/',\n  partitioned: true,");
    expect(after('client/src/api.js')).toContain('https://api.onrender.com');
  });
});

describe('a page and an API on two sites', () => {
  const apart = { ...SERVER, ...client("'https://api.onrender.com'") };

  it("are one origin by Vercel's rewrite, and by Vite's proxy in development", () => {
    const { after, plan: made } = plan({
      ...apart,
      'client/vercel.json': '{\n  "rewrites": [{ "source": "/(.*)", "destination": "/index.html" }]\n}\n',
      'client/vite.config.js': "import { defineConfig } from 'vite';\n\nexport default defineConfig({ plugins: [] });\n",
    });
    expect((JSON.parse(after('client/vercel.json')) as { rewrites: unknown[] }).rewrites[0]).toEqual({
      source: '/api/:path*',
      destination: 'https://api.onrender.com/api/:path*',
    });
    expect(after('client/vite.config.js')).toContain("proxy: { '/api': { target: 'https://api.onrender.com', changeOrigin: true } }");
    expect(after('client/src/api.js')).toContain("baseURL: ''");
    expect(after('client/src/session.js')).not.toContain('onrender');
    expect(made.survey.topology.topology).toBe('same-origin');
    expect(made.refusals).toEqual([]);
  });

  it("by Netlify's", () => {
    expect(
      plan({
        ...apart,
        'client/netlify.toml': '[build]\n  publish = "dist"\n\n[[redirects]]\n  from = "/*"\n  to = "/index.html"\n  status = 200\n',
      }).after('client/netlify.toml'),
    ).toContain(
      '[[redirects]]\n  from = "/api/*"\n  to = "https://api.onrender.com/api/:splat"\n  status = 200\n  force = true\n\n[[redirects]]\n  from = "/*"',
    );
  });

  it('by nginx', () => {
    expect(
      plan({ ...apart, 'client/nginx.conf': 'server {\n  listen 80;\n\n  location / {\n    try_files $uri /index.html;\n  }\n}\n' }).after(
        'client/nginx.conf',
      ),
    ).toContain('  location /api/ {\n    proxy_pass https://api.onrender.com/api/;');
  });

  it('by a variable of the build, where that says the address', () => {
    const { after } = plan({
      ...SERVER,
      ...client("import.meta.env.VITE_API_URL || 'http://localhost:3000'"),
      'client/.env.production': 'VITE_API_URL=https://api.onrender.com\n',
      'client/vercel.json': '{}\n',
    });
    expect(after('client/.env.production')).toBe('VITE_API_URL=/api\n');
    expect((JSON.parse(after('client/vercel.json')) as { rewrites: unknown[] }).rewrites[0]).toEqual({
      source: '/api/:path*',
      destination: 'https://api.onrender.com/:path*',
    });
  });

  it('are left to a person where nothing says how pages are served', () => {
    expect(plan(apart).plan.left.map(({ text }) => text)).toEqual([
      expect.stringContaining('pass /api/* on to https://api.onrender.com/api/*'),
    ]);
  });
});

describe('the environment', () => {
  it('is there when a module of an ESM app reads it', () => {
    const late = {
      ...SERVER,
      'server/index.js': "import dotenv from 'dotenv';\nimport { app } from './app.js';\n\ndotenv.config();\napp.listen(3000);\n",
    };
    const { after } = plan({ ...late, ...client("'http://localhost:3000'") });
    for (const module of ['server/csrf-check.js', 'server/session-cookie.js']) expect(after(module)).toContain("import 'dotenv/config';");
  });

  it('is loaded by what loads it, and not by what only takes the package in', () => {
    const configured = {
      ...SERVER,
      'server/config.js': "import 'dotenv';\nexport const port = process.env.PORT;\n",
      'server/index.js':
        "import dotenv from 'dotenv';\nimport { app } from './app.js';\nimport { port } from './config.js';\n\ndotenv.config({ path: './config/.env' });\napp.listen(port);\n",
    };
    const { after, plan: made } = plan({ ...configured, ...client("'http://localhost:3000'") });
    for (const module of ['server/csrf-check.js', 'server/session-cookie.js']) expect(after(module)).not.toContain('dotenv');
    // What the file that starts the server reads, it reads too late for them.
    expect(made.left.map(({ file, line, text }) => [file, line, text.split(' runs after ')[0]])).toContainEqual([
      'server/index.js',
      5,
      "dotenv.config({ path: './config/.env' })",
    ]);
  });

  it.each([
    [
      'in the file of the app',
      { 'server/app.js': SERVER['server/app.js'].replace(/\n\n/, "\nimport dotenv from 'dotenv';\n\ndotenv.config();\n\n") },
    ],
    [
      'in the file that starts it',
      { 'server/index.js': "import dotenv from 'dotenv';\nimport { app } from './app.js';\n\ndotenv.config();\napp.listen(3000);\n" },
    ],
  ])('is the one that the server reads, %s, and not that of a script', (_where, files) => {
    const script =
      "import dotenv from 'dotenv';\nimport { User } from '../models/user.js';\n\ndotenv.config({ path: here('.env') });\nawait User.create({});\n";
    const { after, plan: made } = plan({
      ...SERVER,
      'server/a-seed.js': script.replace('../', './'),
      'server/scripts/seed.js': script,
      ...files,
      ...client("'http://localhost:3000'"),
    });
    for (const module of ['server/csrf-check.js', 'server/session-cookie.js']) expect(after(module)).toContain("import 'dotenv/config';");
    expect(made.left).toEqual([]);
  });

  it('is none where scripts alone read one', () => {
    const script =
      "import dotenv from 'dotenv';\nimport { User } from './user.js';\n\ndotenv.config({ path: here('.env') });\nawait User.create({});\n";
    const { after, plan: made } = plan({ ...SERVER, 'server/a-seed.js': script, ...client("'http://localhost:3000'") });
    expect(after('server/csrf-check.js')).not.toContain('dotenv');
    expect(made.left).toEqual([]);
  });

  it.each([
    ['an arrow', 'const secret = () => {\n    return process.env.JWT_SECRET;\n};'],
    ['a function', 'function secret() {\n    return process.env.JWT_SECRET;\n}'],
  ])('is asked by the function that the app asks it by, as a declaration: %s', (_kind, declaration) => {
    const guard = SERVER['server/require-auth.js'].replace('process.env.JWT_SECRET', 'secret()');
    const at = guard.indexOf('\n\n');
    const { after } = plan({
      ...SERVER,
      'server/require-auth.js': `${guard.slice(0, at)}\n\n${declaration}${guard.slice(at)}`,
      ...client("'http://localhost:3000'"),
    });
    expect(after('server/session-cookie.js')).toContain(`\n\n${declaration}\n\n`);
    expect(after('server/session-cookie.js')).toContain(', secret())');
  });

  it('is asked of the variables that are new, and shown in the example', () => {
    const { after, plan: made } = plan({
      ...SERVER,
      'server/auth.js': SERVER['server/auth.js'].replace('process.env.JWT_SECRET', "'shhh-very-secret'"),
      'server/require-auth.js': SERVER['server/require-auth.js'].replace('process.env.JWT_SECRET', "'shhh-very-secret'"),
      'server/.env.example': 'PORT=3000\n',
      ...client("'http://localhost:3000'"),
    });
    expect(made.environment).toEqual(['JWT_SECRET=', 'CLIENT_ORIGIN=https://app.example.com']);
    expect(after('server/.env.example')).toBe('PORT=3000\nJWT_SECRET=change-me\nCLIENT_ORIGIN=http://localhost:5173\n');
    // The literal is nowhere repeated.
    expect(after('server/session-cookie.js')).toContain('process.env.JWT_SECRET');
  });

  it('is made up for Mocha, which says nowhere that tests run', () => {
    const { after } = plan({
      ...SERVER,
      'server/package.json': JSON.stringify({ name: 'api', scripts: { test: 'mocha' }, dependencies: { express: '4' } }),
      'server/require-auth.js': SERVER['server/require-auth.js'].replace('process.env.JWT_SECRET', "process.env.JWT_SECRET || 'shhh'"),
      ...client("'http://localhost:3000'"),
    });
    expect(JSON.parse(after('server/.mocharc.json'))).toEqual({ require: ['./test/environment.cjs'] });
    expect(after('server/test/environment.cjs')).toContain('process.env.JWT_SECRET ??=');
  });
});

describe('what the app says itself', () => {
  it('is where its pages come from', () => {
    const { after, plan: made } = plan({
      ...SERVER,
      'server/app.js': SERVER['server/app.js'].replace('cors()', 'cors({ origin: process.env.FRONTEND_URL })'),
      ...client("'http://localhost:3000'"),
    });
    expect(after('server/csrf-check.js')).toContain('const clientOrigins = [process.env.FRONTEND_URL];');
    expect(made.environment).toEqual([]);
  });

  it('is where generated routes go, also beside a sign-in at the root of its router', () => {
    const { after } = plan({
      ...SERVER,
      'server/auth.js': SERVER['server/auth.js'].replace("'/login'", "'/'"),
      ...client("'http://localhost:3000'"),
      'client/src/login.js':
        "import { api } from './api';\n\nexport async function login(user) {\n  const { data } = await api.post('/api/auth', user);\n  localStorage.setItem('token', data.token);\n}\n",
    });
    expect(after('server/auth.js')).toContain("auth.get('/session', describeSession);");
    expect(after('client/src/session.js')).toContain('fetch(`${API}/api/auth/session`');
  });
});

describe('the address of the API', () => {
  const PAGES = {
    ...SERVER,
    'client/package.json': JSON.stringify({ dependencies: { react: '19', vite: '7' } }),
  };
  it.each([
    [
      'behind a function around fetch',
      "const API = import.meta.env.VITE_API || 'http://localhost:4000/api';\nconst ask = (path, init) => fetch(`${API}${path}`, { ...init, headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });\nexport async function login(who) {\n  const answer = await ask('/auth/login', { method: 'POST', body: JSON.stringify(who) });\n  localStorage.setItem('token', (await answer.json()).token);\n}\n",
      "import.meta.env.VITE_API || 'http://localhost:4000/api'",
      'same-site',
    ],
    [
      'of an instance, with a path that has no slash',
      "import axios from 'axios';\nconst http = axios.create({ baseURL: 'http://localhost:4000/api' });\nexport async function login(who) {\n  const { data } = await http.post('auth/login', who);\n  localStorage.setItem('token', data.token);\n}\n",
      "'http://localhost:4000/api'",
      'same-site',
    ],
    [
      'of nothing, behind a function',
      "const ask = (path, init) => fetch(path, { ...init, headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });\nexport async function login(who) {\n  const answer = await ask('/api/auth/login', { method: 'POST', body: JSON.stringify(who) });\n  localStorage.setItem('token', (await answer.json()).token);\n}\n",
      undefined,
      'same-origin',
    ],
  ])('is known %s', (_, code, base, topology) => {
    const { survey } = plan({ ...PAGES, 'client/src/api.js': code }).plan;
    expect({ base: survey.client?.base?.expression?.text, topology: survey.topology.topology }).toEqual({ base, topology });
  });
});

describe('an address that nothing says', () => {
  const asking =
    "export const login = (who) => gate.open(who).then(({ token }) => localStorage.setItem('token', token));\nexport const notes = () => fetch('/api/notes', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });\n";
  const files = { ...SERVER, 'client/package.json': JSON.stringify({ dependencies: { react: '19' } }), 'client/src/api.js': asking };

  it('is left for a person', () => {
    const { survey, left } = plan(files).plan;
    expect(survey.topology.isGuess).toBe(true);
    expect(left.filter(({ kind }) => kind === 'topology').map(({ file }) => file)).toEqual([path.join('client', 'src', 'api.js')]);
  });

  it('or said by one', () => {
    const { survey, left } = plan(files, { topology: 'same-origin' }).plan;
    expect(survey.topology.isGuess).toBeUndefined();
    expect(left.filter(({ kind }) => kind === 'topology')).toEqual([]);
  });
});
