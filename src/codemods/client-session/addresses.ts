import { quoted, styleOf } from '../../edits/style.ts';
import { sourcesOf } from '../../flow/back.ts';
import type { Location } from '../../flow/location.ts';
import { locationOf } from '../../flow/location.ts';
import { resolveValue } from '../../flow/resolve.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { isNullish, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';

/** Where a backend is: what addresses of its routes begin with. */
export interface Backend {
  /** By which it is told apart: the environment's variable that holds it, or its origin. */
  readonly key: string;
  /** The variable of the environment. */
  readonly variable?: string;
  /** The address that is written in the code: alone, or where the variable is not set. */
  readonly written?: string;
}

/** A backend, and the path with which an expression goes on after its address. */
interface Base {
  readonly backend: Backend;
  readonly tail: string;
}

/** A text that takes the place of an expression. */
export interface AddressEdit {
  readonly file: SourceFile;
  readonly node: Node;
  /** The text, once it is known where requests go now. */
  readonly text: (route: string) => string;
}

/** What is known of an address: whose it is and what is to change in it, or why it is not known. */
export type Address =
  | { readonly kind: 'backend'; readonly backend: Backend; readonly edits: readonly AddressEdit[] }
  /** A path of the page's own origin. */
  | { readonly kind: 'own' }
  | { readonly kind: 'unknown' };

const UNKNOWN: Address = { kind: 'unknown' };

/** How many places an address may come from. */
const MOST_PLACES = 80;

/** What an address is, wherever its beginning is written. */
export function addressOf(file: SourceFile, url: Node): Address {
  const from = locationOf(file, url);
  const seen = new Set<Location>([from]);
  const ends: Address[] = [];
  for (const at of seen) {
    const end = endAt(at);
    if (end) ends.push(end);
    else if (!isLeftOut(at.node)) {
      const sources = at.path.length > 0 || seen.size < MOST_PLACES ? sourcesOf(at) : [];
      if (sources.length === 0) return UNKNOWN;
      for (const next of sources) seen.add(next);
    }
  }
  return together(ends);
}

/** What is known of an address that comes from several places: nothing, unless all are of one backend. */
function together(ends: readonly Address[]): Address {
  const [first] = ends;
  if (first?.kind !== 'backend') return first && ends.every(({ kind }) => kind === first.kind) ? first : UNKNOWN;
  const edits = ends.flatMap((one) => (one.kind === 'backend' && one.backend.key === first.backend.key ? [one.edits] : []));
  return edits.length === ends.length ? { kind: 'backend', backend: first.backend, edits: edits.flat() } : UNKNOWN;
}

/** The address that is written at a place; undefined where it comes from elsewhere. */
function endAt({ file, node, path }: Location): Address | undefined {
  if (path.length > 0) return undefined;
  const base = baseOf(file, node);
  if (base && node.type !== 'TemplateLiteral') return replaced(file, node, base, (route) => quoted(styleOf(file), route + base.tail));
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? ofText(file, node, node.value) : UNKNOWN;
    case 'TemplateLiteral':
      return ofTemplate(file, node);
    case 'BinaryExpression':
      return node.operator === '+' ? ofSum(file, node) : UNKNOWN;
    case 'NewExpression':
    case 'ObjectExpression':
    case 'ArrayExpression':
      return UNKNOWN;
    default:
      return undefined;
  }
}

function replaced(file: SourceFile, node: Node, { backend }: Base, text: AddressEdit['text']): Address {
  return { kind: 'backend', backend, edits: [{ file, node, text }] };
}

/** `'/api/orders'`: of the page's own origin. */
function ofText(file: SourceFile, node: Node, text: string): Address {
  if (/^\/(?!\/)/.test(text)) return { kind: 'own' };
  const base = baseOfText(text);
  return base ? replaced(file, node, base, (route) => quoted(styleOf(file), route + base.tail)) : UNKNOWN;
}

