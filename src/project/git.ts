import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** What git says of a folder. */
export interface GitState {
  /** Whether the folder is in a work tree. */
  readonly isRepository: boolean;
  /** Paths that are changed or untracked, as git writes them. */
  readonly dirty: readonly string[];
}

/** A repository's own configuration can name programs to run on such questions; none of them is run. */
const QUIET = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

function git(root: string, ...args: string[]): string | undefined {
  try {
    return execFileSync('git', [...QUIET, ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 26,
    });
  } catch {
    return undefined;
  }
}

/** Whether a folder is in a repository, and what is not committed in it. */
export function gitState(root: string): GitState {
  const status = git(root, 'status', '--porcelain', '--', '.');
  return {
    isRepository: status !== undefined,
    dirty: (status ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.slice(3)),
  };
}

/** A place for notes about a repository that git itself does not see; in the folder, where there is no repository. */
export function privatePath(root: string, name: string): string {
  const inside = git(root, 'rev-parse', '--git-path', name)?.trim();
  return inside === undefined || inside === '' ? path.join(root, `.${name}`) : path.resolve(root, inside);
}
