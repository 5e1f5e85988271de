import type { Colors } from 'picocolors/types.d.ts';
import type { CodePlace } from '../report/scan-result.ts';

/** Characters of a line that stand before what is meant, where the line is too long to be shown whole. */
const BEFORE = 24;

/**
 * A line of code with what is meant marked below it: two lines, or one where what is meant stands further along the line than what
 * is known of it.
 *
 * @param width Characters that a line of the terminal takes.
 */
export function codeFrame({ line, endLine, column, endColumn, code }: CodePlace, width: number, colors: Colors): string[] {
  const number = String(line);
  const margin = `${' '.repeat(Math.max(0, 6 - number.length))}${number} │ `;
  const from = column - 1;
  const indent = Math.min(from, /^\s*/.exec(code)![0].length);
  const room = Math.max(20, width - margin.length);
  const start = code.length - indent <= room ? indent : Math.max(indent, from - BEFORE);
  const shown = code.slice(start, start + room).replaceAll('\t', ' ');
  const frame = [`${colors.dim(margin)}${shown}`];
  const end = Math.min(endLine === line ? endColumn - 1 : code.trimEnd().length, start + shown.length);
  if (end > from)
    frame.push(colors.dim(`${' '.repeat(margin.length - 2)}│ `) + ' '.repeat(from - start) + colors.red('~'.repeat(end - from)));
  return frame;
}
