import path from 'node:path';
import type { CodePlace } from '../report/scan-result.ts';
import type { Range } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { positionOf } from '../syntax/source-file.ts';

/** Characters of a line that are shown: longer ones are a program's. */
const LONGEST_LINE = 400;

/**
 * A range of a file, as people and programs get it.
 *
 * @param root Absolute: the folder that its path is relative to.
 */
export function placeOf(root: string, file: SourceFile, [from, to]: Range): CodePlace {
  const start = positionOf(file, from);
  const end = positionOf(file, to);
  return {
    file: path.relative(root, file.path).replaceAll('\\', '/'),
    line: start.line,
    column: start.column + 1,
    endLine: end.line,
    endColumn: end.column + 1,
    code: lineAt(file, from),
  };
}

/** The line of code in which an offset stands. */
function lineAt({ text }: SourceFile, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, Math.min(start + LONGEST_LINE, end < 0 ? text.length : end)).replace(/\r$/, '');
}
