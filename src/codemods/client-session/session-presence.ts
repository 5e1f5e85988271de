import { indentationAt, styleOf } from '../../edits/style.ts';
import { variableOf } from '../../syntax/bindings.ts';
import { calleeName } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, contains, dressed, enclosingFunction, enclosingStatement, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { SessionQuestions } from '../token-flow/questions.ts';
import { subjectOf } from '../token-flow/questions.ts';
import { readsBehind } from './carriers.ts';
import type { TokenRead } from './found.ts';
import { freeName } from './free-names.ts';

const FLAG = ['isSignedIn', 'hasSession', 'isAuthenticated'];

/** What is asked about the session in place of the token: `session` where it is at hand, a flag where hooks depend on it. */
export class SessionPresence implements SessionQuestions {
  readonly onDecoded =
    'this takes the token apart, which scripts cannot read any more. Have the session callback put what is needed into the session.';
  private readonly contexts: ReadonlyMap<SourceFile, CodemodContext>;
  private readonly reads: ReadonlyMap<Node, TokenRead>;
  /** The flags that were declared, by the variable of the session. */
  private readonly flags = new Map<object, string>();
  /** Sessions that had no name, by the statement before which they get one. */
  private readonly named = new Map<Node, string>();
  /** Reads that say from now on whether there is a session. */
  private readonly flagged = new Set<TokenRead>();

  constructor(contexts: ReadonlyMap<SourceFile, CodemodContext>, reads: ReadonlyMap<Node, TokenRead>) {
    this.contexts = contexts;
    this.reads = reads;
  }

  readonly isAnswered: SessionQuestions['isAnswered'] = (use) => {
    if (use.kind === 'truth') return this.sessionAt(use.file, subjectOf(use.node)) !== undefined;
    if (use.kind === 'dependency') return this.sessionAt(use.file, bare(use.node)) !== undefined || !this.isHandedOn(use.file, use.node);
    return use.kind === 'logged';
  };

  readonly instead: SessionQuestions['instead'] = (file, subject) => {
    const known = this.sessionAt(file, subject);
    if (known !== undefined) return this.isInDependingHook(file, subject, known) ? (this.flagOf(file, subject, known) ?? known) : known;
    return this.flaggedAt(file, subject);
  };

  readonly dependency: SessionQuestions['dependency'] = (file, node) => {
    const inKey = this.inKey(file, node);
    if (inKey !== undefined) return inKey;
    const known = this.sessionAt(file, bare(node));
    if (known === undefined) return this.flaggedAt(file, bare(node));
    return this.flagOf(file, node, known) ?? known;
  };

  readonly inKey: SessionQuestions['inKey'] = (file, node) => {
    const { parent } = dressed(node);
    if (parent?.type !== 'ArrayExpression' || !isKey(parent)) return undefined;
    const known = this.sessionAt(file, bare(node));
    return known === undefined || !/^[\w$]+$/.test(known) ? undefined : `${known}?.user?.email ?? ''`;
  };

  /** Writes the sessions that have a name now, and what says whether there is one. */
  write(): void {
    for (const [statement, text] of this.named) {
      const context = [...this.contexts.values()].find(({ file }) => file.ast === rootOf(statement));
      if (!context) continue;
      const { lineEnd } = styleOf(context.file);
      context.changes.insert(statement.range[0], `${text}${lineEnd}${indentationAt(context.file.text, statement.range[0])}`);
    }
    for (const { file, node, of, path } of this.flagged)
      if (of) this.contexts.get(file)?.changes.replace(node, `Boolean(${textOf(file, rootOfRead(of, path.length - 1))})`);
  }

  /** The expression at hand that is the session a subject's token was of. */
  private sessionAt(file: SourceFile, subject: Node): string | undefined {
    const reads = readsBehind(file, subject, this.reads);
    const texts = new Set(reads.map((read) => this.sessionOf(read, file, subject)));
    const [only] = texts;
    return texts.size === 1 ? only : undefined;
  }

  private sessionOf({ file, node, of, path }: TokenRead, home: SourceFile, subject: Node): string | undefined {
    if (!of || file !== home) return undefined;
    const root = rootOfRead(of, path.length - 1);
    const first = firstName(root);
    if (first) return isVisible(file, first, subject) ? textOf(file, root) : undefined;
    // `(await getSession())?.accessToken`
    if (bare(subject) === bare(node))
      return textOf(file, root).startsWith('await') ? `(${textOf(file, root)})` : textOf(file, dressed(root));
    const declared = declaredBy(node);
    if (!declared) return undefined;
    const statement = enclosingStatement(declared);
    if (!contains(enclosingFunction(declared) ?? file.ast, subject)) return undefined;
    const name = freeName(file, around(file, declared), ['session', 'currentSession', 'activeSession']);
    const { semicolon } = styleOf(file);
    this.named.set(statement, `const ${name} = ${textOf(file, dressed(root))}${semicolon}`);
    return name;
  }

  /** Whether a token goes on to other functions: then what is asked of it there has to be told. */
  private isHandedOn(file: SourceFile, node: Node): boolean {
    return readsBehind(file, bare(node), this.reads).length > 0;
  }

  /** What the code has under the token's name says from now on whether there is a session. */
  private flaggedAt(file: SourceFile, subject: Node): string | undefined {
    const reads = readsBehind(file, subject, this.reads);
    if (reads.length === 0 || !reads.every((read) => read.node.type === 'MemberExpression' && read.of && isUntyped(read))) return undefined;
    for (const read of reads) this.flagged.add(read);
    return textOf(file, subject);
  }

