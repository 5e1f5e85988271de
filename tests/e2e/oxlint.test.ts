import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { presets } from '../../src/configs.ts';
import { lint } from '../support/eslint.ts';
import { allCases, pathOf } from '../support/rule-cases.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

interface OxlintReport {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
  }[];
}

/**
 * Without options on either side: a preset's own would be told to oxlint alone. Components are other parsers' matter, and
 * oxlint takes one configuration for all files.
 */
const cases = allCases()
  .flatMap(({ valid, invalid }) => [...valid, ...invalid])
  .filter((one) => !one.settings && !one.options && /\.[cm]?[jt]sx?$/.test(pathOf(one)));

it('oxlint reports what ESLint reports', () => {
  const files = Object.fromEntries(cases.map((one, i) => [`case${i}/${pathOf(one).replace('/virtual/', '')}`, one.code]));
  const root = temporaryProject(files);
  writeFileSync(
    path.join(root, '.oxlintrc.json'),
    JSON.stringify({
      jsPlugins: [path.join(repository, 'dist/index.js')],
      categories: { correctness: 'off' },
      rules: Object.fromEntries(Object.keys(presets.strict).map((id) => [id, 'error'])),
    }),
  );
  let output: string;
  try {
    output = execFileSync(
      process.execPath,
      [path.join(repository, 'node_modules/oxlint/bin/oxlint'), '-c', '.oxlintrc.json', '--format', 'json', '.'],
      { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
    );
  } catch (error) {
    // It exits with 1 where it has something to report.
    output = (error as { stdout: string }).stdout;
  }
  const byOxlint = (JSON.parse(output) as OxlintReport).diagnostics.map(
    ({ code, filename, labels }) =>
      `${filename}:${labels[0]!.span.line}:${labels[0]!.span.column} ${/\(([\w-]+)\)/.exec(code)?.[1] ?? code}`,
  );
  const rules = Object.keys(presets.strict).map((id) => id.replace('httponly/', ''));
  const byEslint = cases.flatMap((one, i) =>
    lint(one, rules)
      .filter(({ fatal }) => !fatal)
      .map(
        ({ line, column, ruleId }) =>
          `case${i}/${pathOf(one).replace('/virtual/', '')}:${line}:${column} ${ruleId!.replace('httponly/', '')}`,
      ),
  );
  expect(byEslint.length).toBeGreaterThan(50);
  expect(byOxlint.toSorted()).toEqual(byEslint.toSorted());
}, 120_000);
