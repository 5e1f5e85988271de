import type { Node, NodeOf, NodeType } from './nodes.ts';

/** What is done with nodes, by their type. */
export type ByType<Result, Rest extends readonly unknown[] = []> = {
  readonly [Type in NodeType]?: (node: NodeOf<Type>, ...rest: Rest) => Result;
};

/** Does with a node what a table has for its type; undefined where the table has nothing for it. */
export function byType<Result, Rest extends readonly unknown[]>(
  table: ByType<Result, Rest>,
  node: Node,
  ...rest: Rest
): Result | undefined {
  const entry = table[node.type] as ((node: Node, ...rest: Rest) => Result) | undefined;
  return entry?.(node, ...rest);
}
