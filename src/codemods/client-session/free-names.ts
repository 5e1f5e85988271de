import type { Node } from '../../syntax/nodes.ts';
import { contains } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';

/** The first of some names that nothing within a piece of code is called by, or means. */
export function freeName(file: SourceFile, within: Node, names: readonly string[]): string {
  const taken = new Set(nodesOf(file, 'Identifier').flatMap((one) => (contains(within, one) && !isMemberKey(one) ? [one.name] : [])));
  return names.find((one) => !taken.has(one)) ?? `${names[0]!}_`;
}

/** `.session`, `{ session: … }`: the name of a member takes none away. */
function isMemberKey(name: Node): boolean {
  const { parent } = name;
  return (
    (parent?.type === 'MemberExpression' && parent.property === name && !parent.computed) ||
    (parent?.type === 'Property' && parent.key === name)
  );
}
