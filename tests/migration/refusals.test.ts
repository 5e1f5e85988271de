import { chmodSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../src/migration/outcome.ts';
import type { MigrationPlan } from '../../src/migration/migration-plan.ts';
import { stillParsing } from '../../src/migration/plan.ts';
import { changes, httponly } from '../support/run-httponly.ts';
import type { Said } from '../support/run-httponly.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const SIGN_IN = `import express from 'express';
import jwt from 'jsonwebtoken';
import { requireAuth } from './require-auth.js';

export const app = express();
app.use(express.json());
app.post('/api/login', async (req, res) => {
  const user = await find(req.body.email);
  res.json({ user, token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET) });
});
app.get('/api/orders', requireAuth, (req, res) => res.json([]));
`;

const SERVER = {
  'server/package.json': JSON.stringify({ name: 'api', type: 'module', dependencies: { express: '5', jsonwebtoken: '9' } }),
  'server/app.js': SIGN_IN,
  'server/require-auth.js': `import jwt from 'jsonwebtoken';

export function requireAuth(req, res, next) {
  req.user = jwt.verify(req.headers.authorization?.split(' ')[1], process.env.JWT_SECRET);
  next();
}
`,
};

const CLIENT = {
  'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { react: '19', vite: '7' } }),
  'web/src/login.js': `export async function login(email) {
  const response = await fetch('/api/login', { method: 'POST', body: JSON.stringify({ email }) });
  const { token } = await response.json();
  localStorage.setItem('token', token);
}
`,
  'web/src/orders.js':
    "export const orders = () => fetch('/api/orders', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });\n",
};

/** The sign-in as it cannot be followed: what the route is depends on a table that another program makes. */
const UNFOLLOWED = {
  'server/app.js': SIGN_IN.replace(
    /app\.post[\s\S]*?\n\}\);\n/,
    'for (const [at, handler] of Object.entries(await table())) app.post(at, handler);\n',
  ),
  'server/sign-in.js':
    "import jwt from 'jsonwebtoken';\n\nexport const issue = (user) => queue.push({ for: user, made: jwt.sign({ sub: user.id }, process.env.JWT_SECRET) });\n",
};

/** Migrates an app. @returns What was said; nothing may be written where `isWritten` is false. */
async function migrate(
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Said & { readonly written: string[] }> {
  const root = temporaryProject(files, { git: true });
  const said = await httponly(root, ['migrate', '--yes', ...args]);
  return { ...said, written: changes(root) };
}

function expectRefused({ code, out, written }: Said & { readonly written: string[] }, ...said: readonly string[]): void {
  expect(written).toEqual([]);
  expect(code).toBe(1);
  expect(out).toContain('Why nothing is written');
  expect(out).toContain('Nothing is written.');
  for (const one of said) expect(out).toContain(one);
  expect(out).not.toContain('nothing is left to do by hand');
  expect(out).not.toContain('Everybody signs in again');
}

describe('one side alone', () => {
  it('is what no sign-in route is found for: the server is not written either', async () => {
    expectRefused(
      await migrate({ ...SERVER, ...CLIENT, ...UNFOLLOWED }),
      'The server makes a token (server/sign-in.js:3)',
      'The front end keeps one (web/src/login.js:4 and 1 more file)',
    );
  });

  it('is none where sign-in sets an HttpOnly cookie already', async () => {
    const cookie = (name: string): string =>
      SIGN_IN.replace(
        /res\.json\(\{[^\n]*jwt\.sign[^\n]*/,
        `res.cookie('${name}', jwt.sign({ sub: 1 }, process.env.JWT_SECRET), { httpOnly: true }).json({ ok: true });`,
      );
    const { out, written } = await migrate({ ...SERVER, ...CLIENT, 'server/app.js': cookie('token') });
    expect(written).toEqual([]);
    expect(out).toContain('The server puts its token into an HttpOnly cookie already (server/app.js:');
    expect(out).toContain('The front end keeps one (web/src/login.js:4');
    // A refresh token in a cookie says nothing of the session's.
    expect((await migrate({ ...SERVER, ...CLIENT, 'server/app.js': cookie('refreshToken') })).out).toContain('The server makes a token');
  });

  it('is where people sign in at another service', async () => {
    const only = { ...SERVER, ...CLIENT, 'server/app.js': SIGN_IN.replace(/app\.post[\s\S]*?\n\}\);\n/, '') };
    expectRefused(
      await migrate(only),
      'verifies tokens (server/require-auth.js:4)',
      'at another service',
      'an endpoint that takes that token once',
    );
    expectRefused(await migrate(only, '--phase', 'server'), 'at another service');
  });

  it('is where the client asks by what is not rewritten', async () => {
    const asked = {
      ...CLIENT,
      'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { react: '19', ky: '1' } }),
      'web/src/orders.js':
        "import ky from 'ky';\n\nexport const orders = () => ky.get('/api/orders', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });\n",
    };
    expectRefused(await migrate({ ...SERVER, ...asked }), 'by ky (web/src/orders.js:3)', '--phase server');
    const { written } = await migrate({ ...SERVER, ...asked }, '--phase', 'server');
    expect(written.some((line) => line.includes('server/'))).toBe(true);
    expect(written.filter((line) => line.includes('web/'))).toEqual([]);
  });

  it('is where the client is elsewhere', async () => {
    expectRefused(
      await migrate(SERVER),
      'The server answers with a token (server/app.js:9)',
      'its clients are elsewhere',
      '--phase server',
    );
    const { code, written } = await migrate(SERVER, '--phase', 'server');
    expect(code).toBe(0);
    expect(written.length).toBeGreaterThan(1);
  });

  it('is where the server is elsewhere', async () => {
    expectRefused(await migrate(CLIENT), 'The front end keeps a token (web/src/login.js:4 and 1 more file)', 'no Express server');
  });

  it('is where the server is another one', async () => {
    const nest = {
      'api/package.json': JSON.stringify({ name: 'api', dependencies: { '@nestjs/core': '11', '@nestjs/jwt': '11' } }),
      'api/src/main.ts':
        "import { NestFactory } from '@nestjs/core';\nimport { AppModule } from './app.module';\n\nvoid NestFactory.create(AppModule).then((app) => app.listen(3000));\n",
    };
    expectRefused(await migrate({ ...nest, ...CLIENT }), 'The server is made with NestJS (api/src/main.ts:4)');
    // Whatever lies around: an Express app of a tool.
    const stray = {
      'tools/mock.js': "const express = require('express');\nconst app = express();\napp.get('/', (req, res) => res.send('hi'));\n",
    };
    expectRefused(await migrate({ ...nest, ...CLIENT, ...stray }), 'The server is made with NestJS');
    // Where the app is created is not in the repository, and what answers is.
    const controller = {
      'api/package.json': nest['api/package.json'],
      'api/src/auth.controller.ts':
        "import { Controller, Post } from '@nestjs/common';\n\n@Controller('auth')\nexport class AuthController {\n  @Post('login')\n  login() {\n    return { token: sign() };\n  }\n}\n",
    };
    expectRefused(await migrate({ ...controller, ...CLIENT, ...stray }), 'The server is made with NestJS (api/src/auth.controller.ts:3)');
  });
});

describe('no side at all', () => {
  it('is said, and is no error', async () => {
    const { code, out, written } = await migrate({ 'lib/add.js': 'export const add = (a, b) => a + b;\n' });
    expect(code).toBe(0);
    expect(out).toContain('Nothing to change: neither an Express server nor a page that keeps a token was found below this folder.');
    expect(written).toEqual([]);
  });

  it('leaves the CORS of a server without sessions as it is', async () => {
    const { written } = await migrate({
      'package.json': JSON.stringify({ dependencies: { express: '5', cors: '2' } }),
      'app.js':
        "const express = require('express');\nconst cors = require('cors');\nconst app = express();\napp.use(cors());\napp.get('/prices', (req, res) => res.json([1, 2]));\n",
    });
    expect(written).toEqual([]);
  });
});

describe('another front end of the same server', () => {
  const admin = (name: string): Readonly<Record<string, string>> => ({
    'admin/package.json': JSON.stringify({ name: 'admin', type: 'module', dependencies: { react: '19', next: '16' } }),
    [name]: CLIENT['web/src/login.js'].replaceAll("'token'", "'admin_token'"),
  });

  it('is not moved by the module of the first', async () => {
    expectRefused(
      await migrate({ ...SERVER, ...CLIENT, ...admin('admin/src/sign-in.js') }),
      'Several front ends keep a token of this server',
      'one at admin/src/sign-in.js, and one in a package of its own at web/src/login.js:4',
    );
  });

  it('is none where it imports what the first has, or the first has of it', async () => {
    const files = { ...SERVER, ...CLIENT, ...admin('admin/src/sign-in.js') };
    const shared = { ...files, 'admin/src/main.js': "import { login } from '../../web/src/login.js';\nlogin('a');\n" };
    expect((await migrate(shared)).out).not.toContain('Several front ends');
  });

  it('is none where git ignores it, or where it is on a phone', async () => {
    const files = { ...SERVER, ...CLIENT, ...admin('admin/src/sign-in.js') };
    expect((await migrate({ ...files, '.gitignore': 'admin/\n' })).out).not.toContain('Several front ends');
    const onPhone = {
      ...files,
      'admin/package.json': JSON.stringify({ name: 'admin', dependencies: { 'react-native': '1' } }),
      'admin/src/sign-in.js': CLIENT['web/src/login.js'].replace(/localStorage.*\n/, 'keep(token);\n'),
    };
    expect((await migrate(onPhone)).out).not.toContain('Several front ends');
  });
});

describe('a step of a rollout', () => {
  it.each([
    ['client', 'Run `httponly migrate --phase server` first'],
    ['cleanup', 'A rollout begins with `--phase server`'],
  ])('%s is not taken before the server', async (phase, text) => {
    expectRefused(await migrate({ ...SERVER, ...CLIENT }, '--phase', phase), text);
  });

  it('cleanup is not taken before the pages', async () => {
    const root = temporaryProject({ ...SERVER, ...CLIENT }, { git: true });
    expect((await httponly(root, ['migrate', '--yes', '--phase', 'server'])).code).toBe(0);
    const { code, out } = await httponly(root, ['migrate', '--yes', '--allow-dirty', '--phase', 'cleanup']);
    expect(code).toBe(1);
    expect(out).toContain('Run `httponly migrate --phase client` first');
    for (const phase of ['client', 'cleanup'])
      expect((await httponly(root, ['migrate', '--yes', '--allow-dirty', '--phase', phase])).code).toBe(0);
  });
});

describe('a source that cannot be parsed', () => {
  const broken = 'export function remember(token) {\n  sessionStorage.setItem("jwt", token;\n}\n';

  it('stops all where it speaks of tokens', async () => {
    const { code, out, written } = await migrate({ ...SERVER, ...CLIENT, 'web/src/remember.js': broken });
    expect(code).toBe(2);
    expect(out).toContain('web/src/remember.js: it cannot be parsed (line 2: ');
    expect(written).toEqual([]);
  });

  it.each([
    ['a test', { 'web/src/__tests__/remember.test.js': broken }],
    ['about something else', { 'web/src/sum.js': 'export const cors = (a => ;\n' }],
  ])('does not where it is %s, and is named', async (_name, file) => {
    const { code, out, written } = await migrate({ ...SERVER, ...CLIENT, ...file });
    expect(code).toBeLessThan(2);
    expect(out).toContain(`Skipped\n  ${Object.keys(file)[0]!}`);
    expect(written).not.toEqual([]);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('stops all where it cannot even be read', async () => {
    const root = temporaryProject({ ...SERVER, ...CLIENT, 'web/src/secret.js': 'x();\n' }, { git: true });
    chmodSync(`${root}/web/src/secret.js`, 0);
    expect((await httponly(root, ['migrate', '--yes', '--allow-dirty'])).code).toBe(2);
  });
});

describe('a result that is not sound', () => {
  it('is where it is not found at which address a page loads the script of the session', async () => {
    const pages = {
      'web/package.json': JSON.stringify({ name: 'web' }),
      'web/js/login.js': CLIENT['web/src/login.js'].replace('export ', ''),
      'web/login.html': '<script src="js/login.js"></script>\n',
      'web/orders/index.html': `<script>\n${CLIENT['web/src/orders.js'].replace('export ', '')}</script>\n`,
    };
    expectRefused(await migrate({ ...SERVER, ...pages }), 'The scripts of web/orders/index.html need web/js/session.js');
  });

  it.each([
    ['loads a script that changes', 'doctype html\nscript(src="/js/login.js")\n', 'it loads web/js/login.js'],
    ['keeps the token', "script.\n  localStorage.setItem('token', data.token)\n", 'it keeps or sends the token'],
  ])('is where a template that is not read %s', async (_title, pug, said) => {
    const pages = {
      'web/package.json': JSON.stringify({ name: 'web' }),
      'web/js/login.js': CLIENT['web/src/login.js'].replace('export ', ''),
      'web/login.html': '<script src="js/login.js"></script>\n',
      'server/views/home.pug': pug,
    };
    expectRefused(await migrate({ ...SERVER, ...pages }), `server/views/home.pug is a template that is not read, and ${said}`);
  });

  it('is where the script of a template cannot be read that keeps a token', async () => {
    const views = (script: string): Record<string, string> => ({
      'server/views/home.ejs': `<script>\n  ${script} if (<% a %>\n</script>\n`,
    });
    expectRefused(
      await migrate({ ...SERVER, ...CLIENT, ...views("localStorage.getItem('token');") }),
      'server/views/home.ejs: it cannot be parsed',
    );
    expect((await migrate({ ...SERVER, ...CLIENT, ...views('show("session");') })).out).toContain('nothing is left to do by hand');
  });

  it('is where a new module would be loaded as one of its folder', async () => {
    const loaded = {
      'server/load.js':
        "import fs from 'node:fs';\n\nfor (const name of fs.readdirSync(import.meta.dirname)) await import(`./${name}`).then(({ session }) => session);\n",
    };
    expectRefused(await migrate({ ...SERVER, ...CLIENT, ...loaded }), 'server/load.js loads every file of its folder by itself');
  });

  it('is where a text does not parse after another program had a hand in it', () => {
    const file = { path: '/app/a.js', before: 'a();\n', after: 'a(;\n', because: [] };
    const plan = stillParsing({ root: '/app', files: [file], todos: [], left: [], refusals: [] } as unknown as MigrationPlan);
    expect(plan.files).toEqual([]);
    expect(plan.refusals).toMatchObject([{ reason: 'unparsable result', places: [{ file: 'a.js', line: 1 }] }]);
    expect(exitCodeOf(plan)).toBe(2);
  });
});

describe('a package of a workspace', () => {
  const packages = { ...SERVER, ...CLIENT, 'shared/package.json': JSON.stringify({ name: 'shared' }) };
  const npm = { 'package.json': JSON.stringify({ private: true, workspaces: ['server', './web/', 'sha*'] }) };

  async function migrateIn(folder: string, files: Readonly<Record<string, string>>, ...args: string[]): Promise<Said> {
    const root = temporaryProject(files, { git: true });
    const said = await httponly(root, ['migrate', '--yes', '--cwd', folder, ...args]);
    if (args.length === 0) expect(changes(root)).toEqual([]);
    return said;
  }

  it.each([
    ['the pages', 'web', 'server, shared', npm],
    ['the server', 'server', 'shared, web', npm],
    ['what has neither', 'shared', 'server, web', npm],
    ['a folder of a package', 'web/src', 'server, shared', npm],
    [
      "pnpm's",
      'web',
      'server, shared',
      { 'pnpm-workspace.yaml': 'packages:\n  # all\n  - server # api\n  - \'web\'\n  - "sha*"\ncatalog:\n  - x\n' },
    ],
    ["Yarn's older form", 'web', 'server', { 'package.json': JSON.stringify({ workspaces: { packages: ['*', '!shared'] } }) }],
    ["Lerna's", 'web', 'server', { 'lerna.json': JSON.stringify({ packages: ['server', 'web'] }) }],
  ])('is not moved alone: %s', async (_, folder, others, root) => {
    const { code, out } = await migrateIn(folder, { ...packages, ...root });
    expect(code).toBe(1);
    expect(out.replace(/\s+/g, ' ')).toContain(`whose other packages were not looked at (${others})`);
    expect(out.replace(/\s+/g, ' ')).toContain(`httponly migrate --cwd ${folder === 'web/src' ? '../..' : '..'}`);
  });

  it('is, where the server goes first', async () => {
    expect((await migrateIn('server', { ...packages, ...npm }, '--phase', 'server')).code).toBe(0);
  });

  it('is none where the workspace has no other', async () => {
    const root = { 'package.json': JSON.stringify({ workspaces: ['app'] }) };
    const app = Object.fromEntries(Object.entries({ ...SERVER, ...CLIENT }).map(([name, text]) => [`app/${name}`, text]));
    const { out } = await migrateIn('app', { ...root, ...app, 'app/package.json': '{}' }, '--dry-run');
    expect(out).not.toContain('workspace');
  });

  it('is none in another repository', async () => {
    const root = temporaryProject({ ...packages, ...npm, 'web/.git/config': '' });
    expect((await httponly(root, ['migrate', '--yes', '--allow-dirty', '--cwd', 'web'])).out).not.toContain('workspace');
  });
});
