import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Changes } from '../../src/edits/changes.ts';
import { listsOf } from '../../src/edits/lists.ts';
import { render } from '../../src/edits/render.ts';
import { parseFile } from '../../src/parsing/parse.ts';
import type { ByType } from '../../src/syntax/by-type.ts';
import { byType } from '../../src/syntax/by-type.ts';
import type { Node } from '../../src/syntax/nodes.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';
import type { SourceFile } from '../../src/syntax/source-file.ts';
import { childrenOf } from '../../src/syntax/source-file.ts';

/** A piece of a program: lines, in which `@` becomes a number of its own, so that every piece is written only once. */
type Lines = readonly string[];

const indented = (lines: Lines): string[] => lines.map((line) => (line === '' ? '' : `  ${line}`));
const nested = (parts: readonly Lines[]): string[] => parts.flatMap(indented);

const { statement } = fc.letrec<{ statement: Lines }>((tie) => {
  const body = fc.array(tie('statement'), { maxLength: 3 });
  const some = fc.array(tie('statement'), { minLength: 1, maxLength: 3 });
  return {
    statement: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      fc.constantFrom<Lines>(
        ['call@(a@, b@);'],
        ["call@({ a@: 1, b@: 'two', ...c@ }, [d@, e@]);"],
        ['call@({', '  a@: 1,', '  // the token', '  b@: 2,', '});'],
        ['call@({', '  a@,', '  b@: 2', '});'],
        ['call@(', '  a@,', '  b@,', ');'],
        ['const a@ = one@, b@ = two@;'],
        ['const { a@, b@: c@ } = source@;'],
        ['let d@;'],
        ['a@ && b@();'],
        ['a@ ? b@() : c@();'],
        ['a@(), b@();'],
        ['const f@ = (a@, b@) => g@(a@);'],
        ['const f@ = () => (g@(), h@);'],
        ['p@().then((r@) => s@(r@)).catch(e@);'],
        ['if (a@) b@();'],
        ['if (a@) b@(); else c@();'],
        ['if (a@) b@();', 'else if (c@) d@();', 'else e@();'],
        ['for (const a@ of b@) c@();'],
        ['while (a@) b@();'],
        ['// about a@', 'b@(); // behind'],
        ['// restore the token', 'b@();'],
        ['/* a', '   block */', 'c@();'],
        ['a@(); b@(); c@();'],
        ['type A@ = { a@: string; b@?: number };'],
        ['interface I@ {', '  a@: string;', '  b@(): void;', '}'],
        ['class C@ {', '  a@ = 1;', '', '  b@(c@, d@) {', '    e@();', '  }', '}'],
        ['switch (a@) {', '  case 1:', '    b@();', '    break;', '  default:', '    c@();', '}'],
        ['x@ = <A b@={1} c@="2">text {d@} <E /></A>;'],
        ['x@ = `a ${b@} c`;'],
        ['delete a@.b@;'],
        [''],
      ),
      body.map((parts): Lines => ['function f@(a@, b@) {', ...nested(parts), '}']),
      body.map((parts): Lines => ['async function f@(a@) {', '  await b@(a@);', ...nested(parts), '  return c@();', '}']),
      some.map((parts): Lines => ['if (a@) {', ...nested(parts), '}']),
      fc.tuple(some, body).map(([yes, no]): Lines => ['if (a@) {', ...nested(yes), '} else {', ...nested(no), '}']),
      fc.tuple(body, body).map(([one, two]): Lines => ['try {', ...nested(one), '} catch (e@) {', ...nested(two), '}']),
      body.map((parts): Lines => ['useEffect(() => {', ...nested(parts), '}, [a@]);']),
    ),
  };
});

const IMPORTS: readonly Lines[] = [
  ["import a@ from 'a@';"],
  ["import { b@, c@ as d@ } from 'b@';"],
  ["import e@, { f@ } from 'e@';"],
  ['import {', '  g@,', '  h@,', "} from 'g@';"],
  ["import * as i@ from 'i@';"],
];

interface Program {
  readonly code: string;
}

