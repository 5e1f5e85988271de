import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { changes, httponly } from '../support/run-httponly.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const asked = vi.hoisted((): { codemods: string[] | symbol; writes: boolean | symbol; questions: string[]; presets: unknown[] } => ({
  codemods: [],
  writes: true,
  questions: [],
  presets: [],
}));

vi.mock('@clack/prompts', () => ({
  multiselect: ({ message }: { message: string }) => {
    asked.questions.push(message);
    return Promise.resolve(asked.codemods);
  },
  confirm: ({ message, initialValue }: { message: string; initialValue?: boolean }) => {
    asked.questions.push(message);
    asked.presets.push(initialValue);
    return Promise.resolve(asked.writes);
  },
  isCancel: (answer: unknown) => typeof answer === 'symbol',
}));

const ALL = ['bearer-to-cookie', 'token-response-to-cookie', 'cookie-auth', 'credentialed-cors', 'harden-cookies', 'require-env-secret'];

beforeEach(() => {
  asked.codemods = ALL;
  asked.writes = true;
  asked.questions = [];
  asked.presets = [];
});

const APP = {
  'server/package.json': JSON.stringify(
    { name: 'api', type: 'module', dependencies: { express: '5', jsonwebtoken: '9', cors: '2' } },
    undefined,
    2,
  ),
  'server/app.js':
    "import cors from 'cors';\nimport express from 'express';\nimport jwt from 'jsonwebtoken';\n\nexport const app = express();\napp.use(cors());\napp.use(express.json());\n\napp.post('/api/login', async (req, res) => {\n  const user = await find(req.body.email, req.body.password);\n  res.json({ user, token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET) });\n});\n\nfunction requireAuth(req, res, next) {\n  req.user = jwt.verify(req.headers.authorization?.split(' ')[1], process.env.JWT_SECRET);\n  next();\n}\n\napp.get('/api/orders', requireAuth, (req, res) => res.json([]));\n",
  'client/package.json': JSON.stringify({ name: 'client', type: 'module', dependencies: { react: '19', vite: '7' } }),
  'client/src/login.js':
    "export async function login(email, password) {\n  const response = await fetch('http://localhost:3000/api/login', { method: 'POST', body: JSON.stringify({ email, password }) });\n  const { token } = await response.json();\n  localStorage.setItem('token', token);\n}\n",
  'client/src/orders.js':
    "export const orders = () => fetch('http://localhost:3000/api/orders', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });\n",
};

/** Routes in files of their own: one signs in, one answers with a new token because a claim of it changed. */
const WITH_PROFILE = {
  'server/app.js': [
    "import cors from 'cors';",
    "import express from 'express';",
    "import { auth } from './routes/auth.js';",
    "import { profile } from './routes/profile.js';",
    'export function createApp(db) {',
    '  const app = express();',
    '  app.use(cors());',
    '  app.use(express.json());',
    "  app.use('/api', auth(db));",
    "  app.use('/api/profile', profile(db));",
    '  return app;',
    '}',
    '',
  ].join('\n'),
  'server/tokens.js': [
    "import jwt from 'jsonwebtoken';",
    'export const issue = (user) => jwt.sign({ sub: user.id, name: user.name }, process.env.JWT_SECRET);',
    'export function requireAuth(req, res, next) {',
    "  req.user = jwt.verify(req.headers.authorization?.split(' ')[1], process.env.JWT_SECRET);",
    '  next();',
    '}',
    '',
  ].join('\n'),
  'server/routes/auth.js': [
    "import bcrypt from 'bcryptjs';",
    "import { Router } from 'express';",
    "import { issue } from '../tokens.js';",
    'export function auth(db) {',
    '  const router = Router();',
    "  router.post('/login', async (req, res) => {",
    '    const user = await db.find(req.body.email);',
    '    if (!user || !(await bcrypt.compare(req.body.password, user.hash))) return res.status(401).end();',
    '    res.json({ user: { name: user.name }, token: issue(user) });',
    '  });',
    '  return router;',
    '}',
    '',
  ].join('\n'),
  'server/routes/profile.js': [
    "import { Router } from 'express';",
    "import { issue, requireAuth } from '../tokens.js';",
    'export function profile(db) {',
    '  const router = Router();',
    "  router.put('/', requireAuth, async (req, res) => {",
    '    const user = await db.rename(req.user.sub, req.body.name);',
    '    res.json({ user: { name: user.name }, token: issue(user) });',
    '  });',
    '  return router;',
    '}',
    '',
  ].join('\n'),
};

const COLOUR = '\u001B[';

