import type { Variable } from '@typescript-eslint/scope-manager';
import { variableOf } from '../../syntax/bindings.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** The property of a destructuring pattern that declares a variable. */
export function patternProperty(variable: Variable): TSESTree.Property | undefined {
  const name = variable.identifiers[0] as Node | undefined;
  return name && propertyAround(name);
}

/** The property of a pattern that a name is the value of, with a default or without. */
export function propertyAround(name: Node): TSESTree.Property | undefined {
  const holder = name.parent?.type === 'AssignmentPattern' ? name.parent : name;
  return holder.parent?.type === 'Property' && holder.parent.parent.type === 'ObjectPattern' ? holder.parent : undefined;
}

/** The variable that a destructured property declares. */
export function localOf(file: SourceFile, property: TSESTree.Property): Variable | undefined {
  const name = nameIn(property);
  return name && variableOf(file, name);
}

/** The name that a destructured property declares, with a default or without; undefined where it is taken apart further. */
export function nameIn({ value }: TSESTree.Property): TSESTree.Identifier | undefined {
  const name = value.type === 'AssignmentPattern' ? value.left : value;
  return name.type === 'Identifier' ? name : undefined;
}
