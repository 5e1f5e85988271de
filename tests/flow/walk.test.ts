import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Location } from '../../src/flow/location.ts';
import { locationOf } from '../../src/flow/location.ts';
import { Walk } from '../../src/flow/walk.ts';
import { parseFile } from '../../src/parsing/parse.ts';
import { nodesOf } from '../../src/syntax/source-file.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';

/** A made-up question: each location knows a number of its own, and answers with the greatest that it reaches. */
interface Graph {
  readonly own: readonly number[];
  readonly edges: readonly (readonly number[])[];
}

const SIZE = 12;
const graphs: fc.Arbitrary<Graph> = fc.record({
  own: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: SIZE, maxLength: SIZE }),
  edges: fc.array(fc.array(fc.nat(SIZE - 1), { maxLength: 3 }), { minLength: SIZE, maxLength: SIZE }),
});

function locations(count: number): Location[] {
  const text = Array.from({ length: count }, (_, i) => `n${i};`).join('\n');
  const file = parseFile('/virtual/graph.ts', text, { settings: DEFAULT_SETTINGS });
  return nodesOf(file, 'Identifier').map((node) => locationOf(file, node));
}

function greatest({ own, edges }: Graph, from: number): number {
  const reached = new Set([from]);
  for (const at of reached) for (const next of edges[at]!) reached.add(next);
  return Math.max(...[...reached].map((one) => own[one]!));
}

function walkOf({ own, edges }: Graph, all: readonly Location[], count = { computed: 0 }): Walk<number> {
  const walk: Walk<number> = new Walk<number>(
    (at) => {
      count.computed++;
      const index = all.indexOf(at);
      return Math.max(own[index]!, ...edges[index]!.map((next) => walk.ask(all[next]!)));
    },
    { nothingYet: 0, unknown: 0, isSame: (one, other) => one === other },
  );
  return walk;
}

describe('a walk', () => {
  it('answers the same in whatever order it is asked, cycles or not', () => {
    fc.assert(
      fc.property(graphs, fc.shuffledSubarray([...Array(SIZE).keys()], { minLength: SIZE }), (graph, order) => {
        const all = locations(SIZE);
        const walk = walkOf(graph, all);
        for (const index of order) expect(walk.ask(all[index]!)).toBe(greatest(graph, index));
      }),
      { seed: 20261126, numRuns: 300 },
    );
  });

  it('follows a chain to its end, however long, and remembers all of it', () => {
    const length = 5_000;
    const all = locations(length);
    const graph = {
      own: Array.from({ length }, (_, i) => (i === length - 1 ? 3 : 0)),
      edges: all.map((_, i) => (i + 1 < length ? [i + 1] : [])),
    };
    const index = new Map(all.map((at, i) => [at, i]));
    const walk: Walk<number> = new Walk<number>(
      (at) => Math.max(graph.own[index.get(at)!]!, ...graph.edges[index.get(at)!]!.map((next) => walk.ask(all[next]!))),
      { nothingYet: 0, unknown: 0, isSame: (one, other) => one === other },
    );
    expect(walk.ask(all[0]!)).toBe(3);
    expect(walk.ask(all[2_500]!)).toBe(3);
  });

  it('computes each location of a dense cycle a few times, not once for each way through it', () => {
    const size = 40;
    const all = locations(size);
    const graph = {
      own: all.map((_, i) => (i === 7 ? 3 : 0)),
      edges: all.map((_, i) => [0, 1, 2, 3].map((step) => (i * 3 + step + 1) % size)),
    };
    const count = { computed: 0 };
    expect(walkOf(graph, all, count).ask(all[0]!)).toBe(3);
    expect(count.computed).toBeLessThan(size * 20);
  });

  it('says unknown of a cycle into which nothing comes', () => {
    const [one, other] = locations(2) as [Location, Location];
    const walk: Walk<string> = new Walk<string>((at) => walk.ask(at === one ? other : one), {
      nothingYet: 'nothing yet',
      unknown: 'unknown',
      isSame: (a, b) => a === b,
    });
    expect([walk.ask(other), walk.ask(one)]).toEqual(['unknown', 'unknown']);
  });
});
