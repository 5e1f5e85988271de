import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** What git says of a folder. */
export interface GitState {
  /** Whether the folder is in a work tree. */
  readonly isRepository: boolean;
  /** Paths that are changed or untracked, as git writes them. */
  readonly dirty: readonly string[];
}

/** Programs that a repository's own configuration can name: for changes on disk, and hooks. */
const QUIET = ['--no-optional-locks', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

/** Objects that a partial clone lacks are not fetched, over whatever its configuration names. */
const OFFLINE = { GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };

function git(root: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): string | undefined {
  try {
    return execFileSync('git', [...QUIET, ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...OFFLINE, ...environment },
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 28,
    });
  } catch {
    return undefined;
  }
}

/** Whether a folder is in a repository, and what is not committed in it. Nothing that the repository's configuration names is run. */
export function gitState(root: string): GitState {
  const options = ['--porcelain', '-z', '--no-renames', '--untracked-files=normal', '--ignore-submodules=dirty'];
  const status = git(root, ['status', ...options, '--', '.'], withoutFilters(root));
  return {
    isRepository: status !== undefined,
    dirty: (status ?? '')
      .split('\0')
      .filter(Boolean)
      .map((line) => line.slice(3)),
  };
}

/**
 * Settings by which git runs none of the filters that the repository's own configuration defines: to compare a file, `git status`
 * runs its `filter.*.clean`. Those of the user's configuration stay. Given by the environment, because the name of a
 * filter may hold any character.
 */
function withoutFilters(root: string): Record<string, string> {
  const listed = git(root, ['config', '--show-scope', '--name-only', '-z', '--get-regexp', '^filter\\.']) ?? '';
  const entries = listed.split('\0');
  const names = new Set<string>();
  for (let i = 0; i + 1 < entries.length; i += 2) {
    const name = /^filter\.([\s\S]+)\.[^.]+$/.exec(entries[i + 1]!)?.[1];
    if (name !== undefined && !/^(?:system|global|command)$/.test(entries[i]!)) names.add(name);
  }
  const off = [...names].flatMap((name) => [
    [`filter.${name}.clean`, ''],
    [`filter.${name}.smudge`, ''],
    [`filter.${name}.process`, ''],
    [`filter.${name}.required`, 'false'],
  ]);
  // After those that the user gives in the same manner.
  const given = Number(process.env['GIT_CONFIG_COUNT'] ?? 0) || 0;
  const settings: Record<string, string> = { GIT_CONFIG_COUNT: String(given + off.length) };
  off.forEach(([key, value], i) => {
    settings[`GIT_CONFIG_KEY_${String(given + i)}`] = key!;
    settings[`GIT_CONFIG_VALUE_${String(given + i)}`] = value!;
  });
  return settings;
}

/** Tracked files and untracked ones that are not ignored, relative to the folder; undefined outside of a work tree. */
export function gitFiles(root: string): string[] | undefined {
  const listed = git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  return listed === undefined ? undefined : [...new Set(listed.split('\0').filter(Boolean))];
}

/** A place for notes about a repository that git itself does not see; in the folder, where there is no repository. */
export function privatePath(root: string, name: string): string {
  const inside = git(root, ['rev-parse', '--git-path', name])?.trim();
  return inside === undefined || inside === '' ? path.join(root, `.${name}`) : path.resolve(root, inside);
}

/**
 * Files below a folder that differ from a commit, or are not known to git yet; undefined where there is no repository or no
 * such commit.
 *
 * @param since A commit, of which what both have in common with the present one counts; the last commit where it is not given.
 */
export function changedFiles(root: string, since: string | undefined): string[] | undefined {
  const base = since === undefined ? 'HEAD' : git(root, ['merge-base', 'HEAD', '--end-of-options', since])?.trim();
  if (base === undefined) return undefined;
  const options = ['--name-only', '-z', '--no-renames', '--diff-filter=d', '--relative', '--no-ext-diff', '--no-textconv'];
  const changed = git(root, ['diff', ...options, base, '--', '.'], withoutFilters(root));
  const added = git(root, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.']);
  if (changed === undefined || added === undefined) return undefined;
  return [...changed.split('\0'), ...added.split('\0')].filter(Boolean);
}
