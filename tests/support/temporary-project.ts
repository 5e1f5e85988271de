import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * Writes the files of a project into a folder of their own, which goes when the test is over.
 *
 * @returns The folder, absolute and without links.
 */
export function temporaryProject(files: Readonly<Record<string, string>>, { git = false }: { git?: boolean } = {}): string {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'httponly-')));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  if (git) {
    const run = (...args: string[]): void =>
      void execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], { cwd: root, stdio: 'ignore' });
    run('init', '-q');
    run('add', '-A');
    run('commit', '-qm', 'before');
  }
  return root;
}