describe('in a terminal', () => {
  it('asks what and whether, writes, and undo takes it back', async () => {
    const root = temporaryProject(APP, { git: true });
    const { code, out } = await httponly(root, ['migrate'], true);
    expect(asked.questions).toEqual([
      expect.stringContaining('What should be migrated?'),
      expect.stringMatching(/^Write these \d+ files\?$/),
    ]);
    // Who only presses Enter writes nothing.
    expect(asked.presets).toEqual([false]);
    expect(code).toBeLessThan(2);
    expect(out).toContain('Written: ');
    expect(changes(root)).not.toEqual([]);
    expect((await httponly(root, ['undo'])).code).toBe(0);
    expect(changes(root)).toEqual([]);
  });

  it('shows the plan in a pager before it asks, and the list of files after it', async () => {
    asked.writes = false;
    const root = temporaryProject(APP, { git: true });
    const paged: string[] = [];
    const { out } = await httponly(root, ['migrate'], true, (text) => paged.push(text) > 0);
    expect(paged).toHaveLength(1);
    expect(paged[0]).toContain('What is here');
    expect(out).not.toContain('What is here');
    expect(out).toContain('changed  client/src/login.js');
    expect((await httponly(root, ['migrate'], true, () => false)).out).toContain('What is here');
  });

  it.each([['--dry-run'], ['--yes'], ['--json']])('uses no pager with %s', async (option) => {
    const root = temporaryProject(APP, { git: true });
    const paged: string[] = [];
    await httponly(root, ['migrate', option], true, (text) => paged.push(text) > 0);
    expect(paged).toEqual([]);
  });

  it('writes nothing where the answer is no', async () => {
    asked.writes = false;
    const root = temporaryProject(APP, { git: true });
    const { code, out } = await httponly(root, ['migrate'], true);
    expect(code).toBe(0);
    expect(out).toMatch(/ {2}changed {2}client\/src\/login\.js[\s\S]*Nothing was written\./);
    expect(changes(root)).toEqual([]);
  });

  it.each([
    ['of the codemods', { codemods: Symbol('cancelled') }],
    ['of the writing', { writes: Symbol('cancelled') }],
  ])('writes nothing where somebody gives up the question %s', async (_name, answers) => {
    Object.assign(asked, answers);
    const root = temporaryProject(APP, { git: true });
    const { code, error } = await httponly(root, ['migrate'], true);
    expect(code).toBe(130);
    expect(error).toBe('Nothing was written.');
    expect(changes(root)).toEqual([]);
  });

  it('applies the codemods that were picked, and no others', async () => {
    asked.codemods = ['require-env-secret'];
    const root = temporaryProject(APP, { git: true });
    await httponly(root, ['migrate'], true);
    expect(changes(root).filter((line) => line.includes('client/'))).toEqual([]);
  });

  it('does not ask with --yes', async () => {
    const root = temporaryProject(APP, { git: true });
    await httponly(root, ['migrate', '--yes'], true);
    expect(asked.questions).toEqual([]);
    expect(changes(root)).not.toEqual([]);
  });

  it('has colours, unless they are not wanted', async () => {
    const root = temporaryProject(APP, { git: true });
    vi.stubEnv('NO_COLOR', undefined);
    expect((await httponly(root, ['migrate', '--dry-run'], true)).out).toContain(COLOUR);
    expect((await httponly(root, ['migrate', '--dry-run', '--no-color'], true)).out).not.toContain(COLOUR);
    vi.stubEnv('NO_COLOR', '1');
    expect((await httponly(root, ['migrate', '--dry-run'], true)).out).not.toContain(COLOUR);
    vi.unstubAllEnvs();
  });
});

