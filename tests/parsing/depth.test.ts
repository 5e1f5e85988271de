import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { isTooDeep } from '../../src/parsing/depth.ts';

const nested = (open: string, inner: string, close: string) => (depth: number) => open.repeat(depth) + inner + close.repeat(depth);

const FORMS: Readonly<Record<string, (depth: number) => string>> = {
  parentheses: nested('(', '1', ')'),
  lists: nested('[', '', ']'),
  objects: (depth) => `x = ${nested('{ a: ', '1', '}')(depth)}`,
  functions: nested('(function () {', '', '})()'),
  templates: nested('`${', '1', '}`'),
  'types of types': (depth) => `let x: ${nested('A<', 'B', '>')(depth)}`,
  'brackets in several lines': nested('(\n', '1', '\n)'),
  'brackets behind an expression with brackets': (depth) => `const r = /[(]\\)/g;\n${nested('(', '1', ')')(depth)}`,
};

const CHAINS: Readonly<Record<string, (length: number) => string>> = {
  conditions: (length) => `x = ${'a ? b : '.repeat(length)}c`,
  'conditions on lines of their own': (length) => `x = a${'\n  ? b\n  : a'.repeat(length)}`,
  'else if': (length) => `if (a) b();\n${'else if (a) b();\n'.repeat(length)}`,
  arrows: (length) => `x = ${'a => '.repeat(length)}1`,
  assignments: (length) => `x = ${'a = '.repeat(length)}1`,
  statements: (length) => `${'if (a) '.repeat(length)};`,
  powers: (length) => `x = ${'2 ** '.repeat(length)}1`,
};

describe('a text that nests deeper than the parser can follow', () => {
  it.each(Object.entries(FORMS))('%s', (_, form) => {
    expect(isTooDeep(form(5000))).toBe(true);
    expect(isTooDeep(form(100))).toBe(false);
  });

  it.each(Object.entries(CHAINS))('a chain of %s', (_, form) => {
    expect(isTooDeep(form(20_000))).toBe(true);
    expect(isTooDeep(form(300))).toBe(false);
  });
});

describe('what is no nesting', () => {
  it.each([
    ['strings', `x = ${JSON.stringify('(['.repeat(3000))}`],
    ['templates', `x = \`${'('.repeat(3000)}\``],
    ['comments', `/* ${'('.repeat(3000)} */ // ${'['.repeat(3000)}`],
    ['expressions', `x = /${'\\('.repeat(3000)}/; y = a / b / c`],
    ['many statements without semicolons', 'a = b ? c : d\n'.repeat(6000)],
    ['many statements with them', 'if (a < b) c = d; else e = f;\n'.repeat(6000)],
    ['a long list of objects', `x = [${'{ a: b ? c : d, e: [f(g)] },\n'.repeat(6000)}]`],
    ['what is long and not deep', `x = ${'a + '.repeat(20_000)}b`],
  ])('%s', (_, text) => {
    expect(isTooDeep(text)).toBe(false);
  });

  it('the code of this project', () => {
    const files = globSync(['src/**/*.ts', 'tests/**/*.ts', 'bench/*.mjs'], { absolute: true });
    expect(files.filter((file) => isTooDeep(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
