import { RuleTester } from '@typescript-eslint/rule-tester';
import { afterAll, describe, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { languageFor } from '../support/eslint.ts';
import type { ValidCase } from '../support/rule-cases.ts';
import { allCases, pathOf } from '../support/rule-cases.ts';

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

const common = (one: ValidCase): object => ({
  name: one.name,
  code: one.code,
  filename: pathOf(one),
  languageOptions: languageFor(pathOf(one)),
  ...(one.options && { options: one.options }),
  settings: { httponly: one.settings ?? {} },
});

for (const { rule, valid, invalid } of allCases()) {
  new RuleTester().run(rule, rules[rule] as never, {
    valid: valid.map(common) as never,
    invalid: invalid.map((one) => ({ ...common(one), errors: one.errors })) as never,
  });
}
