import { describe, expect, it } from 'vitest';
import { whole } from '../../src/credentials/alternatives.ts';
import { parseFile, UnparsableError } from '../../src/parsing/parse.ts';
import { rules } from '../../src/rules/index.ts';
import { readSettings } from '../../src/syntax/settings.ts';
import type { InvalidCase } from '../support/rule-cases.ts';
import { pathOf } from '../support/rule-cases.ts';
import { sampledCases } from '../support/sampled-cases.ts';

/** Rules about what scripts of a page do, wherever these scripts stand. */
const OF_PAGES = whole([
  /no-(?:client-bearer-token|script-readable-token-cookie|unsanitized-html)/,
  /no-token-(?:in-(?:browser-storage|url|log|message|persisted-state)|on-global)/,
  /require-credentialed-request/,
]);

/** What stands before and after a script in each kind of file, whose first line follows what stands before. */
const AROUND: Readonly<Record<string, readonly [string, string]>> = {
  vue: ['<template><p/></template>\n<script setup lang="tsx">\n', '\n</script>\n'],
  svelte: ['<p/>\n<script lang="ts">\n', '\n</script>\n'],
  astro: ['---\nconst title = 1;\n---\n<p/>\n<script>\n', '\n</script>\n'],
  html: ['<html>\n<script type="module">\n', '\n</script>\n</html>\n'],
};

function found(rule: string, one: InvalidCase, extension: string): string[] | undefined {
  const [before, after] = AROUND[extension]!;
  const { definition } = rules[rule]!;
  try {
    const file = parseFile(pathOf(one).replace(/\.[jt]sx?$/, `.${extension}`), before + one.code + after, {
      settings: readSettings(one.settings),
    });
    return definition
      .check(file, definition.defaultOptions)
      .map(({ range, messageId }) => `${String(file.text.slice(before.length, range[0]).split('\n').length)} ${messageId}`)
      .sort();
  } catch (error) {
    // JSX has no place in all of them, nor have types.
    if (error instanceof UnparsableError) return undefined;
    throw error;
  }
}

describe.each(Object.keys(AROUND))('in a script of .%s', (extension) => {
  const cases = sampledCases()
    .filter(({ rule }) => OF_PAGES.test(rule))
    .flatMap(({ rule, invalid }) => invalid.map((one) => ({ rule, one, title: `${rule}: ${one.name}` })))
    .filter(({ one }) => /\.[jt]sx?$/.test(pathOf(one)) && !/server|api\//.test(pathOf(one)) && !one.options)
    // `make<Database>(url)` is a comparison where there are no types.
    .filter(({ one }) => extension !== 'html' || !/<\w+>\(/.test(one.code));

  it.each(cases)('$title', ({ rule, one }) => {
    const errors = found(rule, one, extension);
    if (errors) expect(errors).toEqual(one.errors.map(({ line, messageId }) => `${String(line)} ${messageId}`).sort());
  });

  it('most cases can stand there', () => {
    expect(cases.filter(({ rule, one }) => found(rule, one, extension) !== undefined).length / cases.length).toBeGreaterThan(0.9);
  });
});
