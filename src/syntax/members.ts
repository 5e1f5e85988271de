import type { ClassNode, Node, TSESTree } from './nodes.ts';
import { enclosingClass, isClass, isFunction, memberName, propertyName } from './nodes.ts';

/** What `this` stands for: the class, or the object literal whose method it is in. Vue's `methods` count as the component. */
export function thisHost(node: Node): ClassNode | TSESTree.ObjectExpression | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'ArrowFunctionExpression') continue;
    if (isClass(at)) return at;
    if (isFunction(at) || at.type === 'ObjectExpression') {
      const holder = at.type === 'ObjectExpression' ? at : at.parent;
      if (holder.type === 'Property' && holder.value === at && holder.parent.type === 'ObjectExpression' && isFunction(at))
        return component(holder.parent);
      if (holder.type === 'MethodDefinition') return enclosingClass(at);
      if (isFunction(at)) return undefined;
    }
  }
  return undefined;
}

/** The groups of a Vue component's options whose members are reached through `this`. */
export const OPTION_GROUPS = new Set(['methods', 'computed', 'watch', 'actions', 'getters']);

function component(object: TSESTree.ObjectExpression): TSESTree.ObjectExpression {
  const group = object.parent;
  if (group.type === 'Property' && OPTION_GROUPS.has(propertyName(group) ?? '') && group.parent.type === 'ObjectExpression')
    return group.parent;
  return object;
}

/** The class's constructor, where it has one with a body. */
export function constructorOf(node: ClassNode): TSESTree.FunctionExpression | undefined {
  for (const element of node.body.body) {
    if (element.type === 'MethodDefinition' && element.kind === 'constructor' && element.value.type === 'FunctionExpression')
      return element.value;
  }
  return undefined;
}

/** `constructor(store = localStorage) { this.store = store; }`: what the constructor puts into a field. */
export function givenInConstructor(host: ClassNode, name: string): Node | undefined {
  for (const statement of constructorOf(host)?.body.body ?? []) {
    const assignment = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    if (assignment?.type !== 'AssignmentExpression' || assignment.left.type !== 'MemberExpression') continue;
    if (assignment.left.object.type === 'ThisExpression' && memberName(assignment.left) === name) return assignment.right;
  }
  return undefined;
}
