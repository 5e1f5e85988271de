import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eslint, PackedPlugin } from './support/packed-plugin.ts';

let packed: PackedPlugin;

beforeAll(() => {
  packed = new PackedPlugin();
});

afterAll(() => {
  packed.remove();
});

const CODE = "localStorage.setItem('token', response.data.token);\n";
const CONFIG = `import { defineConfig } from 'eslint/config';
import httponly from 'eslint-plugin-httponly';
export default defineConfig([{ plugins: { httponly }, extends: ['httponly/recommended'] }]);
`;
const PLAIN = "export default [{ rules: { 'no-unused-vars': 'error' } }];\n";
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
    const root = packed.install(name.replace(/\W+/g, '-'), packages, { [file]: CODE, 'eslint.config.js': config });
    expect(eslint(root, file)).toEqual({ status: 1, rules: ['httponly/no-token-in-browser-storage'], stderr: '' });
  });

  it('scans without ESLint and without TypeScript', () => {
    const root = packed.install('scan', [], { 'a.js': CODE });
    const { status, stdout } = spawnSync(path.join(root, 'node_modules/.bin/httponly'), ['scan'], { cwd: root, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toContain('no-token-in-browser-storage');
    expect(stdout).toContain('1 finding in 1 file');
  });

  it('is added to a configuration, and what it finds then is left for later', () => {
    const root = packed.install('init', ['eslint@10'], { 'a.js': CODE, 'b.js': 'const a = 1;\n', 'eslint.config.js': PLAIN });
    const run = (...words: readonly string[]): number | null =>
      spawnSync(path.join(root, 'node_modules/.bin/httponly'), words, { cwd: root, encoding: 'utf8' }).status;
    expect(run('init', '--suppress')).toBe(0);
    expect(eslint(root, 'a.js', 'b.js').rules).toEqual(['no-unused-vars']);
    expect(run('scan')).toBe(0);
  });

  it('is registered under another name as well', () => {
    const config = CONFIG.replace('plugins: { httponly }', 'plugins: { auth: httponly }').replace(
      "'httponly/recommended'",
      "'auth/recommended'",
    );
    const root = packed.install('prefix', ['eslint@10'], { 'a.js': CODE, 'eslint.config.js': config });
    expect(eslint(root, 'a.js').rules).toEqual(['auth/no-token-in-browser-storage']);
  });

  it('holds nothing but what runs', () => {
    const listed = execFileSync('tar', ['tzf', packed.tarball], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((one) => one.replace('package/', ''));
    expect(
      listed.filter(
        (one) =>
          !/^(?:dist\/[\w./-]+\.(?:c?js|d\.ts)|dist\/oxlint\/[\w-]+\.json|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(one),
      ),
    ).toEqual([]);
  });
});
