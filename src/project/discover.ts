import { lstatSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { containedIn } from './contained.ts';
import { gitFiles } from './git.ts';

/** What can hold code that we read. */
const SOURCE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html?|ejs)$/i;

/** Folders of what is built, generated or vendored. */
const FOLDERS_NOT_WRITTEN = new Set(
  (
    'node_modules .git dist build out .next .nuxt .output .svelte-kit .angular coverage .yarn .pnp vendor bower_components ' +
    'storybook-static __generated__ .nx .turbo .cache .parcel-cache .vercel .netlify .expo'
  ).split(' '),
);

/** Files that are bundled or declared: not what people write, but for declarations of a session, `next-auth.d.ts`. */
const FILE_NOT_WRITTEN = /^(?!.*auth).*\.d\.[cm]?ts$|[.-]min\.[cm]?js$|\.bundle\.js$|^\.pnp\.[cm]?js$/;

/** Whether a path, relative to its project, is one of code that people write. */
export function isWritten(relative: string): boolean {
  const folders = relative.split('/');
  const name = folders.pop()!;
  return !FILE_NOT_WRITTEN.test(name) && !folders.some((folder) => FOLDERS_NOT_WRITTEN.has(folder));
}

/** Templates that are handed to people but not read as code. */
const TEMPLATE = /\.(?:pug|jade|hbs|handlebars|mustache|njk|nunjucks|twig|liquid|eta|dust|php|erb)$/i;

/** The templates below a folder that are not read, relative to it. */
export function templatesIn(root: string): string[] {
  const isOwn = ownFileOf(root);
  return (gitFiles(root) ?? globSync('**/*', { cwd: root, followSymbolicLinks: false, ignore: ['**/node_modules/**'] }))
    .filter((file) => TEMPLATE.test(file) && isWritten(file) && isOwn(path.join(root, file)))
    .toSorted();
}

/** Larger files are bundles or data. */
const LARGEST = 1_000_000;

/** A file that could not be looked at, and why. The others go on. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}

/** What a search for files found. */
export interface Discovery {
  /** Absolute paths, sorted. */
  readonly files: readonly string[];
  /** Further files of the root that were not asked for, sorted. Whether they are its own is yet to be asked. */
  readonly others: readonly string[];
  /** Files that were asked for and are not read, and why. */
  readonly skipped: readonly SkippedFile[];
  /** Whether git named them, so that ignored files are not among them. */
  readonly git: boolean;
}

/**
 * Finds the source files below a folder: those that git knows or would add, else all but well-known build output.
 * Links are not followed.
 *
 * @param root Absolute.
 * @param paths Files, folders or globs below the root; everything where there are none.
 * @throws {Error} When a path does not exist, is outside of the root, or holds nothing to read.
 */
export function discover(root: string, paths: readonly string[] = []): Discovery {
  const listed = gitFiles(root);
  const all =
    listed ?? globSync('**/*', { cwd: root, dot: true, followSymbolicLinks: false, ignore: ['**/node_modules/**', '**/.git/**'] });
  const sources = all.filter((file) => SOURCE.test(file) && isWritten(file)).toSorted();
  const wanted = matcher(root, paths, sources);
  const isOwn = ownFileOf(root);
  const files: string[] = [];
  const others: string[] = [];
  const skipped: SkippedFile[] = [];
  for (const file of sources) {
    const filePath = path.join(root, file);
    if (!wanted(file)) others.push(filePath);
    else if (isOwn(filePath)) files.push(filePath);
    else {
      const reason = reasonAgainst(filePath, file);
      if (reason !== undefined) skipped.push({ path: file, reason });
    }
  }
  return { files, others, skipped, git: listed !== undefined };
}

/** Why a file that is listed is not read; undefined for links and what is gone, which are no files of the project. */
function reasonAgainst(filePath: string, name: string): string | undefined {
  const stat = lstatSync(filePath, { throwIfNoEntry: false });
  if (!stat) return name.includes('\uFFFD') ? 'its name is not UTF-8' : undefined;
  return stat.isFile() && stat.size > LARGEST ? `it is larger than ${String(LARGEST / 1e6)} MB` : undefined;
}

/** @param sources What there is to read, relative to the root. */
function matcher(root: string, paths: readonly string[], sources: readonly string[]): (file: string) => boolean {
  if (paths.length === 0) return () => true;
  const wanted = paths.map((one) => {
    const { covers, isFile } = wantedBy(root, one);
    if (!isFile && !sources.some(covers)) throw new Error(`${one}: there is no file in it that could be looked at`);
    return covers;
  });
  return (file) => wanted.some((covers) => covers(file));
}

/** The files for which one path or glob of the user stands, and whether it is the path of a file. */
function wantedBy(root: string, one: string): { readonly covers: (file: string) => boolean; readonly isFile: boolean } {
  const relative = path.relative(root, path.resolve(root, one)).split(path.sep).join('/');
  if (/^\.\.(?:\/|$)/.test(relative) || path.isAbsolute(relative)) throw new Error(`${one}: it is outside of ${root}`);
  const stat = lstatSync(path.resolve(root, one), { throwIfNoEntry: false });
  if (stat?.isDirectory()) return { covers: (file) => relative === '' || file.startsWith(`${relative}/`), isFile: false };
  if (stat) return { covers: (file) => file === relative, isFile: stat.isFile() };
  if (!/[*?{[]/.test(one)) throw new Error(`${one}: no such file or folder`);
  const matched = new Set(globSync(one, { cwd: root, dot: true, followSymbolicLinks: false, ignore: ['**/node_modules/**'] }));
  return { covers: (file) => matched.has(file), isFile: false };
}

/** Whether a file that is listed is one of the root's own: none that is too large, none that a link leads to. */
export function ownFileOf(root: string): (filePath: string) => boolean {
  const isContained = containedIn(root);
  return (filePath) => isOwnFile(filePath) && isContained(filePath);
}

/** A link is either to a file of the same tree, which is listed, or out of it, which is not ours. */
function isOwnFile(file: string): boolean {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  return stat !== undefined && stat.isFile() && stat.size <= LARGEST;
}
