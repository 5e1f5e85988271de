import { lstatSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { containedIn } from './contained.ts';
import { gitFiles } from './git.ts';

/** What can hold code that we read. */
const SOURCE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html?)$/i;

/** Built, bundled, declared or vendored: not what people write, but for declarations of a session: `next-auth.d.ts`. */
const NOT_WRITTEN =
  /(?:^|\/)(?:node_modules|\.git|dist|build|out|\.next|\.nuxt|\.output|\.svelte-kit|\.angular|coverage|\.yarn|\.pnp|vendor|bower_components|storybook-static|__generated__)\/|(?:^|\/)(?![^/]*auth)[^/]*\.d\.[cm]?ts$|[.-]min\.[cm]?js$|\.bundle\.js$|(?:^|\/)\.pnp\.[cm]?js$/;

/** Whether a path, relative to its project, is one of code that people write. */
export function isWritten(relative: string): boolean {
  return !NOT_WRITTEN.test(relative);
}

/** Larger files are bundles or data. */
const LARGEST = 1_000_000;

/** What a search for files found. */
export interface Discovery {
  /** Absolute paths, sorted. */
  readonly files: readonly string[];
  /** Whether git named them, so that ignored files are not among them. */
  readonly git: boolean;
}

/**
 * Finds the source files below a folder: those that git knows or would add, else all but well-known build output.
 * Links are not followed.
 *
 * @param root Absolute.
 * @param paths Files, folders or globs below the root; everything where there are none.
 * @throws {Error} When a path that is no glob does not exist.
 */
export function discover(root: string, paths: readonly string[] = []): Discovery {
  const listed = gitFiles(root);
  const all =
    listed ?? globSync('**/*', { cwd: root, dot: true, followSymbolicLinks: false, ignore: ['**/node_modules/**', '**/.git/**'] });
  const wanted = matcher(root, paths);
  const isContained = containedIn(root);
  const files = all
    .filter((file) => SOURCE.test(file) && isWritten(file) && wanted(file))
    .map((file) => path.join(root, file))
    .filter((file) => isOwnFile(file) && isContained(file));
  return { files: files.toSorted(), git: listed !== undefined };
}

function matcher(root: string, paths: readonly string[]): (file: string) => boolean {
  if (paths.length === 0) return () => true;
  const exact = new Set<string>();
  const folders: string[] = [];
  for (const one of paths) {
    const relative = path.relative(root, path.resolve(root, one)).split(path.sep).join('/');
    const stat = lstatSync(path.resolve(root, one), { throwIfNoEntry: false });
    if (stat?.isDirectory()) folders.push(relative === '' ? '' : `${relative}/`);
    else if (stat) exact.add(relative);
    else if (/[*?{[]/.test(one))
      for (const found of globSync(one, { cwd: root, dot: true, followSymbolicLinks: false, ignore: ['**/node_modules/**'] }))
        exact.add(found);
    else throw new Error(`${one}: no such file or folder`);
  }
  return (file) => exact.has(file) || folders.some((folder) => file.startsWith(folder));
}

/** A link is either to a file of the same tree, which is listed, or out of it, which is not ours. */
function isOwnFile(file: string): boolean {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  return stat !== undefined && stat.isFile() && stat.size <= LARGEST;
}
