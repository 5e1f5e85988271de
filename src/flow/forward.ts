import type { Variable } from '@typescript-eslint/scope-manager';
import { bindingOf, readsOf, variableOf } from '../syntax/bindings.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import { readsOfThis, thisHost } from './this-host.ts';
import type { CallNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, dressed, enclosingFunction, isAssignmentTarget, isClass, isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { callersOf, componentOf } from './calls.ts';
import { asParts, handedAt, portsOfBinding } from './handed-over.ts';
import { importedReadings, readingsElsewhere } from './imported-readings.ts';
import { flowsOutOf, flowsOutOfAttribute, flowsOutOfReceiver, outOfPort, takenOutOf, takenOutOfShared } from './outgoing-flows.ts';
import { sharedBehind, sharedByName } from './named-functions.ts';
import type { Location, Path } from './location.ts';
import { KEPT, locationOf, namesFor, sharedLibrary } from './location.ts';
import { resolveValue } from './resolve.ts';
import type { Walker } from './walker.ts';

/**
 * One step forwards: the expressions that hold, whole or as a part, what is at a location. Each of these has the location
 * among its sources, or is a reading of a name that has.
 */
export function stepForwards(from: Location, walker: Walker): Location[] {
  const { file, node, path } = from;
  if (node.type === 'Identifier' && isDeclared(node)) return readingsOf(file, node, path);
  if ((node.type === 'CallExpression' || node.type === 'NewExpression') && path[0] === KEPT)
    return takenOutOf({ file, node }, path.slice(1), walker);
  const library = sharedLibrary(from);
  if (library !== undefined)
    return [...takenOutOfShared(file, library, path.slice(1), walker), ...sharedByName(file, library, path.slice(1))];
  if (isClass(node)) return readingsOfField(file, node, path[0], path.slice(1));
  if (node.type === 'FunctionDeclaration' && node.id) return readingsOf(file, node.id, path);
  const at = dressed(node);
  return (at.parent && byType(DESTINATIONS, at.parent, { file, node, at, path, walker })) ?? [];
}

/** A value that is followed forwards: the expression, with what is written around it without changing it, and the part meant. */
interface Followed {
  readonly file: SourceFile;
  readonly node: Node;
  readonly at: Node;
  readonly path: Path;
  readonly walker: Walker;
}

/** The name under which other files ask for what a module exports by default. */
const DEFAULT_EXPORT: ReadonlySet<string> = new Set(['default']);

const intoArguments = (call: CallNode, { file, at, path, walker }: Followed): Location[] => intoCall(file, call, at, path, walker);

/** Where a value goes from each kind of node that it stands in. */
const DESTINATIONS: ByType<Location[], [followed: Followed]> = {
  MemberExpression: (parent, { file, at, path, walker }) => (parent.object === at ? ofMember(file, parent, path, walker) : []),
  VariableDeclarator: (parent, { file, at, path }) => (parent.init === at ? intoPattern(file, parent.id, path) : []),
  AssignmentExpression: (parent, { file, at, path, walker }) =>
    parent.right === at ? [...intoTarget(file, parent.left, path, walker), ...located(file, parent, path)] : [],
  AssignmentPattern: (parent, { file, at, path }) => (parent.right === at ? intoPattern(file, parent.left, path) : []),
  ConditionalExpression: (parent, { file, at, path }) => (parent.test === at ? [] : located(file, parent, path)),
  LogicalExpression: (parent, { file, at, path }) => (parent.operator === '&&' && parent.left === at ? [] : located(file, parent, path)),
  Property: (parent, { file, at, path }) =>
    parent.value === at && parent.parent.type === 'ObjectExpression' ? intoPart(file, parent.parent, propertyName(parent), path) : [],
  SpreadElement: (parent, { file, path }) => intoSpread(file, parent, path),
  ArrayExpression: (parent, { file, at, path }) => intoPart(file, parent, String(parent.elements.indexOf(at as TSESTree.Expression)), path),
  ArrowFunctionExpression: (parent, { file, at, path, walker }) => (parent.body === at ? fromFunction(file, parent, path, walker) : []),
  ReturnStatement: (parent, { file, path, walker }) => {
    const fn = enclosingFunction(parent);
    return fn ? fromFunction(file, fn, path, walker) : [];
  },
  PropertyDefinition: (parent, { file, at, path }) =>
    parent.value === at ? readingsOfField(file, parent.parent.parent, propertyName(parent), path) : [],
  CallExpression: intoArguments,
  NewExpression: intoArguments,
  JSXExpressionContainer: (parent, { file, path, walker }) =>
    parent.parent.type === 'JSXAttribute' ? intoAttribute(file, parent.parent, path, walker) : [],
  JSXSpreadAttribute: (parent, { file, path }) => intoComponent(file, parent.parent, path),
  ExportDefaultDeclaration: (_, { file, node, path }) =>
    importedReadings(file, DEFAULT_EXPORT, (exported) => bare(exported) === node).flatMap((one) => located(one.file, one.node, path)),
  ForOfStatement: (parent, { file, at, path }) => (parent.right === at ? intoLoop(file, parent, path) : []),
};

function located(file: SourceFile, node: Node, path: Path): Location[] {
  const found = locationOf(file, node, path);
  return found ? [found] : [];
}

/** Whether a name is declared or assigned to where it stands, and not read. */
function isDeclared(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === 'AssignmentExpression') return parent.left === node;
  if (isFunction(parent)) return parent.params.includes(node);
  return (
    ['ObjectPattern', 'ArrayPattern', 'RestElement', 'TSParameterProperty'].includes(parent.type) ||
    (parent.type === 'VariableDeclarator' && parent.id === node) ||
    (parent.type === 'AssignmentPattern' && parent.left === node) ||
    (parent.type === 'Property' && parent.parent.type === 'ObjectPattern' && parent.value === node)
  );
}

