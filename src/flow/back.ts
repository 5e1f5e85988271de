import type { Variable } from '@typescript-eslint/scope-manager';
import { bindingOf, readsOf, requiredModule, variableOf } from '../syntax/bindings.ts';
import type { Binding } from '../syntax/bindings.ts';
import { argumentAt, returnsOf } from '../syntax/functions.ts';
import { constructorOf, thisHost } from '../syntax/members.ts';
import type { CallNode, ClassNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, dressed, isClass, isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import { calledFunction, callersOf, elementsOf, resolvedWith } from './calls.ts';
import { callsOfValue } from './forward.ts';
import type { Location, Path } from './location.ts';
import { locationOf, namesFor } from './location.ts';
import { flowsIntoParameter } from './parameter-flows.ts';
import { flowsInto, stateGivenBy } from './ports.ts';
import { resolveValue } from './resolve.ts';

/**
 * One step back: the locations that a value may come from. Empty where it comes from nothing that can be seen: a literal,
 * a call of something unknown, a parameter whose callers are not known.
 */
export function sourcesOf(at: Location): Location[] {
  const { file, node, path } = at;
  switch (node.type) {
    case 'Identifier':
    case 'JSXIdentifier':
      return ofIdentifier(file, node, path);
    case 'MemberExpression':
      return ofMember(file, node, path);
    case 'ThisExpression':
      return ofThis(file, node, path);
    case 'ObjectExpression':
      return ofObject(file, node, path);
    case 'ArrayExpression':
      return ofList(file, node, path);
    case 'CallExpression':
    case 'NewExpression':
      return ofCall(file, node, path);
    case 'ConditionalExpression':
      return located(file, [node.consequent, node.alternate], path);
    case 'LogicalExpression':
      return located(file, node.operator === '&&' ? [node.right] : [node.left, node.right], path);
    case 'AssignmentExpression':
      return located(file, [node.right], path);
    // What a saga gets for the effect that it yields is what the effect gives.
    case 'YieldExpression':
      return located(file, [node.argument], path);
    case 'ClassDeclaration':
    case 'ClassExpression':
      return path.length > 0 ? ofMemberOfClass(file, node, path) : [];
    case 'TSEnumDeclaration':
    case 'ImportExpression':
    case 'Program':
      return ofModule(file, node, path);
    default:
      return [];
  }
}

function located(file: SourceFile, nodes: readonly (Node | null | undefined)[], path: readonly (string | undefined)[]): Location[] {
  return nodes.flatMap((node) => (node && locationOf(file, node, path)) ?? []);
}

function ofIdentifier(file: SourceFile, node: TSESTree.Identifier | TSESTree.JSXIdentifier, path: Path): Location[] {
  const variable = variableOf(file, node);
  if (!variable) return [];
  return [...ofBinding(file, bindingOf(variable), path), ...assignedTo(file, variable, path), ...assignedLater(file, variable, path)];
}

/** What a variable is declared with. */
function ofBinding(file: SourceFile, binding: Binding, path: Path): Location[] {
  switch (binding.kind) {
    case 'value':
      return [
        ...located(file, [binding.init], [...binding.path.filter((step, i) => step !== undefined || i < binding.path.length - 1), ...path]),
        ...located(file, [binding.fallback], path),
      ];
    case 'element':
      return located(file, [binding.list], ['*', ...binding.path, ...path]);
    case 'parameter':
      return [
        ...ofParameter(file, binding, [...(binding.node.type === 'RestElement' ? binding.path.slice(1) : binding.path), ...path]),
        ...located(file, [binding.fallback], path),
      ];
    case 'import': {
      const [first, ...rest] = path;
      if (binding.imported === '*') {
        const member = first === undefined ? undefined : file.links?.exported(file, binding.source, first);
        return member ? located(member.file, [member.node], rest) : [];
      }
      const exported = file.links?.exported(file, binding.source, binding.imported);
      return exported ? located(exported.file, [exported.node], path) : [];
    }
    case 'declaration':
      return isFunction(binding.node) ? [] : located(file, [binding.node], path);
    default:
      return [];
  }
}

/** `x = …`, `({ a: x } = …)`, `[x] = …`: every assignment to the variable itself. */
function assignedTo(file: SourceFile, variable: Variable, path: Path): Location[] {
  return variable.references.flatMap((reference): Location[] => {
    if (!reference.isWrite() || reference.init) return [];
    const written = writtenAt(reference.identifier);
    return written ? located(file, [written.value], [...written.path, ...path]) : [];
  });
}

/** The right side of the assignment that a name is written by, and which part of it the name gets. */
function writtenAt(name: Node): { readonly value: Node; readonly path: Path } | undefined {
  let at = name;
  while (at.parent && at.parent.type !== 'AssignmentExpression') {
    if (!['Property', 'ObjectPattern', 'ArrayPattern', 'AssignmentPattern', 'RestElement'].includes(at.parent.type)) return undefined;
    at = at.parent;
  }
  const assignment = at.parent;
  if (assignment?.type !== 'AssignmentExpression' || assignment.left !== at) return undefined;
  if (!/^(?:=|\|\|=|\?\?=|&&=)$/.test(assignment.operator)) return undefined;
  const path = pathInPattern(assignment.left, name);
  return path && { value: assignment.right, path };
}

/** Where in a pattern a name stands, as a way into what the pattern takes apart. Undefined where a step is computed or the rest. */
function pathInPattern(pattern: Node, name: Node): Path | undefined {
  const path: string[] = [];
  for (let at = name; at !== pattern && at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'Property' && parent.value === at) {
      const step = propertyName(parent);
      if (step === undefined) return undefined;
      path.unshift(step);
    } else if (parent.type === 'ArrayPattern') path.unshift(String(parent.elements.indexOf(at as TSESTree.DestructuringPattern)));
    else if (parent.type === 'RestElement') return undefined;
  }
  return path;
}