describe('without a terminal', () => {
  it('does not ask where words are read in a terminal and answers come from a pipe', async () => {
    const root = temporaryProject(APP, { git: true });
    const error: string[] = [];
    expect(
      await run(['migrate'], { cwd: root, out: () => undefined, error: (text) => error.push(text), isTerminal: true, canAsk: false }),
    ).toBe(2);
    expect(error).toEqual([expect.stringContaining('there is no terminal to ask in')]);
    expect(asked.questions).toEqual([]);
    expect(changes(root)).toEqual([]);
  });

  it('shows the plan, writes nothing and says how to', async () => {
    const root = temporaryProject(APP, { git: true });
    const { code, out, error } = await httponly(root, ['migrate']);
    expect(code).toBe(2);
    expect(error).toContain('Nothing was written: there is no terminal to ask in. Add --yes');
    expect(out).not.toContain(COLOUR);
    expect(asked.questions).toEqual([]);
    expect(changes(root)).toEqual([]);
  });

  it('writes with --yes, and a second run has nothing to change', async () => {
    const root = temporaryProject(APP, { git: true });
    expect((await httponly(root, ['migrate', '--yes'])).code).toBeLessThan(2);
    expect(readFileSync(path.join(root, 'client/src/login.js'), 'utf8')).not.toContain('localStorage');
    const again = await httponly(root, ['migrate', '--dry-run']);
    expect(again.out).toContain('Nothing to change.');
  });

  it('has nothing to change a second time where another route than the sign-in answers with a new token', async () => {
    const root = temporaryProject({ ...APP, ...WITH_PROFILE }, { git: true });
    expect((await httponly(root, ['migrate', '--yes'])).code).toBeLessThan(2);
    expect(readFileSync(path.join(root, 'server/routes/auth.js'), 'utf8')).toContain("router.post('/logout', endSession)");
    const again = await httponly(root, ['migrate', '--dry-run']);
    expect(again.out).toContain('Nothing to change.');
  });
});

describe('tests of the app', () => {
  it('take out of a context what it hands down now', async () => {
    const context = [
      "import { createContext, useContext, useState } from 'react';",
      'const AuthContext = createContext(null);',
      'export function AuthProvider({ children }) {',
      "  const [token, setToken] = useState(localStorage.getItem('token'));",
      '  const enter = async (email, password) => {',
      "    const response = await fetch('http://localhost:3000/api/login', { method: 'POST', body: JSON.stringify({ email, password }) });",
      '    const answer = await response.json();',
      "    localStorage.setItem('token', answer.token);",
      '    setToken(answer.token);',
      '  };',
      '  return <AuthContext.Provider value={{ token, enter }}>{children}</AuthContext.Provider>;',
      '}',
      'export const useAuth = () => useContext(AuthContext);',
      '',
    ].join('\n');
    const test = [
      "import { render } from '@testing-library/react';",
      "import { it } from 'vitest';",
      "import { AuthProvider, useAuth } from './auth';",
      'function Probe() {',
      '  const { token, enter } = useAuth();',
      "  return <button onClick={enter}>{token ? 'in' : 'out'}</button>;",
      '}',
      "it('renders', () => render(<AuthProvider><Probe /></AuthProvider>));",
      '',
    ].join('\n');
    const root = temporaryProject({ ...APP, 'client/src/auth.jsx': context, 'client/src/auth.test.jsx': test }, { git: true });
    await httponly(root, ['migrate', '--yes']);
    expect(readFileSync(path.join(root, 'client/src/auth.jsx'), 'utf8')).toContain('value={{ session, enter }}');
    const written = readFileSync(path.join(root, 'client/src/auth.test.jsx'), 'utf8');
    expect(written).toContain('const { session, enter } = useAuth();');
    expect(written).toContain("{session ? 'in' : 'out'}");
  });
});

describe('options', () => {
  it('--dry-run shows and writes nothing, in a dirty repository too', async () => {
    const root = temporaryProject(APP, { git: true });
    writeFileSync(path.join(root, 'note.txt'), 'mine');
    const { code, out } = await httponly(root, ['migrate', '--dry-run']);
    expect(code).toBeLessThan(2);
    expect(out).toContain('+++ b/client/src/orders.js');
    expect(changes(root)).toEqual(['?? note.txt']);
  });

  it('--json is the plan and nothing else, without colours', async () => {
    const root = temporaryProject(APP, { git: true });
    const { out } = await httponly(root, ['migrate', '--dry-run', '--json'], true);
    const plan = JSON.parse(out) as {
      readonly topology: { readonly topology: string };
      readonly signIn: string;
      readonly files: readonly { readonly path: string; readonly status: string; readonly diff: string }[];
    };
    expect(plan).toMatchObject({ topology: { topology: 'same-site' }, signIn: '/api/login', skipped: [], refusals: [] });
    expect(plan.files.find(({ path: file }) => file === path.normalize('client/src/orders.js'))).toMatchObject({
      status: 'changed',
      diff: expect.stringContaining('-export const orders') as string,
    });
    expect(plan.files.some(({ status }) => status === 'new')).toBe(true);
    expect(out).not.toContain(COLOUR);
  });

  it('--json with --yes writes, and is still JSON and nothing else', async () => {
    const root = temporaryProject(APP, { git: true });
    const { out } = await httponly(root, ['migrate', '--json', '--yes']);
    expect(() => void JSON.parse(out)).not.toThrow();
    expect(changes(root)).not.toEqual([]);
  });

  it('--phase server leaves the client as it is', async () => {
    const root = temporaryProject(APP, { git: true });
    await httponly(root, ['migrate', '--yes', '--phase', 'server']);
    expect(changes(root).filter((line) => line.includes('client/'))).toEqual([]);
    expect(changes(root).filter((line) => line.includes('server/'))).not.toEqual([]);
    expect(readFileSync(path.join(root, 'server/app.js'), 'utf8')).toContain('token');
  });

  it.each([
    ['--phase', 'sever', 'all, server, client, cleanup'],
    ['--topology', 'local', 'same-origin, same-site, cross-site'],
    ['--csrf', 'no', 'origin, token'],
    ['--same-site', 'None', 'lax, strict, none'],
  ])('%s %s: says what it can be', async (option, value, allowed) => {
    const root = temporaryProject(APP, { git: true });
    const { code, error } = await httponly(root, ['migrate', '--yes', option, value]);
    expect(code).toBe(2);
    expect(error).toBe(`httponly: ${option} ${value}: it can be ${allowed}.`);
    expect(changes(root)).toEqual([]);
  });

  it.each([
    [['--pase', 'server'], '--pase'],
    [['server'], 'server'],
    [['--phase'], '--phase'],
  ])('%j is not understood, and said so', async (args, named) => {
    const { code, error } = await httponly(temporaryProject(APP, { git: true }), ['migrate', ...args]);
    expect(code).toBe(2);
    expect(error).toContain(named);
    expect(error).toMatch(/^httponly: /);
  });
});

