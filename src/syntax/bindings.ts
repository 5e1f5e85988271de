import type { Variable } from '@typescript-eslint/scope-manager';
import type { FunctionNode, Node, TSESTree } from './nodes.ts';
import { bare, fixedName, isFunction } from './nodes.ts';
import type { SourceFile } from './source-file.ts';
import { onceFor, perFile } from './source-file.ts';

/** One step from a value into its parts: a property's name, an index, or undefined where it is computed or the rest. */
export type Step = string | undefined;

/** How a variable comes by its value. */
export type Binding =
  /** `const x = init`, or `const { a: { x } } = init` with the path `['a', 'x']`; `fallback` is a destructuring default. */
  | { readonly kind: 'value'; readonly init: Node; readonly path: readonly Step[]; readonly fallback?: Node }
  /** The index-th parameter of a function, or a part of it. */
  | {
      readonly kind: 'parameter';
      readonly fn: FunctionNode;
      readonly index: number;
      readonly node: TSESTree.Parameter;
      readonly path: readonly Step[];
      readonly fallback?: Node;
    }
  /** `import { imported as x } from source`; `default` for the default export, `*` for the namespace. */
  | { readonly kind: 'import'; readonly source: string; readonly imported: string; readonly node: Node }
  | {
      readonly kind: 'declaration';
      readonly node:
        | TSESTree.FunctionDeclaration
        | TSESTree.ClassDeclaration
        | TSESTree.FunctionExpression
        | TSESTree.ClassExpression
        | TSESTree.TSEnumDeclaration;
    }
  /** `for (const x of list)`: a part of what is iterated over. */
  | { readonly kind: 'element'; readonly list: Node; readonly path: readonly Step[] }
  | { readonly kind: 'unknown' };

const resolved = perFile((file): ReadonlyMap<object, Variable> => {
  const map = new Map<object, Variable>();
  for (const scope of file.scopes.scopes) {
    for (const reference of scope.references) if (reference.resolved) map.set(reference.identifier, reference.resolved);
    for (const variable of scope.variables) for (const identifier of variable.identifiers) map.set(identifier, variable);
  }
  return map;
});

/** The variable that an identifier names, or undefined for a global one. */
export function variableOf(file: SourceFile, identifier: Node): Variable | undefined {
  const variable = resolved(file).get(identifier);
  // Variables without a definition are those that the user configured as globals.
  return variable && variable.defs.length > 0 && !isAmbient(variable) ? variable : undefined;
}

/** `declare const localStorage: Storage` declares what is there already: the global one. */
function isAmbient({ defs }: Variable): boolean {
  const declaration = (defs[0]!.node as Node).parent;
  return declaration?.type === 'VariableDeclaration' && declaration.declare;
}

/** Whether the identifier is a value that the file neither declares nor imports. */
export function isGlobal(file: SourceFile, node: Node): node is TSESTree.Identifier {
  return node.type === 'Identifier' && variableOf(file, node) === undefined;
}

/** How the variable comes by its value, by its declaration; see {@link valuesOf} for later assignments. */
export const bindingOf = onceFor((variable: Variable): Binding => {
  // An overloaded function and an augmented import have several definitions: the last has the body.
  const def = variable.defs.findLast((one) => (one.type as string) !== 'Type') ?? variable.defs[0];
  if (!def) return { kind: 'unknown' };
  const node = def.node as Node;
  switch (def.type as string) {
    case 'Variable':
      if (node.type !== 'VariableDeclarator') return { kind: 'unknown' };
      return variableBinding(node, def.name);
    case 'Parameter':
      return isFunction(node) ? parameterBinding(node, def.name) : { kind: 'unknown' };
    case 'ImportBinding':
      return importBinding(node);
    case 'FunctionName':
    case 'ClassName':
    case 'TSEnumName':
      return { kind: 'declaration', node: node as Extract<Binding, { kind: 'declaration' }>['node'] };
    default:
      return { kind: 'unknown' };
  }
});

