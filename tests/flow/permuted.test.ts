import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { parseFile } from '../../src/parsing/parse.ts';
import { rules } from '../../src/rules/index.ts';
import { isFunction } from '../../src/syntax/nodes.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';
import { nodesOf } from '../../src/syntax/source-file.ts';
import { lintAs } from '../support/eslint.ts';
import { allCases } from '../support/rule-cases.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const SEED = 20261126;

type Range = readonly [number, number];

/** Groups of pieces of a script that may stand in any order: functions at its top, methods of a class. */
function groupsIn(code: string, filename: string): (readonly Range[])[] {
  const file = parseFile(`/virtual/${filename}`, code, { settings: DEFAULT_SETTINGS });
  const functions = file.ast.body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const values = declaration?.type === 'VariableDeclaration' ? declaration.declarations.map(({ init }) => init) : [];
    const isFunctions = values.length > 0 && values.every((one) => isFunction(one));
    return declaration?.type === 'FunctionDeclaration' || isFunctions ? [statement.range] : [];
  });
  const methods = [...nodesOf(file, 'ClassDeclaration'), ...nodesOf(file, 'ClassExpression')].map(({ body }) =>
    body.body.flatMap((one) => (one.type === 'MethodDefinition' ? [one.range] : [])),
  );
  return [functions, ...methods].filter((group) => group.length > 1);
}

/** The code with its functions in another order. */
function permuted(code: string, places: readonly Range[], order: readonly number[]): string {
  let text = '';
  let end = 0;
  for (const [i, [from, to]] of places.entries()) {
    const [start, stop] = places[order[i]!]!;
    text += code.slice(end, from) + code.slice(start, stop);
    end = to;
  }
  return text + code.slice(end);
}

/** What was found, as the texts that were reported: lines move. */
function found(code: string, one: { filename?: string; settings?: object }, names: readonly string[]): string[] {
  const lines = code.split('\n');
  return lintAs({ ...one, name: '', code } as never, Object.fromEntries(names.map((name) => [`httponly/${name}`, 'error'])))
    .map(({ ruleId, line, column, endColumn }) => `${ruleId}: ${lines[line - 1]!.slice(column - 1, endColumn).trim()}`)
    .toSorted();
}

const cases = allCases().flatMap(({ rule, valid, invalid }) =>
  [...valid, ...invalid].flatMap((one) => {
    const filename = one.filename ?? 'file.tsx';
    if (!/\.[cm]?[jt]sx?$/.test(filename) || /disable/.test(one.code)) return [];
    return groupsIn(one.code, filename).map((places) => ({ rule, one, places }));
  }),
);

describe('the order of things changes no finding', () => {
  const everyRule = Object.keys(rules);

  it.each(cases)('of functions: $rule: $one.name', ({ one, places }) => {
    const expected = found(one.code, one, everyRule);
    const orders = fc.sample(fc.shuffledSubarray([...places.keys()], { minLength: places.length }), { seed: SEED, numRuns: 2 });
    for (const order of orders) expect(found(permuted(one.code, places, order), one, everyRule)).toEqual(expected);
  });

  it('of rules', () => {
    const sample = cases.filter((_, i) => i % 7 === 0);
    for (const { one } of sample) expect(found(one.code, one, everyRule.toReversed())).toEqual(found(one.code, one, everyRule));
  });

  it('of files', () => {
    // Modules that import each other in a circle: what one of them gives is known by way of the others only.
    const texts = {
      session:
        "import { read } from './store';\nimport { keep } from './keep';\nexport const session = () => ({ t: read() });\nexport const login = (r) => keep(r.data);\n",
      store:
        "import { session } from './session';\nexport const read = () => window.localStorage.getItem('token') ?? session().t;\nexport const write = (v) => window.localStorage.setItem('token', v);\n",
      keep: "import { login, session } from './session';\nimport { write } from './store';\nexport function keep(data) { if (!data) login({}); write(data.accessToken); window.sessionStorage.setItem('copy', session().t); }\n",
      use: "import { session } from './session';\nexport const load = () => fetch('/api/me', { headers: { Authorization: `Bearer ${session().t}` } });\nexport const link = () => { window.location.href = '/x?t=' + session().t; };\nexport const log = () => console.log(session().t);\n",
    };
    const names = Object.keys(texts) as (keyof typeof texts)[];
    /** The same project, its files named so that they are read in another order. */
    const findings = (order: readonly number[]): string[] => {
      const called = new Map(names.map((name, i) => [name, `${'abcd'[order[i]!]}-${name}`]));
      const files = names.map((name) => [
        `src/${called.get(name)}.js`,
        texts[name].replace(/'\.\/(\w+)'/g, (_, other: keyof typeof texts) => `'./${called.get(other)}'`),
      ]);
      return scan(temporaryProject(Object.fromEntries(files) as Record<string, string>), { preset: 'strict' })
        .findings.map(({ file, rule, line }) => `${file.replace(/[a-d]-/, '')}:${line} ${rule}`)
        .toSorted();
    };
    const expected = findings([0, 1, 2, 3]);
    expect(expected.length).toBeGreaterThan(2);
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        expect(findings(order)).toEqual(expected);
      }),
      { seed: SEED, numRuns: 12 },
    );
  });
});
