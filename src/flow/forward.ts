import type { Variable } from '@typescript-eslint/scope-manager';
import { bindingOf, readsOf, variableOf } from '../syntax/bindings.ts';
import { readsOfThis, thisHost } from './this-host.ts';
import type { CallNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, dressed, enclosingFunction, isAssignmentTarget, isClass, isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { LocatedCall } from './calls.ts';
import { calledFunction, callersOf, componentOf } from './calls.ts';
import { handedAt } from './handed-over.ts';
import { flowsOutOf, flowsOutOfReceiver } from './outgoing-flows.ts';
import type { Location, Path } from './location.ts';
import { locationOf, namesFor } from './location.ts';
import { resolveValue } from './resolve.ts';

/**
 * One step forwards: the expressions that hold, whole or as a part, what is at a location. Each of these has the location
 * among its sources, or is a reading of a name that has.
 */
export function destinationsOf({ file, node, path }: Location): Location[] {
  if (node.type === 'Identifier' && isDeclared(node)) return readingsOf(file, node, path);
  if (isClass(node)) return readingsOfField(file, node, path[0], path.slice(1));
  const at = dressed(node);
  const { parent } = at;
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === at ? ofMember(file, parent, path) : [];
    case 'VariableDeclarator':
      return parent.init === at ? intoPattern(file, parent.id, path) : [];
    case 'AssignmentExpression':
      return parent.right === at ? [...intoTarget(file, parent.left, path), ...located(file, parent, path)] : [];
    case 'AssignmentPattern':
      return parent.right === at ? intoPattern(file, parent.left, path) : [];
    case 'ConditionalExpression':
      return parent.test === at ? [] : located(file, parent, path);
    case 'LogicalExpression':
      return parent.operator === '&&' && parent.left === at ? [] : located(file, parent, path);
    case 'Property':
      return parent.value === at && parent.parent.type === 'ObjectExpression'
        ? intoPart(file, parent.parent, propertyName(parent), path)
        : [];
    case 'SpreadElement':
      return intoSpread(file, parent, path);
    case 'ArrayExpression':
      return intoPart(file, parent, String(parent.elements.indexOf(at as TSESTree.Expression)), path);
    case 'ArrowFunctionExpression':
      return parent.body === at ? fromFunction(file, parent, path) : [];
    case 'ReturnStatement': {
      const fn = enclosingFunction(parent);
      return fn ? fromFunction(file, fn, path) : [];
    }
    case 'PropertyDefinition':
      return parent.value === at ? readingsOfField(file, parent.parent.parent, propertyName(parent), path) : [];
    case 'CallExpression':
    case 'NewExpression':
      return intoCall(file, parent, at, path);
    case 'JSXExpressionContainer':
      return parent.parent.type === 'JSXAttribute' ? intoAttribute(file, parent.parent, path) : [];
    case 'ForOfStatement':
      return parent.right === at ? intoLoop(file, parent, path) : [];
    default:
      return [];
  }
}

function located(file: SourceFile, node: Node, path: Path): Location[] {
  const found = locationOf(file, node, path);
  return found ? [found] : [];
}

function isDeclared(node: TSESTree.Identifier): boolean {
  const { parent } = node;
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
  return [...readsOf(variable).flatMap((read) => located(file, read, path)), ...readingsElsewhere(file, name, path)];
}

function readingsElsewhere(file: SourceFile, name: TSESTree.Identifier, path: Path): Location[] {
  const definition = name.parent.type === 'VariableDeclarator' ? name.parent.init : undefined;
  if (!definition) return [];
  const home = bare(definition);
  return (file.facts?.importersOf(file) ?? []).flatMap((other) =>
    importedNames(other).flatMap((variable) => {
      const [read] = readsOf(variable);
      if (!read || resolveValue({ file: other, node: read }).node !== home) return [];
      return readsOf(variable).flatMap((one) => located(other, one, path));
    }),
  );
}

function importedNames(file: SourceFile): Variable[] {
  return file.scopes.scopes
    .filter((scope) => (scope.type as string) === 'module')
    .flatMap((scope) => scope.variables)
    .filter((variable) => variable.defs.length > 0 && bindingOf(variable).kind === 'import');
}

function ofMember(file: SourceFile, member: TSESTree.MemberExpression, path: Path): Location[] {
  const name = memberName(member);
  const { parent } = member;
  const called = parent.type === 'CallExpression' && parent.callee === member ? flowsOutOfReceiver(file, parent, path) : [];
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
  return namesFor(pattern, path).flatMap(({ name, path: rest }) => readingsOf(file, name, rest));
}

/** `x = …`, `x.a.b = …`, `this.a = …`, `({ a: x } = …)`. */
function intoTarget(file: SourceFile, target: Node, path: Path): Location[] {
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
  return variable ? readsOf(variable).flatMap((read) => (read === at ? [] : located(file, read, [...steps, ...path]))) : [];
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
function fromFunction(file: SourceFile, fn: FunctionNode, path: Path): Location[] {
  const called = callersOf(file, fn).flatMap(({ file: home, node }) => (node.type === 'CallExpression' ? located(home, node, path) : []));
  const handed = handedAt(file, fn).flatMap(({ call, argument }) => returnedThrough(file, call, argument, path));
  return [...called, ...handed];
}

function returnedThrough(file: SourceFile, call: CallNode, argument: number, path: Path): Location[] {
  return flowsOutOf(file, call, argument, path, 'returned');
}

function intoCall(file: SourceFile, call: CallNode, at: Node, path: Path): Location[] {
  const index = call.arguments.indexOf(at as TSESTree.Expression);
  if (index < 0) return [];
  const known = flowsOutOf(file, call, index, path);
  const called = calledFunction(file, call);
  const parameter = called?.node.params[index];
  return [...known, ...(called && parameter ? intoPattern(called.file, parameter, path) : []), ...intoConstructor(file, call, index, path)];
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

function intoAttribute(file: SourceFile, attribute: TSESTree.JSXAttribute, path: Path): Location[] {
  const component = componentOf(file, attribute.parent);
  if (!component || typeof attribute.name.name !== 'string') return [];
  const given = [attribute.name.name, ...path];
  if (isClass(component.node)) return readingsOfField(component.file, component.node, 'props', given);
  const [parameter] = component.node.params;
  return parameter ? intoPattern(component.file, parameter, given) : [];
}

function intoLoop(file: SourceFile, { left }: TSESTree.ForOfStatement, [step, ...rest]: Path): Location[] {
  const [declarator] = left.type === 'VariableDeclaration' ? left.declarations : [];
  return step === undefined || !declarator ? [] : intoPattern(file, declarator.id, rest);
}

/** How many expressions a value is followed to. What goes further goes everywhere. */
const MOST = 400;

/** Every expression that a value reaches, itself among them. Undefined where it reaches too many to be told. */
export function reachOf(from: Location): ReadonlySet<Location> | undefined {
  const found = new Set<Location>([from]);
  for (const at of found) {
    if (found.size > MOST) return undefined;
    for (const next of destinationsOf(at)) found.add(next);
  }
  return found;
}

/** Where the function at a location is called, in whatever way it gets there. */
export function callsOfValue(from: Location): LocatedCall[] {
  const calls: LocatedCall[] = [];
  for (const { file, node, path } of reachOf(from) ?? []) {
    const at = dressed(node);
    if (path.length === 0 && at.parent?.type === 'CallExpression' && at.parent.callee === at) calls.push({ file, node: at.parent });
  }
  return calls;
}
