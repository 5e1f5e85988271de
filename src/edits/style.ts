import type { Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';

/** How the code of a file is written, as far as new code has to look like it. */
export interface Style {
  readonly quote: "'" | '"';
  readonly semicolon: ';' | '';
  /** One step of indentation: two spaces, a tab. */
  readonly indent: string;
  readonly lineEnd: '\n' | '\r\n';
  /** Whether objects and arguments that run over lines end with a comma. */
  readonly trailingComma: boolean;
  /** Whether braces of objects on one line have spaces inside. */
  readonly spaced: boolean;
}

/** The style of a file, by what most of it does; where it says nothing, as Prettier would. */
export const styleOf = perFile((file): Style => ({
  quote: quoteOf(file),
  semicolon: semicolonOf(file),
  indent: indentOf(file.text),
  lineEnd: lineEndOf(file.text),
  trailingComma: trailingCommaOf(file),
  spaced: spacedOf(file),
}));

/** The line end that most lines of a text have. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const all = text.split('\n').length - 1;
  return all > 0 && text.split('\r\n').length - 1 > all / 2 ? '\r\n' : '\n';
}

function quoteOf(file: SourceFile): "'" | '"' {
  let single = 0;
  let double = 0;
  for (const literal of nodesOf(file, 'Literal')) {
    // JSX attributes are double-quoted by everybody.
    if (typeof literal.value !== 'string' || literal.parent.type === 'JSXAttribute' || isOfHandler(file, literal)) continue;
    if (literal.raw.startsWith("'")) single++;
    else if (literal.raw.startsWith('"')) double++;
  }
  return double > single ? '"' : "'";
}

/** Whether code stands in an attribute of a page, `onclick="…"`, which is written in its own way. A function alone is no statement else. */
function isOfHandler({ path }: SourceFile, node: Node): boolean {
  if (!/\.(?:html?|ejs)$/i.test(path)) return false;
  for (let at: Node | undefined = node; at; at = at.parent)
    if (at.type === 'ExpressionStatement' && at.expression.type === 'ArrowFunctionExpression') return true;
  return false;
}

const SIMPLE_STATEMENTS = ['ImportDeclaration', 'ExpressionStatement', 'ReturnStatement', 'VariableDeclaration', 'ThrowStatement'] as const;

function semicolonOf(file: SourceFile): ';' | '' {
  let without = 0;
  let total = 0;
  for (const type of SIMPLE_STATEMENTS) {
    for (const statement of nodesOf(file, type)) {
      if (statement.parent.type.startsWith('For') || isOfHandler(file, statement)) continue;
      total++;
      if (file.text[statement.range[1] - 1] !== ';') without++;
    }
  }
  return without > total / 2 ? '' : ';';
}

/** The smallest step by which lines are indented further than the line above. */
export function indentOf(text: string): string {
  const steps = new Map<string, number>();
  let last = '';
  for (const line of text.split('\n')) {
    if (line.trim() === '' || /^\s*\*/.test(line)) continue;
    const white = /^[\t ]*/.exec(line)![0];
    if (white.length > last.length && white.startsWith(last)) {
      const step = white.slice(last.length);
      steps.set(step, (steps.get(step) ?? 0) + 1);
    }
    last = white;
  }
  const [best] = [...steps]
    .filter(([step]) => step === '\t' || /^ {2,8}$/.test(step))
    .toSorted((a, b) => b[1] - a[1] || a[0].length - b[0].length);
  return best?.[0] ?? '  ';
}

function trailingCommaOf(file: SourceFile): boolean {
  let withComma = 0;
  let total = 0;
  for (const object of nodesOf(file, 'ObjectExpression')) {
    const last = object.properties.at(-1);
    if (!last) continue;
    const tail = file.text.slice(last.range[1], object.range[1]);
    if (!tail.includes('\n')) continue;
    total++;
    if (/^\s*,/.test(tail)) withComma++;
  }
  return total === 0 || withComma >= total / 2;
}

function spacedOf(file: SourceFile): boolean {
  let tight = 0;
  let total = 0;
  for (const object of [...nodesOf(file, 'ObjectExpression'), ...nodesOf(file, 'ObjectPattern')]) {
    const first = object.properties[0];
    if (!first || /[\n\r]/.test(file.text.slice(object.range[0], first.range[0]))) continue;
    total++;
    if (first.range[0] === object.range[0] + 1) tight++;
  }
  return tight <= total / 2;
}

/** The white space before the line on which a node begins. */
export function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[\t ]*/.exec(text.slice(start))![0];
}

/** Whether only white space stands before the node on its line. */
export function startsLine(text: string, node: { readonly range: readonly [number, number] }): boolean {
  const start = text.lastIndexOf('\n', node.range[0] - 1) + 1;
  return text.slice(start, node.range[0]).trim() === '';
}

/** What ends a line, and half characters: no literal may hold them as they are. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\u2028\u2029]/gu;

/** A text as a literal in the file's quotes. */
export function quoted(style: Style, text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(style.quote, `\\${style.quote}`);
  return style.quote + escaped.replace(UNWRITABLE, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`) + style.quote;
}
