import type { ClassNode, Node, TSESTree } from './nodes.ts';
import { memberName } from './nodes.ts';

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