/** Every reading of a name that is declared here; where it is exported, also under the names that other files give it. */
function readingsOf(file: SourceFile, name: TSESTree.Identifier, path: Path): Location[] {
  const variable = variableOf(file, name);
  if (!variable) return [];
  return [...readsOf(variable).flatMap((read) => located(file, read, path)), ...elsewhere(file, variable, path)];
}

function elsewhere(file: SourceFile, variable: Variable, path: Path): Location[] {
  return readingsElsewhere(file, variable).flatMap((one) => located(one.file, one.node, path));
}

function ofMember(file: SourceFile, member: TSESTree.MemberExpression, path: Path, walker: Walker): Location[] {
  const name = memberName(member);
  const { parent } = member;
  const called = parent.type === 'CallExpression' && parent.callee === member ? flowsOutOfReceiver(file, parent, path, walker) : [];
  if (isAssignmentTarget(member)) return [];
  const [step, ...rest] = path;
  if (
    step === undefined ||
    (name !== undefined && name !== step && step !== '*') ||
    (name === undefined && step !== '*' && !/^\d+$/.test(step))
  )
    return called;
  return [...called, ...located(file, member, rest)];
}

function intoPattern(file: SourceFile, pattern: Node, path: Path): Location[] {
  return namesFor(pattern, path).flatMap(({ name, path: rest }) => located(file, name, rest));
}

/** `x = …`, `x.a.b = …`, `this.a = …`, `({ a: x } = …)`. */
function intoTarget(file: SourceFile, target: Node, path: Path, walker: Walker): Location[] {
  if (target.type !== 'MemberExpression') return intoPattern(file, target, path);
  const steps: string[] = [];
  let at: Node = target;
  for (; at.type === 'MemberExpression'; at = bare(at.object)) {
    const name = memberName(at);
    if (name === undefined) return [];
    steps.unshift(name);
  }
  if (at.type === 'ThisExpression') {
    const host = thisHost(at);
    return host ? readingsOfField(file, host, steps[0], [...steps.slice(1), ...path]) : [];
  }
  const variable = at.type === 'Identifier' ? variableOf(file, at) : undefined;
  if (!variable) return [];
  const binding = bindingOf(variable);
  const below = [...steps, ...path];
  return [
    ...readsOf(variable).flatMap((read) => (read === at ? [] : located(file, read, below))),
    ...elsewhere(file, variable, below),
    // What a reducer puts into the state that it is given is in the state.
    ...(binding.kind === 'parameter'
      ? [
          ...portsOfBinding(file, binding, asParts(below)).flatMap((port) => outOfPort(port.site, port.base, port.steps, walker)),
          ...sharedBehind(file, binding.fn, binding.index, below),
        ]
      : []),
  ];
}

