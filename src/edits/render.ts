import MagicString from 'magic-string';
import type { Node, Range, TSESTree } from '../syntax/nodes.ts';
import { memberName } from '../syntax/nodes.ts';
import { childrenOf } from '../syntax/source-file.ts';
import { nameApart } from './aliases.ts';
import { wholeLines } from './blank-lines.ts';
import type { Changes } from './changes.ts';
import { importEdits } from './imports.ts';
import { listEdits } from './list-edits.ts';
import { indentations } from './indentation.ts';
import { listsOf } from './lists.ts';
import { styleOf } from './style.ts';
import type { TextChange } from './text-change.ts';

/**
 * Writes changes into the text of their file. What they do not touch stays byte for byte.
 *
 * @returns The new text, or undefined where nothing changes.
 * @throws {Error} When two changes want the same piece of text: a defect of a codemod, better loud than silent.
 */
export function render(changes: Changes): string | undefined {
  if (changes.isEmpty) return undefined;
  nameApart(changes);
  const { text } = changes.file;
  const inTemplate = changes.file.templateCode?.() ?? [];
  const asked = [
    ...collect(changes, changes.file.ast),
    ...inTemplate.flatMap(({ expression }) => (expression ? collect(changes, expression) : [])),
    ...importEdits(changes),
  ];
  const sorted = [...asked, ...indentations(changes, asked)].toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  const edits = withKeptInsertions(text, sorted);
  const magic = new MagicString(text);
  let end = -1;
  for (const { range, text: marked } of edits) {
    const [from, to] = range;
    const replacement = changes.marked(marked, (node) => textAfter(changes, node));
    if (from < end) throw new Error(`two edits meet at offset ${from}: ${JSON.stringify(text.slice(from, Math.min(to, from + 40)))}`);
    if (from === to) magic.appendLeft(from, replacement);
    else {
      if (replacement === '') magic.remove(from, to);
      else magic.update(from, to, replacement);
      end = to;
    }
  }
  const result = magic.toString();
  return result === text ? undefined : result;
}

/** What is put in front of a statement stays where the statement goes with the whole of its lines. */
function withKeptInsertions(text: string, sorted: readonly TextChange[]): TextChange[] {
  const kept: TextChange[] = [];
  for (const edit of sorted) {
    const [from, to] = edit.range;
    const removal = kept.at(-1);
    const isInside = removal && from === to && removal.range[0] < from && from < removal.range[1];
    // Lines that go are empty texts, or hold what was kept of them so far.
    const isOfLines = removal && text[removal.range[1] - 1] === '\n' && (removal.text === '' || removal.text.endsWith('\n'));
    if (!isInside || !isOfLines || !/(?:^|\n)[\t ]*$/.test(text.slice(removal.range[0], from))) kept.push(edit);
    else {
      const indentation = /[\t ]*$/.exec(text.slice(0, from))![0];
      const lineEnd = text[removal.range[1] - 2] === '\r' ? '\r\n' : '\n';
      kept[kept.length - 1] = { ...removal, text: `${removal.text}${indentation}${edit.text.trimEnd()}${lineEnd}` };
    }
  }
  return kept;
}

/** The text changes below a node, outermost first: what stands inside of something that goes is not asked. */
function collect(changes: Changes, node: Node): TextChange[] {
  const replacement = changes.replaced.get(node);
  if (replacement !== undefined) return [{ range: node.range, text: replacement }, ...insertedIn(changes, node, true)];
  const instead = simplified(changes, node);
  if (instead) return instead;
  const edits: TextChange[] = [];
  const done = new Set<Node>();
  for (const list of listsOf(node)) edits.push(...listEdits(changes, node, list, done));
  for (const child of childrenOf(node, changes.file.visitorKeys)) {
    if (done.has(child)) continue;
    edits.push(...(changes.goes(child) ? removal(changes, child) : collect(changes, child)));
  }
  edits.push(...insertedIn(changes, node, false));
  return edits;
}

