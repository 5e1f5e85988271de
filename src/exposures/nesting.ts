import type { Node, Range } from '../syntax/nodes.ts';
import { isFunction } from '../syntax/nodes.ts';
import type { Exposure, ExposureKind } from './exposure.ts';

/** An exposure that is a node of the tree, and not only a part of the text. */
type AtNode = Extract<Exposure, { readonly node: Node }>;

/**
 * Defects of how a token is made, which stay when it is no longer sent in the answer: `{ token: jwt.sign(claims, 'a
 * secret', { expiresIn: '1y' }) }`.
 */
const OF_SIGNING: ReadonlySet<ExposureKind> = new Set(['token-lifetime', 'hardcoded-secret', 'sensitive-claim', 'unverified-jwt']);

/**
 * Takes out what stands inside another exposure of the same expression: that belongs to the outer. Cost grows in line with
 * their number, since a file may have thousands.
 */
export function outermost(all: readonly Exposure[]): Exposure[] {
  const byNode = new Map<Node, AtNode[]>();
  for (const one of all) {
    if (!isAtNode(one)) continue;
    const known = byNode.get(one.node);
    if (known) known.push(one);
    else byNode.set(one.node, [one]);
  }
  const covers = coverage([...byNode.keys()].map(({ range }) => range));
  return all.filter((one) => {
    // Of a token that is written as HTML, the token is what matters, and that rule is on where this one may not be.
    if (one.kind === 'unsanitized-html') return !covers(one.range);
    return !isAtNode(one) || !hasOuter(one, byNode);
  });
}

/** Those of a file's exposures, in source order, that stand in one of them and are reported by themselves. */
export function standingInside(outer: AtNode, sorted: readonly Exposure[]): AtNode[] {
  const found: AtNode[] = [];
  for (let at = firstFrom(sorted, outer.node.range[0]); at < sorted.length; at++) {
    const one = sorted[at]!;
    if (startOf(one) >= outer.node.range[1]) break;
    if (isAtNode(one) && standsByItself(one, outer) && isInside(one, outer)) found.push(one);
  }
  return found;
}

/** Where an exposure starts. */
export function startOf(one: Exposure): number {
  return isAtNode(one) ? one.node.range[0] : one.range[0];
}

function isAtNode(one: Exposure): one is AtNode {
  return 'node' in one;
}

function hasOuter(inner: AtNode, byNode: ReadonlyMap<Node, readonly AtNode[]>): boolean {
  for (const { node, crosses } of around(inner.node)) {
    for (const outer of byNode.get(node) ?? [])
      if (outer !== inner && isOuter(inner, outer, crosses) && !standsByItself(inner, outer)) return true;
  }
  return false;
}

function isInside(inner: AtNode, outer: AtNode): boolean {
  for (const { node, crosses } of around(inner.node)) if (node === outer.node) return isOuter(inner, outer, crosses);
  return false;
}

/** A node and what is around it, and whether a function lies between. */
function* around(inner: Node): Generator<{ readonly node: Node; readonly crosses: boolean }> {
  let crosses = false;
  for (let node: Node | undefined = inner; node; node = node.parent) {
    crosses ||= node !== inner && isFunction(node);
    yield { node, crosses };
  }
}

/**
 * Whether an exposure belongs to another whose node is the same or around it.
 *
 * @param crosses Whether a function lies between the two.
 */
function isOuter(inner: AtNode, outer: AtNode, crosses: boolean): boolean {
  // A function that is handed over gives the token when it is asked: what it reads is what is handed over.
  const isSlot = outer.kind === 'bearer-header' && outer.form === 'slot';
  // What a loader answers is the page's, in whichever way it answers.
  if (inner.node === outer.node)
    return (isSlot && inner.kind !== 'bearer-header') || (inner.kind === 'response-body' && outer.kind === 'token-in-page-props');
  // So does a function that Nuxt's useState asks for what it begins with.
  return !crosses || isSlot || outer.kind === 'token-in-page-props';
}

function standsByItself(inner: AtNode, outer: AtNode): boolean {
  return outer.kind === 'response-body' && OF_SIGNING.has(inner.kind) && inner.node.range[0] > outer.node.range[0];
}

/** Whether a range overlaps any of some, asked many times. */
function coverage(ranges: readonly Range[]): (range: Range) => boolean {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0]);
  // How far those reach that start no later.
  const reach: number[] = [];
  for (const [, end] of sorted) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return ([start, end]) => {
    const before = lowerBound(sorted.length, (at) => sorted[at]![0] < end);
    return before > 0 && reach[before - 1]! > start;
  };
}

function firstFrom(sorted: readonly Exposure[], start: number): number {
  return lowerBound(sorted.length, (at) => startOf(sorted[at]!) < start);
}

/** The first place of a sorted list at which something is no longer so. */
function lowerBound(length: number, isBefore: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
