import { readsOf, variableOf } from '../../syntax/bindings.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { dressed, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';

/** Where a token's end is taken of its claims, beside what else is. */
export interface EndReads {
  /** The members that are the end: `claims.exp`; of a pattern the names that it declares. */
  readonly ends: readonly Node[];
  /** The property of a pattern that declares such a name. */
  readonly property: TSESTree.Property | undefined;
  /** The declarator of claims of which nothing else is taken. */
  readonly declarator: Node | undefined;
}

/**
 * The reads of a token's end where it is decoded. Undefined where other times are taken too, of which the session says nothing.
 */
export function endReadsOf(file: SourceFile, decode: TSESTree.CallExpression): EndReads | undefined {
  const claims = dressed(decode);
  const { parent } = claims;
  if (parent?.type === 'MemberExpression' && parent.object === claims)
    return memberName(parent) === 'exp' ? { ends: [parent], property: undefined, declarator: undefined } : undefined;
  if (parent?.type !== 'VariableDeclarator' || parent.init !== claims) return undefined;
  return parent.id.type === 'ObjectPattern' ? inPattern(file, parent, parent.id) : ofVariable(file, parent);
}

function inPattern(file: SourceFile, declarator: Node, { properties }: TSESTree.ObjectPattern): EndReads | undefined {
  const named = properties.filter((one) => one.type === 'Property');
  const property = named.find((one) => propertyName(one) === 'exp');
  const variable = property && variableOf(file, property.value);
  if (!variable || named.length < properties.length || named.some((one) => /^(?:iat|nbf)$/.test(propertyName(one) ?? ''))) return undefined;
  return { ends: readsOf(variable), property, declarator: properties.length === 1 ? declarator : undefined };
}

function ofVariable(file: SourceFile, declarator: TSESTree.VariableDeclarator): EndReads | undefined {
  const variable = variableOf(file, declarator.id);
  const reads = variable ? readsOf(variable) : [];
  const members = reads.map(({ parent }) => (parent?.type === 'MemberExpression' ? parent : undefined));
  const names = members.map((one) => one && memberName(one));
  // What is handed on, or returned, may be asked for anything.
  if (names.includes(undefined) || names.some((name) => /^(?:iat|nbf)$/.test(name!))) return undefined;
  const ends = members.filter((one) => one !== undefined && memberName(one) === 'exp') as Node[];
  return { ends, property: undefined, declarator: ends.length === reads.length ? declarator : undefined };
}

/** `exp * 1000` is when the session ends. What goes, or asks only whether it has, needs nothing. */
export function askForEnd({ file, changes, facts }: CodemodContext, { ends, property, declarator }: EndReads): void {
  for (const end of ends) {
    if (changes.isGone(end)) continue;
    const at = dressed(end);
    const { parent } = at;
    const isTimesThousand =
      parent?.type === 'BinaryExpression' && parent.operator === '*' && isThousand(parent.left === at ? parent.right : parent.left);
    if (isTimesThousand) changes.replace(parent, 'sessionEndsAt()');
    else changes.replace(end, isOperand(parent) ? '(sessionEndsAt() / 1000)' : 'sessionEndsAt() / 1000');
    changes.addImport({ source: importPath(file.path, facts.client.session), imported: 'sessionEndsAt', local: 'sessionEndsAt' });
  }
  if (declarator) changes.remove(declarator);
  else if (property) changes.remove(property);
}

function isThousand(node: Node): boolean {
  return node.type === 'Literal' && (node.value === 1000 || node.raw === '1e3');
}

function isOperand(parent: Node | undefined): boolean {
  return (
    (parent?.type === 'BinaryExpression' && /[*/%]/.test(parent.operator)) ||
    parent?.type === 'UnaryExpression' ||
    parent?.type === 'MemberExpression'
  );
}
