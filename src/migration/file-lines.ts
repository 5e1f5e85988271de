import path from 'node:path';
import type { Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { positionOf } from '../syntax/source-file.ts';

/** A line of the project, for people and programs. */
export interface FileLine {
  /** Relative to the root. */
  readonly file: string;
  readonly line: number;
}

/** A path as people and programs are told it: relative to the root, with `/` on every system. */
export function toldPath(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}

/** Where a node begins. */
export function lineOf(root: string, file: SourceFile, node: Node): FileLine {
  return { file: toldPath(root, file.path), line: positionOf(file, node.range[0]).line };
}
