import type { Variable } from '@typescript-eslint/scope-manager';
import { readsOf, variableOf } from '../syntax/bindings.ts';
import type { Node } from '../syntax/nodes.ts';
import { dressed, isClass, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';

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
  const add = (name: string | undefined): boolean => addName(found, name);
  if ((value.type === 'FunctionDeclaration' || isClass(value)) && value.id && !ofVariable(file, value.id, found, depth)) return false;
  const at = dressed(value);
  const { parent } = at;
  switch (parent?.type) {
    case 'ExportNamedDeclaration':
      return add('id' in at && at.id?.type === 'Identifier' ? at.id.name : undefined);
    case 'ExportSpecifier':
      return add(parent.exported.type === 'Identifier' ? parent.exported.name : undefined);
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? ofVariable(file, parent.id, found, depth) : parent.init !== at;
    case 'MethodDefinition':
      // A constructor is called by its class's name.
      return parent.kind === 'constructor' ? collect(file, parent.parent.parent, found, depth + 1) : add(propertyName(parent));
    case 'Property':
    case 'PropertyDefinition':
      return parent.value !== at || add(propertyName(parent));
    case 'AssignmentExpression':
      return parent.right !== at || (ofTarget(file, parent.left, found, depth) && collect(file, parent, found, depth + 1));
    // useCallback(…), memo(…): what is made of it is it.
    case 'CallExpression':
      return parent.arguments[0] !== at || collect(file, parent, found, depth + 1);
    case 'MemberExpression':
      return memberName(parent) !== 'bind';
    case 'ExportDefaultDeclaration':
      return add('default');
    case 'ArrayExpression':
    case 'TSExportAssignment':
    case 'AssignmentPattern':
      return false;
    default:
      return true;
  }
}

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
  const declaration = name.parent.type === 'VariableDeclarator' ? name.parent.parent : name.parent;
  if (declaration.parent?.type === 'ExportNamedDeclaration') found.add(name.name);
  return readsOf(variable).every((use) => collect(file, use, found, depth + 1));
}
