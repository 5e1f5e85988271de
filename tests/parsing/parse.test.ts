import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { parseForESLint } from '@typescript-eslint/parser';
import { describe, expect, it } from 'vitest';
import { parseFile, UnparsableError } from '../../src/parsing/parse.ts';
import type { Node } from '../../src/syntax/nodes.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';
import { pathOf } from '../support/rule-cases.ts';
import { sampledCases } from '../support/sampled-cases.ts';

const context = { settings: DEFAULT_SETTINGS };

/** A tree as the finders see it: types, fields compared with `== null`, ranges. */
function outline(node: Node): unknown {
  const fields: Record<string, unknown> = { type: node.type, range: node.range };
  for (const key of visitorKeys[node.type] ?? []) {
    const child = (node as unknown as Record<string, unknown>)[key];
    if (child == null) continue;
    fields[key] = Array.isArray(child) ? child.map((one) => (one == null ? null : outline(one as Node))) : outline(child as Node);
  }
  for (const key of [
    'name',
    'operator',
    'kind',
    'computed',
    'value',
    'raw',
    'async',
    'static',
    'prefix',
    'importKind',
    'exportKind',
  ] as const) {
    const value = (node as unknown as Record<string, unknown>)[key];
    if (['string', 'number', 'boolean'].includes(typeof value) && node.type !== 'JSXText') fields[key] = value;
  }
  return fields;
}

describe('the tree that the project makes', () => {
  const cases = sampledCases()
    .flatMap(({ rule, valid, invalid }) => [...valid, ...invalid].map((one) => ({ ...one, title: `${rule}: ${one.name}` })))
    .filter((one) => !/\.(?:vue|svelte|astro|html)$/.test(pathOf(one)));

  it.each(cases)('equals that of typescript-eslint: $title', (one) => {
    const path = pathOf(one);
    const theirs = parseForESLint(one.code, { range: true, loc: true, sourceType: 'module', ecmaFeatures: { jsx: !path.endsWith('.ts') } })
      .ast as unknown as Node;
    const ours = parseFile(path, one.code, context).ast;
    // The two put a program's end where the text ends or where the code does.
    expect({ ...(outline(ours) as object), range: 0 }).toEqual({ ...(outline(theirs) as object), range: 0 });
  });

  it('has parents', () => {
    const { ast } = parseFile('/virtual/a.ts', 'const a = 1;', context);
    expect(ast.body[0]!.parent).toBe(ast);
  });
});

describe('languages', () => {
  it.each([
    ['JSX in .js', 'a.js', 'export const A = () => <b>x</b>;'],
    ['a cast in .ts', 'a.ts', 'const a = <string>b; export {};'],
    ['generic call, not a comparison, in .ts', 'a.ts', 'f(a<b, c>(d)); export {};'],
    ['types in .js', 'a.js', 'export const a: string = "b";'],
    ['CommonJS that awaits a name', 'a.cjs', 'const await = 1; module.exports = await;'],
    ['return at the top of CommonJS', 'a.js', 'if (x) return;\nmodule.exports = 1;'],
    ['a shebang', 'a.js', '#!/usr/bin/env node\nrequire("a");'],
    ['the word import in a comment of CommonJS', 'a.js', '// import it\nwith (a) { b(); }'],
    ['decorators', 'a.ts', '@Injectable() export class A { @Input() b!: string; }'],
  ])('%s', (_name, file, code) => {
    expect(parseFile(`/virtual/${file}`, code, context).ast.body.length).toBeGreaterThan(0);
  });

  it('says where a text breaks', () => {
    expect(() => parseFile('/virtual/a.ts', 'const a = 1;\nconst = 2;', context)).toThrow(UnparsableError);
    expect(() => parseFile('/virtual/a.ts', 'const a = 1;\nconst = 2;', context)).toThrow(/^line 2: /);
  });

  it('takes an empty file', () => {
    expect(parseFile('/virtual/a.ts', '', context).ast.body).toEqual([]);
  });
});
