import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import * as svelteParser from 'svelte-eslint-parser';
import * as vueParser from 'vue-eslint-parser';
import plugin from '../../src/index.ts';
import type { ValidCase } from './rule-cases.ts';
import { pathOf } from './rule-cases.ts';

/** The language options under which a file of this name is read. */
export function languageFor(filename: string): Linter.LanguageOptions {
  if (filename.endsWith('.vue'))
    return { parser: vueParser, parserOptions: { parser: typescriptParser, sourceType: 'module', ecmaFeatures: { jsx: true } } };
  if (filename.endsWith('.svelte')) return { parser: svelteParser, parserOptions: { parser: typescriptParser } };
  return { parser: typescriptParser, sourceType: 'module', parserOptions: { ecmaFeatures: { jsx: !filename.endsWith('.ts') } } };
}

/** What ESLint says of a case with the given rules on, by their ids without prefix. */
export function lint(one: ValidCase, rules: readonly string[], options: readonly object[] = []): Linter.LintMessage[] {
  return lintAs(one, Object.fromEntries(rules.map((rule) => [`httponly/${rule}`, ['error', ...options]])));
}

/** What ESLint says of a case with rules as a preset has them. */
export function lintAs(one: ValidCase, rules: Readonly<Record<string, unknown>>): Linter.LintMessage[] {
  const linter = new Linter({ configType: 'flat', cwd: '/virtual' });
  const filename = pathOf(one);
  return linter.verify(
    one.code,
    [
      {
        files: ['**/*.*'],
        plugins: { httponly: plugin },
        rules,
        settings: { httponly: one.settings ?? {} },
        languageOptions: languageFor(filename),
        linterOptions: { reportUnusedDisableDirectives: 'off' },
      },
    ] as Linter.Config[],
    { filename },
  );
}
