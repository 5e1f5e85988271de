import type { Node } from '../syntax/nodes.ts';
import type { Changes } from './changes.ts';
import { indentationAt, startsLine, styleOf } from './style.ts';

/** Puts a statement before another. One that stands alone behind an `if`, an `else` or a loop gets braces with it. */
export function putBefore(changes: Changes, statement: Node, text: string): void {
  const { file } = changes;
  const { parent } = statement;
  const { lineEnd } = styleOf(file);
  const [start, end] = statement.range;
  const indentation = indentationAt(file.text, start);
  if (
    !parent ||
    parent.type === 'Program' ||
    parent.type === 'BlockStatement' ||
    parent.type === 'SwitchCase' ||
    parent.type === 'StaticBlock' ||
    parent.type === 'TSModuleBlock'
  ) {
    // What shares its line with what is around goes on doing so.
    const isAlone = startsLine(file.text, statement) || !text.endsWith(';');
    changes.insert(start, isAlone ? text + lineEnd + indentation : `${text} `);
    return;
  }
  const outer = indentationAt(file.text, parent.range[0]);
  const isOnOwnLine = file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
  if (isOnOwnLine) changes.insert(file.text.slice(0, start).trimEnd().length, ' {');
  changes.insert(
    start,
    isOnOwnLine
      ? text + lineEnd + indentation
      : `{${lineEnd}${outer}${styleOf(file).indent}${text}${lineEnd}${outer}${styleOf(file).indent}`,
  );
  changes.insert(end, `${lineEnd}${outer}}`);
}

/** The end of a statement with the comment behind it on its line. */
export function endWithComment(text: string, statement: Node): number {
  const tail = /^;?[\t ]*(?:\/\/[^\n\r]*)?(?=\r?\n|$)/.exec(text.slice(statement.range[1]));
  return statement.range[1] + (tail?.[0].length ?? 0);
}
