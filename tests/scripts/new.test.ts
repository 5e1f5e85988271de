import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { apiKinds } from '../../scripts/new/api-kinds.mjs';
import { temporaryProject } from '../support/temporary-project.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Each kind, and the name of one that is made. */
const KINDS: Readonly<Record<string, string>> = {
  rule: 'no-made-up',
  codemod: 'made-up',
  ...Object.fromEntries(Object.keys(apiKinds).map((kind) => [kind, `made-up-${kind}`])),
};

/** A copy of the project in which things can be made. */
function copyOfProject(): string {
  const copy = temporaryProject({});
  for (const one of ['src', 'scripts', 'package.json', 'tsconfig.json', 'tsdown.config.ts', 'vitest.config.ts', 'docs', 'README.md'])
    cpSync(path.join(root, one), path.join(copy, one), { recursive: true });
  cpSync(path.join(root, 'tests'), path.join(copy, 'tests'), { recursive: true, filter: (file) => !/tests[/\\](?:apps|e2e)/.test(file) });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  return copy;
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** The first lines of what fails, by the test's file; none for a file that does not load. */
function failuresIn(copy: string, ...run: string[]): Map<string, string[]> {
  const report = path.join(copy, 'report.json');
  const args = ['run', ...run, '--root', copy, '--reporter=json', `--outputFile=${report}`];
  spawnSync(process.execPath, [path.join(root, 'node_modules/vitest/vitest.mjs'), ...args], { cwd: copy, stdio: 'pipe' });
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  return new Map(
    testResults.map(({ name, assertionResults }) => [
      path.relative(copy, name).split(path.sep).join('/'),
      assertionResults.flatMap(({ failureMessages }) => failureMessages.map((message) => /^\w+/.exec(message)?.[0] ?? message)),
    ]),
  );
}

describe('npm run new', () => {
  it('makes, for every kind, files that load and a test that fails for what is missing', () => {
    const copy = copyOfProject();
    for (const [kind, name] of Object.entries(KINDS))
      execFileSync(process.execPath, [path.join(copy, 'scripts/new.mjs'), kind, name], { cwd: copy, stdio: 'pipe' });
    const ofApis = Object.entries(apiKinds).map(([kind, { folder }]) => `tests/apis/${folder}/made-up-${kind}.test.ts`);
    const failed = failuresIn(copy, ...ofApis);
    expect([...failed.keys()].toSorted()).toEqual(ofApis.toSorted());
    for (const [file, failures] of failed) expect(failures, file).toEqual(['AssertionError']);
    const others = failuresIn(copy, 'tests/rules/rules.test.ts', 'tests/codemods/codemods.test.ts', '-t', '^(?:no-)?made-up');
    for (const file of ['tests/rules/rules.test.ts', 'tests/codemods/codemods.test.ts'])
      expect(new Set(others.get(file)), file).toEqual(new Set(['AssertionError']));
  }, 300_000);

  it('says what kinds there are', () => {
    const { stderr, status } = spawnSync(process.execPath, [path.join(root, 'scripts/new.mjs'), 'thing', 'x'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain(`Kinds: ${Object.keys(KINDS).join(', ')}`);
  });
});
