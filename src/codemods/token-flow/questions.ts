import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed } from '../../syntax/nodes.ts';

/** What a question is about: the token of `token === null`, of `isExpired(token)`. */
export function subjectOf(question: Node): Node {
  const inner = bare(question);
  if (inner.type === 'BinaryExpression') {
    const asked = [inner.left, inner.right].map((one) => bare(one)).find(({ type }) => type !== 'Literal') ?? inner.left;
    // typeof token === 'string'
    return asked.type === 'UnaryExpression' ? bare(asked.argument) : asked;
  }
  return inner.type === 'CallExpression' && inner.arguments[0] ? bare(inner.arguments[0]) : inner;
}

/** `!!token` made a boolean of the token: what takes its place is one already. */
export function withoutDoubt(node: Node): Node {
  const once = dressed(node).parent;
  const twice = once?.parent;
  const isNot = (one: Node | undefined): one is TSESTree.UnaryExpression => one?.type === 'UnaryExpression' && one.operator === '!';
  return isNot(once) && isNot(twice) ? twice : node;
}
