import { bindingOf, variableOf } from '../syntax/bindings.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import type { Place } from './resolve.ts';
import { MAX_STEPS, resolveValue } from './resolve.ts';
import { argumentAt, parameterOf, returnsOf } from '../syntax/functions.ts';
import { sourcesOf } from './back.ts';
import { calledFunction } from './calls.ts';
import { locationOf } from './location.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, isNothing, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/** A text as far as it is known: literal pieces, and holes for what is computed at run time. */
export type TextPart = string | Place;

/**
 * The pieces of a text, through constants, members of constant objects, enums, templates, concatenation, joined lists,
 * functions that only put a text together and `unknown || 'default'`. What cannot be known is a hole.
 */
export function textParts(file: SourceFile, node: Node): readonly TextPart[] {
  return mergeParts(textPieces(file, node));
}

/** The same pieces as the code has them: a prefix and what follows it are two, though both are known. */
export function textPieces(file: SourceFile, node: Node): readonly TextPart[] {
  return parts({ file, node }, MAX_STEPS);
}

/** The same pieces with neighbouring texts made one, and without empty ones; an empty text stays one piece. */
export function mergeParts(list: readonly TextPart[]): readonly TextPart[] {
  const merged: TextPart[] = [];
  for (const part of list) {
    if (typeof part === 'string' && typeof merged.at(-1) === 'string') merged.push((merged.pop() as string) + part);
    else if (part !== '') merged.push(part);
  }
  return merged.length === 0 ? [''] : merged;
}

/** The whole text where all of it is known, or undefined. */
export function staticText(file: SourceFile, node: Node): string | undefined {
  const [only, ...more] = textParts(file, node);
  return more.length === 0 && typeof only === 'string' ? only : undefined;
}

function parts(place: Place, steps: number): TextPart[] {
  if (steps <= 0) return [place];
  const { file, node } = resolveValue(place, steps);
  const known = byType(PARTS, node, { place, file, steps, inner: (child) => parts({ file, node: child }, steps - 1) });
  // Where following led to nothing literal, the name that was written says more than where it ended.
  return known ?? [isNamed(place.node) ? place : { file, node }];
}

/** What is put into pieces: as it is written, the file of what it is, how many steps that may take, and its parts in pieces. */
interface Pieces {
  readonly place: Place;
  readonly file: SourceFile;
  readonly steps: number;
  readonly inner: (child: Node) => TextPart[];
}

const ofChoice = (node: TSESTree.LogicalExpression | TSESTree.ConditionalExpression, { inner }: Pieces): TextPart[] =>
  chosen(node, inner).pieces;

/** The pieces of each kind of expression; undefined, or nothing here, where it is no text that can be read. */
const PARTS: ByType<TextPart[] | undefined, [pieces: Pieces]> = {
  Literal: (node, { place, file }) => {
    if ((node.value === '' || node.value === null) && isFilledLater(place, node)) return [place];
    return typeof node.value === 'string' || typeof node.value === 'number' ? [String(node.value)] : [{ file, node }];
  },
  TemplateLiteral: (node, { inner }) =>
    node.quasis.flatMap((quasi, i) => {
      const expression = node.expressions[i];
      return [quasi.value.cooked ?? quasi.value.raw, ...(expression ? inner(expression) : [])];
    }),
  BinaryExpression: (node, { file, steps, inner }) => {
    if (node.operator !== '+') return [{ file, node }];
    return asNumber({ file, node }, steps)?.map(String) ?? [...inner(node.left), ...inner(node.right)];
  },
  LogicalExpression: ofChoice,
  ConditionalExpression: ofChoice,
  CallExpression: (node, { file, steps, inner }) => {
    const passed = passedThrough(node);
    if (passed) return inner(passed);
    return joined(file, node, inner) ?? called(file, node, steps) ?? [{ file, node }];
  },
  Identifier: (node, { file, inner }) => grown(file, node)?.flatMap(inner),
};

/** `token = ''` of a class, `{ token: null }` that is given one elsewhere: what is there to begin with is no text. */
function isFilledLater({ file, node }: Place, literal: Node): boolean {
  if (bare(node).type !== 'MemberExpression') return false;
  const { parent } = literal;
  return (parent?.type === 'PropertyDefinition' && !parent.readonly && !parent.static) || sourcesBehind(file, node) > 1;
}

/** How many things a value may come from, as far as the first that says so. */
function sourcesBehind(file: SourceFile, node: Node): number {
  let at = [locationOf(file, node)];
  for (let steps = 0; steps < 4 && at.length === 1; steps++) at = sourcesOf(at[0]!);
  return at.length;
}

/** The operand that stands for a conditional or logical expression, with its pieces. */
interface Choice {
  readonly node: Node;
  readonly pieces: TextPart[];
}

