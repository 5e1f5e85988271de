import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));
let work: string;
let tarball: string;

beforeAll(() => {
  work = realpathSync(mkdtempSync(path.join(tmpdir(), 'httponly-install-')));
  const packed = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', work], {
      cwd: repository,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as unknown;
  const [entry] = (Array.isArray(packed) ? packed : Object.values(packed as object)) as { filename: string }[];
  tarball = path.join(work, entry!.filename);
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

/** A fresh project with the packed plugin and these packages in it. */
function install(name: string, packages: readonly string[], files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(path.join(work, `${name}-`)));
  writeFileSync(path.join(root, 'package.json'), JSON.stringify({ name: 'app', private: true, type: 'module' }));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(root, file), text);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', tarball, ...packages], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return root;
}

function eslint(root: string, file: string): { status: number | null; rules: (string | null)[]; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/eslint/bin/eslint.js'), '--format', 'json', file],
    { cwd: root, encoding: 'utf8' },
  );
  const results = stdout === '' ? [] : (JSON.parse(stdout) as { messages: { ruleId: string | null }[] }[]);
  return { status, rules: results.flatMap((one) => one.messages.map(({ ruleId }) => ruleId)), stderr };
}

const CODE = "localStorage.setItem('token', response.data.token);\n";
const CONFIG = `import { defineConfig } from 'eslint/config';
import httponly from 'eslint-plugin-httponly';
export default defineConfig([{ plugins: { httponly }, extends: ['httponly/recommended'] }]);
`;
const TYPED_CONFIG = `import { defineConfig } from 'eslint/config';
import parser from '@typescript-eslint/parser';
import httponly from 'eslint-plugin-httponly';
export default defineConfig([{ files: ['**/*.ts'], languageOptions: { parser }, plugins: { httponly }, extends: ['httponly/recommended'] }]);
`;

describe('the packed plugin in a fresh project', () => {
  it.each([
    ['ESLint 10, no TypeScript', ['eslint@10'], 'a.js', CONFIG],
    ['ESLint 9, no TypeScript', ['eslint@9'], 'a.js', CONFIG],
    ['ESLint 10, TypeScript 7', ['eslint@10', 'typescript@7'], 'a.js', CONFIG],
    ['ESLint 10, TypeScript 5.9 and its parser', ['eslint@10', 'typescript@5.9', '@typescript-eslint/parser@8'], 'a.ts', TYPED_CONFIG],
    ['ESLint 9, TypeScript 5.9 and its parser', ['eslint@9', 'typescript@5.9', '@typescript-eslint/parser@8'], 'a.ts', TYPED_CONFIG],
  ])('lints: %s', (name, packages, file, config) => {
    const root = install(name.replace(/\W+/g, '-'), packages, { [file]: CODE, 'eslint.config.js': config });
    expect(eslint(root, file)).toEqual({ status: 1, rules: ['httponly/no-token-in-browser-storage'], stderr: '' });
  });

  it('scans without ESLint and without TypeScript', () => {
    const root = install('scan', [], { 'a.js': CODE });
    const { status, stdout } = spawnSync(path.join(root, 'node_modules/.bin/httponly'), ['scan'], { cwd: root, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toContain('no-token-in-browser-storage');
    expect(stdout).toContain('1 finding in 1 file');
  });

  it('is registered under another name as well', () => {
    const config = CONFIG.replace('plugins: { httponly }', 'plugins: { auth: httponly }').replace(
      "'httponly/recommended'",
      "'auth/recommended'",
    );
    const root = install('prefix', ['eslint@10'], { 'a.js': CODE, 'eslint.config.js': config });
    expect(eslint(root, 'a.js').rules).toEqual(['auth/no-token-in-browser-storage']);
  });

  it('holds nothing but what runs', () => {
    const listed = execFileSync('tar', ['tzf', tarball], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((one) => one.replace('package/', ''));
    expect(
      listed.filter((one) => !/^(?:dist\/[\w./-]+\.(?:c?js|d\.ts)|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(one)),
    ).toEqual([]);
  });
});
