import { putBefore } from '../../edits/statements.ts';
import { styleOf } from '../../edits/style.ts';
import { readsOf, variableOf } from '../../syntax/bindings.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, contains, dressed, enclosingFunction, enclosingStatement, isNothing, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { ClientSessionFacts } from '../facts.ts';
import { importPath } from '../facts.ts';
import { removeFromPattern } from '../token-flow/removal.ts';
import type { TokenRead } from './found.ts';
import { freeName } from './free-names.ts';

/** The function that the generated module gives. */
const READER = 'readBackendToken';

const NO_REQUEST =
  'this takes the token out of the session on the server, where no request is at hand to read it from. ' +
  'Hand it the request, and call readBackendToken(request).';
const NO_ASYNC =
  'this takes the token out of the session in a function that cannot wait for it. Make it asynchronous, and await readBackendToken().';

/** Has code of the server read the token from the encrypted cookie, and ask the session whether somebody is signed in. */
export class ServerReads {
  private readonly contexts: ReadonlyMap<SourceFile, CodemodContext>;
  private readonly facts: ClientSessionFacts;
  private readonly required: ReadonlySet<string>;
  /** The reads in whose place code of the server reads the token now. */
  readonly taken: TokenRead[] = [];
  /** The variables that hold the token now, by function. */
  private readonly declared = new Map<Node, string>();

  constructor(contexts: ReadonlyMap<SourceFile, CodemodContext>, facts: ClientSessionFacts, required: ReadonlySet<string>) {
    this.contexts = contexts;
    this.facts = facts;
    this.required = required;
  }

  rewrite(read: TokenRead): void {
    const { file, node, of } = read;
    const context = this.contexts.get(file)!;
    const root = of && sessionText(read, of);
    if (root !== undefined && node.type === 'MemberExpression' && isQuestion(node)) {
      askSession(context, node, root);
      return;
    }
    const local = variableGiven(file, node);
    if (local && root !== undefined && local.reads.length > 0 && local.reads.every(isQuestion)) {
      for (const one of local.reads) askSession(context, one, root);
      dropLocal(context, node, local.declarator);
      return;
    }
    this.readToken(read, context, local);
  }

  /** Code that needs the token itself. */
  private readToken(read: TokenRead, context: CodemodContext, local: Local | undefined): void {
    const { file, node } = read;
    const fn = asyncAround(node);
    const request = fn ? this.requestIn(file, fn, context) : undefined;
    if (!fn) context.todo(node, 'request-not-at-hand', NO_ASYNC);
    else if (request === undefined) context.todo(node, 'request-not-at-hand', NO_REQUEST);
    else {
      const call = this.callOf(read, request, context);
      if (local && node.type === 'MemberExpression') context.changes.replace(local.declarator.init!, call);
      else if (local && node.type === 'Property') {
        const statement = enclosingStatement(local.declarator);
        const { semicolon } = styleOf(file);
        removeFromPattern(context.changes, node);
        putBefore(context.changes, statement, `const ${local.name} = ${call}${semicolon}`);
      } else if (node.type === 'MemberExpression') this.hoist(node, read, call, fn, context);
      else context.todo(node, 'request-not-at-hand', NO_ASYNC);
    }
  }

  /** The call that reads it, cast where a type said that it is always there. */
  private callOf(read: TokenRead, request: string, { changes }: CodemodContext): string {
    const { path, node, file } = read;
    this.taken.push(read);
    const isPages = isOfPages(file);
    const module = isPages ? this.facts.requestTokenModule : this.facts.tokenModule;
    changes.addImport({ source: importPath(file.path, module), imported: READER, local: READER });
    const call = `await ${READER}(${request})`;
    const isTyped = /\.[cm]?tsx?$/.test(file.path) && this.required.has(path.at(-1)!) && dressed(node).parent?.type !== 'TemplateLiteral';
    return isTyped ? `(${call}) as string` : call;
  }

  /** `const accessToken = await readBackendToken();` in front of the first statement that needs it. */
  private hoist(node: Node, read: TokenRead, call: string, fn: FunctionNode, { file, changes }: CodemodContext): void {
    if (fn.body.type !== 'BlockStatement' || (isRootInline(read) && enclosingFunction(node) === fn)) {
      const isAlone = dressed(node).parent?.type === 'TemplateLiteral';
      changes.replace(dressedByOptional(node), isAlone ? call : `(${call})`);
      return;
    }
    const known = this.declared.get(fn);
    const name = known ?? freeName(file, fn, [read.path.at(-1)!, 'tokenOfBackend']);
    if (known === undefined) {
      const statement = fn.body.body.find((one) => contains(one, node))!;
      putBefore(changes, statement, `const ${name} = ${call}${styleOf(file).semicolon}`);
      this.declared.set(fn, name);
    }
    changes.replace(dressedByOptional(node), name);
  }

