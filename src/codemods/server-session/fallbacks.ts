import { calleeName } from '../../syntax/functions.ts';
import { indentationAt, startsLine, styleOf } from '../../edits/style.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { enclosingStatement, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';

/**
 * Whether something can be taken where an expression gives nothing: `a.token`, `a.header?.split(' ')[1]`, and the property of a
 * pattern that declares a name. `a.header.split(' ')[1]` throws before.
 */
export function canFallBack(file: SourceFile, node: Node): boolean {
  if (node.type === 'Property') return nameIn(node) !== undefined && declarationOf(file, node) !== undefined;
  if (node.type === 'ChainExpression' || node.type === 'Identifier') return true;
  if (node.type === 'MemberExpression') return !isOfCall(node);
  // url.searchParams.get('token') gives null.
  return node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && memberName(node.callee) === 'get';
}

/** Whether what a call returns is taken apart: there may be nothing to take apart. */
function isOfCall(node: TSESTree.MemberExpression): boolean {
  let at: Node = node;
  while (at.type === 'MemberExpression') at = at.object;
  return at.type === 'CallExpression' && calleeName(at) !== 'parse';
}

/** Has a token taken from somewhere else where a request carries none, or from there alone where programs may not send theirs. */
export function takeInstead(context: CodemodContext, node: Node, other: string): boolean {
  const { file, changes, facts } = context;
  if (node.type === 'Property') return takeInsteadOfProperty(context, node, other);
  if (!facts.server.takesBearer) {
    changes.replace(node, other);
    return true;
  }
  const text = `${textOf(file, node)} ?? ${other}`;
  changes.replace(node, isLoose(node) ? text : `(${text})`);
  return true;
}

/** Whether `??` can stand there without parentheses. */
function isLoose(node: Node): boolean {
  const { parent } = node;
  if (parent?.type === 'CallExpression') return parent.callee !== node;
  return /^(?:VariableDeclarator|AssignmentExpression|ReturnStatement|Property)$/.test(parent?.type ?? '');
}

/** `const { token } = socket.handshake.auth` becomes a declaration of its own, beside what else is taken out. */
function takeInsteadOfProperty(context: CodemodContext, property: TSESTree.Property, other: string): boolean {
  const { file, changes, facts } = context;
  const [name, declarator, key] = [nameIn(property), declarationOf(file, property), propertyName(property)];
  if (name === undefined || !declarator?.init || key === undefined || declarator.id.type !== 'ObjectPattern') return false;
  const from = textOf(file, declarator.init);
  const held = /^[\w$.?]+$/.test(from) ? from : `(${from})`;
  const text = `${name} = ${facts.server.takesBearer ? `${held}${/^[\w$]+$/.test(key) ? `.${key}` : `['${key}']`} ?? ` : ''}${other}`;
  if (declarator.id.properties.length === 1) {
    changes.replace(declarator, text);
    return true;
  }
  const statement = enclosingStatement(declarator);
  const style = styleOf(file);
  changes.remove(property);
  changes.insert(
    statement.range[1],
    `${style.lineEnd}${indentationAt(file.text, statement.range[0])}${declarator.parent.kind} ${text}${style.semicolon}`,
  );
  return true;
}

/** The name that a property of a pattern declares; undefined where it has a default, or is taken apart further. */
function nameIn({ value }: TSESTree.Property): string | undefined {
  return value.type === 'Identifier' ? value.name : undefined;
}

/** The declaration that a pattern stands in, where another can stand beside it. */
function declarationOf(file: SourceFile, { parent: pattern }: TSESTree.Property): TSESTree.VariableDeclarator | undefined {
  if (pattern.type !== 'ObjectPattern' || pattern.parent.type !== 'VariableDeclarator') return undefined;
  const declarator = pattern.parent;
  const isAlone = pattern.properties.length === 1;
  const canStandBeside =
    startsLine(file.text, enclosingStatement(declarator)) && !pattern.properties.some((one) => one.type === 'RestElement');
  return declarator.parent.declarations.length === 1 && (isAlone || canStandBeside) ? declarator : undefined;
}
