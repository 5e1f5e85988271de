import type { Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { sourcesOf } from './back.ts';
import { locationOf } from './location.ts';
import type { Origin } from './origin.ts';
import { originOf } from './origin.ts';

/** How many expressions are looked at. */
const MOST = 60;

/** Whether a value is, or may come from, something of a known origin: out of a field, a ref, a promise, a function's caller. */
export function comesFrom(file: SourceFile, node: Node, isKnown: (origin: Origin) => boolean): boolean {
  const seen = new Set([locationOf(file, node)]);
  for (const at of seen) {
    const origin = at.path.length === 0 ? originOf(at.file, at.node) : undefined;
    if (origin !== undefined && isKnown(origin)) return true;
    if (seen.size < MOST) for (const next of sourcesOf(at)) seen.add(next);
  }
  return false;
}
