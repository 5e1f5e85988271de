import { contains } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';
import type { Changes } from './changes.ts';
import { styleOf } from './style.ts';
import type { TextChange } from './text-change.ts';

/** One step of indentation for each line of the ranges around which something is put, but for what other edits take or write. */
export function indentations({ file, indented }: Changes, edits: readonly TextChange[]): TextChange[] {
  return indented.flatMap((range) =>
    linesIn(file, range)
      .filter((at) => !edits.some(({ range: [from, to] }) => from <= at && at < to) && !isInText(file, at))
      .map((at) => ({ range: [at, at] as const, text: styleOf(file).indent })),
  );
}

/** Where lines with something on them begin. */
function linesIn(file: SourceFile, [from, to]: readonly [number, number]): number[] {
  const starts: number[] = [];
  for (let at = file.text.indexOf('\n', from - 1) + 1; at > 0 && at < to; at = file.text.indexOf('\n', at) + 1)
    if (/^[\t ]*\S/.test(file.text.slice(at, to))) starts.push(at);
  return starts;
}

/** The lines of a template are text. */
function isInText(file: SourceFile, at: number): boolean {
  return nodesOf(file, 'TemplateElement').some((one) => contains(one, { range: [at, at] }) && one.range[0] < at);
}
