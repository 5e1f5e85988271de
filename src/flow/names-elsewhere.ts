import type { Variable } from '@typescript-eslint/scope-manager';
import { readsOf, variableOf } from '../syntax/bindings.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { dressed, isClass, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import { isSharedVariable } from './shared-names.ts';

/**
 * Names one of which stands in any other file that uses a value, `default` for a module's default export; undefined where it
 * may have any name there.
 */
export type Names = ReadonlySet<string> | undefined;

const known = perFile(() => new Map<Node, Names>());

/**
 * The names by which other files may speak of a function or a class, so that a file need not be parsed that has none of
 * them. A function that is neither exported nor put anywhere has none.
 */
export function namesElsewhere(file: SourceFile, value: Node): Names {
  const names = known(file);
  if (!names.has(value)) {
    const found = new Set<string>();
    names.set(value, collect(file, value, found, 0) ? found : undefined);
  }
  return names.get(value);
}

/** So many names in a row are given to one thing at most. */
const MOST_NAMES = 4;

/** Adds the names that a value gets where it stands; false where it may get any. */
function collect(file: SourceFile, value: Node, found: Set<string>, depth: number): boolean {
  if (depth > MOST_NAMES) return false;
  if ((value.type === 'FunctionDeclaration' || isClass(value)) && value.id && !ofVariable(file, value.id, found, depth)) return false;
  const at = dressed(value);
  return (at.parent && byType(NAMED, at.parent, { file, at, found, depth })) ?? true;
}

/** A value that gets names: the file, the expression as it is written, the names so far, and how often it was given another. */
interface Naming {
  readonly file: SourceFile;
  readonly at: Node;
  readonly found: Set<string>;
  readonly depth: number;
}

const byAny = (): boolean => false;

const ofProperty = (parent: TSESTree.Property | TSESTree.PropertyDefinition, { at, found }: Naming): boolean =>
  parent.value !== at || addName(found, propertyName(parent));

/** Whether the names are known that a value gets from what it stands in, which are added. What is not in the table gives none. */
const NAMED: ByType<boolean, [naming: Naming]> = {
  ExportNamedDeclaration: (_, { at, found }) => addName(found, 'id' in at && at.id?.type === 'Identifier' ? at.id.name : undefined),
  ExportSpecifier: ({ exported }, { found }) => addName(found, exported.type === 'Identifier' ? exported.name : undefined),
  VariableDeclarator: ({ id, init }, { file, at, found, depth }) =>
    id.type === 'Identifier' ? ofVariable(file, id, found, depth) : init !== at,
  // A constructor is called by its class's name.
  MethodDefinition: (parent, { file, found, depth }) =>
    parent.kind === 'constructor' ? collect(file, parent.parent.parent, found, depth + 1) : addName(found, propertyName(parent)),
  Property: ofProperty,
  PropertyDefinition: ofProperty,
  AssignmentExpression: (parent, { file, at, found, depth }) =>
    parent.right !== at || (ofTarget(file, parent.left, found, depth) && collect(file, parent, found, depth + 1)),
  // useCallback(…), memo(…): what is made of it is it.
  CallExpression: (parent, { file, at, found, depth }) => parent.arguments[0] !== at || collect(file, parent, found, depth + 1),
  MemberExpression: (parent) => memberName(parent) !== 'bind',
  ExportDefaultDeclaration: (_, { found }) => addName(found, 'default'),
  ArrayExpression: byAny,
  TSExportAssignment: byAny,
  AssignmentPattern: byAny,
};

/** `login = …`, `api.login = …`, `exports.login = …`. */
function ofTarget(file: SourceFile, target: Node, found: Set<string>, depth: number): boolean {
  if (target.type === 'Identifier') return ofVariable(file, target, found, depth);
  const name = target.type === 'MemberExpression' ? memberName(target) : undefined;
  return name !== 'exports' && addName(found, name);
}

function addName(found: Set<string>, name: string | undefined): boolean {
  if (name === undefined) return false;
  found.add(name);
  return true;
}

/** The names by which other files may speak of what a variable holds. */
export function namesOfVariable(file: SourceFile, variable: Variable): Names {
  const found = new Set<string>();
  return fromVariable(file, variable, found, 0) ? found : undefined;
}

function ofVariable(file: SourceFile, identifier: Node, found: Set<string>, depth: number): boolean {
  const variable = variableOf(file, identifier);
  return variable !== undefined && fromVariable(file, variable, found, depth);
}

/** What a variable is exported as, and what its readings put it into. */
function fromVariable(file: SourceFile, variable: Variable, found: Set<string>, depth: number): boolean {
  const name = variable.identifiers[0] as Node | undefined;
  if (name?.type !== 'Identifier') return false;
  const declaration = declarationOf(name);
  if (declaration.parent?.type === 'ExportNamedDeclaration' || isSharedVariable(file, variable)) found.add(name.name);
  return readsOf(variable).every((use) => collect(file, use, found, depth + 1));
}

/** What declares a name, by itself or in a pattern: `export const { signIn } = slice.actions`. */
function declarationOf(name: TSESTree.Identifier): Node {
  let at: Node = name.parent;
  while (PATTERNS.has(at.type) && at.parent) at = at.parent;
  return at.type === 'VariableDeclarator' ? at.parent : name.parent;
}

const PATTERNS: ReadonlySet<string> = new Set(['Property', 'ObjectPattern', 'ArrayPattern', 'AssignmentPattern', 'RestElement']);
