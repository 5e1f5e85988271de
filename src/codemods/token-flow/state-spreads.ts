import { sourcesOf } from '../../flow/back.ts';
import type { Location } from '../../flow/location.ts';
import { isKept } from '../../flow/location.ts';
import type { TSESTree } from '../../syntax/nodes.ts';
import { dressed, isFunction } from '../../syntax/nodes.ts';

/** How many locations an object is followed back through. */
const MOST_PLACES = 300;

/** The spread by which a part of another object gets into one: `...action.payload`. */
export function spreadAt({ node, path }: Location): TSESTree.SpreadElement | undefined {
  const { parent } = dressed(node);
  return path.length === 1 && parent?.type === 'SpreadElement' && parent.parent.type === 'ObjectExpression' ? parent : undefined;
}

/**
 * Whether an object may have a part that is not seen to be put into it: what a response or an unknown caller gives.
 *
 * @param isLeft Objects that are not asked.
 */
export function mayHaveMore(from: Location, isLeft: (at: Location) => boolean = () => false): boolean {
  const seen = new Set([from]);
  for (const at of seen) {
    // What a state has is asked where it is put into it.
    if ((isKept(at) && at !== from) || at.path.length === 0 || isLeft(at)) continue;
    const sources = sourcesOf(at);
    if (sources.length === 0 ? !isWrittenOut(at) : seen.size > MOST_PLACES) return true;
    for (const next of sources) seen.add(next);
  }
  return false;
}

/** Whether all that something has is to be seen where it stands. */
function isWrittenOut({ node }: Location): boolean {
  return node.type === 'ObjectExpression' || node.type === 'ArrayExpression' || node.type === 'Literal' || isFunction(node);
}