/** `this.name`, wherever a class or component speaks of it. */
function readingsOfField(file: SourceFile, host: Node, name: string | undefined, path: Path): Location[] {
  if (name === undefined) return [];
  return readsOfThis(file, host, name).flatMap((member) => located(file, member, path));
}

function intoPart(file: SourceFile, whole: Node, name: string | undefined, path: Path): Location[] {
  return name === undefined ? [] : located(file, whole, [name, ...path]);
}

function intoSpread(file: SourceFile, { parent }: TSESTree.SpreadElement, path: Path): Location[] {
  if (parent.type === 'ObjectExpression') return path.length > 0 ? located(file, parent, path) : [];
  if (parent.type !== 'ArrayExpression' || path.length === 0) return [];
  return located(file, parent, ['*', ...path.slice(1)]);
}

/** What a function returns goes to its callers, and to whatever it is handed over to. */
function fromFunction(file: SourceFile, fn: FunctionNode, path: Path, walker: Walker): Location[] {
  const called = callersOf(file, fn).flatMap(({ file: home, node }) => (node.type === 'CallExpression' ? located(home, node, path) : []));
  const handed = handedAt(file, fn).flatMap(({ file: home, call, argument, steps }) =>
    flowsOutOf(home, call, argument, [...asParts(steps), { kind: 'returned' }, ...asParts(path)], walker),
  );
  return [...called, ...handed];
}

function intoCall(file: SourceFile, call: CallNode, at: Node, path: Path, walker: Walker): Location[] {
  const index = call.arguments.indexOf(at as TSESTree.Expression);
  if (index < 0) return [];
  const known = flowsOutOf(file, call, index, asParts(path), walker);
  const called = walker.called(file, call).functions.flatMap(({ file: home, node }) => {
    const parameter = node.params[index];
    return parameter ? intoPattern(home, parameter, path) : [];
  });
  return [...known, ...called, ...intoConstructor(file, call, index, path)];
}

function intoConstructor(file: SourceFile, call: CallNode, index: number, path: Path): Location[] {
  if (call.type !== 'NewExpression') return [];
  const made = resolveValue({ file, node: call.callee });
  if (!isClass(made.node)) return [];
  for (const element of made.node.body.body) {
    if (element.type !== 'MethodDefinition' || element.kind !== 'constructor') continue;
    const parameter = element.value.params[index];
    if (!parameter) return [];
    const named = parameter.type === 'TSParameterProperty' ? namesFor(parameter, [])[0]?.name.name : undefined;
    return [...intoPattern(made.file, parameter, path), ...(named === undefined ? [] : readingsOfField(made.file, made.node, named, path))];
  }
  return [];
}

function intoAttribute(file: SourceFile, attribute: TSESTree.JSXAttribute, path: Path, walker: Walker): Location[] {
  const { name } = attribute.name;
  const own = typeof name === 'string' ? intoComponent(file, attribute.parent, [name, ...path]) : [];
  return [...own, ...flowsOutOfAttribute(file, attribute, path, walker)];
}

function intoComponent(file: SourceFile, element: TSESTree.JSXOpeningElement, path: Path): Location[] {
  const component = componentOf(file, element);
  if (!component) return [];
  if (isClass(component.node)) return readingsOfField(component.file, component.node, 'props', path);
  const [parameter] = component.node.params;
  return parameter ? intoPattern(component.file, parameter, path) : [];
}

function intoLoop(file: SourceFile, { left }: TSESTree.ForOfStatement, [step, ...rest]: Path): Location[] {
  const [declarator] = left.type === 'VariableDeclaration' ? left.declarations : [];
  return step === undefined || !declarator ? [] : intoPattern(file, declarator.id, rest);
}
