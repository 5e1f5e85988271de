import { constructorOf } from '../syntax/members.ts';
import { returnsOf } from '../syntax/functions.ts';
import type { ClassNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, dressed, isClass, isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import type { Location, Path } from './location.ts';
import { locationsOf, namesFor } from './location.ts';
import { flowsIntoComponent, flowsIntoInstance, flowsIntoObject, keptUnder } from './ports.ts';
import { injectedKey } from './provided-options.ts';
import { resolveValue } from './resolve.ts';
import type { Host } from './this-host.ts';
import { hostOfMethod, optionGroupOf, thisHost } from './this-host.ts';
import type { Walker } from './walker.ts';

/** What is in a part of `this`: of a class's instance, a component, a store, an object. */
export function ofThis(file: SourceFile, node: TSESTree.ThisExpression, path: Path, walker: Walker): Location[] {
  const host = thisHost(node);
  if (!host || path.length === 0) return [];
  return isClass(host) ? ofMemberOfClass(file, host, path, walker) : ofObject(file, host, path, walker);
}

/** What is in a part of an object: its property, what its functions put into `this`, what its options give under the name. */
export function ofObject(file: SourceFile, object: TSESTree.ObjectExpression, path: Path, walker: Walker): Location[] {
  if (path.length === 0) return [];
  return [
    ...ofProperties(file, object, path),
    ...assignedToThis(file, object, path),
    ...inOptions(file, object, path, walker),
    ...flowsIntoObject(file, object, path, walker),
    ...flowsIntoComponent(file, path),
  ];
}

function ofProperties(file: SourceFile, object: TSESTree.ObjectExpression, path: Path): Location[] {
  const [step, ...rest] = path;
  const found: Location[] = [];
  for (const property of object.properties.toReversed()) {
    if (property.type === 'SpreadElement') found.push(...locationsOf(file, [property.argument], path));
    else if (step === '*') found.push(...locationsOf(file, [property.value], rest));
    else if (propertyName(property) === step) {
      if (property.kind === 'get') found.push(...locationsOf(file, returnsOf(property.value as FunctionNode), rest));
      else if (property.kind === 'init') found.push(...locationsOf(file, [property.value], rest));
      // What stands before it is overwritten.
      break;
    }
  }
  return found;
}

/** Vue's `this.token` is what `data()` returns under the name, what `computed` computes, a method. */
function inOptions(file: SourceFile, host: TSESTree.ObjectExpression, path: Path, walker: Walker, left = 3): Location[] {
  const [name, ...rest] = path;
  return host.properties.flatMap((property): Location[] => {
    const group = optionGroupOf(property);
    if (group === undefined || property.type !== 'Property') return [];
    switch (group) {
      case 'returned':
        return returned(file, property.value, path);
      case 'unwrapped':
        return [...returned(file, property.value, path), ...returned(file, property.value, [name!, 'value', ...rest])];
      case 'methods':
        return locationsOf(file, [property.value], path);
      case 'values':
        return computedIn(file, property.value, name!, rest);
      case 'bases':
        return left > 0 ? inBases(file, property.value, path, walker, left - 1) : [];
      case 'injected':
        return keptUnder(file, 'vue', injectedKey(property.value, name!), rest, walker);
      case 'watchers':
      case 'provided':
        return [];
    }
  });
}

/** What an object holds, or a function that returns one. */
function returned(file: SourceFile, value: Node, path: Path): Location[] {
  return isFunction(value) ? locationsOf(file, returnsOf(value), path) : locationsOf(file, [value], path);
}

function computedIn(file: SourceFile, values: Node, name: string, path: Path): Location[] {
  if (values.type !== 'ObjectExpression') return [];
  return values.properties.flatMap((one) => {
    if (one.type !== 'Property' || propertyName(one) !== name)
      return one.type === 'SpreadElement' ? locationsOf(file, [one.argument], [name, ...path]) : [];
    if (isFunction(one.value)) return locationsOf(file, returnsOf(one.value), path);
    return one.value.type === 'ObjectExpression'
      ? accessor(one.value, 'get').flatMap((get) => locationsOf(file, returnsOf(get), path))
      : [];
  });
}

function accessor(object: TSESTree.ObjectExpression, name: string): FunctionNode[] {
  return object.properties.flatMap((one) =>
    one.type === 'Property' && propertyName(one) === name && isFunction(one.value) ? [one.value] : [],
  );
}

function inBases(file: SourceFile, list: Node, path: Path, walker: Walker, left: number): Location[] {
  const bases = list.type === 'ArrayExpression' ? list.elements : [list];
  return bases.flatMap((base) => {
    const { file: home, node } = base ? resolveValue({ file, node: base }) : { file, node: list };
    const options = node.type === 'CallExpression' && node.arguments[0] ? bare(node.arguments[0]) : node;
    if (options.type !== 'ObjectExpression' || options === list) return [];
    return [...assignedToThis(home, options, path), ...inOptions(home, options, path, walker, left)];
  });
}

/** What the setter of a class's, an object's or a component's value is given: what is assigned to `this.token`. */
export function givenToSetter(file: SourceFile, fn: FunctionNode, path: Path): Location[] {
  const { parent } = fn;
  const isSetter = (parent.type === 'MethodDefinition' || parent.type === 'Property') && parent.kind === 'set';
  const method = isSetter ? hostOfMethod(fn) : computedSetter(fn);
  return method ? assignedToThis(file, method.host, [method.name, ...path]) : [];
}

/** `computed: { token: { get() {…}, set(value) {…} } }`. */
function computedSetter(fn: FunctionNode): ReturnType<typeof hostOfMethod> {
  const method = hostOfMethod(fn);
  const computed = method?.name === 'set' ? fn.parent.parent?.parent : undefined;
  const name = computed?.type === 'Property' ? propertyName(computed) : undefined;
  return name !== undefined && computed?.parent?.parent?.type === 'Property' && optionGroupOf(computed.parent.parent) === 'values'
    ? { host: method!.host, name }
    : undefined;
}

/** What `watch: { token(now, before) {…} }` is told of: the value of the function's name. */
export function watchedBy(file: SourceFile, fn: FunctionNode, index: number, path: Path): Location[] {
  const own = fn.parent;
  if (index > 1 || own.type !== 'Property' || own.parent.type !== 'ObjectExpression') return [];
  const outer = own.parent.parent;
  // watch: { token: { handler(now) {…}, immediate: true } }
  const property = propertyName(own) === 'handler' && outer.type === 'Property' && outer.value === own.parent ? outer : own;
  const group = property.parent.parent;
  const host = group.type === 'Property' && optionGroupOf(group) === 'watchers' ? group.parent : undefined;
  const name = propertyName(property);
  return host?.type === 'ObjectExpression' && name !== undefined ? locationsOf(file, [host], [...name.split('.'), ...path]) : [];
}

const assignmentsToThis = perFile((file): ReadonlyMap<Node, Node[]> => {
  const map = new Map<Node, Node[]>();
  for (const { left } of nodesOf(file, 'AssignmentExpression')) {
    if (left.type !== 'MemberExpression') continue;
    const root = rootOf(left);
    const self = root.type === 'Identifier' ? resolveValue({ file, node: root }).node : root;
    const host = self.type === 'ThisExpression' ? thisHost(self) : undefined;
    if (!host) continue;
    const list = map.get(host);
    if (list) list.push(root);
    else map.set(host, [root]);
  }
  return map;
});

function rootOf(member: TSESTree.MemberExpression): Node {
  let at: Node = member;
  while (at.type === 'MemberExpression') at = bare(at.object);
  return at;
}

/** `this.a.b = …` anywhere in a class or component, and `self.a.b = …` where `self` is `this`. */
function assignedToThis(file: SourceFile, host: Host, path: Path): Location[] {
  return (assignmentsToThis(file).get(host) ?? []).flatMap((root) => assignedBelow(file, root, path));
}

/** The right side of an assignment to a part of what an expression gives, and what is left of the way to it. */
export function assignedBelow(file: SourceFile, from: Node, path: Path): Location[] {
  let at = dressed(from);
  for (const [i, step] of path.entries()) {
    const { parent } = at;
    if (parent?.type !== 'MemberExpression' || parent.object !== at || memberName(parent) !== step) return [];
    const { parent: target } = parent;
    if (target.type === 'AssignmentExpression' && target.left === parent) return locationsOf(file, [target.right], path.slice(i + 1));
    at = dressed(parent);
  }
  return [];
}

/** A field's initial and later values, what a getter returns, what a constructor's parameter brings; else what is inherited. */
export function ofMemberOfClass(file: SourceFile, host: ClassNode, path: Path, walker: Walker): Location[] {
  const [name, ...rest] = path;
  const own = host.body.body.filter((element): element is Member => isMember(element) && propertyName(element) === name);
  const found = [
    ...own.flatMap((element) => ofOwnMember(file, element, rest)),
    ...ofConstructorFields(file, host, name, rest),
    ...assignedToThis(file, host, path),
    ...flowsIntoInstance(file, host, path, walker),
  ];
  if (found.length > 0 || own.length > 0 || !host.superClass) return found;
  const base = resolveValue({ file, node: host.superClass });
  return isClass(base.node) && base.node !== host ? locationsOf(base.file, [base.node], path) : [];
}

type Member = TSESTree.PropertyDefinition | TSESTree.MethodDefinition | TSESTree.AccessorProperty;

function isMember(element: TSESTree.ClassElement): element is Member {
  return element.type === 'PropertyDefinition' || element.type === 'MethodDefinition' || element.type === 'AccessorProperty';
}

function ofOwnMember(file: SourceFile, element: Member, rest: Path): Location[] {
  if (element.type !== 'MethodDefinition' || element.kind === 'method') return locationsOf(file, [element.value], rest);
  return element.kind === 'get' ? locationsOf(file, returnsOf(element.value as FunctionNode), rest) : [];
}

/** `constructor(private token: string)`: a parameter that is a field too. */
function ofConstructorFields(file: SourceFile, host: ClassNode, name: string | undefined, rest: Path): Location[] {
  return (constructorOf(host)?.params ?? []).flatMap((parameter) => {
    const [named] = parameter.type === 'TSParameterProperty' ? namesFor(parameter, []) : [];
    return named?.name.name === name ? locationsOf(file, [named!.name], rest) : [];
  });
}