  /** What the reader is handed: nothing in the app folder, the request in the pages folder. */
  private requestIn(file: SourceFile, fn: FunctionNode, { changes }: CodemodContext): string | undefined {
    if (!isOfPages(file)) return '';
    for (let at: FunctionNode | undefined = fn; at; at = enclosingFunction(at)) {
      const request = requestGiven(at, changes);
      if (request !== undefined) return request;
    }
    return undefined;
  }
}

/** The request that a function of the pages folder is handed. */
function requestGiven(fn: FunctionNode, changes: CodemodContext['changes']): string | undefined {
  const [first] = fn.params;
  if (first?.type === 'ObjectPattern') {
    const own = first.properties.find((one) => one.type === 'Property' && propertyName(one) === 'req');
    if (own?.type === 'Property') return own.value.type === 'Identifier' ? own.value.name : undefined;
    if (!isDataFunction(fn)) return undefined;
    changes.addEntry(first, 'req');
    return 'req';
  }
  if (first?.type !== 'Identifier') return undefined;
  if (isDataFunction(fn)) return `${first.name}.req`;
  return /^req(?:uest)?$/.test(first.name) ? first.name : undefined;
}

/** A variable that a read gives its token to. */
interface Local {
  readonly name: string;
  readonly declarator: TSESTree.VariableDeclarator;
  readonly reads: readonly Node[];
}

function variableGiven(file: SourceFile, node: TokenRead['node']): Local | undefined {
  if (node.type === 'Property') {
    const value = node.value.type === 'AssignmentPattern' ? node.value.left : node.value;
    const declarator = node.parent.parent;
    const variable = value.type === 'Identifier' ? variableOf(file, value) : undefined;
    return variable && declarator.type === 'VariableDeclarator' ? { name: variable.name, declarator, reads: readsOf(variable) } : undefined;
  }
  const { parent } = dressed(node);
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return undefined;
  const variable = variableOf(file, parent.id);
  return variable && { name: variable.name, declarator: parent, reads: readsOf(variable) };
}

/** A name that nothing asks for any more goes. */
function dropLocal({ changes }: CodemodContext, node: TokenRead['node'], declarator: TSESTree.VariableDeclarator): void {
  if (node.type === 'Property') removeFromPattern(changes, node);
  else changes.remove(declarator);
}

/** The session that a read takes the token of, as it is written. */
function sessionText({ file, path }: TokenRead, of: Node): string | undefined {
  let at = bare(of);
  for (let left = path.length - 1; left > 0 && at.type === 'MemberExpression'; left--) at = bare(at.object);
  if (at.type === 'Identifier' || at.type === 'MemberExpression') return textOf(file, at);
  return at.parent?.type === 'AwaitExpression' ? `(${textOf(file, at.parent)})` : undefined;
}

/** `(await auth())?.accessToken`: the session has no name. */
function isRootInline({ of }: TokenRead): boolean {
  let at = of && bare(of);
  while (at?.type === 'MemberExpression') at = bare(at.object);
  return at?.type === 'CallExpression';
}

/** Whether an expression only asks whether there is something. */
export function isQuestion(node: Node): boolean {
  const at = dressed(node);
  const { parent } = at;
  switch (parent?.type) {
    case 'UnaryExpression':
      return parent.operator === '!';
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test === at;
    case 'LogicalExpression':
      return (parent.operator === '&&' && parent.left === at) || (parent.operator !== '??' && isQuestion(parent));
    case 'BinaryExpression':
      return /^[!=]==?$/.test(parent.operator) && isNothing(parent.left === at ? parent.right : parent.left);
    case 'CallExpression':
      return parent.callee.type === 'Identifier' && parent.callee.name === 'Boolean';
    default:
      return false;
  }
}

/** `!session.accessToken` is `!session`; `token === undefined` is `!session`. */
function askSession({ changes }: CodemodContext, node: Node, session: string): void {
  const { parent } = dressed(node);
  if (parent?.type === 'BinaryExpression') changes.replace(parent, `${parent.operator.startsWith('=') ? '!' : ''}${session}`);
  else changes.replace(dressedByOptional(node), session);
}

/** An expression with the chain of `?.` around it. */
function dressedByOptional(node: Node): Node {
  let at = node;
  while (at.parent?.type === 'ChainExpression') at = at.parent;
  return at;
}

/** The nearest function around that can wait. */
function asyncAround(node: Node): FunctionNode | undefined {
  for (let at = enclosingFunction(node); at; at = enclosingFunction(at)) if (at.async) return at;
  return undefined;
}

/** Whether a file is one of the pages folder: its code gets the request handed. */
function isOfPages({ path }: SourceFile): boolean {
  return /\/pages\//.test(path) && !/\/app\//.test(path);
}

function isDataFunction(fn: FunctionNode): boolean {
  const name = fn.id?.name ?? (fn.parent.type === 'VariableDeclarator' && fn.parent.id.type === 'Identifier' ? fn.parent.id.name : '');
  return /^get(?:ServerSide|Initial)Props$/.test(name);
}
