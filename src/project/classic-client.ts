import { bearerExposures } from '../exposures/headers.ts';
import { storageExposures } from '../exposures/storage.ts';
import { isCredentialKey } from '../exposures/storage-keys.ts';
import { isPage } from '../parsing/scripts.ts';
import { runtimeOf } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { Pages } from './pages.ts';

/** The pages and scripts of a front end that run without a bundler and are no modules. */
export interface ClassicClient {
  readonly paths: ReadonlySet<string>;
  /** The file beside which the session's script goes. */
  readonly home: SourceFile;
  /** Whether the whole front end is so. */
  readonly isAll: boolean;
}

/** @param home The file through which the front end's requests go. */
export function classicOf(files: readonly SourceFile[], pages: Pages, home: SourceFile): ClassicClient | undefined {
  const paths = new Set(files.filter((file) => runsAsScript(file, pages)).map((file) => file.path));
  if (paths.size === 0) return undefined;
  const concerned = files.filter(
    (file) => file === home || bearerExposures(file).length > 0 || storageExposures(file).some(({ key }) => isCredentialKey(key.reading)),
  );
  const ours = [home, ...concerned].filter((file) => paths.has(file.path));
  const beside = ours.find((file) => !isPage(file.path)) ?? ours[0];
  return beside && { paths, home: beside, isAll: files.every((file) => paths.has(file.path) || runtimeOf(file) !== 'browser') };
}

/** Whether a file is a classic script of a page, or a page with one; one with a single module may import. */
function runsAsScript(file: SourceFile, pages: Pages): boolean {
  if (!isPage(file.path)) return file.links?.isShared?.(file) === true;
  const written = pages.loading(file.path).filter(({ src, page }) => src === undefined && page === file.path);
  return written.length !== 1 || written.some(({ isModule }) => !isModule);
}
