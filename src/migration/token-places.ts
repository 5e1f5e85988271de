import path from 'node:path';
import { bearerExposures } from '../exposures/headers.ts';
import { storageExposures } from '../exposures/storage.ts';
import { isCredentialKey } from '../exposures/storage-keys.ts';
import type { Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { positionOf } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';
import type { FileLine } from './refusal.ts';

/** Where pages keep or send the token. */
export function tokenPlaces(root: string, files: readonly SourceFile[]): FileLine[] {
  return written(root, files).flatMap((file) => [
    ...storageExposures(file).flatMap(({ kind, key, node }) =>
      kind.endsWith('-write') && isCredentialKey(key.reading) ? [placeOf(root, file, node)] : [],
    ),
    ...bearerExposures(file).map(({ node }) => placeOf(root, file, node)),
  ]);
}

/** The files that are no tests. */
export function written(root: string, files: readonly SourceFile[]): SourceFile[] {
  return files.filter((file) => !isTestFile(file.path, root));
}

/** A node's line, for people and programs. */
export function placeOf(root: string, file: SourceFile, node: Node): FileLine {
  return { file: path.relative(root, file.path).split(path.sep).join('/'), line: positionOf(file, node.range[0]).line };
}