describe('where it runs', () => {
  it('a repository that is not clean is left alone, unless that is wanted', async () => {
    const root = temporaryProject(APP, { git: true });
    writeFileSync(path.join(root, 'note.txt'), 'mine');
    const { code, error } = await httponly(root, ['migrate', '--yes']);
    expect(code).toBe(2);
    expect(error).toContain('uncommitted changes here (note.txt)');
    expect(changes(root)).toEqual(['?? note.txt']);
    expect((await httponly(root, ['migrate', '--yes', '--allow-dirty'])).code).toBeLessThan(2);
    expect(changes(root).length).toBeGreaterThan(1);
  });

  it('no repository is left alone, unless that is wanted', async () => {
    const root = temporaryProject(APP);
    const { code, error } = await httponly(root, ['migrate', '--yes']);
    expect(code).toBe(2);
    expect(error).toContain('this is not a git repository');
    expect(readFileSync(path.join(root, 'client/src/orders.js'), 'utf8')).toBe(APP['client/src/orders.js']);
    expect((await httponly(root, ['migrate', '--yes', '--allow-dirty'])).code).toBeLessThan(2);
    expect((await httponly(root, ['undo'])).code).toBe(0);
    expect(readFileSync(path.join(root, 'client/src/orders.js'), 'utf8')).toBe(APP['client/src/orders.js']);
  });

  it('a file that does not parse and speaks of tokens is named, and nothing is written', async () => {
    const root = temporaryProject({ ...APP, 'client/src/broken.js': "localStorage.setItem('token', ;\n" }, { git: true });
    const { code, out } = await httponly(root, ['migrate', '--yes']);
    expect(code).toBe(2);
    expect(out).toMatch(/Why nothing is written\n {2}client.src.broken\.js: it cannot be parsed \(line 1: /);
    expect(changes(root)).toEqual([]);
  });

  it('a file that is not UTF-8 and would change is named, and nothing is written', async () => {
    const root = temporaryProject(APP, { git: true });
    const latin = Buffer.from(`// \u00fc\n${APP['client/src/orders.js']}`, 'latin1');
    writeFileSync(path.join(root, 'client/src/orders.js'), latin);
    const { code, out } = await httponly(root, ['migrate', '--yes', '--allow-dirty']);
    expect(code).toBe(2);
    expect(out).toMatch(/client.src.orders\.js cannot be changed: its text is not UTF-8/);
    expect(changes(root)).toEqual([' M client/src/orders.js']);
  });

  it('a file that cannot be written keeps the others from being written', async () => {
    const root = temporaryProject(APP, { git: true });
    chmodSync(path.join(root, 'client/src/orders.js'), 0o444);
    const { code, out } = await httponly(root, ['migrate', '--yes']);
    expect(code).toBe(2);
    expect(out).toMatch(/Nothing was written\.\nNot written: client.src.orders\.js: it is read-only/);
    expect(changes(root)).toEqual([]);
  });

  it('undo without a migration says so', async () => {
    const { code, error } = await httponly(temporaryProject(APP, { git: true }), ['undo']);
    expect(code).toBe(2);
    expect(error).toContain('there is no migration to take back here');
  });
});
