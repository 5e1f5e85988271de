import * as angular from '@angular-eslint/template-parser';
import css from '@eslint/css';
import json from '@eslint/json';
import markdown from '@eslint/markdown';
import html from '@html-eslint/eslint-plugin';
import * as typescriptParser from '@typescript-eslint/parser';
import * as astro from 'astro-eslint-parser';
import * as ember from 'ember-eslint-parser';
import * as handlebars from 'ember-eslint-parser/hbs';
import { Linter } from 'eslint';
import { Linter as Linter9 } from 'eslint9';
import * as mdx from 'eslint-mdx';
import * as svelte from 'svelte-eslint-parser';
import { describe, expect, it } from 'vitest';
import * as vue from 'vue-eslint-parser';
import * as yaml from 'yaml-eslint-parser';
import plugin from '../../src/index.ts';

/** A file in some language that ESLint can be taught, and what the rules find in the scripts of it. */
interface Language {
  readonly name: string;
  readonly file: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly code: string;
  readonly found?: readonly string[];
}

/** What makes rules look at a file: one word for each that has another hint. */
const WORDS =
  'localStorage [innerHTML] Authorization: Bearer token secret password express() jwt.sign jwt.verify document.cookie ' +
  "postMessage console.log helmet cors(app) fetch('/api/login') window.token req.session authOptions useState refresh";

const KEEP = "localStorage.setItem('token', token)";
const STORED = 'no-token-in-browser-storage';

/** As the GraphQL parser hands documents over: in a program with ESLint's own keys, whose body is no statement. */
const graphql = {
  parseForESLint: (code: string) => {
    const at = { range: [0, code.length], loc: { start: { line: 1, column: 0 }, end: { line: 9, column: 0 } } };
    const text = { type: 'TemplateLiteral', kind: 'StringValue', value: 'token', ...at };
    const document = { type: 'Document', kind: 'Document', definitions: [text], ...at };
    return { ast: { type: 'Program', sourceType: 'script', body: [document], comments: [], tokens: [], ...at } };
  },
};

const LANGUAGES: readonly Language[] = [
  {
    name: "Angular's templates",
    file: 'login.component.html',
    config: { languageOptions: { parser: angular } },
    code: [
      `<p>${WORDS}</p>`,
      '<p [innerHTML]="body" (click)="keep(token, ...[password])" [title]="`Bearer ${token}`">Authorization: Bearer $&#123;token&#125;</p>',
      "@if (localStorage.getItem('token'); as token) { <b [title]=\"{ Authorization: 'Bearer ' + token }\">{{ token }}</b> }",
    ].join('\n'),
  },
  {
    name: 'HTML',
    file: 'login.html',
    config: { plugins: { html }, language: 'html/html' },
    code: `<p>${WORDS}</p><script>${KEEP}</script>`,
  },
  {
    name: 'JSON',
    file: 'a.json',
    config: { plugins: { json }, language: 'json/json' },
    code: JSON.stringify({ localStorage: WORDS, Authorization: 'Bearer ${token}' }),
  },
  {
    name: 'CSS',
    file: 'a.css',
    config: { plugins: { css }, language: 'css/css' },
    code: `/* ${WORDS} Authorization: Bearer \${token} */\n[innerHTML] { content: 'localStorage' }\n`,
  },
  {
    name: 'Markdown',
    file: 'a.md',
    config: { plugins: { markdown }, language: 'markdown/gfm' },
    code: `# ${WORDS}\n\nAuthorization: Bearer \${token}\n\n\`\`\`js\n${KEEP}\n\`\`\`\n`,
  },
  {
    name: 'YAML',
    file: 'a.yml',
    config: { languageOptions: { parser: yaml } },
    code: `localStorage: "${WORDS}"\nheaders:\n  - "Authorization: Bearer \${token}"\n  - '[innerHTML]'\n`,
  },
  { name: 'GraphQL', file: 'a.graphql', config: { languageOptions: { parser: graphql } }, code: `# ${WORDS}\nquery { token }\n` },
  {
    name: 'Handlebars',
    file: 'a.hbs',
    config: { languageOptions: { parser: handlebars } },
    code: `<p title="Authorization: Bearer $\{{token}}">${WORDS} {{{this.body}}}</p>\n`,
  },
  {
    name: 'MDX',
    file: 'a.mdx',
    config: { languageOptions: { parser: mdx } },
    code: [
      "import Page from './page';",
      '',
      `# ${WORDS}`,
      '',
      'Authorization: Bearer `${token}`',
      '',
      `export const keep = (token) => ${KEEP};`,
      '',
      '<button onClick={() => keep(token)} />',
      '',
    ].join('\n'),
    found: [`7 ${STORED}`],
  },
  {
    name: "Ember's components",
    file: 'a.gjs',
    config: { languageOptions: { parser: ember } },
    code: `${KEEP};\n<template>${WORDS} <p title="Authorization: Bearer $\{{token}}">{{{this.body}}}</p></template>\n`,
    found: [`1 ${STORED}`],
  },
  {
    name: "Ember's components in TypeScript",
    file: 'a.gts',
    config: { languageOptions: { parser: ember } },
    code: [
      "import Component from '@glimmer/component';",
      'export default class Login extends Component<{ Args: object }> {',
      `  keep(token: string): void { ${KEEP}; }`,
      `  <template>${WORDS} {{{this.body}}}</template>`,
      '}',
      '',
    ].join('\n'),
    found: [`3 ${STORED}`],
  },
  {
    name: 'Astro',
    file: 'a.astro',
    config: { languageOptions: { parser: astro, parserOptions: { parser: typescriptParser } } },
    code: `---\nconst keep = () => ${KEEP};\n---\n<p set:html={body}>${WORDS} Authorization: Bearer $\{token}</p>\n`,
    found: [`2 ${STORED}`, '4 no-unsanitized-html'],
  },
  {
    name: 'Svelte',
    file: 'a.svelte',
    config: { languageOptions: { parser: svelte } },
    code: `<script>\n${KEEP}\n</script>\n<p innerHTML={body}>${WORDS} Authorization: Bearer $\{token} {@html body}</p>\n`,
    found: [`2 ${STORED}`, '4 no-unsanitized-html'],
  },
  {
    name: 'Vue',
    file: 'a.vue',
    config: { languageOptions: { parser: vue } },
    code: `<script setup>\n${KEEP}\n</script>\n<template><p v-html="body" :title="\`Bearer $\{token}\`">${WORDS} {{ token }}</p></template>\n`,
    found: [`2 ${STORED}`, '4 no-unsanitized-html'],
  },
];

describe.each([
  ['ESLint 10', Linter],
  ['ESLint 9', Linter9 as unknown as typeof Linter],
])('under %s, with every rule on', (_version, ESLintLinter) => {
  it.each(LANGUAGES)('$name: what is no script is left alone, what is one is read', ({ file, config, code, found = [] }) => {
    const linter = new ESLintLinter({ configType: 'flat', cwd: '/virtual' });
    const { plugins } = config as { plugins?: object };
    const messages = linter.verify(
      code,
      [
        {
          files: ['**/*.*'],
          ...config,
          plugins: { ...plugins, httponly: plugin },
          rules: Object.fromEntries(Object.keys(plugin.rules).map((rule) => [`httponly/${rule}`, 'error'])),
          linterOptions: { reportUnusedDisableDirectives: 'off' },
        },
      ] as never,
      { filename: `/virtual/${file}` },
    );
    expect(messages.map(({ line, ruleId, message }) => `${line} ${ruleId?.replace('httponly/', '') ?? message}`)).toEqual(found);
  });
});
