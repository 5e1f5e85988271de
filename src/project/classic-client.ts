import { existsSync } from 'node:fs';
import path from 'node:path';
import { bearerExposures } from '../exposures/headers.ts';
import { storageExposures } from '../exposures/storage.ts';
import { isCredentialKey } from '../exposures/storage-keys.ts';
import { isPage } from '../parsing/scripts.ts';
import { runtimeOf } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { Pages } from './pages.ts';
import type { StaticFolder } from './served-pages.ts';

/** The pages and scripts of a front end that run without a bundler and are no modules. */
export interface ClassicClient {
  readonly paths: ReadonlySet<string>;
  /** The file as which the session's script is written, and the folder that it goes into. */
  readonly home: SourceFile;
  readonly folder: string;
  /** What the server hands out as it is. */
  readonly served: readonly StaticFolder[];
  /** Whether the whole front end is so. */
  readonly isAll: boolean;
}

/** @param home The file through which the front end's requests go. */
export function classicOf(
  files: readonly SourceFile[],
  pages: Pages,
  home: SourceFile,
  served: readonly StaticFolder[],
): ClassicClient | undefined {
  const paths = new Set(files.filter((file) => runsAsScript(file, pages)).map((file) => file.path));
  if (paths.size === 0) return undefined;
  const concerned = files.filter(
    (file) => file === home || bearerExposures(file).length > 0 || storageExposures(file).some(({ key }) => isCredentialKey(key.reading)),
  );
  const ours = [home, ...concerned].filter((file) => paths.has(file.path));
  const beside = ours.find((file) => !isPage(file.path)) ?? ours[0];
  if (!beside) return undefined;
  const folder = folderFor(beside.path, [...paths], served);
  return { paths, home: beside, folder, served, isAll: files.every((file) => paths.has(file.path) || runtimeOf(file) !== 'browser') };
}

/** Folders of pages and their scripts, by their names. */
const OF_PAGES = /^(?:public|static|www|assets|client|frontend|web)$/;

/**
 * The folder for a script that all pages can load: that of the file beside which it goes, unless a server fills that in or sends
 * it by itself; then one that the server hands out, beside the scripts that are there.
 */
function folderFor(beside: string, paths: readonly string[], served: readonly StaticFolder[]): string {
  const own = path.dirname(beside);
  const isBelow = (file: string, folder: string): boolean => file.startsWith(folder + path.sep);
  if (!/\.ejs$/i.test(beside) && (served.length === 0 || served.some(({ folder }) => isBelow(beside, folder)))) return own;
  const script = paths.find((one) => !isPage(one) && served.some(({ folder }) => isBelow(one, folder)));
  if (script !== undefined) return path.dirname(script);
  const ofPages = served.find(({ folder }) => OF_PAGES.test(path.basename(folder)) || paths.some((one) => isBelow(one, folder)));
  const inner = ofPages && ['js', 'javascripts', 'javascript', 'scripts'].map((name) => path.join(ofPages.folder, name));
  return inner?.find((one) => existsSync(one)) ?? ofPages?.folder ?? own;
}

/** Whether a file is a classic script of a page, or a page with one; one with a single module may import. */
function runsAsScript(file: SourceFile, pages: Pages): boolean {
  if (!isPage(file.path)) return file.links?.isShared?.(file) === true;
  const written = pages.loading(file.path).filter(({ src, page }) => src === undefined && page === file.path);
  return written.length !== 1 || written.some(({ isModule }) => !isModule);
}
