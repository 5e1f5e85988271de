import { propertyName } from '../../syntax/nodes.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { Decisions } from './holder-actions.ts';
import type { PartHolder } from './holder.ts';
import { isInReplaced } from './rewrite-members.ts';

/** The property goes once nothing takes it out any more, with those that stand in its place where nobody is signed in. */
export function dropPart(part: PartHolder, decisions: Decisions): void {
  if (!isReadNoMore(part, decisions)) return;
  const { holders, removal, contexts } = decisions;
  const { file, property, reads } = part;
  removal.removeProperty(file, property);
  const name = propertyName(property);
  for (const other of nodesOf(file, 'Property')) {
    if (other.parent.type !== 'ObjectExpression' || propertyName(other) !== name || contexts.get(file)!.changes.isGone(other)) continue;
    if (!holders.sourcesOf(file, other.value).every(({ kind }) => kind === 'nothing')) continue;
    const same = holders.partAt(file, other);
    if (same?.kind === 'part' && same.reads.some(({ node }) => reads.some((one) => one.node === node)) && isReadNoMore(same, decisions))
      removal.removeProperty(file, other);
  }
}

function isReadNoMore({ reads }: PartHolder, { contexts, holders }: Decisions): boolean {
  return reads.every(({ file, node }) => {
    const context = contexts.get(file)!;
    return context.changes.isGone(node) || isInReplaced(context, node) || holders.isClaimed(node);
  });
}