const program: fc.Arbitrary<Program> = fc
  .record({
    imports: fc.subarray([...IMPORTS]),
    statements: fc.array(statement, { minLength: 1, maxLength: 6 }),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    indent: fc.constantFrom('  ', '    ', '\t'),
    hasSemicolons: fc.boolean(),
    endsWithLine: fc.boolean(),
  })
  .map(({ imports, statements, lineEnd, indent, hasSemicolons, endsWithLine }) => {
    let n = 0;
    const lines = [...imports.flat(), ...statements.flat()].map((line) => {
      const white = /^ */.exec(line)![0].length / 2;
      const numbered = line.trimStart().replaceAll('@', () => `_${String(n++)}_`);
      return indent.repeat(white) + (hasSemicolons || /^(?:[([`/]|for|if)/.test(numbered) ? numbered : numbered.replace(/;$/, ''));
    });
    return { code: lines.join(lineEnd) + (endsWithLine ? lineEnd : '') };
  });

/** What a codemod may take away: members of lists, expressions that are statements, what a condition guards. */
function removable(file: SourceFile): Node[] {
  const found: Node[] = [];
  const walk = (node: Node): void => {
    const isLoop = node.parent?.type.startsWith('For') === true && node.type === 'VariableDeclaration';
    if (!isLoop) for (const { items } of listsOf(node)) for (const item of items) if (item) found.push(item);
    found.push(...(byType(REMOVABLE_PARTS, node) ?? []));
    for (const child of childrenOf(node, file.visitorKeys)) walk(child);
  };
  walk(file.ast);
  return found;
}

const REMOVABLE_PARTS: ByType<readonly Node[]> = {
  ExpressionStatement: ({ expression }) => [expression],
  ImportDeclaration: ({ specifiers }) => specifiers,
  LogicalExpression: ({ right, parent }) => (parent.type === 'ExpressionStatement' ? [right] : []),
  ConditionalExpression: ({ consequent, alternate, parent }) => (parent.type === 'ExpressionStatement' ? [consequent, alternate] : []),
  ArrowFunctionExpression: ({ body }) => (body.type === 'BlockStatement' ? [] : [body]),
  ReturnStatement: ({ argument }) => (argument ? [argument] : []),
  IfStatement: ({ consequent, alternate }) => (alternate ? [consequent, alternate] : [consequent]),
  WhileStatement: ({ body: guarded }) => [guarded],
  ForOfStatement: ({ body: guarded }) => [guarded],
};

function all(file: SourceFile, ...types: string[]): Node[] {
  const found: Node[] = [];
  const walk = (node: Node): void => {
    if (types.includes(node.type)) found.push(node);
    for (const child of childrenOf(node, file.visitorKeys)) walk(child);
  };
  walk(file.ast);
  return found;
}

/** What is done to a program, by numbers that choose among what it has. */
interface Wish {
  readonly remove: readonly number[];
  readonly replace: readonly number[];
  readonly add: readonly number[];
  readonly imports: boolean;
}

const wish: fc.Arbitrary<Wish> = fc.record({
  remove: fc.array(fc.nat(), { maxLength: 4 }),
  replace: fc.array(fc.nat(), { maxLength: 2 }),
  add: fc.array(fc.nat(), { maxLength: 2 }),
  imports: fc.boolean(),
});

interface Changed {
  readonly file: SourceFile;
  readonly changes: Changes;
  readonly asked: ReadonlySet<Node>;
}

function changed({ code }: Program, { remove, replace, add, imports }: Wish): Changed {
  const file = parseFile('/virtual/a.tsx', code, { settings: DEFAULT_SETTINGS });
  const changes = new Changes(file);
  const asked = new Set<Node>();
  const pick = (from: readonly Node[], n: number, use: (node: Node) => void): void => {
    const node = from[n % from.length];
    if (!node) return;
    asked.add(node);
    use(node);
  };
  const candidates = removable(file);
  for (const n of remove)
    pick(candidates, n, (node) => {
      changes.remove(node);
    });
  const calls = all(file, 'CallExpression');
  for (const n of replace)
    pick(calls, n, (node) => {
      changes.replace(node, 'hasSession()');
    });
  const lists = all(file, 'ObjectExpression', 'ArrayExpression').filter((node) => !changes.isGone(node));
  for (const n of add)
    pick(lists, n, (node) => {
      changes.addEntry(node, node.type === 'ObjectExpression' ? "credentials: 'include'" : 'added');
    });
  if (imports) changes.addImport({ source: './session', imported: 'hasSession', local: 'hasSession' });
  return { file, changes, asked };
}

function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

describe('random changes of random programs', () => {
  it('give programs', () => {
    fc.assert(
      fc.property(program, wish, (code, wanted) => {
        const { changes } = changed(code, wanted);
        const after = render(changes);
        if (after !== undefined) parseFile('/virtual/a.tsx', after, { settings: DEFAULT_SETTINGS });
      }),
      { numRuns: 1000 },
    );
  });

  it('leave every statement that they do not touch byte for byte, in its place', () => {
    fc.assert(
      fc.property(program, wish, (code, wanted) => {
        const { file, changes, asked } = changed(code, wanted);
        const after = render(changes) ?? file.text;
        let at = 0;
        for (const untouched of all(
          file,
          'ExpressionStatement',
          'VariableDeclaration',
          'FunctionDeclaration',
          'ClassDeclaration',
          'ReturnStatement',
          'TSInterfaceDeclaration',
          'ImportDeclaration',
        )) {
          if (changes.isGone(untouched) || [...asked].some((node) => contains(untouched, node))) continue;
          if (isInEmptied(changes, untouched)) continue;
          const found = after.indexOf(file.text.slice(...untouched.range), at);
          expect(found, `${file.text.slice(...untouched.range)}\n--- in\n${after}`).toBeGreaterThanOrEqual(at);
          at = found;
        }
        // Line ends are as they were, and nobody gains or loses the last one but with its line.
        expect(/\r\n/.test(file.text) && /[^\r]\n/.test(after)).toBe(false);
        expect(!file.text.includes('\r') && after.includes('\r')).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

/** What is inside of a catch whose try goes goes along. */
function isInEmptied(changes: Changes, node: Node): boolean {
  for (let at = node; at.parent; at = at.parent) if (at.type === 'CatchClause' && changes.goes(at.parent)) return true;
  return false;
}