/** `${API}/orders`, `http://localhost:5000/orders/${id}`. */
function ofTemplate(file: SourceFile, node: TSESTree.TemplateLiteral): Address {
  const start = node.quasis[0]?.value.raw ?? '';
  const [first] = node.expressions;
  const text = textOf(file, node);
  if (start === '' && first) {
    const rest = text.slice(text.indexOf('}', first.range[1] - node.range[0]) + 1, -1);
    const base = baseOf(file, first);
    if (base) return replaced(file, node, base, (route) => templateOf(file, route + joined(base.tail, rest)));
    // `${base}${path}`: what it begins with comes from elsewhere.
    return addressOf(file, first);
  }
  if (/^\/(?!\/)/.test(start)) return { kind: 'own' };
  const origin = ORIGIN.exec(start)?.[0];
  const base = origin === undefined ? undefined : baseOfText(start);
  return base && origin !== undefined
    ? replaced(file, node, base, (route) => templateOf(file, route + joined('', text.slice(1 + origin.length, -1))))
    : UNKNOWN;
}

/** A path that goes on behind another: with a slash between them. */
function joined(before: string, after: string): string {
  return after === '' || /^(?:[/?#]|\$\{)/.test(after) || before.endsWith('/') ? before + after : `${before}/${after}`;
}

/** A template of what is left of one: a plain text where nothing is computed any more. */
function templateOf(file: SourceFile, inner: string): string {
  return /\$\{|[\\'"]/.test(inner) ? `\`${inner}\`` : quoted(styleOf(file), inner);
}

/** `API + '/orders'`. */
function ofSum(file: SourceFile, node: TSESTree.BinaryExpression): Address {
  let first: TSESTree.BinaryExpression = node;
  while (first.left.type === 'BinaryExpression' && first.left.operator === '+') first = first.left;
  const base = baseOf(file, first.left);
  const { right } = first;
  return base && right.type === 'Literal' && typeof right.value === 'string'
    ? replaced(file, first, base, (route) => quoted(styleOf(file), route + joined(base.tail, right.value)))
    : addressOf(file, first.left);
}

/** `null` in place of an address: then nothing is asked. */
function isLeftOut(node: Node): boolean {
  return isNullish(node) || (node.type === 'Literal' && node.value === false);
}

const ORIGIN = /^https?:\/\/[^/?#\s$]+(?=[/?#]|$)/i;

/** The backend that a text names as a whole, up to its path. */
function baseOfText(text: string): Base | undefined {
  const origin = ORIGIN.exec(text)?.[0];
  if (origin === undefined || !URL.canParse(origin)) return undefined;
  const tail = text.slice(origin.length).replace(/\/$/, '');
  return { backend: { key: new URL(origin).origin, written: new URL(origin).origin }, tail };
}

/** The backend that an expression names as a whole: a text, a variable of the environment, or one where the other is not set. */
function baseOf(file: SourceFile, node: Node): Base | undefined {
  const { file: home, node: value } = resolveValue({ file, node });
  switch (value.type) {
    case 'Literal':
      return typeof value.value === 'string' ? baseOfText(value.value) : undefined;
    case 'MemberExpression': {
      const variable = environmentVariable(home, value);
      return variable === undefined ? undefined : { backend: { key: variable, variable }, tail: '' };
    }
    case 'LogicalExpression':
      return value.operator === '&&' ? undefined : eitherOf(baseOf(home, value.left), baseOf(home, value.right));
    case 'TemplateLiteral':
      return baseOfTemplate(home, value);
    default:
      return undefined;
  }
}

/** `process.env.API ?? 'http://localhost:5000'`. */
function eitherOf(one: Base | undefined, other: Base | undefined): Base | undefined {
  if (one?.backend.variable === undefined || one.tail !== '' || other?.backend.written === undefined) return undefined;
  if (other.backend.variable !== undefined) return undefined;
  return { backend: { ...one.backend, written: other.backend.written + other.tail }, tail: '' };
}

/** `${process.env.API}/v1`. */
function baseOfTemplate(file: SourceFile, { quasis, expressions: [first, ...more] }: TSESTree.TemplateLiteral): Base | undefined {
  const [start, rest] = quasis.map(({ value }) => value.raw);
  if (!first) return baseOfText(start ?? '');
  const base = start === '' && more.length === 0 ? baseOf(file, first) : undefined;
  return base && rest !== undefined && /^(?:\/[\w.~-]*)*$/.test(rest) ? { ...base, tail: base.tail + rest.replace(/\/$/, '') } : undefined;
}

function environmentVariable(file: SourceFile, node: TSESTree.MemberExpression): string | undefined {
  return /^process\??\.env\b/.test(textOf(file, node.object)) ? memberName(node) : undefined;
}