/** Insertions belong to the program as a whole; inside of a replaced node they have nowhere to go. */
function insertedIn(changes: Changes, node: Node, isReplaced: boolean): TextChange[] {
  if (node.type !== 'Program' || isReplaced) return [];
  return changes.inserted.map(({ at, text }) => ({ range: [at, at], text }));
}

/** A node of which only a part is left, written as that part. Undefined where it stays as it is. */
function simplified(changes: Changes, node: Node): TextChange[] | undefined {
  const unwrapped = changes.unwrapped.get(node);
  if (unwrapped) return keptOf(changes, node, unwrapped);
  switch (node.type) {
    case 'IfStatement':
      return simplifiedIf(changes, node);
    case 'LogicalExpression':
      if (changes.goes(node.right) && !changes.goes(node.left)) return keepOnly(changes, node, node.left);
      return changes.goes(node.left) ? keepOnly(changes, node, node.right) : undefined;
    case 'ConditionalExpression':
      return simplifiedConditional(changes, node);
    case 'CallExpression':
      return simplifiedCall(changes, node);
    case 'ArrowFunctionExpression':
      return simplifiedArrow(changes, node);
    case 'BlockStatement':
      return emptiedBlock(changes, node);
    case 'ReturnStatement':
      return node.argument && changes.goes(node.argument)
        ? [{ range: node.range, text: `return${styleOf(changes.file).semicolon}` }]
        : undefined;
    default:
      return undefined;
  }
}

function cut(from: number, to: number): TextChange {
  return { range: [from, to], text: '' };
}

/** Everything of a node goes but one part. */
function keepOnly(changes: Changes, node: Node, kept: Node): TextChange[] {
  return [cut(node.range[0], kept.range[0]), ...collect(changes, kept), cut(kept.range[1], node.range[1])].filter(
    ({ range, text }) => range[0] < range[1] || text !== '',
  );
}

/** A statement of which an expression stays; what stands behind a declaration's value, a semicolon, stays too. */
function keptOf(changes: Changes, statement: Node, kept: Node): TextChange[] {
  const end = statement.type === 'VariableDeclaration' ? statement.declarations.at(-1)!.range[1] : kept.range[1];
  return [cut(statement.range[0], kept.range[0]), ...collect(changes, kept), cut(kept.range[1], end)].filter(
    ({ range, text }) => range[0] < range[1] || text !== '',
  );
}

/** An `if` of which one branch is gone. */
function simplifiedIf(changes: Changes, node: TSESTree.IfStatement): TextChange[] | undefined {
  const { test, consequent, alternate } = node;
  if (!alternate) return undefined;
  // if (a) {…} else gone
  if (changes.isEmptied(alternate))
    return [...collect(changes, test), ...collect(changes, consequent), cut(consequent.range[1], node.range[1])];
  if (!changes.isEmptied(consequent)) return undefined;
  // if (a) gone; else {…}
  if (changes.isPure(test) && changes.goes(test)) return keepOnly(changes, node, alternate);
  return [{ range: test.range, text: negate(changes, test) }, cut(consequent.range[0], alternate.range[0]), ...collect(changes, alternate)];
}

/** `a ? gone : b()` as a statement is `!a && b()`. */
function simplifiedConditional(changes: Changes, node: TSESTree.ConditionalExpression): TextChange[] | undefined {
  const { test, consequent, alternate } = node;
  if (node.parent.type !== 'ExpressionStatement' || !changes.isPure(test)) return undefined;
  if (changes.goes(consequent))
    return [
      { range: [node.range[0], consequent.range[1]], text: `${negate(changes, test)} &&` },
      { range: [consequent.range[1], alternate.range[0]], text: ' ' },
      ...collect(changes, alternate),
    ];
  if (changes.goes(alternate))
    return [
      ...collect(changes, test),
      { range: [test.range[1], consequent.range[0]], text: ' && ' },
      ...collect(changes, consequent),
      cut(consequent.range[1], node.range[1]),
    ];
  return undefined;
}

