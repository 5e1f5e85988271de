import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { OwnCheck } from '../../src/project/own-checks.ts';
import { ownChecks } from '../../src/project/own-checks.ts';
import { httponly } from '../support/run-httponly.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const installed = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** A project in which packages of ours are installed. */
function projectWith(files: Readonly<Record<string, string>>, ...packages: string[]): string {
  const root = temporaryProject({ 'package.json': '{ "name": "shop", "type": "module" }', ...files });
  if (packages.length > 0) mkdirSync(path.join(root, 'node_modules'), { recursive: true });
  for (const name of packages) symlinkSync(path.join(installed, name), path.join(root, 'node_modules', name));
  return root;
}

/** Checks a change of one file. */
function check(root: string, name: string, after: string, installs: Parameters<typeof ownChecks>[0]['installs'] = []): OwnCheck[] {
  const file = path.join(root, name);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const copies = (): number => readdirSync(tmpdir()).filter((one) => one.startsWith('httponly-check-')).length;
  const others = copies();
  const found = ownChecks({ root, files: [{ path: file, before, after, because: [] }], installs });
  expect(copies()).toBe(others);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(before);
  return found;
}

const TSCONFIG =
  '{ "compilerOptions": { "strict": true, "noEmit": true, "lib": ["es5"], "skipLibCheck": true, "types": [], "module": "esnext", "moduleResolution": "bundler" } }';

describe('--check', () => {
  it('names what TypeScript says that it did not say before', () => {
    const root = projectWith({ 'tsconfig.json': TSCONFIG, 'a.ts': 'export const one: number = "old";\n' }, 'typescript');
    const after = 'export const two: string = 2;\nexport const one: number = "old";\n';
    expect(check(root, 'a.ts', after)).toEqual([
      {
        tool: 'TypeScript',
        directory: '.',
        before: 1,
        added: [{ file: 'a.ts', line: 1, text: "TS2322: Type 'number' is not assignable to type 'string'." }],
      },
    ]);
  });

  it('follows a configuration that only refers to others', () => {
    const files = { 'tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }', 'tsconfig.app.json': TSCONFIG };
    const root = projectWith({ ...files, 'a.ts': 'export {};\n' }, 'typescript');
    expect(check(root, 'a.ts', 'export const two: string = 2;\n')).toMatchObject([{ added: [{ file: 'a.ts' }] }]);
  });

  it('names what ESLint says, of the files that change', () => {
    const config = "export default [{ rules: { 'no-unused-vars': 'error', 'no-var': 'warn' } }];\n";
    const root = projectWith({ 'eslint.config.js': config, 'a.js': 'var old = 1;\n', 'b.js': 'var other = 1;\n' }, 'eslint');
    expect(check(root, 'a.js', 'var old = 1;\nconst fresh = 2;\n')).toEqual([
      {
        tool: 'ESLint',
        directory: '.',
        before: 2,
        added: [{ file: 'a.js', line: 2, text: "error: 'fresh' is assigned a value but never used. (no-unused-vars)" }],
      },
    ]);
  });

  it.each([
    ['fail that passed', '0', '1', 0, 1],
    ['pass', '0', '0', 0, 0],
    ['failed before, which says nothing', '1', '2', 1, 0],
  ])('runs tests: they %s', (_, before, after, failed, added) => {
    const manifest = '{ "name": "shop", "type": "module", "scripts": { "test": "node test.js" } }';
    const root = projectWith({
      'package.json': manifest,
      'test.js': 'import { code } from "./code.js";\nconsole.log("so it is");\nprocess.exit(code);\n',
      'code.js': `export const code = ${before};\n`,
    });
    const [found] = check(root, 'code.js', `export const code = ${after};\n`);
    expect(found).toMatchObject({ tool: 'Tests', before: failed });
    expect(found!.added).toHaveLength(added);
    if (added > 0) expect(found!.added[0]!.details).toContain('so it is');
  });

  it('runs no tests where npm wrote the script', () => {
    const script = 'echo \\"Error: no test specified\\" && exit 1';
    expect(check(projectWith({ 'package.json': `{ "scripts": { "test": "${script}" } }`, 'a.js': '' }), 'a.js', '1;\n')).toEqual([]);
  });

  it('sees a package of the project where another uses it', () => {
    const root = projectWith({
      'shared/package.json': '{ "name": "shared", "type": "module", "exports": "./index.js" }',
      'shared/index.js': 'export const code = 0;\n',
      'package.json': '{ "type": "module", "scripts": { "test": "node test.js" } }',
      'test.js': 'import { code } from "shared";\nprocess.exit(code);\n',
      'node_modules/.keep': '',
    });
    symlinkSync('../shared', path.join(root, 'node_modules/shared'));
    expect(check(root, 'shared/index.js', 'export const code = 1;\n')).toMatchObject([
      { tool: 'Tests', added: [{ text: 'the tests fail' }] },
    ]);
  });

  it('does not run what needs a package that is not installed yet', () => {
    const manifest = '{ "type": "module", "scripts": { "test": "node test.js" } }';
    const root = projectWith({ 'package.json': manifest, 'test.js': '', 'a.js': '' });
    const installs = [{ directory: '.', packages: ['cookie-parser'] }];
    expect(check(root, 'a.js', '1;\n', installs)).toEqual([
      { tool: 'Tests', directory: '.', added: [], before: 0, notRun: 'cookie-parser is not installed yet' },
    ]);
  });
});

describe('httponly migrate --check', () => {
  const files = {
    'package.json':
      '{ "name": "shop", "type": "module", "scripts": { "test": "node test.js" }, "dependencies": { "cookie-parser": "1", "express": "5", "jsonwebtoken": "9" } }',
    'node_modules/cookie-parser/package.json': '{ "name": "cookie-parser" }',
    'test.js':
      "import { readFileSync } from 'node:fs';\nif (!readFileSync('login.js', 'utf8').includes('localStorage')) throw new Error('it was better before');\n",
    'app.js': `import express from 'express';
import jwt from 'jsonwebtoken';

export const app = express();
app.use(express.json());
app.use(express.static('public'));
app.post('/login', async (req, res) => {
  const user = await find(req.body.email);
  res.json({ user, token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET, { expiresIn: '1h' }) });
});
app.get('/orders', (req, res) => {
  jwt.verify(req.headers.authorization.split(' ')[1], process.env.JWT_SECRET);
  res.json([]);
});
`,
    'login.js': `export async function login(email) {
  const response = await fetch('/login', { method: 'POST', body: JSON.stringify({ email }) });
  const { token } = await response.json();
  localStorage.setItem('token', token);
}
export const orders = () => fetch('/orders', { headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` } });
`,
  };

  it('says what is new, and exits with 1', async () => {
    const root = temporaryProject(files, { git: true });
    const { code, out } = await httponly(root, ['migrate', '--dry-run', '--check']);
    expect(out).toContain("What the project's own tools say\n  Tests: fail now");
    expect(out).toContain('Tests: the tests fail, which passed before:');
    expect(out).toContain('it was better before');
    expect(code).toBe(1);
  });

  it('runs nothing where it is not asked for', async () => {
    const root = temporaryProject(files, { git: true });
    expect((await httponly(root, ['migrate', '--dry-run'])).out).not.toContain('own tools');
  });
});
