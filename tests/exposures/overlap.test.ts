import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { lint } from '../support/eslint.ts';
import { sampledCases } from '../support/sampled-cases.ts';

const everyRule = Object.keys(rules);

/** Verdicts about an app as a whole stand together at its creation: each is another defect, and no rule gives two. */
const isAboutApps = (rule: string | null): boolean => rules[rule?.replace('httponly/', '') ?? '']?.definition.isAboutApps === true;

describe('all rules together', () => {
  const cases = sampledCases().flatMap(({ rule, valid, invalid }) =>
    [...valid, ...invalid].map((one) => ({ ...one, title: `${rule}: ${one.name}` })),
  );

  it.each(cases)('one defect, one report: $title', (one) => {
    const messages = lint(one, everyRule).map((message) => ({
      rule: message.ruleId,
      from: message.line * 1e5 + message.column,
      to: (message.endLine ?? message.line) * 1e5 + (message.endColumn ?? message.column),
    }));
    const overlapping = messages.flatMap((a, i) =>
      messages
        .slice(i + 1)
        .filter((b) => a.from < b.to && b.from < a.to && !(a.rule !== b.rule && isAboutApps(a.rule) && isAboutApps(b.rule)))
        .map((b) => [a, b]),
    );
    expect(overlapping).toEqual([]);
  });
});
