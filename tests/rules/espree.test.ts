import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';
import type { ValidCase } from '../support/rule-cases.ts';
import { pathOf } from '../support/rule-cases.ts';
import { sampledCases } from '../support/sampled-cases.ts';

/** By ESLint's own parser, whose trees have no decorators, no types, and no fields for them. */
function lint(one: ValidCase, rules: readonly string[], options: readonly object[] = []): Linter.LintMessage[] {
  return new Linter({ configType: 'flat', cwd: '/virtual' }).verify(
    one.code,
    [
      {
        files: ['**/*.*'],
        plugins: { httponly: plugin },
        rules: Object.fromEntries(rules.map((rule) => [`httponly/${rule}`, ['error', ...options]])),
        settings: { httponly: one.settings ?? {} },
        languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
        linterOptions: { reportUnusedDisableDirectives: 'off' },
      },
    ] as never,
    { filename: pathOf(one) },
  );
}

/** Beside TypeScript, components of other parsers. */
const isOfOtherParser = ({ filename = '' }: ValidCase): boolean => /\.(?:vue|svelte|astro|html)$/.test(filename);

describe.each(sampledCases())("$rule under ESLint's own parser", ({ rule, valid, invalid }) => {
  it.each([...valid.map((one) => ({ ...one, errors: [] })), ...invalid].filter((one) => !isOfOtherParser(one)))('$name', (one) => {
    const messages = lint(one, [rule], one.options);
    // What has types in it is not for this parser.
    if (messages.some(({ fatal }) => fatal)) return;
    expect(messages.map(({ messageId, line, column }) => ({ messageId, line, column }))).toEqual(
      one.errors.map(({ messageId, line, column }) => ({ messageId, line, column })),
    );
  });
});

/** A mention of each library whose code has decorators, by which its finders are asked. */
const MENTIONS = `const words = "@nestjs/common @nestjs/graphql @nestjs/passport tsoa type-graphql mobx-persist grant_type client_secret";`;

describe("under ESLint's own parser, with every rule on", () => {
  it.each([
    ['methods', 'class Users { constructor(token) { this.token = token; } login(req, res) { res.json({ token: this.token }); } }'],
    ['fields', 'class Store { static session = null; accessToken = localStorage.token; #password; }'],
    [
      'accessors',
      'export default class { get token() { return this.t; } set token(value) { this.t = value; } async *[Symbol.iterator]() {} }',
    ],
    [
      'constructors that are handed on',
      'class Call { constructor(version, { password }) { this.client = version; this.data = { token: password, hash: password }; } }',
    ],
    [
      'compiled services',
      'let AuthService = class AuthService { async login(user) { return { access_token: this.jwt.sign(user) }; } };\nexports.AuthService = AuthService;',
    ],
    [
      'endpoints that clients ask',
      '/** For programs. */\nclass Tokens { create(req, res) { if (req.body.grant_type) res.json({ token: req.body.client_secret }); } }',
    ],
  ])('no rule trips over %s', (_name, code) => {
    const messages = lint({ name: '', code: `${MENTIONS}\n${code}`, filename: 'server/users.js' }, Object.keys(plugin.rules));
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  });
});
