import type { CallNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, isFunction, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';

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

/** Whether what a call calls does nothing but give a value back. The third says so of an expression around it. */
export type PureCallee = (file: SourceFile, call: CallNode, isPure: (node: Node) => boolean) => boolean;

/**
 * What is to change in a file, said of its nodes and not of its text: what goes, what becomes another text, what is put
 * beside. What follows from it (an `if` whose branch is gone, an import of which nothing is left) is worked out, so that
 * several codemods can change one file without knowing of each other.
 */
export class Changes {
  readonly file: SourceFile;
  readonly replaced = new Map<Node, string>();
  /** Texts that go in at an offset, in the order in which they were given. */
  readonly inserted: { readonly at: number; readonly text: string }[] = [];
  /** Entries that are added at the end of an object, array, call or parameter list. */
  readonly added = new Map<Node, string[]>();
  /** Statements of which only an expression stays: `const { token } = await login()` is `await login()`. */
  readonly unwrapped = new Map<Node, Node>();
  readonly imports: WantedImport[] = [];
  private readonly gone = new Set<Node>();

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

  /** Of the statement only this expression at its end stays. */
  unwrap(statement: Node, expression: Node): void {
    this.unwrapped.set(statement, expression);
  }

  /** A text at an offset, outside of whatever else changes there. */
  insert(at: number, text: string): void {
    this.inserted.push({ at, text });
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
      if (this.goes(at)) return true;
      if (at !== node && this.replaced.has(at)) return true;
    }
    return false;
  }

  /** Whether a node goes by itself: because it was said, or because nothing of what it is for is left. */
  goes(node: Node): boolean {
    return this.gone.has(node) || this.followsGone(node);
  }

  private followsGone(node: Node): boolean {
    const all = (nodes: readonly (Node | null)[]): boolean => nodes.length > 0 && nodes.every((one) => one !== null && this.goes(one));
    switch (node.type) {
      case 'ExpressionStatement':
        return this.goes(node.expression);
      case 'AwaitExpression':
      case 'UnaryExpression':
      case 'SpreadElement':
        return this.goes(node.argument);
      case 'YieldExpression':
        return node.argument !== null && this.goes(node.argument);
      case 'ChainExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
        return this.goes(node.expression);
      case 'SequenceExpression':
        return all(node.expressions);
      case 'LogicalExpression':
        // `token && store(token)` as a statement: without the second the first asks for nothing.
        return this.goes(node.right) && this.isPure(node.left) && node.parent.type === 'ExpressionStatement';
      case 'ConditionalExpression':
        return this.goes(node.consequent) && this.goes(node.alternate) && this.isPure(node.test);
      case 'IfStatement':
        return this.isEmptied(node.consequent) && (!node.alternate || this.isEmptied(node.alternate)) && this.isPure(node.test);
      case 'TryStatement':
        return this.isEmptied(node.block) && !node.finalizer;
      case 'VariableDeclaration':
        return all(node.declarations);
      case 'VariableDeclarator':
        return node.id.type === 'ObjectPattern' && all(node.id.properties) && node.init !== null && this.isPure(node.init);
      case 'ImportDeclaration':
        return all(node.specifiers);
      case 'ExportNamedDeclaration':
        return node.declaration ? this.goes(node.declaration) : all(node.specifiers);
      case 'Property':
        return this.goes(node.value) && node.parent.type === 'ObjectExpression';
      case 'MethodDefinition':
        return node.kind === 'constructor' && node.value.params.length === 0 && this.isEmptiedFunction(node.value);
      case 'CallExpression':
        return this.isCallForNothing(node);
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
        // A callback of which nothing is left.
        return node.parent.type === 'CallExpression' && node.parent.arguments.includes(node) && this.isEmptiedFunction(node);
      default:
        return false;
    }
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

  /** `useEffect(() => {…}, [])` without an effect, `promise.then(…)` aside: calls that only run what they are given. */
  private isCallForNothing(call: TSESTree.CallExpression): boolean {
    const name =
      call.callee.type === 'Identifier' ? call.callee.name : call.callee.type === 'MemberExpression' ? memberName(call.callee) : undefined;
    const [first] = call.arguments;
    return (
      first !== undefined &&
      isFunction(first) &&
      this.goes(first) &&
      /^(?:useEffect|useLayoutEffect|onMounted|onBeforeMount|onMount|watchEffect|createEffect|effect|setTimeout|nextTick)$/.test(name ?? '')
    );
  }

  /** Whether an expression can be dropped because evaluating it does nothing else. */
  isPure(node: Node): boolean {
    const inner = bare(node);
    if (this.goes(inner)) return true;
    switch (inner.type) {
      case 'Identifier':
      case 'Literal':
      case 'ThisExpression':
      case 'MetaProperty':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return true;
      case 'MemberExpression':
        return this.isPure(inner.object) && (!inner.computed || this.isPure(inner.property));
      case 'UnaryExpression':
        return inner.operator !== 'delete' && this.isPure(inner.argument);
      case 'BinaryExpression':
      case 'LogicalExpression':
        return inner.left.type !== 'PrivateIdentifier' && this.isPure(inner.left) && this.isPure(inner.right);
      case 'ConditionalExpression':
        return this.isPure(inner.test) && this.isPure(inner.consequent) && this.isPure(inner.alternate);
      case 'TemplateLiteral':
        return inner.expressions.every((one) => this.isPure(one));
      case 'ArrayExpression':
        return inner.elements.every((one) => one === null || (one.type !== 'SpreadElement' && this.isPure(one)));
      case 'ObjectExpression':
        return inner.properties.every((one) => one.type === 'Property' && this.isPure(one.value));
      case 'CallExpression':
      case 'NewExpression':
        return this.isPureCall(inner);
      default:
        return false;
    }
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

/** Imports of a source that a file has already, to which names can be added. */
export function importsFrom(file: SourceFile, source: string): TSESTree.ImportDeclaration[] {
  return nodesOf(file, 'ImportDeclaration').filter((one) => one.source.value === source);
}
