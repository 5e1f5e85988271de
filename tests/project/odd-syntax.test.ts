import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { expect, it } from 'vitest';
import { parseFile, UnparsableError } from '../../src/parsing/parse.ts';
import { rules } from '../../src/rules/index.ts';
import type { SourceFile } from '../../src/syntax/source-file.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** Sources that use every corner of the language: parsers' and compilers' own, bundles, polyfills. */
const PILE = [
  '@babel/*/lib/**/*.js',
  'ast-types/lib/**/*.js',
  'recast/lib/**/*.js',
  'jscodeshift/**/*.js',
  'eslint/lib/**/*.js',
  '@typescript-eslint/*/dist/**/*.js',
  'vite/dist/**/*.js',
  'rolldown/dist/**/*.{js,mjs}',
  'fast-check/lib/**/*.js',
  'svelte/src/**/*.js',
  'flow-parser/*.js',
  'esquery/**/*.js',
  'acorn*/dist/*.{js,mjs}',
  'fast-check/**/*.d.ts',
  'vue-eslint-parser/*.js',
];

it('no rule throws on any of a large pile of sources', () => {
  const files = globSync(PILE, { cwd: modules, absolute: true }).filter((file) => statSync(file).size < 400_000);
  expect(files.length).toBeGreaterThan(500);
  const failures: string[] = [];
  let unparsable = 0;
  for (const file of files) {
    let parsed: SourceFile;
    try {
      // A path of its own, so that node_modules is not what decides.
      parsed = parseFile(file.replace(modules, '/virtual/'), readFileSync(file, 'utf8'), { settings: DEFAULT_SETTINGS });
    } catch (error) {
      if (!(error instanceof UnparsableError)) failures.push(`${file}: ${String(error)}`);
      unparsable++;
      continue;
    }
    for (const [name, { definition }] of Object.entries(rules)) {
      try {
        definition.check(parsed, definition.defaultOptions);
      } catch (error) {
        failures.push(`${name} on ${file}: ${(error as Error).stack ?? String(error)}`);
      }
    }
  }
  expect(failures).toEqual([]);
  // Flow and deliberately broken sources.
  expect(unparsable / files.length).toBeLessThan(0.02);
}, 300_000);