/** `x.a.b = …`, wherever it stands, for the part `a.b` of what is in `x` and for what is below it. */
function assignedLater(file: SourceFile, variable: Variable, path: Path): Location[] {
  return path.length === 0 ? [] : readsOf(variable).flatMap((read) => assignedBelow(file, read, path));
}

/** The right side of an assignment to a part of what an expression gives, and what is left of the way to it. */
function assignedBelow(file: SourceFile, from: Node, path: Path): Location[] {
  let at = dressed(from);
  for (const [i, step] of path.entries()) {
    const { parent } = at;
    if (parent?.type !== 'MemberExpression' || parent.object !== at || memberName(parent) !== step) return [];
    const { parent: target } = parent;
    if (target.type === 'AssignmentExpression' && target.left === parent) return located(file, [target.right], path.slice(i + 1));
    at = dressed(parent);
  }
  return [];
}

function ofMember(file: SourceFile, node: TSESTree.MemberExpression, path: Path): Location[] {
  const name = memberName(node);
  if (name !== undefined) return located(file, [node.object], [name, ...path]);
  return node.computed && isIndex(file, node.property) ? located(file, [node.object], ['*', ...path]) : [];
}

/** `list[i]`: any of its elements. A text as key is another matter. */
function isIndex(file: SourceFile, key: Node): boolean {
  const { node } = resolveValue({ file, node: key });
  return (node.type === 'Literal' && typeof node.value === 'number') || node.type === 'UpdateExpression';
}

function ofThis(file: SourceFile, node: TSESTree.ThisExpression, path: Path): Location[] {
  const host = thisHost(node);
  if (!host || path.length === 0) return [];
  return isClass(host)
    ? ofMemberOfClass(file, host, path)
    : [...ofObject(file, host, path), ...assignedToThis(file, host, path), ...inOptionGroups(file, host, path)];
}

