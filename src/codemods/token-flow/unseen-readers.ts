import { readsOf, variableOf } from '../../syntax/bindings.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { dressed, enclosingFunction, functionName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { Located } from './calls.ts';

/**
 * Whether files that are not seen may take something out of what a context hands down: a file by itself does not know who
 * imports the context, or the hook that reads it.
 */
export function mayBeReadElsewhere({ file, node: creation }: Located<CallNode>): boolean {
  const { parent } = dressed(creation);
  if (file.links) return false;
  const variable = parent?.type === 'VariableDeclarator' ? variableOf(file, parent.id) : undefined;
  if (!variable) return parent?.type === 'ExportDefaultDeclaration';
  const names = exportedNames(file);
  return names.has(variable.name) || readsOf(variable).some((read) => hooksAround(read).some((name) => names.has(name)));
}

/** The names of the hooks that a context is read in. */
function hooksAround(read: Node): string[] {
  const names: string[] = [];
  for (let fn = enclosingFunction(read); fn; fn = enclosingFunction(fn)) {
    const name = functionName(fn);
    if (name !== undefined && /^use[A-Z]/.test(name)) names.push(name);
  }
  return names;
}

/** What a file exports, by the names that it has there. */
function exportedNames(file: SourceFile): ReadonlySet<string> {
  const declared = nodesOf(file, 'ExportNamedDeclaration').flatMap(({ declaration, specifiers }) => [
    ...(declaration?.type === 'VariableDeclaration' ? declaration.declarations.map(({ id }) => id) : []),
    ...(declaration && 'id' in declaration ? [declaration.id] : []),
    ...specifiers.map(({ local }) => local),
  ]);
  const asDefault = nodesOf(file, 'ExportDefaultDeclaration').map(({ declaration }) =>
    'id' in declaration && declaration.id ? declaration.id : declaration,
  );
  const required = nodesOf(file, 'AssignmentExpression').flatMap(({ left, right }) =>
    /^(?:module\.)?exports\b/.test(file.text.slice(...left.range)) ? namesIn(right) : [],
  );
  const named = [...declared, ...asDefault].flatMap((one) => (one?.type === 'Identifier' ? [one.name] : []));
  return new Set([...named, ...required]);
}

/** `module.exports = useAuth`, `module.exports = { AuthContext, useAuth }` */
function namesIn(node: Node): string[] {
  if (node.type === 'Identifier') return [node.name];
  if (node.type !== 'ObjectExpression') return [];
  return node.properties.flatMap((one) => (one.type === 'Property' && one.value.type === 'Identifier' ? [one.value.name] : []));
}
