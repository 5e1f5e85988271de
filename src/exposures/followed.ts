import { sourcesOf } from '../flow/back.ts';
import type { Location } from '../flow/location.ts';
import { atDeclaration, locationOf } from '../flow/location.ts';
import type { Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { Evidence } from './credential.ts';
import { isCredential } from './credential.ts';
import { evidenceAt } from './evidence.ts';

/** A place that a value comes by, and what is known of it there. */
export interface FollowedStep {
  readonly at: Location;
  readonly evidence: Evidence;
}

/** Longer ways are cut: their end is what a message names anyway. */
const MOST_STEPS = 30;

/**
 * How a value was followed back, from an expression to the place where it was seen to be a credential: at each step the
 * source that decided. Of a value that is none, the expression alone.
 */
export function followedFrom(file: SourceFile, node: Node): FollowedStep[] {
  const steps: FollowedStep[] = [];
  const seen = new Set<Location>();
  for (let at: Location | undefined = locationOf(file, node); at && steps.length < MOST_STEPS; at = decidingSource(at, seen)) {
    seen.add(at).add(atDeclaration(at));
    steps.push({ at, evidence: evidenceAt(at) });
  }
  return steps;
}

/** Of the places that a value may come from, the one that says what the value says. */
function decidingSource(at: Location, seen: ReadonlySet<Location>): Location | undefined {
  const evidence = evidenceAt(at);
  if (!isCredential(evidence)) return undefined;
  const open = sourcesOf(at).filter((one) => !seen.has(one) && !seen.has(atDeclaration(one)));
  const known = open.filter((one) => isCredential(evidenceAt(one)));
  return known.find((one) => isSaidBy(evidenceAt(one), evidence.reason)) ?? known[0];
}

function isSaidBy(evidence: Evidence, reason: string): boolean {
  return isCredential(evidence) && evidence.reason === reason;
}
