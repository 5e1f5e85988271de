import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { parseFile } from '../../src/parsing/parse.ts';
import { rules } from '../../src/rules/index.ts';
import type { Node } from '../../src/syntax/nodes.ts';
import { isFunction, propertyName } from '../../src/syntax/nodes.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';
import type { SourceFile } from '../../src/syntax/source-file.ts';
import { nodesOf, textOf } from '../../src/syntax/source-file.ts';
import { lintAs } from '../support/eslint.ts';
import type { RuleCases } from '../support/rule-cases.ts';
import { allCases } from '../support/rule-cases.ts';
import { sampledCases } from '../support/sampled-cases.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const SEED = 20261126;

type Range = readonly [number, number];

/** Groups of pieces of a script that may stand in any order, by what they are. */
function groupsIn(code: string, filename: string): { kind: string; places: readonly Range[] }[] {
  const file = parseFile(`/virtual/${filename}`, code, { settings: DEFAULT_SETTINGS });
  const of = (kind: string, groups: readonly (readonly Range[])[]): { kind: string; places: readonly Range[] }[] =>
    groups.filter((places) => places.length > 1).map((places) => ({ kind, places }));
  return [
    ...of(FUNCTIONS, functionsIn(file)),
    ...of('imports', [file.ast.body.flatMap((one) => (one.type === 'ImportDeclaration' ? [one.range] : []))]),
    ...of('properties', propertiesIn(file)),
    ...of(
      'declarations',
      [...nodesOf(file, 'Program'), ...nodesOf(file, 'BlockStatement')].flatMap(({ body }) => declarationsAmong(file, body)),
    ),
  ];
}

/** Properties of an object: a spread or two of one name would win by their order. */
function propertiesIn(file: SourceFile): (readonly Range[])[] {
  return nodesOf(file, 'ObjectExpression').flatMap(({ properties }) => {
    const names = properties.map((one) => (one.type === 'Property' ? propertyName(one) : undefined));
    return names.includes(undefined) || new Set(names).size < names.length ? [] : [properties.map(({ range }) => range)];
  });
}

/** Runs of declarations of which none mentions what another one declares. */
function declarationsAmong(file: SourceFile, body: readonly Node[]): (readonly Range[])[] {
  const groups: Range[][] = [];
  let names: string[] = [];
  for (const [i, statement] of body.entries()) {
    const own = statement.type === 'VariableDeclaration' ? namesIn(textOf(file, statement)) : undefined;
    const goesOn = own && i > 0 && body[i - 1]?.type === 'VariableDeclaration' && !own.some((one) => names.includes(one));
    if (own && !goesOn) groups.push([]);
    if (own) groups.at(-1)!.push(statement.range);
    names = own ? [...(goesOn ? names : []), ...own] : [];
  }
  return groups;
}

/** Every name in a text but those that begin anything: two declarations that share one are taken to depend on each other. */
function namesIn(text: string): string[] {
  return (text.match(/[\w$]+/g) ?? []).filter(
    (one) => !/^(?:const|let|var|await|new|async|function|return|null|undefined|true|false)$/.test(one),
  );
}

/** Functions at the top of a script, methods of a class. */
function functionsIn(file: SourceFile): (readonly Range[])[] {
  const functions = file.ast.body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const values = declaration?.type === 'VariableDeclaration' ? declaration.declarations.map(({ init }) => init) : [];
    const isFunctions = values.length > 0 && values.every((one) => isFunction(one));
    return declaration?.type === 'FunctionDeclaration' || isFunctions ? [statement.range] : [];
  });
  const methods = [...nodesOf(file, 'ClassDeclaration'), ...nodesOf(file, 'ClassExpression')].map(({ body }) =>
    body.body.flatMap((one) => (one.type === 'MethodDefinition' ? [one.range] : [])),
  );
  return [functions, ...methods];
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

/** What was found: the words of the texts that were reported. Lines move, and what stands in a text may move in it. */
function found(code: string, one: { filename?: string; settings?: object }, names: readonly string[]): string[] {
  const starts = [0];
  for (const line of code.split('\n')) starts.push(starts.at(-1)! + line.length + 1);
  const offset = (line: number, column: number): number => starts[line - 1]! + column - 1;
  return lintAs({ ...one, name: '', code } as never, Object.fromEntries(names.map((name) => [`httponly/${name}`, 'error'])))
    .map(({ ruleId, line, column, endLine, endColumn }) => {
      const text = code.slice(offset(line, column), offset(endLine ?? line, endColumn ?? column));
      return `${ruleId}: ${(text.match(/[\w$]+/g) ?? []).toSorted().join(' ')}`;
    })
    .toSorted();
}

const FUNCTIONS = 'functions and methods';

function casesOf(rules: readonly RuleCases[], isWanted: (kind: string) => boolean) {
  return rules.flatMap(({ rule, valid, invalid }) =>
    [...valid, ...invalid].flatMap((one) => {
      const filename = one.filename ?? 'file.tsx';
      if (!/\.[cm]?[jt]sx?$/.test(filename) || /disable/.test(one.code)) return [];
      return groupsIn(one.code, filename).flatMap(({ kind, places }) => (isWanted(kind) ? [{ kind, rule, one, places }] : []));
    }),
  );
}

// Functions are what a walk goes through in an order; of the rest a sample is enough at each run.
const cases = [...casesOf(allCases(), (kind) => kind === FUNCTIONS), ...casesOf(sampledCases(), (kind) => kind !== FUNCTIONS)];

describe('the order of things changes no finding', () => {
  const everyRule = Object.keys(rules);

  it.each(cases)('of $kind: $rule: $one.name', ({ one, places }) => {
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
