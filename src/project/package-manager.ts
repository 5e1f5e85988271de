import { existsSync } from 'node:fs';
import path from 'node:path';
import { readJson } from './packages.ts';

/** What installs a project's packages. */
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';

/** The files in which package managers write down what is installed. */
const LOCK_FILES: readonly (readonly [file: string, manager: PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

/**
 * The package manager of a folder: what its package.json names (https://nodejs.org/api/packages.html#packagemanager), else whose
 * lock file is there, in it or above it up to the end of the repository. npm where nothing says.
 */
export function packageManagerOf(directory: string): PackageManager {
  for (let at = directory; ; at = path.dirname(at)) {
    const named = readJson(path.join(at, 'package.json'))?.['packageManager'];
    const manager = typeof named === 'string' ? /^(npm|pnpm|yarn|bun)@/.exec(named)?.[1] : undefined;
    const locked = LOCK_FILES.find(([file]) => existsSync(path.join(at, file)))?.[1];
    const found = (manager as PackageManager | undefined) ?? locked;
    if (found !== undefined) return found;
    if (path.dirname(at) === at || existsSync(path.join(at, '.git'))) return 'npm';
  }
}

/** The command that installs what a package.json names, or packages besides, in a folder below the one where it is typed. */
export function installCommand(manager: PackageManager, directory: string, packages: readonly string[] = []): string {
  const verb = packages.length > 0 && manager !== 'npm' ? 'add' : 'install';
  const inFolder = directory === '.' ? '' : IN_FOLDER[manager](directory);
  // Yarn takes the folder in front of the command only.
  const words = manager === 'yarn' ? [manager, inFolder, verb] : [manager, verb, inFolder];
  return [...words, ...packages].filter((word) => word !== '').join(' ');
}

const IN_FOLDER: Readonly<Record<PackageManager, (directory: string) => string>> = {
  npm: (directory) => `--prefix ${directory}`,
  pnpm: (directory) => `--dir ${directory}`,
  yarn: (directory) => `--cwd ${directory}`,
  bun: (directory) => `--cwd ${directory}`,
};
