import path from 'node:path';
import { styleOf } from '../edits/style.ts';
import type { Binding } from '../syntax/bindings.ts';
import { bindingOf, requiredModule, variableOf } from '../syntax/bindings.ts';
import type { Node, Range, TSESTree } from '../syntax/nodes.ts';
import { bare, contains, isClass, isFunction } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { childrenOf, textOf } from '../syntax/source-file.ts';
import type { ModuleImport } from '../templates/module.ts';

/** An expression that can stand in another module: its text, and what that module has to import. */
export interface PortableExpression {
  readonly text: string;
  readonly imports: readonly ModuleImport[];
  /** Functions that it calls, as declarations of the module that it goes to: `const secretOf = () => …`. */
  readonly declared?: readonly string[];
}

/**
 * Carries an expression over into another module: constants are written out, imports repeated from there. Undefined where
 * it needs something that only its own place has.
 *
 * @param target The path of the module that it goes to.
 */
export function portable(file: SourceFile, node: Node, target: string, withExtension: boolean, steps = 6): PortableExpression | undefined {
  if (steps <= 0) return undefined;
  const inner = bare(node);
  if (isOfInstance(file, inner)) return undefined;
  const imports: ModuleImport[] = [];
  const replacements: { readonly range: Range; readonly text: string }[] = [];
  for (const name of freeNames(file, inner)) {
    const variable = variableOf(file, name);
    // What a function declares itself goes with it.
    if (!variable || variable.identifiers.some((one) => contains(inner, one))) continue;
    const binding = bindingOf(variable);
    const imported = importOf(file, binding);
    if (imported) {
      imports.push(repeated(file, imported.source, imported.name, name.name, target, withExtension));
      continue;
    }
    const value = carriedValue(binding);
    const carried = value && portable(file, value, target, withExtension, steps - 1);
    if (!carried) return undefined;
    imports.push(...carried.imports);
    replacements.push({
      range: name.range,
      text: name !== inner && needsParentheses(bare(value)) ? `(${carried.text})` : carried.text,
    });
  }
  return { text: replaced(file, inner, replacements), imports };
}

/**
 * The same, with the functions that the expression calls as declarations beside it, and not in its middle.
 *
 * @param taken Names that the other module has already.
 */
export function portableWithFunctions(
  file: SourceFile,
  node: Node,
  target: string,
  taken: ReadonlySet<string>,
): PortableExpression | undefined {
  const inner = bare(node);
  const fn = inner.type === 'CallExpression' && inner.arguments.length === 0 ? inner.callee : undefined;
  const variable = fn?.type === 'Identifier' ? variableOf(file, fn) : undefined;
  const value = variable && carriedValue(bindingOf(variable));
  const inPlace = portable(file, node, target, true);
  if (!inPlace || !variable || !value || !isFunction(value) || taken.has(variable.name) || importOf(file, bindingOf(variable)))
    return inPlace;
  const carried = portable(file, value, target, true);
  if (!carried) return inPlace;
  const declared =
    value.type === 'FunctionDeclaration' ? carried.text : `const ${variable.name} = ${carried.text}${styleOf(file).semicolon}`;
  return { text: `${variable.name}()`, imports: carried.imports, declared: [declared] };
}

/** The import, or `require(…)`, that a name is bound to. */
function importOf(file: SourceFile, binding: Binding): { readonly source: string; readonly name: string } | undefined {
  if (binding.kind === 'import') return { source: binding.source, name: binding.imported };
  if (binding.kind !== 'value' || binding.path.length > 1) return undefined;
  const source = requiredModule(file, binding.init);
  return source === undefined ? undefined : { source, name: binding.path[0] ?? 'default' };
}

/** The text of a node with other texts in place of some that it has. */
function replaced(file: SourceFile, node: Node, replacements: readonly { readonly range: Range; readonly text: string }[]): string {
  let text = textOf(file, node);
  for (const { range, text: replacement } of replacements.toSorted((a, b) => b.range[0] - a.range[0]))
    text = text.slice(0, range[0] - node.range[0]) + replacement + text.slice(range[1] - node.range[0]);
  return text;
}

/** What a name stands for: a constant's value, a function. */
function carriedValue(binding: Binding): Node | undefined {
  if (binding.kind === 'value') return binding.path.length === 0 ? binding.init : undefined;
  return binding.kind === 'declaration' && isFunction(binding.node) ? binding.node : undefined;
}

function needsParentheses(node: Node): boolean {
  return isFunction(node) || node.type === 'LogicalExpression' || node.type === 'ConditionalExpression' || node.type === 'BinaryExpression';
}

/** Whether an expression takes something of the instance in whose method it stands: `this.options.baseUrl`. */
function isOfInstance(file: SourceFile, node: Node): boolean {
  if (node.type === 'ThisExpression' || node.type === 'Super') return true;
  return !isClass(node) && [...childrenOf(node, file.visitorKeys)].some((child) => isOfInstance(file, child));
}

/** The names that an expression takes from around it. Functions would take their whole place with them. */
function* freeNames(file: SourceFile, node: Node): Generator<TSESTree.Identifier> {
  if (node.type === 'Identifier') {
    const { parent } = node;
    const isKey =
      (parent.type === 'MemberExpression' && parent.property === node && !parent.computed) ||
      (parent.type === 'Property' && parent.key === node && !parent.shorthand);
    if (!isKey) yield node;
    return;
  }
  for (const child of childrenOf(node, file.visitorKeys)) yield* freeNames(file, child);
}

/** An import as another module writes it. */
function repeated(file: SourceFile, source: string, imported: string, local: string, target: string, withExtension: boolean): ModuleImport {
  const names =
    imported === 'default'
      ? local
      : imported === '*'
        ? `* as ${local}`
        : imported === local
          ? `{ ${local} }`
          : `{ ${imported} as ${local} }`;
  if (!source.startsWith('.')) return { source, names };
  const absolute = path.resolve(path.dirname(file.path), source);
  const relative = path.relative(path.dirname(target), absolute).split(path.sep).join('/');
  const specifier = relative.startsWith('.') ? relative : `./${relative}`;
  return { source: withExtension ? specifier : specifier.replace(/\.[cm]?js$/, ''), names };
}
