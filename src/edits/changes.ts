import type { CallNode, Node, Range, TSESTree } from '../syntax/nodes.ts';
import { bare, isFunction } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';
import type { Going } from './consequences.ts';
import { followsFrom } from './consequences.ts';
import { operandsOf } from './operands.ts';

/** A named thing that a file has to import. */
export interface WantedImport {
  /** As it is written in the import: `./session`, `cookie-parser`. */
  readonly source: string;
  /** `default`, or an export's name. */
  readonly imported: string;
  /** The name in this file. */
  readonly local: string;
  readonly isType?: boolean;
}

/** Whether what a call calls does nothing but return a value. The third says so of an expression around it. */
export type PureCallee = (file: SourceFile, call: CallNode, isPure: (node: Node) => boolean) => boolean;

/**
 * What is to change in a file, said of its nodes and not of its text: what goes, what becomes another text, what is put
 * beside. What follows from it (an `if` whose branch is gone, an import of which nothing is left) is worked out, so that
 * several codemods can change one file without knowing of each other.
 */
export class Changes implements Going {
  readonly file: SourceFile;
  readonly replaced = new Map<Node, string>();
  /** Texts that go in at an offset, in the order in which they were given. */
  readonly inserted: { readonly at: number; readonly text: string }[] = [];
  /** Ranges whose lines stand one step further in. */
  readonly indented: Range[] = [];
  /** Entries that are added at the end of an object, array, call or parameter list. */
  readonly added = new Map<Node, string[]>();
  /** Statements of which only an expression stays: `const { token } = await login()` is `await login()`. */
  readonly unwrapped = new Map<Node, Node>();
  readonly imports: WantedImport[] = [];
  private readonly gone = new Set<Node>();
  private readonly moved: Node[] = [];

  private readonly isPureCallee: PureCallee;
  /** Calls of which it is being found out whether they are pure. */
  private readonly considered = new Set<CallNode>();

  /** @param isPureCallee What is known of calls; without it each may have an effect. */
  constructor(file: SourceFile, isPureCallee: PureCallee = () => false) {
    this.file = file;
    this.isPureCallee = isPureCallee;
  }

  /** The node goes, and with it what only held it. */
  remove(node: Node): void {
    this.gone.add(node);
  }

  /** The node becomes this text. */
  replace(node: Node, text: string): void {
    this.replaced.set(node, text);
  }

  /**
   * Stands for a node in a text that goes elsewhere: what else changes in the node changes there too.
   *
   * @returns A mark to put into a text that is handed to these changes. {@link Changes.marked} makes it the node.
   */
  move(node: Node): string {
    if (!this.moved.includes(node)) this.moved.push(node);
    return `\u0001${String(this.moved.indexOf(node))}\u0001`;
  }

  /** A text with each mark of a moved node replaced by what `textOf` makes of it. */
  marked(text: string, textOf: (node: Node) => string): string {
    // eslint-disable-next-line no-control-regex -- no source has it: it cannot be mistaken for anything else
    return text.replace(/\u0001(\d+)\u0001/g, (_mark, index: string) => textOf(this.moved[Number(index)]!));
  }

  /** Of the statement only this expression at its end stays. */
  unwrap(statement: Node, expression: Node): void {
    this.unwrapped.set(statement, expression);
  }

  /** A text at an offset, outside of whatever else changes there. */
  insert(at: number, text: string): void {
    this.inserted.push({ at, text });
  }

  /** The lines that begin in a range stand one step further in: something is put around them. */
  indent(range: Range): void {
    this.indented.push(range);
  }

  /** One more entry of an object, array, call or parameter list. */
  addEntry(list: Node, text: string): void {
    const entries = this.added.get(list) ?? [];
    if (!entries.includes(text)) this.added.set(list, [...entries, text]);
  }

  /** The file needs this import; asking twice is asking once. */
  addImport(wanted: WantedImport): void {
    if (!this.imports.some((one) => one.source === wanted.source && one.imported === wanted.imported && one.local === wanted.local))
      this.imports.push(wanted);
  }

