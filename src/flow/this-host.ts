import type { OptionGroup } from '../apis/state/index.ts';
import { stateLibraries } from '../apis/state/index.ts';
import type { ClassNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, enclosingClass, isAssignmentTarget, isClass, isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';

/** What `this` stands for: a class, or an object whose functions use it. */
export type Host = ClassNode | TSESTree.ObjectExpression;

const groups: ReadonlyMap<string, OptionGroup> = new Map(stateLibraries.flatMap(({ options = {} }) => Object.entries(options)));

/** What a property of an object is to `this`, if the object is a component's or a store's options. */
export function optionGroupOf(property: TSESTree.ObjectExpression['properties'][number]): OptionGroup | undefined {
  return property.type === 'Property' ? groups.get(propertyName(property) ?? '') : undefined;
}

/**
 * What `this` stands for: the class, or the object literal whose method it is in. Functions in a group of a component's
 * or a store's options (`methods`, `computed`) have the component or store.
 */
export function thisHost(node: Node): Host | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (isClass(at)) return at;
    if (!isFunction(at) || at.type === 'ArrowFunctionExpression') continue;
    const { parent } = at;
    if (parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') return enclosingClass(at);
    return parent.type === 'Property' && parent.value === at && parent.parent.type === 'ObjectExpression'
      ? withOptions(parent.parent)
      : undefined;
  }
  return undefined;
}

/** The class, component or object that has a function as its method, under the function's name. */
export function hostOfMethod({ parent }: FunctionNode): { readonly host: Host; readonly name: string } | undefined {
  if (parent.type !== 'MethodDefinition' && parent.type !== 'PropertyDefinition' && parent.type !== 'Property') return undefined;
  const name = propertyName(parent);
  if (name === undefined) return undefined;
  if (parent.type !== 'Property') {
    const host = enclosingClass(parent);
    return host && { host, name };
  }
  return parent.parent.type === 'ObjectExpression' ? { host: withOptions(parent.parent), name } : undefined;
}

/** The groups in which an object of functions may stand for one: `computed: { token: { get() {…}, set(value) {…} } }`. */
const WITH_OBJECTS: ReadonlySet<OptionGroup | undefined> = new Set(['values', 'watchers']);

function withOptions(object: TSESTree.ObjectExpression): TSESTree.ObjectExpression {
  const around = propertyAround(object);
  const group = around && optionGroupOf(around);
  if (group === 'methods' || WITH_OBJECTS.has(group)) return around!.parent as TSESTree.ObjectExpression;
  const outer = around && propertyAround(around.parent as TSESTree.ObjectExpression);
  return outer && WITH_OBJECTS.has(optionGroupOf(outer)) ? (outer.parent as TSESTree.ObjectExpression) : object;
}

/** The property of an object literal whose value an object is. */
function propertyAround(object: TSESTree.ObjectExpression): TSESTree.Property | undefined {
  const { parent } = object;
  return parent.type === 'Property' && parent.value === object && parent.parent.type === 'ObjectExpression' ? parent : undefined;
}

const membersOfThis = perFile((file): ReadonlyMap<Node, ReadonlyMap<string, readonly TSESTree.MemberExpression[]>> => {
  const map = new Map<Node, Map<string, TSESTree.MemberExpression[]>>();
  for (const member of nodesOf(file, 'MemberExpression')) {
    const self = bare(member.object);
    const name = memberName(member);
    const host = self.type === 'ThisExpression' && name !== undefined && !isAssignmentTarget(member) ? thisHost(self) : undefined;
    if (!host || name === undefined) continue;
    const ofHost = map.get(host);
    if (!ofHost) map.set(host, new Map([[name, [member]]]));
    else if (!ofHost.get(name)?.push(member)) ofHost.set(name, [member]);
  }
  return map;
});

/** `this.name`, wherever a class, a component or an object speaks of it and does not set it. */
export function readsOfThis(file: SourceFile, host: Node, name: string): readonly TSESTree.MemberExpression[] {
  return membersOfThis(file).get(host)?.get(name) ?? [];
}