/** Chosen in one place: a sum whose sides were read by different operands would be one that no run gives. */
function chosen(node: TSESTree.LogicalExpression | TSESTree.ConditionalExpression, inner: (child: Node) => TextPart[]): Choice {
  const choice = (child: Node): Choice => ({ node: child, pieces: inner(child) });
  if (node.type === 'ConditionalExpression') {
    const consequent = choice(node.consequent);
    if (isKnown(consequent.pieces)) return consequent.pieces[0] === '' ? choice(node.alternate) : consequent;
    // token ? token : null: what there is when there is something.
    return isNothing(node.alternate) ? consequent : choice(node.alternate);
  }
  if (node.operator === '&&') return choice(node.right);
  const left = choice(node.left);
  // token ?? '': what there is when there is something.
  if (left.pieces.some((part) => typeof part === 'string') || isNothing(node.right)) return left;
  const right = choice(node.right);
  return isKnown(right.pieces) && right.pieces[0] !== '' ? right : left;
}

/** What is a number, and not a text, when it is added to another. As a list of one. */
function asNumber(place: Place, steps: number): [number] | undefined {
  if (steps <= 0) return undefined;
  const { file, node } = resolveValue(place, steps);
  const inner = (child: Node): [number] | undefined => asNumber({ file, node: child }, steps - 1);
  if (node.type === 'Literal') return typeof node.value === 'number' ? [node.value] : undefined;
  if (node.type === 'ConditionalExpression' || node.type === 'LogicalExpression')
    return inner(chosen(node, (child) => parts({ file, node: child }, steps - 1)).node);
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return undefined;
  const left = inner(node.left);
  const right = left && inner(node.right);
  return right && [left[0] + right[0]];
}

/** `['token=' + token, 'path=/'].join('; ')` and `'token='.concat(token)`, as older code and compilers write it. */
function joined(file: SourceFile, call: TSESTree.CallExpression, inner: (node: Node) => TextPart[]): TextPart[] | undefined {
  if (call.callee.type !== 'MemberExpression') return undefined;
  const method = memberName(call.callee);
  const { node: object } = resolveValue({ file, node: call.callee.object });
  const [separator] = call.arguments;
  if (method === 'join' && object.type === 'ArrayExpression' && separator?.type === 'Literal' && !hasSpread(object.elements)) {
    return object.elements.flatMap((element, i) => [...(i > 0 ? [String(separator.value)] : []), ...(element ? inner(element) : [])]);
  }
  if (method === 'concat' && !hasSpread(call.arguments)) {
    const pieces = [object, ...call.arguments].flatMap(inner);
    return typeof pieces[0] === 'string' ? pieces : undefined;
  }
  return undefined;
}

function hasSpread(list: readonly (Node | null)[]): boolean {
  return list.some((one) => one?.type === 'SpreadElement');
}

/** What a function puts together of what it is given: `keyOf('token')` where `keyOf = (name) => PREFIX + name`. */
function called(file: SourceFile, call: TSESTree.CallExpression, steps: number): TextPart[] | undefined {
  const fn = calledFunction(file, call);
  const [only, ...more] = fn ? returnsOf(fn.node) : [];
  if (!fn || !only || more.length > 0) return undefined;
  const pieces = parts({ file: fn.file, node: only }, steps - 2).flatMap((part) => {
    const parameter = typeof part === 'string' ? undefined : parameterOf(part.file, part.node);
    const given = parameter?.fn === fn.node ? argumentAt(call, parameter.index) : undefined;
    return given ? parts({ file, node: given }, steps - 2) : [part];
  });
  return pieces.some((part) => typeof part === 'string' && part !== '') ? pieces : undefined;
}

/** The pieces of a text that grows: `let cookie = 'token=' + token; cookie += '; path=/'`. Undefined for any other variable. */
function grown(file: SourceFile, node: TSESTree.Identifier): Node[] | undefined {
  const variable = variableOf(file, node);
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'value' || binding.path.length > 0) return undefined;
  const pieces: Node[] = [];
  for (const { identifier, init } of variable!.references.filter((reference) => reference.isWrite())) {
    if (init) continue;
    const { parent } = identifier as Node;
    if (parent?.type !== 'AssignmentExpression' || parent.operator !== '+=') return undefined;
    pieces.push(parent.right);
  }
  return pieces.length > 0 ? [binding.init, ...pieces] : undefined;
}

function isKnown(list: readonly TextPart[]): boolean {
  return list.every((part) => typeof part === 'string');
}

function isNamed(node: Node): boolean {
  return node.type === 'Identifier' || node.type === 'MemberExpression';
}

/** `String(x)`, `encodeURIComponent(x)`, `x.toString()`, `x.toLowerCase()`: the text stays the text for our purposes. */
function passedThrough(node: Extract<Node, { type: 'CallExpression' }>): Node | undefined {
  const [first] = node.arguments;
  if (node.callee.type === 'Identifier' && ['String', 'encodeURIComponent', 'encodeURI'].includes(node.callee.name)) return first;
  if (node.callee.type === 'MemberExpression' && ['toString', 'toLowerCase', 'toUpperCase', 'trim'].includes(memberName(node.callee) ?? ''))
    return node.callee.object;
  return undefined;
}
