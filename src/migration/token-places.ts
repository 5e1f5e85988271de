import { bearerExposures } from '../exposures/headers.ts';
import { storageExposures } from '../exposures/storage.ts';
import { isCredentialKey } from '../exposures/storage-keys.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';
import type { FileLine } from './file-lines.ts';
import { lineOf } from './file-lines.ts';

/** Where pages keep or send the token. */
export function tokenPlaces(root: string, files: readonly SourceFile[]): FileLine[] {
  return written(root, files).flatMap((file) => [
    ...storageExposures(file).flatMap(({ kind, key, node }) =>
      kind.endsWith('-write') && isCredentialKey(key.reading) ? [lineOf(root, file, node)] : [],
    ),
    ...bearerExposures(file).map(({ node }) => lineOf(root, file, node)),
  ]);
}

/** The files that are no tests. */
export function written(root: string, files: readonly SourceFile[]): SourceFile[] {
  return files.filter((file) => !isTestFile(file.path, root));
}
