/** Characters that patterns ask for have codes of their own, letters one for both cases; all else shares the code 0. */
const CODES = new Uint8Array(128);
for (let letter = 0; letter < 26; letter++) CODES[65 + letter] = CODES[97 + letter] = letter + 1;
for (let digit = 48; digit < 58; digit++) CODES[digit] = 27;
for (const [at, alike] of ['-', '/.', '@', '"\'`'].entries()) for (const mark of alike) CODES[mark.charCodeAt(0)] = 28 + at;

/** Two characters back and this one, five bits each. */
const MASK = 0x7fff;

const LENGTH = 3;

function next(trigram: number, text: string, at: number): number {
  const char = text.charCodeAt(at);
  return ((trigram << 5) | (char < 128 ? CODES[char]! : 0)) & MASK;
}

/**
 * Which sequences of three characters a text has, cases aside. One pass over the text answers for any number of patterns
 * that they match nowhere in it; only those that may match have to be tried.
 */
export class Trigrams {
  /** The number of the text that last had each. To count texts is cheaper than to make or to empty a table for each. */
  private readonly seen = new Uint8Array(MASK + 1);
  private count = 0;

  /** Reads a text, and forgets the one before. */
  read(text: string): void {
    if (this.count === 255) this.seen.fill(this.count = 0);
    const { seen } = this;
    const count = ++this.count;
    for (let at = 0, trigram = 0; at < text.length; at++) seen[(trigram = next(trigram, text, at))] = count;
  }

  /** Whether the text may have what a pattern demands. Never false where it has. */
  mayHave(demand: Demand): boolean {
    return demand.some((parts) => parts.every((part) => (part instanceof Uint16Array ? this.has(part) : this.mayHave(part))));
  }

  private has(word: Uint16Array): boolean {
    for (const trigram of word) if (this.seen[trigram] !== this.count) return false;
    return true;
  }
}

/**
 * What a text needs for a pattern to match: all parts of one of several ways. A part is a word, as the sequences of three
 * characters in it, or a group with ways of its own.
 */
export type Demand = readonly (readonly (Uint16Array | Demand)[])[];

/** What takes more than a reader of a few lines: characters by number, references, looks behind, quoted brackets. */
const BEYOND = /\\[0-9ckpux]|\(\?<|\[[^\]]*\\\]/i;

/** What a pattern demands of a text, or undefined where that is nothing that could be told from its words: `/=>|\(/`. */
export function demandOf({ source }: RegExp): Demand | undefined {
  return BEYOND.test(source) ? undefined : readWays(source, 0).demand;
}

interface Reading {
  readonly demand: Demand | undefined;
  /** Where the part of the pattern ends. */
  readonly end: number;
}

function readWays(source: string, start: number): Reading {
  const demand: Demand[number][] = [];
  for (let at = start; ; at++) {
    const { parts, end } = readSequence(source, at);
    demand.push(parts);
    at = end;
    // A way that demands nothing is always open.
    if (source[at] !== '|') return { demand: demand.every(({ length }) => length > 0) ? demand : undefined, end: at };
  }
}

function readSequence(source: string, start: number): { parts: Demand[number]; end: number } {
  const parts: Demand[number][number][] = [];
  let word = '';
  const endWord = (): void => {
    if (word.length >= LENGTH) parts.push(trigramsOf(word));
    word = '';
  };
  let at = start;
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const { char, demand, end } = readAtom(source, at);
    const [quantifier] = /^(?:[?*+]|\{[^}]*\})\??/.exec(source.slice(end)) ?? [''];
    if (char !== undefined && quantifier === '') word += char;
    else endWord();
    if (demand && quantifier === '') parts.push(demand);
    at = end + quantifier.length;
  }
  endWord();
  return { parts, end: at };
}

function trigramsOf(word: string): Uint16Array {
  const found: number[] = [];
  for (let at = 0, trigram = 0; at < word.length; at++) found.push((trigram = next(trigram, word, at)));
  return Uint16Array.from(found.slice(LENGTH - 1));
}

/** One character that stands for itself, or a group and what it demands, or neither. */
function readAtom(source: string, at: number): { char?: string | undefined; demand?: Demand | undefined; end: number } {
  switch (source[at]) {
    case '\\':
      return { char: /\W/.test(source[at + 1]!) ? source[at + 1] : undefined, end: at + 2 };
    case '[': {
      const end = source.indexOf(']', at + 2) + 1;
      return { char: oneOf(source.slice(at + 1, end - 1)), end };
    }
    case '(': {
      const [opening, kind] = /^\((?:\?([:!=]))?/.exec(source.slice(at))!;
      const { demand, end } = readWays(source, at + opening.length);
      return { demand: kind === '!' ? undefined : demand, end: end + 1 };
    }
    case '.':
    case '^':
    case '$':
      return { end: at + 1 };
    default:
      return { char: source[at], end: at + 1 };
  }
}

/** A character that has the code of all those in brackets: a quotation mark of `['"]`. */
function oneOf(characters: string): string | undefined {
  const codes = new Set(Array.from(characters, (char) => next(0, char, 0)));
  return codes.size === 1 && !codes.has(0) ? characters[0] : undefined;
}
