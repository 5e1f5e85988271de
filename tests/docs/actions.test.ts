import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const validator = path.join(path.dirname(createRequire(import.meta.url).resolve('@action-validator/cli/package.json')), 'cli.mjs');
const action = readFileSync(path.join(repository, 'action.yml'), 'utf8');

const folder = (): string => mkdtempSync(path.join(tmpdir(), 'httponly-action-'));

describe('what GitHub runs', () => {
  it.each(['action.yml', '.github/workflows/ci.yml', '.github/workflows/release.yml'])('%s is what GitHub reads', (file) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [validator, file], { cwd: repository, encoding: 'utf8' });
    expect(status, stdout + stderr).toBe(0);
  });

  it('is told from what GitHub does not read', () => {
    const file = path.join(folder(), 'action.yml');
    writeFileSync(file, action.replace('using: composite', 'using: composed'));
    expect(spawnSync(process.execPath, [validator, file]).status).not.toBe(0);
  });

  it('publishes without a token that could be taken', () => {
    expect(readFileSync(path.join(repository, '.github/workflows/release.yml'), 'utf8')).not.toMatch(/secrets\.|registry-url|_TOKEN/);
  });
});

/** What the action's script calls npx with, and what it says to later steps. */
function ran(inputs: Readonly<Record<string, string>>): { readonly calls: string[][]; readonly output: string } {
  const root = folder();
  mkdirSync(path.join(root, 'bin'));
  writeFileSync(path.join(root, 'bin/npx'), '#!/usr/bin/env bash\nprintf "%s\\n" "$@" >> "$CALLS"; echo >> "$CALLS"\n');
  chmodSync(path.join(root, 'bin/npx'), 0o755);
  writeFileSync(path.join(root, 'output'), '');
  const script = /^ {6}run: \|\n((?: {8}.*\n|\n)+)/m.exec(action)![1]!.replace(/^ {8}/gm, '');
  const env = {
    ...process.env,
    PATH: `${path.join(root, 'bin')}:${process.env['PATH']!}`,
    CALLS: path.join(root, 'calls'),
    GITHUB_OUTPUT: path.join(root, 'output'),
    ...{ SCANNED: '', FOLDER: '.', PRESET: 'recommended', SINCE: '', MOST: '0', SARIF: '', VERSION: '', ...inputs },
  };
  execFileSync('bash', ['-eo', 'pipefail', '-c', script], { cwd: root, env });
  const calls = readFileSync(path.join(root, 'calls'), 'utf8').trim().split('\n\n');
  return { calls: calls.map((one) => one.split('\n')), output: readFileSync(path.join(root, 'output'), 'utf8') };
}

describe('the action', () => {
  it('writes SARIF, whatever is found, and annotates the lines', () => {
    const { calls, output } = ran({ SARIF: 'out.sarif', FOLDER: 'web', SCANNED: 'src lib', SINCE: 'origin/main', MOST: '3' });
    expect(calls.map((one) => one.join(' '))).toEqual([
      '--yes eslint-plugin-httponly scan --preset recommended --since origin/main --format sarif --output out.sarif --no-exit-code -- src lib',
      '--yes eslint-plugin-httponly scan --preset recommended --since origin/main --format github --max-findings 3 -- src lib',
    ]);
    expect(output).toBe('sarif=web/out.sarif\n');
  });

  it('takes no input for a script or an option', () => {
    const { calls, output } = ran({ SCANNED: '$(touch x) --fix *', PRESET: '"; touch y; "', VERSION: '1.0.0' });
    expect(calls).toEqual([
      [
        '--yes',
        'eslint-plugin-httponly@1.0.0',
        'scan',
        '--preset',
        '"; touch y; "',
        '--format',
        'github',
        '--max-findings',
        '0',
        '--',
      ].concat('$(touch', 'x)', '--fix', '*'),
    ]);
    expect(output).toBe('');
  });
});
