import { Linter } from 'eslint9';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';
import { languageFor } from '../support/eslint.ts';
import { pathOf } from '../support/rule-cases.ts';
import { sampledCases } from '../support/sampled-cases.ts';

/** The runner beside this file is ESLint 10's; here the same cases meet ESLint 9. */
describe.each(sampledCases())('$rule under ESLint 9', ({ rule, valid, invalid }) => {
  it.each([...valid.map((one) => ({ ...one, errors: [] })), ...invalid])('$name', (one) => {
    const linter = new Linter({ configType: 'flat', cwd: '/virtual' });
    const messages = linter.verify(
      one.code,
      [
        {
          files: ['**/*.*'],
          plugins: { httponly: plugin },
          rules: { [`httponly/${rule}`]: ['error', ...(one.options ?? [])] },
          settings: { httponly: one.settings ?? {} },
          languageOptions: languageFor(pathOf(one)),
          linterOptions: { reportUnusedDisableDirectives: 'off' },
        },
      ] as never,
      { filename: pathOf(one) },
    );
    expect(messages.map(({ messageId, line, column }) => ({ messageId, line, column }))).toEqual(
      one.errors.map(({ messageId, line, column }) => ({ messageId, line, column })),
    );
  });
});
