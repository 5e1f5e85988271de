import type { Node, Range } from '../syntax/nodes.ts';
import { wholeLines } from './blank-lines.ts';
import type { Changes } from './changes.ts';
import type { NodeList } from './lists.ts';
import { listsOf, runsOf } from './lists.ts';
import { indentationAt, styleOf } from './style.ts';
import type { TextChange } from './text-change.ts';

/** The edits of a list's members, and of those that are added to it. */
export function listEdits(changes: Changes, parent: Node, { kind, items }: NodeList, done: Set<Node>): TextChange[] {
  const { text } = changes.file;
  const goes = (i: number): boolean => items[i] != null && changes.goes(items[i]);
  const edits: TextChange[] = [];
  const entries = isEntryList(parent, items) ? changes.added.get(parent) : undefined;
  if (entries && items.length > 0 && items.every((_item, i) => goes(i))) {
    // Everything that was there goes: what comes takes its place.
    for (const item of items) done.add(item!);
    const [first, last] = [items[0]!, items.at(-1)!];
    const between = /[\n\r]/.test(text.slice(parent.range[0], first.range[0]))
      ? `,${styleOf(changes.file).lineEnd}${indentationAt(text, first.range[0])}`
      : ', ';
    return [{ range: [first.range[0], last.range[1]], text: entries.join(between) }];
  }
  for (const [from, to] of runsOf(items, goes)) {
    for (let i = from; i <= to; i++) if (items[i]) done.add(items[i]!);
    if (kind === 'lines') {
      edits.push({ range: wholeLines(text, [items[from]!.range[0], statementEnd(text, items[to]!)]), text: '' });
    } else
      edits.push({
        range: kind === 'spaces' ? spacedRange(text, items, from, to) : commaRange(text, parent, items, from, to),
        text: isBareParameter(text, parent, items) ? '()' : '',
      });
  }
  if (entries) edits.push(...additions(changes, parent, items, goes, entries));
  return edits;
}

/** `token => store(token)`: the only parameter of an arrow, without parentheses that would stay. */
function isBareParameter(text: string, parent: Node, items: readonly (Node | null)[]): boolean {
  const [only, ...more] = items;
  return (
    parent.type === 'ArrowFunctionExpression' &&
    only != null &&
    more.length === 0 &&
    parent.params[0] === only &&
    /^(?:async\s+)?$/.test(text.slice(parent.range[0], only.range[0]))
  );
}

function isEntryList(parent: Node, items: readonly (Node | null)[]): boolean {
  return listsOf(parent)[0]?.items === items;
}

function statementEnd(text: string, node: Node): number {
  // Without semicolons, one at the start of the next line is for what stands there: `;[1, 2].forEach(…)`.
  const hazard = /\s*\n[\t ]*;$/.exec(text.slice(...node.range));
  if (hazard) return node.range[1] - hazard[0].length;
  return text[node.range[1]] === ';' ? node.range[1] + 1 : node.range[1];
}

/** A run of a comma list with the comma that parts it from what stays. */
function commaRange(text: string, parent: Node, items: readonly (Node | null)[], from: number, to: number): Range {
  const first = items[from]!;
  const last = items[to]!;
  const next = items[to + 1];
  if (next) return ownLines(text, first.range[0], next.range[0]);
  const previous = items[from - 1];
  if (previous) return [previous.range[1], last.range[1]];
  // All of them: with a comma behind, and with the lines that they stood on.
  const comma = /^\s*,/.exec(text.slice(last.range[1]));
  const end = last.range[1] + (comma?.[0].length ?? 0);
  const inside =
    parent.type === 'ObjectExpression' ||
    parent.type === 'ObjectPattern' ||
    parent.type === 'CallExpression' ||
    parent.type === 'NewExpression';
  if (!inside) return [first.range[0], end];
  const before = /\s*$/.exec(text.slice(0, first.range[0]))![0].length;
  const after = /^\s*/.exec(text.slice(end))![0].length;
  return [first.range[0] - before, end + after];
}

/** Up to the next member; where that stands on a line of its own, the comment above the first goes by the rules of lines. */
function ownLines(text: string, start: number, next: number): Range {
  const [from] = wholeLines(text, [start, start + Math.max(0, text.slice(start, next).trimEnd().length)]);
  const line = text.lastIndexOf('\n', start - 1) + 1;
  if (text.slice(line, start).trim() !== '' || from >= line) return [start, next];
  return [from + /^[\t ]*/.exec(text.slice(from))![0].length, next];
}

function spacedRange(text: string, items: readonly (Node | null)[], from: number, to: number): Range {
  const first = items[from]!;
  const before = /\s*$/.exec(text.slice(0, first.range[0]))![0].length;
  return [first.range[0] - before, items[to]!.range[1]];
}

/** New members of a list, on lines of their own where the others are. */
function additions(
  changes: Changes,
  parent: Node,
  items: readonly (Node | null)[],
  goes: (index: number) => boolean,
  entries: readonly string[],
): TextChange[] {
  const { text } = changes.file;
  const style = styleOf(changes.file);
  const staying = items.filter((item, i) => item !== null && !goes(i)) as Node[];
  const last = staying.at(-1);
  if (!last) {
    const close = parent.range[1] - 1;
    const hasBraces = parent.type === 'ObjectExpression' || parent.type === 'ObjectPattern';
    return [{ range: [close, close], text: hasBraces && style.spaced ? ` ${entries.join(', ')} ` : entries.join(', ') }];
  }
  const isMultiline = /[\n\r]/.test(text.slice(beginOf(parent), items[0]!.range[0]));
  if (!isMultiline) return [{ range: [last.range[1], last.range[1]], text: entries.map((entry) => `, ${entry}`).join('') }];
  const indentation = indentationAt(text, last.range[0]);
  const comma = /^\s*,/.exec(text.slice(last.range[1]));
  const at = last.range[1] + (comma && staying.length === items.length ? comma[0].length : 0);
  const lines = entries.map((entry) => `${style.lineEnd}${indentation}${entry}`).join(',');
  return [{ range: [at, at], text: comma && staying.length === items.length ? `${lines},` : `,${lines}` }];
}

/** Where a node's list begins: behind what a call calls, which may go over lines itself. */
function beginOf(parent: Node): number {
  return parent.type === 'CallExpression' || parent.type === 'NewExpression'
    ? (parent.typeArguments ?? parent.callee).range[1]
    : parent.range[0];
}