function variableBinding(declarator: TSESTree.VariableDeclarator, name: Node): Binding {
  const { path, fallback } = pathTo(name, declarator);
  const loop = declarator.parent.parent;
  if (loop.type === 'ForOfStatement' && loop.left === declarator.parent) return { kind: 'element', list: loop.right, path };
  if (!declarator.init) return { kind: 'unknown' };
  return { kind: 'value', init: declarator.init, path, ...(fallback && { fallback }) };
}

function parameterBinding(fn: FunctionNode, name: Node): Binding {
  for (const [index, node] of fn.params.entries()) {
    if (node.range[0] > name.range[0] || name.range[1] > node.range[1]) continue;
    const { path, fallback } = pathTo(name, fn);
    return { kind: 'parameter', fn, index, node, path, ...(fallback && { fallback }) };
  }
  return { kind: 'unknown' };
}

function importBinding(node: Node): Binding {
  switch (node.type) {
    case 'ImportDefaultSpecifier':
      return { kind: 'import', source: node.parent.source.value, imported: 'default', node };
    case 'ImportNamespaceSpecifier':
      return { kind: 'import', source: node.parent.source.value, imported: '*', node };
    case 'ImportSpecifier': {
      const imported = fixedName(node.imported, false) ?? 'default';
      return { kind: 'import', source: (node.parent as TSESTree.ImportDeclaration).source.value, imported, node };
    }
    case 'TSImportEqualsDeclaration':
      if (node.moduleReference.type === 'TSExternalModuleReference')
        return { kind: 'import', source: node.moduleReference.expression.value, imported: 'default', node };
      return { kind: 'unknown' };
    default:
      return { kind: 'unknown' };
  }
}

/** The steps from the root of a declarator or parameter down to one of the names that its pattern declares. */
function pathTo(name: Node, root: Node): { path: Step[]; fallback?: Node } {
  const path: Step[] = [];
  let fallback: Node | undefined;
  for (let at = name, parent = at.parent; parent && at !== root; at = parent, parent = at.parent) {
    if (parent.type === 'AssignmentPattern' && parent.left === at) fallback ??= parent.right;
    else if (parent.type === 'Property' && parent.value === at) path.unshift(fixedName(parent.key, parent.computed));
    else if (parent.type === 'ArrayPattern') path.unshift(String(parent.elements.indexOf(at as TSESTree.DestructuringPattern)));
    else if (parent.type === 'RestElement') path.unshift(undefined);
    if (parent === root) break;
  }
  return { path, ...(fallback && { fallback }) };
}

/** Every expression that is assigned to the variable as a whole: its initial value and the right sides of `x = …`. */
export const valuesOf = onceFor((variable: Variable): readonly Node[] => {
  const values: Node[] = [];
  const binding = bindingOf(variable);
  if (binding.kind === 'value' && binding.path.length === 0) values.push(binding.init);
  if (binding.kind === 'value' && binding.fallback) values.push(binding.fallback);
  for (const reference of variable.references) {
    const { parent } = reference.identifier as Node;
    if (parent?.type === 'AssignmentExpression' && parent.left === reference.identifier) values.push(parent.right);
  }
  return values;
});

/** The only expression that the variable ever holds, or undefined where there are none or several. */
export function onlyValueOf(variable: Variable): Node | undefined {
  const values = valuesOf(variable);
  return values.length === 1 ? values[0] : undefined;
}

/** The places where the variable is read. */
export const readsOf = onceFor((variable: Variable): readonly Node[] =>
  variable.references.filter((reference) => reference.isRead()).map((reference) => reference.identifier as Node),
);

/** The module that `require('x')` or `import('x')` asks for, or undefined. */
export function requiredModule(file: SourceFile, node: Node): string | undefined {
  const call = bare(node);
  if (call.type === 'ImportExpression')
    return call.source.type === 'Literal' && typeof call.source.value === 'string' ? call.source.value : undefined;
  if (call.type !== 'CallExpression' || call.callee.type !== 'Identifier' || call.callee.name !== 'require' || !isGlobal(file, call.callee))
    return undefined;
  const source = call.arguments[0];
  return source?.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined;
}
