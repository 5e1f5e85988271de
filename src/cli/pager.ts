import { spawnSync } from 'node:child_process';

/** The pager that somebody set, as git finds it (https://git-scm.com/docs/git-var), else less; undefined where none is wanted. */
export function pagerOf(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const pager = env['GIT_PAGER'] ?? env['PAGER'] ?? (process.platform === 'win32' ? '' : 'less');
  return pager === '' || pager === 'cat' ? undefined : pager;
}

/**
 * Shows a text in a pager, which ends at once where the text fits on the screen.
 *
 * @returns Whether it was shown: a pager may not be installed.
 */
export function page(text: string, pager: string | undefined): boolean {
  if (pager === undefined) return false;
  // As git does: leave at once what fits on the screen, show colours, leave the text where it is.
  const env = { ...process.env, LESS: process.env['LESS'] ?? 'FRX', LV: process.env['LV'] ?? '-c' };
  const { error, status } = spawnSync(pager, { input: `${text}\n`, stdio: ['pipe', 'inherit', 'inherit'], shell: true, env });
  // 127: the shell does not know the program.
  return error === undefined && status !== 127 && status !== 126;
}