  /** `isSignedIn`, declared behind the session's variable. */
  private flagOf(file: SourceFile, at: Node, session: string): string | undefined {
    if (!/^[\w$]+$/.test(session)) return undefined;
    const variable = visibleVariable(file, session, at);
    const statement = variable && declarationOf(variable.identifiers[0]);
    if (!variable || !statement) return undefined;
    const known = this.flags.get(variable);
    if (known !== undefined) return known;
    const name = freeName(file, around(file, statement), FLAG);
    const { semicolon, lineEnd } = styleOf(file);
    const indentation = indentationAt(file.text, statement.range[0]);
    this.contexts.get(file)?.changes.insert(statement.range[1], `${lineEnd}${indentation}const ${name} = Boolean(${session})${semicolon}`);
    this.flags.set(variable, name);
    return name;
  }

  /** Whether a question stands in a hook that depends on the token, and on nothing else of the session. */
  private isInDependingHook(file: SourceFile, subject: Node, session: string): boolean {
    for (let at: Node | undefined = subject; at; at = at.parent) {
      if (at.type !== 'CallExpression' || !/^use[A-Z]/.test(calleeName(at) ?? '')) continue;
      const [callback, list] = at.arguments;
      if (!callback || !contains(callback, subject) || list?.type !== 'ArrayExpression') return false;
      const depends = list.elements.some((one) => one !== null && readsBehind(file, one, this.reads).length > 0);
      const others = nodesOf(file, 'Identifier').filter((one) => one.name === session && contains(callback, one) && !this.isOfToken(one));
      return depends && others.length === 0;
    }
    return false;
  }

  /** Whether a name stands in an expression that takes the token. */
  private isOfToken(name: Node): boolean {
    for (let at: Node | undefined = name; at && /^(?:Identifier|MemberExpression|ChainExpression|TS\w+)$/.test(at.type); at = at.parent)
      if (this.reads.has(at)) return true;
    return false;
  }
}

/** Whether a list is the key of a result: `useSWR([url, token])`, `queryKey: ['orders', token]`. */
function isKey(list: Node): boolean {
  let at = dressed(list);
  while (at.parent?.type === 'ConditionalExpression' || at.parent?.type === 'LogicalExpression') at = dressed(at.parent);
  const { parent } = at;
  if (parent?.type === 'Property') return /^(?:queryKey|mutationKey)$/.test(propertyName(parent) ?? '');
  return parent?.type === 'CallExpression' && parent.arguments[0] === at && /^use(?:SWR|Query)/.test(calleeName(parent) ?? '');
}

/** The session itself in an expression that takes something out of it. */
function rootOfRead(of: Node, levels: number): Node {
  let at = bare(of);
  for (let left = levels; left > 0 && at.type === 'MemberExpression'; left--) at = bare(at.object);
  return dressedWithAwait(at);
}

/** An expression with the `await` in front of it. */
function dressedWithAwait(node: Node): Node {
  return node.parent?.type === 'AwaitExpression' ? node.parent : node;
}

/** The name with which a chain of members begins. */
function firstName(node: Node): Node | undefined {
  let at = bare(node);
  while (at.type === 'MemberExpression') at = bare(at.object);
  return at.type === 'Identifier' && node.type !== 'AwaitExpression' ? at : undefined;
}

/** The declarator that gives a read a name. */
function declaredBy(node: Node): Node | undefined {
  const { parent } = dressed(node);
  if (parent?.type === 'VariableDeclarator') return parent;
  return node.type === 'Property' && node.parent.parent.type === 'VariableDeclarator' ? node.parent.parent : undefined;
}

function isVisible(file: SourceFile, name: Node, from: Node): boolean {
  const variable = variableOf(file, name);
  return variable !== undefined && variable === visibleVariable(file, variable.name, from);
}

/** The variable that a name means at a place. */
function visibleVariable(file: SourceFile, name: string, from: Node): ReturnType<typeof variableOf> {
  const around = file.scopes.scopes.filter((scope) => contains(scope.block as Node, from) && scope.set.has(name));
  return around.toSorted((a, b) => b.block.range[0] - a.block.range[0] || a.block.range[1] - b.block.range[1])[0]?.set.get(name);
}

/** The statement that declares a name; none for a parameter. */
function declarationOf(name: Node | undefined): Node | undefined {
  for (let at = name; at; at = at.parent) {
    if (at.type === 'VariableDeclaration') return at;
    if (/Function|^Program$/.test(at.type)) return undefined;
  }
  return undefined;
}

/** The function in which a name is to be free; the whole file, outside of any. */
function around(file: SourceFile, node: Node): Node {
  return enclosingFunction(node) ?? file.ast;
}

/** Whether nothing around a read says that it is a text. */
function isUntyped({ node }: TokenRead): boolean {
  const { parent } = dressed(node);
  if (parent?.type === 'VariableDeclarator') return parent.id.type === 'Identifier' && !parent.id.typeAnnotation;
  const fn = parent?.type === 'ReturnStatement' || parent?.type === 'ArrowFunctionExpression' ? enclosingFunction(node) : undefined;
  return fn !== undefined && !fn.returnType;
}

function rootOf(node: Node): Node {
  let at = node;
  while (at.parent) at = at.parent;
  return at;
}
