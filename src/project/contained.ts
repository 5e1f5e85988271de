import { lstatSync } from 'node:fs';
import path from 'node:path';

/**
 * Why a path is none of a folder's own by its name, or undefined: it leads out of the folder, or into git's own files.
 *
 * @param root Absolute.
 */
export function outside(root: string, file: string): string | undefined {
  const relative = path.relative(root, path.resolve(root, file));
  const segments = relative.split(path.sep);
  if (relative === '' || segments[0] === '..' || path.isAbsolute(relative)) return 'it is outside of the project';
  return segments.some((segment) => segment.toLowerCase() === '.git') ? "it is among git's own files" : undefined;
}

/**
 * Why a path is not to be written below a folder, or undefined where it may be: it is outside of it, or a link leads there,
 * wherever that link points to.
 *
 * @param root Absolute.
 */
export function escapes(root: string, file: string): string | undefined {
  const named = outside(root, file);
  if (named !== undefined) return named;
  let folder = root;
  const segments = path.relative(root, path.resolve(root, file)).split(path.sep);
  for (const segment of segments.slice(0, -1)) {
    folder = path.join(folder, segment);
    const stat = lstatSync(folder, { throwIfNoEntry: false });
    if (stat === undefined) return undefined;
    if (stat.isSymbolicLink()) return `the folder ${path.relative(root, folder)} is a link`;
  }
  return undefined;
}

/**
 * Tells files that really stand below a folder from those that a link on the way only shows there. Each folder is looked
 * at once: it stands where the folder around it does, where it is no link.
 *
 * @param root Absolute; it may itself be reached through a link.
 */
export function containedIn(root: string): (file: string) => boolean {
  const known = new Map<string, boolean>([[path.resolve(root), true]]);
  const stands = (folder: string): boolean => {
    let answer = known.get(folder);
    if (answer === undefined) {
      const around = path.dirname(folder);
      known.set(folder, (answer = around !== folder && stands(around) && isFolder(folder)));
    }
    return answer;
  };
  return (file) => stands(path.dirname(file));
}

function isFolder(folder: string): boolean {
  return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}