  /** Gives an import another name in this file, also in all that was asked so far. */
  rename(wanted: WantedImport, local: string): void {
    const name = new RegExp(`(?<![\\w$.])${wanted.local}(?![\\w$])`, 'g');
    const renamed = (text: string): string => text.replace(name, local);
    for (const [node, text] of this.replaced) this.replaced.set(node, renamed(text));
    for (const [list, entries] of this.added) this.added.set(list, entries.map(renamed));
    for (const [i, { at, text }] of this.inserted.entries()) this.inserted[i] = { at, text: renamed(text) };
    this.imports[this.imports.indexOf(wanted)] = { ...wanted, local };
  }

  /** Imports go again whose names stood only in code that goes in the end. */
  forgetUnusedImports(): void {
    const texts = [
      ...[...this.replaced].flatMap(([node, text]) => (this.isGone(node) ? [] : [text])),
      ...[...this.added].flatMap(([list, entries]) => (this.isGone(list) ? [] : entries)),
      // A mark for a person names functions too.
      ...this.inserted.flatMap(({ text }) => (isComment(text) ? [] : [text])),
    ];
    const isNamed = ({ local }: WantedImport): boolean => texts.some((text) => new RegExp(`(?<![\\w$.])${local}(?![\\w$])`).test(text));
    this.imports.splice(0, this.imports.length, ...this.imports.filter(isNamed));
  }

  /** How much was asked so far; it grows with everything that is asked. */
  get size(): number {
    return (
      this.gone.size +
      this.unwrapped.size +
      this.replaced.size +
      this.inserted.length +
      [...this.added.values()].flat().length +
      this.imports.length
    );
  }

  get isEmpty(): boolean {
    return (
      this.gone.size === 0 &&
      this.unwrapped.size === 0 &&
      this.replaced.size === 0 &&
      this.inserted.length === 0 &&
      this.added.size === 0 &&
      this.imports.length === 0
    );
  }

  /** Whether a node will not be there any more: it or something around it goes, or is written anew. */
  isGone(node: Node): boolean {
    for (let at: Node | undefined = node; at; at = at.parent) {
      if (this.moved.includes(at)) return false;
      if (this.goes(at)) return true;
      if (at !== node && this.replaced.has(at)) return true;
    }
    return false;
  }

  /** Whether a node goes by itself: because it was said, or because nothing of what it is for is left. */
  goes(node: Node): boolean {
    return this.gone.has(node) || followsFrom(this, node);
  }

  /** A statement that goes, or a block whose statements all go. An empty block was empty before, on purpose. */
  isEmptied(node: Node): boolean {
    return (
      this.goes(node) || (node.type === 'BlockStatement' && node.body.length > 0 && node.body.every((statement) => this.goes(statement)))
    );
  }

  /** A function that does nothing any more. */
  isEmptiedFunction(node: Node): boolean {
    return isFunction(node) && this.isEmptied(node.body);
  }

  /** Whether an expression can be dropped because evaluating it does nothing else. */
  isPure(node: Node): boolean {
    const inner = bare(node);
    if (this.goes(inner)) return true;
    if (inner.type === 'CallExpression' || inner.type === 'NewExpression') return this.isPureCall(inner);
    // What comes after it waits for a promise that is kept, and does not come where that fails.
    if (inner.parent?.type === 'AwaitExpression') return false;
    return operandsOf(inner)?.every((operand) => this.isPure(operand)) ?? false;
  }

  private isPureCall(call: CallNode): boolean {
    // Functions that call each other are not looked into twice.
    if (this.considered.has(call)) return false;
    this.considered.add(call);
    const isPure =
      call.arguments.every((one) => one.type !== 'SpreadElement' && this.isPure(one)) &&
      (call.callee.type !== 'MemberExpression' || this.isPure(call.callee.object)) &&
      this.isPureCallee(this.file, call, (node) => this.isPure(node));
    this.considered.delete(call);
    return isPure;
  }

  /** The identifiers that stay, of all that name the given variable's references. */
  remaining(references: readonly Node[]): Node[] {
    return references.filter((reference) => !this.isGone(reference) && !this.replaced.has(reference));
  }
}

/** Whether a text that goes in is a comment: of a script, or of a template. */
export function isComment(text: string): boolean {
  return text.startsWith('//') || text.startsWith('<!--');
}

/** Imports of a source that a file has already, to which names can be added. */
export function importsFrom(file: SourceFile, source: string): TSESTree.ImportDeclaration[] {
  return nodesOf(file, 'ImportDeclaration').filter((one) => one.source.value === source);
}
