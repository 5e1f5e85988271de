import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { codemods } from '../../src/codemods/index.ts';
import { parseFile } from '../../src/parsing/parse.ts';
import { rules } from '../../src/rules/index.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The rule that is silent about what a codemod wrote. */
const PAIRED: Readonly<Record<string, readonly string[]>> = {
  'token-response-to-cookie': ['no-token-in-response-body'],
  'cookie-auth': [],
  'credentialed-cors': ['no-permissive-credentialed-cors'],
  'harden-cookies': ['require-cookie-attributes'],
  'require-env-secret': ['no-hardcoded-secret'],
  'next-auth-session': ['no-token-in-client-session', 'no-client-bearer-token'],
  'bearer-to-cookie': ['no-client-bearer-token', 'no-token-in-browser-storage'],
};

interface Case {
  readonly name: string;
  /** The path that the input pretends to have: its folders say where it runs. */
  readonly file: string;
  readonly input: string;
  readonly output: string;
  readonly options: Record<string, unknown>;
  /** Whether something is left for a person, so that the rule still has something to say. */
  readonly leavesTodo: boolean;
}

function casesOf(codemod: string): Case[] {
  const root = path.join(folder, codemod);
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .toSorted()
    .map((name) => {
      const files = readdirSync(path.join(root, name));
      const input = files.find((file) => file.startsWith('input.'))!;
      const output = files.find((file) => file.startsWith('output.'));
      const read = (file: string): string => readFileSync(path.join(root, name, file), 'utf8');
      const options = files.includes('options.json') ? (JSON.parse(read('options.json')) as Record<string, unknown>) : {};
      // Without an output the input stays as it is.
      const text = read(output ?? input);
      const { file, ...rest } = options as { file?: string };
      return {
        name,
        file: `/virtual/${file ?? input}`,
        input: read(input),
        output: text,
        options: rest,
        leavesTodo: text.includes('TODO(httponly)'),
      };
    });
}

describe.each(Object.keys(codemods))('%s', (name) => {
  const codemod = codemods[name]!;
  const run = (one: Case, source: string): string => codemod({ path: one.file, source }, {}, one.options) ?? source;

  describe.each(casesOf(name))('$name', (one) => {
    it('as written', () => {
      expect(run(one, one.input)).toBe(one.output);
    });

    it('with CRLF', () => {
      expect(run(one, one.input.replaceAll('\n', '\r\n'))).toBe(one.output.replaceAll('\n', '\r\n'));
    });

    it('with tabs', () => {
      const tabs = (text: string): string => text.replace(/^(?: {2})+/gm, (white) => '\t'.repeat(white.length / 2));
      expect(run(one, tabs(one.input))).toBe(tabs(one.output));
    });

    it('with a byte order mark and without a final newline', () => {
      expect(run(one, `\uFEFF${one.input.trimEnd()}`)).toBe(`\uFEFF${one.output.trimEnd()}`);
    });

    it('again: nothing changes', () => {
      expect(run(one, one.output)).toBe(one.output);
    });

    it('parses, and the paired rule is silent', () => {
      const file = parseFile(one.file, one.output, { settings: DEFAULT_SETTINGS });
      const findings = (PAIRED[name] ?? []).flatMap((rule) => rules[rule]!.definition.check(file, rules[rule]!.definition.defaultOptions));
      if (!one.leavesTodo && one.options['phase'] !== 'server')
        expect(findings.map(({ messageId, range }) => `${messageId} ${one.output.slice(...range)}`)).toEqual([]);
    });
  });
});