/** Vue's `this.token` is what `data()` returns under the name, what `computed` computes, a method. */
function inOptionGroups(file: SourceFile, host: TSESTree.ObjectExpression, path: Path): Location[] {
  const [name] = path;
  if (name === undefined) return [];
  return host.properties.flatMap((group) => {
    if (group.type !== 'Property') return [];
    const kind = propertyName(group);
    if (kind === 'data' && isFunction(group.value)) return located(file, returnsOf(group.value), path);
    if ((kind !== 'computed' && kind !== 'getters') || group.value.type !== 'ObjectExpression') return [];
    return group.value.properties.flatMap((one) =>
      one.type === 'Property' && propertyName(one) === name ? computed(file, one.value, path.slice(1)) : [],
    );
  });
}

function computed(file: SourceFile, value: Node, path: Path): Location[] {
  if (isFunction(value)) return located(file, returnsOf(value), path);
  if (value.type !== 'ObjectExpression') return [];
  return value.properties.flatMap((one) =>
    one.type === 'Property' && propertyName(one) === 'get' && isFunction(one.value) ? located(file, returnsOf(one.value), path) : [],
  );
}

const assignmentsToThis = perFile((file): ReadonlyMap<Node, TSESTree.MemberExpression[]> => {
  const map = new Map<Node, TSESTree.MemberExpression[]>();
  for (const { left } of nodesOf(file, 'AssignmentExpression')) {
    let at: Node = left;
    while (at.type === 'MemberExpression') at = bare(at.object);
    if (at.type !== 'ThisExpression' || left.type !== 'MemberExpression') continue;
    const host = thisHost(at);
    if (!host) continue;
    const list = map.get(host);
    if (list) list.push(left);
    else map.set(host, [left]);
  }
  return map;
});

/** `this.a.b = …` anywhere in a class or component. */
function assignedToThis(file: SourceFile, host: ClassNode | TSESTree.ObjectExpression, path: Path): Location[] {
  return (assignmentsToThis(file).get(host) ?? []).flatMap((target) => {
    let root: Node = target;
    while (root.type === 'MemberExpression') root = bare(root.object);
    return assignedBelow(file, root, path);
  });
}

/** A field's initial and later values, what a getter returns, what a constructor's parameter brings; else what is inherited. */
function ofMemberOfClass(file: SourceFile, host: ClassNode, path: Path): Location[] {
  const [name, ...rest] = path;
  const found: Location[] = [];
  let isOwn = false;
  for (const element of host.body.body) {
    if (
      (element.type !== 'PropertyDefinition' && element.type !== 'MethodDefinition' && element.type !== 'AccessorProperty') ||
      propertyName(element) !== name
    )
      continue;
    isOwn = true;
    if (element.type !== 'MethodDefinition') found.push(...located(file, [element.value], rest));
    else if (element.kind === 'get') found.push(...located(file, returnsOf(element.value as FunctionNode), rest));
    else if (element.kind === 'method') found.push(...located(file, [element.value], rest));
  }
  for (const parameter of constructorOf(host)?.params ?? []) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const [named] = namesFor(parameter, []);
    if (named?.name.name === name) found.push(...located(file, [named!.name], rest));
  }
  found.push(...assignedToThis(file, host, path));
  if (found.length > 0 || isOwn || !host.superClass) return found;
  const base = resolveValue({ file, node: host.superClass });
  return isClass(base.node) && base.node !== host ? located(base.file, [base.node], path) : [];
}

function ofObject(file: SourceFile, object: TSESTree.ObjectExpression, path: Path): Location[] {
  const [step, ...rest] = path;
  if (step === undefined) return [];
  const found: Location[] = [];
  for (const property of object.properties.toReversed()) {
    if (property.type === 'SpreadElement') found.push(...located(file, [property.argument], path));
    else if (step === '*') found.push(...located(file, [property.value], rest));
    else if (propertyName(property) === step) {
      if (property.kind === 'get') found.push(...located(file, returnsOf(property.value as FunctionNode), rest));
      else if (property.kind === 'init') found.push(...located(file, [property.value], rest));
      // What stands before it is overwritten.
      break;
    }
  }
  return found;
}

