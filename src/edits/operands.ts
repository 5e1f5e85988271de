import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';

/** The operands of an expression that has no effect but theirs. Undefined where it may have one of its own. */
export function operandsOf(node: Node): readonly Node[] | undefined {
  return byType(OPERANDS, node);
}

const none = (): readonly Node[] => [];

const OPERANDS: ByType<readonly Node[] | undefined> = {
  Identifier: none,
  Literal: none,
  ThisExpression: none,
  MetaProperty: none,
  FunctionExpression: none,
  ArrowFunctionExpression: none,
  MemberExpression: ({ object, property, computed }) => (computed ? [object, property] : [object]),
  UnaryExpression: ({ operator, argument }) => (operator === 'delete' ? undefined : [argument]),
  BinaryExpression: ofBinary,
  LogicalExpression: ofBinary,
  ConditionalExpression: ({ test, consequent, alternate }) => [test, consequent, alternate],
  TemplateLiteral: ({ expressions }) => expressions,
  // Spreading runs an iterator.
  ArrayExpression: ({ elements }) =>
    elements.some((one) => one?.type === 'SpreadElement') ? undefined : elements.filter((one) => one !== null),
  ObjectExpression: ({ properties }) => {
    const own = properties.filter((one) => one.type === 'Property');
    return own.length === properties.length ? own.map(({ value }) => value) : undefined;
  },
};

function ofBinary({ left, right }: TSESTree.BinaryExpression | TSESTree.LogicalExpression): readonly Node[] | undefined {
  return left.type === 'PrivateIdentifier' ? undefined : [left, right];
}
