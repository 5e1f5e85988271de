import type { Node, TSESTree } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { Changes } from './changes.ts';
import { quoted, styleOf } from './style.ts';

/** A piece of an address: text, or an expression. */
type Piece = string | Node;

/**
 * Takes parameters out of an address that is written as a template or a sum: `` `${API}/feed?token=${token}&room=1` `` becomes
 * `` `${API}/feed?room=1` ``.
 *
 * @returns The expressions that stood for their values, by name; none where they could not be taken out, and nothing is changed.
 */
export function dropParameters(
  file: SourceFile,
  changes: Changes,
  address: TSESTree.TemplateLiteral | TSESTree.BinaryExpression,
  keys: readonly string[],
): ReadonlyMap<string, Node> {
  const dropped = new Map<string, Node>();
  let pieces = piecesOf(address);
  for (const key of keys) {
    const without = pieces && withoutParameter(pieces, key);
    if (!without) return new Map();
    pieces = without.pieces;
    dropped.set(key, without.value);
  }
  if (pieces) changes.replace(address, written(file, changes, pieces, address));
  return dropped;
}

/** The expression that stands for a parameter's value in such an address. */
export function parameterIn(address: TSESTree.TemplateLiteral | TSESTree.BinaryExpression, key: string): Node | undefined {
  const pieces = piecesOf(address);
  return pieces && withoutParameter(pieces, key)?.value;
}

function withoutParameter(pieces: readonly Piece[], key: string): { readonly pieces: Piece[]; readonly value: Node } | undefined {
  const at = pieces.findIndex((one, i) => typeof one !== 'string' && beginningOf(pieces[i - 1], key) !== undefined);
  const value = pieces[at];
  if (value === undefined || typeof value === 'string') return undefined;
  const [head, mark] = beginningOf(pieces[at - 1], key)!;
  const [after, ...rest] = pieces.slice(at + 1);
  const next = typeof after === 'string' ? after : '';
  // What comes right behind is a part of the value, but for what begins anew.
  if (next !== '' && !/^[&#]/.test(next)) return undefined;
  const joined = head + (next.startsWith('&') ? mark + next.slice(1) : next);
  const left = [...pieces.slice(0, at - 1), joined, ...(typeof after === 'string' ? rest : pieces.slice(at + 1))];
  return { pieces: left.filter((one) => one !== ''), value };
}

/** What stands before a parameter, and the mark between: `/feed` and `?` of `/feed?token=`. */
function beginningOf(text: Piece | undefined, key: string): readonly [head: string, mark: string] | undefined {
  const start = typeof text === 'string' ? /^(.*)([?&#])([\w.[\]-]+)=$/s.exec(text) : null;
  return start?.[3] === key ? [start[1]!, start[2]!] : undefined;
}

/** The pieces, in order: what is text, and what stands between. Undefined for a sum of other things than texts. */
function piecesOf(address: Node): Piece[] | undefined {
  if (address.type === 'TemplateLiteral')
    return address.quasis.flatMap(({ value }, i): Piece[] => [value.raw, ...(address.expressions[i] ? [address.expressions[i]] : [])]);
  if (address.type !== 'BinaryExpression' || address.operator !== '+') return undefined;
  const operands = sumOf(address);
  if (operands.some((one) => one.type === 'TemplateLiteral')) return undefined;
  const pieces: Piece[] = [];
  for (const one of operands) {
    if (one.type === 'Literal' && typeof one.value === 'string' && !/[\\'"\n]/.test(one.value)) {
      if (typeof pieces.at(-1) === 'string') pieces.push(`${pieces.pop() as string}${one.value}`);
      else pieces.push(one.value);
    } else pieces.push(one);
  }
  return pieces;
}

function sumOf(node: Node): Node[] {
  return node.type === 'BinaryExpression' && node.operator === '+' ? [...sumOf(node.left), node.right] : [node];
}

/** What is left, in the form in which it was written; one expression alone as that, a text alone as a text. */
function written(file: SourceFile, changes: Changes, pieces: readonly Piece[], address: Node): string {
  const [only, ...more] = pieces;
  const style = styleOf(file);
  if (only === undefined) return quoted(style, '');
  if (more.length === 0) return typeof only === 'string' ? quoted(style, only) : changes.move(only);
  if (address.type === 'BinaryExpression')
    return pieces.map((one) => (typeof one === 'string' ? quoted(style, one) : changes.move(one))).join(' + ');
  return `\`${pieces.map((one) => (typeof one === 'string' ? one : `\${${changes.move(one)}}`)).join('')}\``;
}
