import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../src/parsing/parse.ts';
import { nodesOf } from '../../src/syntax/source-file.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';
import { staticText } from '../../src/flow/static-text.ts';

/** An expression as it is written, and what it may be: several values where a condition decides. */
interface Made {
  readonly code: string;
  readonly values: readonly (string | number)[];
}

/** Statements that a piece of code needs before it. */
const DECLARED =
  "const HOST = 'example.com', PORT = 3000;\nconst KEYS = { token: 'auth_token', nested: { 'look-up': `theme` } } as const;\nenum Names { Session = 'session_id' }\nlet grown = 'a=';\ngrown += HOST;\ngrown += '; b';\nconst { token: renamed } = KEYS;\nconst prefixed = (name: string) => 'app:' + name;\n";

const KNOWN: readonly Made[] = [
  { code: 'HOST', values: ['example.com'] },
  { code: 'PORT', values: [3000] },
  { code: 'KEYS.token', values: ['auth_token'] },
  { code: "KEYS.nested['look-up']", values: ['theme'] },
  { code: 'Names.Session', values: ['session_id'] },
  { code: 'grown', values: ['a=example.com; b'] },
  { code: 'renamed', values: ['auth_token'] },
  { code: "prefixed('x')", values: ['app:x'] },
];

const text = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('', '\\', '\n', '\'"`', '${x}', '\u2028', 'ü€😀', 'token'));
const inTemplate = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${').replaceAll('\r', '\\r');

const combine = (
  left: readonly (string | number)[],
  right: readonly (string | number)[],
  by: (a: string | number, b: string | number) => string | number,
): (string | number)[] => left.flatMap((a) => right.map((b) => by(a, b)));
const plus = (a: string | number, b: string | number): string | number =>
  typeof a === 'number' && typeof b === 'number' ? a + b : String(a) + String(b);

/** @param decides Makes what only a run decides: conditionals. */
function expressions(decides: boolean): fc.Arbitrary<Made> {
  const leaf = fc.oneof(
    text.map((value): Made => ({ code: JSON.stringify(value), values: [value] })),
    text.map((value): Made => ({ code: `\`${inTemplate(value)}\``, values: [value] })),
    fc.nat(999).map((value): Made => ({ code: String(value), values: [value] })),
    fc.constantFrom(...KNOWN),
  );
  const { expression } = fc.letrec<{ expression: Made }>((tie) => {
    const sub = tie('expression');
    const concatenation = fc
      .tuple(sub, sub)
      .map(([a, b]): Made => ({ code: `(${a.code} + ${b.code})`, values: combine(a.values, b.values, plus) }));
    const template = fc.tuple(text, sub, text, sub, text).map(([one, a, two, b, three]): Made => ({
      code: `\`${inTemplate(one)}\${${a.code}}${inTemplate(two)}\${${b.code}}${inTemplate(three)}\``,
      values: combine(a.values, b.values, (x, y) => one + String(x) + two + String(y) + three),
    }));
    const joined = fc.tuple(sub, sub, text).map(([a, b, separator]): Made => ({
      code: `[${a.code}, ${b.code}].join(${JSON.stringify(separator)})`,
      values: combine(a.values, b.values, (x, y) => String(x) + separator + String(y)),
    }));
    const concat = fc.tuple(text, sub, sub).map(([one, a, b]): Made => ({
      code: `${JSON.stringify(one)}.concat(${a.code}, ${b.code})`,
      values: combine(a.values, b.values, (x, y) => one + String(x) + String(y)),
    }));
    const wrapped = sub.map((a): Made => ({ code: `String(${a.code} as never)`, values: a.values.map(String) }));
    const conditional = fc
      .tuple(sub, sub)
      .map(([a, b]): Made => ({ code: `(decide() ? ${a.code} : ${b.code})`, values: [...a.values, ...b.values] }));
    return {
      expression: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        leaf,
        concatenation,
        template,
        joined,
        concat,
        wrapped,
        ...(decides ? [conditional] : []),
      ),
    };
  });
  return expression;
}

function textOfExpression(code: string): string | undefined {
  const file = parseFile('/virtual/a.ts', `${DECLARED}export default ${code};\n`, { settings: DEFAULT_SETTINGS });
  return staticText(file, nodesOf(file, 'ExportDefaultDeclaration')[0]!.declaration);
}

describe('the static text of an expression', () => {
  it.each([
    // A sum whose sides decide for themselves: of texts for one operand, of numbers for the other.
    ['((f() ? `` : 0) + (g() ? 0 : 0))', '0'],
    ['((f() ? "" : 1) + (g() ? 2 : 3))', '3'],
    ['((f() ? given() : 1) + 2)', '3'],
    ['((given() ?? 3000) + 1)', '3001'],
    ['((given() || 3000) + PORT)', '6000'],
    ['((f() && 3000) + 1)', '3001'],
    ["((given() || '3000') + 1)", '30001'],
    ['((f() ? (g() ? "" : 1) : "x") + 1)', '2'],
  ])('of %s is %s', (code, expected) => {
    expect(textOfExpression(code)).toBe(expected);
  });

  it('is what evaluating it gives', () => {
    fc.assert(
      fc.property(expressions(false), ({ code, values: [value] }) => {
        expect(textOfExpression(code)).toBe(String(value));
      }),
      { numRuns: 500 },
    );
  });

  it('is one of the texts that it may have where a run decides', () => {
    fc.assert(
      fc.property(expressions(true), ({ code, values }) => {
        expect(values.map(String)).toContain(textOfExpression(code));
      }),
      { numRuns: 500 },
    );
  });

  it('is not known where a part of it is not', () => {
    fc.assert(
      fc.property(expressions(false), expressions(false), (before, after) => {
        expect(textOfExpression(`${before.code} + given() + ${after.code}`)).toBeUndefined();
        expect(textOfExpression(`\`\${${before.code}}\${given()}\``)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });
});