function ofList(file: SourceFile, list: TSESTree.ArrayExpression, path: Path): Location[] {
  const [step, ...rest] = path;
  if (step === undefined || !/^(?:\d+|\*)$/.test(step)) return [];
  const spread = list.elements.findIndex((one) => one?.type === 'SpreadElement');
  const isFixed = step !== '*' && (spread < 0 || Number(step) < spread);
  const elements = isFixed ? [list.elements[Number(step)]] : list.elements;
  return elements.flatMap((one) => {
    if (!one) return [];
    return one.type === 'SpreadElement' ? located(file, [one.argument], ['*', ...rest]) : located(file, [one], rest);
  });
}

/** What a module, an enum or a package gives under a name. */
function ofModule(file: SourceFile, node: Node, path: Path): Location[] {
  const [name, ...rest] = path;
  if (name === undefined) return [];
  if (node.type === 'TSEnumDeclaration')
    return node.body.members.flatMap((one) =>
      one.id.type === 'Identifier' && one.id.name === name ? located(file, [one.initializer], rest) : [],
    );
  const source = node.type === 'Program' ? file.path : requiredModule(file, node);
  const exported = source === undefined ? undefined : file.links?.exported(file, source, name);
  return exported ? located(exported.file, [exported.node], rest) : [];
}

/** What a library that keeps state gives as the result of a call. */
export function stateSourcesOf(file: SourceFile, call: CallNode): Location[] {
  return stateGivenBy(file, call, callsOfValue);
}

function ofCall(file: SourceFile, call: CallNode, path: Path): Location[] {
  if (requiredModule(file, call) !== undefined) return ofModule(file, call, path);
  const flows = flowsInto(file, call, path, callsOfValue);
  if (flows.length > 0) return flows;
  if (call.type === 'NewExpression') {
    const resolved = resolvedWith(file, call);
    if (resolved.length > 0) return located(file, resolved, path);
    const made = resolveValue({ file, node: call.callee });
    return path.length > 0 && isClass(made.node) ? located(made.file, [made.node], path) : [];
  }
  const called = calledFunction(file, call);
  if (called) return located(called.file, returnsOf(called.node), path);
  // What a function of our own returns is itself called: `mk().get()`, or a member of what it returns.
  return [];
}

type ParameterBinding = Extract<Binding, { kind: 'parameter' }>;

function ofParameter(file: SourceFile, { fn, index, node }: ParameterBinding, path: readonly (string | undefined)[]): Location[] {
  if (path.includes(undefined)) return [];
  const way = path as Path;
  const isRest = node.type === 'RestElement';
  const calls = callersOf(file, fn).flatMap((call): Location[] => {
    if (!isRest) return located(call.file, [argumentAt(call.node, index)], way);
    const [step, ...rest] = way;
    const given = call.node.arguments.slice(index).filter((one) => one.type !== 'SpreadElement');
    return step === undefined ? [] : located(call.file, step === '*' ? given : [given[Number(step)]], rest);
  });
  return [...calls, ...(index === 0 ? attributesGiven(file, fn, way) : []), ...flowsIntoParameter(file, fn, index, way, callsOfValue)];
}

/** `<Nav token={token} />`: a component's first parameter holds its attributes. */
function attributesGiven(file: SourceFile, fn: FunctionNode, path: Path): Location[] {
  const [name, ...rest] = path;
  if (name === undefined) return [];
  return elementsOf(file, fn).flatMap(({ file: home, node }) =>
    node.attributes.flatMap((attribute): Location[] => {
      if (attribute.type === 'JSXSpreadAttribute') return located(home, [attribute.argument], path);
      if (attribute.name.name !== name || !attribute.value) return [];
      const value = attribute.value.type === 'JSXExpressionContainer' ? attribute.value.expression : attribute.value;
      return value.type === 'JSXEmptyExpression' ? [] : located(home, [value], rest);
    }),
  );
}