/** A block of which every statement goes is `{}`, unless a comment stays in it or something is put there. */
function emptiedBlock(changes: Changes, { range: [start, end], body }: TSESTree.BlockStatement): TextChange[] | undefined {
  const { file, inserted } = changes;
  if (body.length === 0 || !body.every((one) => changes.goes(one)) || inserted.some(({ at }) => at > start && at < end)) return undefined;
  const ends = [start + 1, ...body.map((one) => one.range[1])];
  const between = ends.map((from, i) => file.text.slice(from, body[i]?.range[0] ?? end - 1)).join('');
  return /^[\s;]*$/.test(between) ? [cut(start + 1, end - 1)] : undefined;
}

/** `promise.then(gone)` is the promise. */
function simplifiedCall(changes: Changes, node: TSESTree.CallExpression): TextChange[] | undefined {
  const { callee, arguments: given } = node;
  if (callee.type !== 'MemberExpression' || !/^(?:then|finally|pipe|tap)$/.test(memberName(callee) ?? '')) return undefined;
  return given.length > 0 && given.every((one) => changes.goes(one)) ? keepOnly(changes, node, callee.object) : undefined;
}

/** `() => gone` is `() => {}`. */
function simplifiedArrow(changes: Changes, node: TSESTree.ArrowFunctionExpression): TextChange[] | undefined {
  if (node.body.type === 'BlockStatement' || !changes.goes(node.body)) return undefined;
  const parameters = listsOf(node).flatMap((list) => listEdits(changes, node, list, new Set()));
  return [...parameters, { range: bodyRange(changes.file.text, node), text: '{}' }];
}

/** An arrow's body with the parentheses around it. */
function bodyRange(text: string, arrow: TSESTree.ArrowFunctionExpression): Range {
  const after =
    text.indexOf('=>', (arrow.returnType ?? arrow.params.at(-1) ?? arrow).range[arrow.params.length > 0 || arrow.returnType ? 1 : 0]) + 2;
  const white = /^\s*/.exec(text.slice(after))![0].length;
  return [after + white, arrow.range[1]];
}

function negate(changes: Changes, test: Node): string {
  if (test.type === 'UnaryExpression' && test.operator === '!' && !changes.replaced.has(test)) return textAfter(changes, test.argument);
  const text = textAfter(changes, test);
  if (/^!\w+\(\)$/.test(text)) return text.slice(1);
  return /^[\w$.]+(?:\(\))?$/.test(text) || test.type === 'MemberExpression' || test.type === 'CallExpression' ? `!${text}` : `!(${text})`;
}

/** The text of a node as it will be. */
function textAfter(changes: Changes, node: Node): string {
  const [start, end] = node.range;
  const magic = new MagicString(changes.file.text.slice(start, end));
  for (const {
    range: [from, to],
    text: marked,
  } of collect(changes, node)) {
    const text = changes.marked(marked, (moved) => textAfter(changes, moved));
    if (from === to) magic.appendLeft(from - start, text);
    else if (text === '') magic.remove(from - start, to - start);
    else magic.update(from - start, to - start, text);
  }
  return magic.toString();
}

/** A node that goes and stands in no list: the branch of an `if`, an `else`, a bare statement of a loop. */
function removal(changes: Changes, node: Node): TextChange[] {
  const { parent } = node;
  const { text } = changes.file;
  if (parent?.type === 'IfStatement' && parent.alternate === node)
    return [{ range: [parent.consequent.range[1], node.range[1]], text: '' }];
  if (parent?.type === 'IfStatement' || parent?.type.startsWith('For') || parent?.type === 'WhileStatement')
    return [{ range: node.range, text: '{}' }];
  if (parent?.type === 'ImportDeclaration') return [];
  if (node.type === 'BlockStatement' || node.type === 'CatchClause') return [];
  return [{ range: wholeLines(text, node.range), text: '' }];
}
