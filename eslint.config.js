import stylistic from '@stylistic/eslint-plugin';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import nodePlugin from 'eslint-plugin-n';
import * as regexpPlugin from 'eslint-plugin-regexp';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'examples/', 'tests/apps/', 'tests/lab/apps/', 'tests/codemods/*/*/']),
  tseslint.configs.strictTypeChecked,
  nodePlugin.configs['flat/recommended-module'],
  regexpPlugin.configs['flat/recommended'],
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js', 'scripts/*.mjs', 'bench/*.mjs'] } } },
    rules: {
      // With noUncheckedIndexedAccess, `!` is how an index that is known to be in bounds is said.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // The node types of TSESTree are an enum whose module the lint door must not load: they are compared as texts.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // TypeScript resolves imports, the bundler what is shipped.
      'n/no-missing-import': 'off',
      'n/no-unpublished-import': 'off',
      'n/no-process-exit': 'error',
    },
  },
  {
    plugins: { '@stylistic': stylistic },
    rules: { complexity: ['error', 15], '@stylistic/max-len': ['error', { code: 140 }] },
  },
  // Code in texts, of cases and of modules that a migration adds, has lines of its own.
  {
    files: ['tests/**', 'src/templates/**'],
    rules: { '@stylistic/max-len': ['error', { code: 140, ignoreStrings: true, ignoreTemplateLiterals: true }] },
  },
  { files: ['src/rules/**', 'src/lint/**'], extends: [eslintPlugin.configs.recommended] },
  // Called experimental in Node 20, and there.
  {
    files: ['tests/e2e/**', 'tests/lab/**', 'tests/scripts/**', 'scripts/**'],
    rules: { 'n/no-unsupported-features/node-builtins': ['error', { ignores: ['fetch', 'fs.cpSync'] }] },
  },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
);
