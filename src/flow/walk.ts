import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import type { Location } from './location.ts';

/** What a walk needs to know of its answers. */
export interface Answers<T> {
  /** What is known of a location before anything is: a cycle meets it. The least of all answers. */
  readonly nothingYet: T;
  /** What a cycle says into which nothing comes from outside. */
  readonly unknown: T;
  /** Whether two answers say the same. */
  isSame(one: T, other: T): boolean;
}

interface Running<T> {
  readonly depth: number;
  value: T;
  /** Whether somebody met it while it ran: then it stands in a cycle. */
  isMet: boolean;
}

/** An answer that rests on locations which still run. */
interface Provisional<T> {
  readonly at: Location;
  readonly value: T;
  /** The depth of the outermost location that it rests on. */
  rests: number;
}

/** How many locations run at a time. A longer chain is begun at its far end, so that the call stack is never the limit. */
const DEEPEST = 120;

/** Cycles come to rest, because answers only grow. The bound is for answers that do not. */
const MOST_ROUNDS = 60;

/**
 * How many locations one question may run through. Ordinary code needs tens (1,655 was the most in 54 apps); where records
 * point at each other (the fibers of a renderer, the nodes of a tree) there is a part for each way through their fields,
 * which are more than can be told.
 */
const MOST_RUNS = 2000;

/** Thrown where a question needs more than is given to it. */
class OutOfBudget extends Error {}

/** Thrown where a chain is longer than the call stack should be. */
class TooDeep extends Error {
  readonly at: Location;

  constructor(at: Location) {
    super('the chain is too long to be followed in one go');
    this.at = at;
  }
}

/**
 * Answers a question about locations, each out of the answers for others, once for each location.
 *
 * A cycle is gone round until its answers rest. What was found on the way, while a location further out still ran, is
 * kept only when that one has come to rest too. A question that runs through too many locations is unknown, and so is
 * what ran when it was cut short; of the rest, nothing is kept that had not come to rest.
 */
export class Walk<T> {
  private readonly compute: (at: Location) => T;
  private readonly answers: Answers<T>;
  private readonly known: (file: SourceFile) => Map<Location, T> = perFile(() => new Map<Location, T>());
  private readonly running = new Map<Location, Running<T>>();
  private readonly provisional: Provisional<T>[] = [];
  private readonly provisionally = new Map<Location, Provisional<T>>();
  /** What the locations of a cycle said when it was last gone round. */
  private readonly lastRound = new Map<Location, T>();
  /** The depth of the outermost running location that the present one has met. */
  private met = Infinity;
  private left = MOST_RUNS;
  /** How often a whole value was run, and not a part of one. */
  private whole = 0;

  constructor(compute: (at: Location) => T, answers: Answers<T>) {
    this.compute = compute;
    this.answers = answers;
  }

  /** The answer for a location. */
  ask(at: Location): T {
    const known = this.known(at.file);
    const found = known.get(at);
    if (found !== undefined || known.has(at)) return found as T;
    return this.running.size === 0 ? this.begin(at) : this.continue(at);
  }

  /** Asks from outside: a chain that is too long is begun at its far end first. */
  private begin(at: Location): T {
    const waiting = [at];
    this.left = MOST_RUNS;
    for (;;) {
      const next = waiting.at(-1)!;
      const before = this.whole;
      try {
        const value = this.continue(next);
        waiting.pop();
        // What is known now need not be run through again: there are no more whole values than expressions in the code.
        this.left += this.whole - before;
        if (waiting.length === 0) return value;
      } catch (error) {
        if (error instanceof OutOfBudget) this.giveUp(waiting);
        this.running.clear();
        this.forget(0);
        this.lastRound.clear();
        this.met = Infinity;
        if (error instanceof OutOfBudget) return this.answers.unknown;
        if (!(error instanceof TooDeep)) throw error;
        // The chain itself is run again, from its far end. What was tried beside it was in vain.
        this.left += Math.min(this.whole - before, DEEPEST);
        // A cycle that long: no more is known of it than that.
        if (waiting.includes(error.at)) this.known(error.at.file).set(error.at, this.answers.unknown);
        else waiting.push(error.at);
      }
    }
  }

  /** What still ran when a question was cut short is unknown, so that the next question does not run through it all again. */
  private giveUp(waiting: readonly Location[]): void {
    for (const at of [...this.running.keys(), ...waiting]) this.known(at.file).set(at, this.answers.unknown);
  }

  private continue(at: Location): T {
    const known = this.known(at.file);
    if (known.has(at)) return known.get(at) as T;
    const running = this.running.get(at);
    if (running) {
      running.isMet = true;
      this.met = Math.min(this.met, running.depth);
      return running.value;
    }
    const provisional = this.provisionally.get(at);
    if (provisional) {
      this.met = Math.min(this.met, provisional.rests);
      return provisional.value;
    }
    if (this.running.size >= DEEPEST) throw new TooDeep(at);
    return this.run(at);
  }

  private run(at: Location): T {
    if (--this.left < 0) throw new OutOfBudget();
    if (at.path.length === 0) this.whole++;
    const outer = this.met;
    const first = this.provisional.length;
    const own: Running<T> = { depth: this.running.size, value: this.answers.nothingYet, isMet: false };
    this.running.set(at, own);
    this.met = Infinity;
    for (let round = 0; ; round++) {
      own.value = this.before(at);
      const value = this.compute(at);
      const isResting = this.met < own.depth || this.rests(at, value, own, first) || round >= MOST_ROUNDS;
      own.value = value;
      if (isResting) break;
    }
    this.running.delete(at);
    const { met } = this;
    if (met < own.depth) this.suspend(at, own.value, first, met);
    else this.settle(at, own.value, first);
    this.met = Math.min(outer, met < own.depth ? met : Infinity);
    return own.value;
  }

  /**
   * Whether the outermost location of a cycle need not be gone round from again. If it must, this round's answers are
   * where the next begins.
   */
  private rests(at: Location, value: T, own: Running<T>, first: number): boolean {
    const { nothingYet, unknown } = this.answers;
    const found = this.provisional.slice(first);
    if (!own.isMet && found.length === 0) return true;
    const isStill = [{ at, value }, ...found].every((one) => this.answers.isSame(one.value, this.before(one.at)));
    if (isStill && (value !== nothingYet || nothingYet === unknown)) return true;
    for (const one of [{ at, value }, ...found]) this.lastRound.set(one.at, isStill && one.value === nothingYet ? unknown : one.value);
    this.forget(first);
    return false;
  }

  private before(at: Location): T {
    return this.lastRound.has(at) ? (this.lastRound.get(at) as T) : this.answers.nothingYet;
  }

  /** Nothing that it rests on runs any more: it is known, and what was found inside with it. */
  private settle(at: Location, value: T, first: number): void {
    this.remember(at, value);
    for (const one of this.provisional.splice(first)) {
      this.provisionally.delete(one.at);
      this.remember(one.at, one.value);
    }
  }

  private remember(at: Location, value: T): void {
    const { nothingYet, unknown } = this.answers;
    this.known(at.file).set(at, value === nothingYet ? unknown : value);
    this.lastRound.delete(at);
  }

  private suspend(at: Location, value: T, first: number, rests: number): void {
    for (let i = first; i < this.provisional.length; i++) {
      const one = this.provisional[i]!;
      one.rests = Math.min(one.rests, rests);
    }
    const one = { at, value, rests };
    this.provisional.push(one);
    this.provisionally.set(at, one);
  }

  private forget(first: number): void {
    for (const one of this.provisional.splice(first)) this.provisionally.delete(one.at);
  }
}
