import type { Range } from '../syntax/nodes.ts';

/** Words by which a comment is about what goes, and goes with it. */
const ABOUT_CREDENTIALS = /token|jwt|auth|bearer|header|log(?:ged)?[ -]?in|sign(?:ed)?[ -]?in|session|storage|credential|intercept/i;

/** Comments that are for tools or for everybody, whatever stands below them. */
const KEPT_COMMENT = /licen[cs]e|copyright|@preserve|@ts-nocheck|^\/\*!/i;

/**
 * Widens the range of something that stands on lines of its own to whole lines: with its indentation, its line end, a
 * comment behind it on the line, the comment above that is about it, and a blank line where two would be left.
 */
export function wholeLines(text: string, [start, end]: Range): Range {
  let from = lineStart(text, start);
  if (text.slice(from, start).trim() !== '') return alongTheLine(text, [start, end]);
  const tail = /^[\t ;]*(?:\/\/[^\n\r]*|\/\*(?:[^*\n\r]|\*(?!\/))*\*\/[\t ]*)?(?=\r?\n|$)/.exec(text.slice(end));
  if (!tail) return alongTheLine(text, [start, end]);
  let to = end + tail[0].length;
  to += /^\r?\n/.exec(text.slice(to))?.[0].length ?? 0;
  from = aboveWithComment(text, from);
  return withoutDoubleBlank(text, [from, to]);
}

/** Something that shares its line with other code goes with the space beside it. */
function alongTheLine(text: string, [start, end]: Range): Range {
  const space = /^[\t ]+(?=\S)/.exec(text.slice(end));
  if (space) return [start, end + space[0].length];
  const before = /[\t ]+$/.exec(text.slice(0, start));
  return [start - (before?.[0].length ?? 0), end];
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The start of the comment lines right above, where they are about credentials. */
function aboveWithComment(text: string, from: number): number {
  let top = from;
  for (;;) {
    const above = lineStart(text, top - 1);
    if (top === 0 || above >= top) break;
    const line = text.slice(above, top).trim();
    const isComment = line.startsWith('//') || (line.startsWith('/*') && line.endsWith('*/')) || /^\{\/\*.*\*\/\}$/.test(line);
    if (isComment) {
      top = above;
      continue;
    }
    if (!line.endsWith('*/')) break;
    // A block comment over lines: up to where it opens, which has to be the start of its line.
    const open = text.lastIndexOf('/*', above + text.slice(above, top).lastIndexOf('*/'));
    if (open < 0 || text.slice(lineStart(text, open), open).trim() !== '') break;
    top = lineStart(text, open);
  }
  const comment = text.slice(top, from);
  if (comment.trim() === '' || KEPT_COMMENT.test(comment.trim())) return from;
  return ABOUT_CREDENTIALS.test(comment) || /^\s*\/\/\s*(?:eslint|@ts|prettier)/m.test(comment) ? top : from;
}

/** Where a blank line would be left on both sides, or beside a brace, one goes too. */
function withoutDoubleBlank(text: string, [from, to]: Range): Range {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const blankAfter = /^[\t ]*\r?\n/.exec(after);
  const opens = /(?:^|[{([,:>]|=>)[\t ]*\r?\n$/.test(before) || before === '';
  const blankBefore = /\n[\t ]*\r?\n$/.test(before);
  if (blankAfter && (opens || blankBefore)) return [from, to + blankAfter[0].length];
  const closes = /^[\t ]*[)}\]]/.test(after) || /^\s*$/.test(after);
  if (closes && blankBefore) return [from - /\r?\n$/.exec(before)![0].length, to];
  return [from, to];
}
