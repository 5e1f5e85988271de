import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { httponly } from '../support/run-httponly.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** What becomes of a configuration. */
async function initialised(
  name: string,
  text: string,
  ...options: readonly string[]
): Promise<{ text: string; code: number; out: string }> {
  const root = temporaryProject({ 'package.json': '{}', [name]: text });
  const { code, out, error } = await httponly(root, ['init', ...options]);
  return { text: readFileSync(path.join(root, name), 'utf8'), code, out: out + error };
}

describe('a configuration of ESLint', () => {
  it.each([
    [
      'a list',
      'eslint.config.js',
      "import js from '@eslint/js';\n\nexport default [\n  js.configs.recommended,\n];\n",
      "import js from '@eslint/js';\nimport httponly from 'eslint-plugin-httponly';\n\nexport default [\n  js.configs.recommended,\n  httponly.configs.recommended,\n];\n",
    ],
    [
      'a list in defineConfig',
      'eslint.config.mjs',
      "import { defineConfig } from 'eslint/config';\nexport default defineConfig([{ rules: {} }]);\n",
      "import { defineConfig } from 'eslint/config';\nimport httponly from 'eslint-plugin-httponly';\nexport default defineConfig([{ rules: {} }, httponly.configs.recommended]);\n",
    ],
    [
      'arguments of typescript-eslint',
      'eslint.config.ts',
      'import tseslint from "typescript-eslint";\n\nexport default tseslint.config(\n  tseslint.configs.recommended,\n  { ignores: ["dist"] },\n);\n',
      'import tseslint from "typescript-eslint";\nimport httponly from "eslint-plugin-httponly";\n\nexport default tseslint.config(\n  tseslint.configs.recommended,\n  { ignores: ["dist"] },\n  httponly.configs.recommended,\n);\n',
    ],
    [
      'a variable',
      'eslint.config.mjs',
      'const config = [\n  { rules: {} },\n];\n\nexport default config;\n',
      "import httponly from 'eslint-plugin-httponly';\n\nconst config = [\n  { rules: {} },\n  httponly.configs.recommended,\n];\n\nexport default config;\n",
    ],
    [
      'CommonJS',
      'eslint.config.cjs',
      "const js = require('@eslint/js');\n\nmodule.exports = [js.configs.recommended];\n",
      "const js = require('@eslint/js');\nconst httponly = require('eslint-plugin-httponly');\n\nmodule.exports = [js.configs.recommended, httponly.configs.recommended];\n",
    ],
    ["another's name for what is imported", 'eslint.config.mjs', 'const httponly = true;\nexport default [{ rules: {} }];\n', undefined],
  ])('%s', async (_name, file, before, after) => {
    const { text, code } = await initialised(file, before);
    expect(code).toBe(0);
    if (after === undefined)
      expect(text).toMatch(/import (\w+) from 'eslint-plugin-httponly';[\s\S]*\[\{ rules: \{\} \}, \1\.configs\.recommended\]/);
    else expect(text).toBe(after);
  });

  it('keeps line ends and a byte order mark', async () => {
    const { text } = await initialised('eslint.config.mjs', '\uFEFFexport default [\r\n\t{ rules: {} },\r\n];\r\n');
    expect(text).toBe(
      "\uFEFFimport httponly from 'eslint-plugin-httponly';\r\n\r\nexport default [\r\n\t{ rules: {} },\r\n\thttponly.configs.recommended,\r\n];\r\n",
    );
  });

  it('takes another preset', async () => {
    expect((await initialised('eslint.config.mjs', 'export default [];\n', '--preset', 'strict')).text).toContain(
      'httponly.configs.strict',
    );
    expect((await initialised('eslint.config.mjs', 'export default [];\n', '--preset', 'all')).code).toBe(2);
  });

  it('is left alone where it has the plugin', async () => {
    const { text } = await initialised('eslint.config.mjs', 'export default [];\n');
    const again = await initialised('eslint.config.mjs', text);
    expect(again).toMatchObject({ text, code: 0 });
    expect(again.out).toContain('eslint.config.mjs has the plugin already.');
  });

  it.each([
    'export default await load();\n',
    'export default antfu();\n',
    "import config from './lint.js';\nexport default config;\n",
    'export default createConfigForNuxt().append({});\n',
    'export default Object.assign([], more);\n',
  ])('is left alone where it is not known what it is: %j', async (before) => {
    const { text, code, out } = await initialised('eslint.config.mjs', before);
    expect(text).toBe(before);
    expect(code).toBe(1);
    expect(out).toContain("import httponly from 'eslint-plugin-httponly';");
  });

  it('is an error where it is no program', async () => {
    expect(await initialised('eslint.config.mjs', 'export default [\n')).toMatchObject({ text: 'export default [\n', code: 2 });
  });

  it('is shown alone by --dry-run', async () => {
    const { text, out } = await initialised('eslint.config.mjs', 'export default [];\n', '--dry-run');
    expect(text).toBe('export default [];\n');
    expect(out).toContain('+export default [httponly.configs.recommended];');
  });
});

describe('a configuration of oxlint', () => {
  const ENTRY = '"./node_modules/eslint-plugin-httponly/dist/oxlint/recommended.json"';

  it.each([
    [
      'with other presets',
      '{\n  "extends": ["./a.json"],\n  "rules": {}\n}\n',
      `{\n  "extends": ["./a.json", ${ENTRY}],\n  "rules": {}\n}\n`,
    ],
    ['with none', '{\n  "rules": {}\n}\n', `{\n  "rules": {},\n  "extends": [${ENTRY}]\n}\n`],
    ['with comments', '{\n  // ours\n  "rules": {}\n}\n', `{\n  // ours\n  "rules": {},\n  "extends": [${ENTRY}]\n}\n`],
    ['that is empty', '{}\n', `{ "extends": [${ENTRY}] }\n`],
  ])('%s', async (_name, before, after) => {
    expect(await initialised('.oxlintrc.json', before)).toMatchObject({ text: after, code: 0 });
  });
});

describe('what is said', () => {
  it('names the command that installs, where the package is not there', async () => {
    expect((await initialised('eslint.config.mjs', 'export default [];\n')).out).toContain('npm install -D eslint-plugin-httponly');
  });

  it('says that there is no linter, and what needs none', async () => {
    const { code, error } = await httponly(temporaryProject({ 'package.json': '{}' }), ['init']);
    expect(code).toBe(2);
    expect(error).toContain('npx eslint-plugin-httponly scan needs neither');
  });

  it('leaves the record of a migration alone, which undo takes back', async () => {
    const root = temporaryProject({ 'package.json': '{}', 'eslint.config.mjs': 'export default [];\n' });
    await httponly(root, ['init']);
    expect((await httponly(root, ['undo'])).code).toBe(2);
    expect(existsSync(path.join(root, '.httponly'))).toBe(false);
  });

  it('says that ESLint is not installed where it is to write suppressions', async () => {
    const { code, out } = await initialised('eslint.config.mjs', 'export default [];\n', '--suppress');
    expect(code).toBe(2);
    expect(out).toContain('--suppress: ESLint is not installed here.');
  });
});
