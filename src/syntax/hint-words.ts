import { codeOf } from './word-finder.ts';

/** What a text needs for a pattern to match: all of some words and groups. */
export interface Way {
  readonly parts: readonly (string | readonly Way[])[];
  /** Whether a text that has the word, cases aside, matches for certain. */
  readonly isWord: boolean;
}

/** Shorter pieces of a pattern are in every text. */
const SHORTEST = 2;

/** What takes more than a reader of a few lines: characters by number, references, looks behind, quoted brackets. */
const BEYOND = /\\[0-9ckpux]|\(\?<|\[[^\]]*\\\]/i;

/** The ways in which a pattern can match, of which a text has to offer one. Undefined where nothing can be told from words: `/=>|\(/`. */
export function waysOf({ source, flags }: RegExp): readonly Way[] | undefined {
  if (BEYOND.test(source)) return undefined;
  const { ways } = readWays(source, 0);
  return ways?.map(({ parts, isWord }) => ({ parts, isWord: isWord && (flags === 'i' || !/[a-z]/i.test(parts[0] as string)) }));
}

interface Reading {
  readonly ways: readonly Way[] | undefined;
  /** Where the part of the pattern ends. */
  readonly end: number;
}

function readWays(source: string, start: number): Reading {
  const ways: Way[] = [];
  for (let at = start; ; at++) {
    const { way, end } = readSequence(source, at);
    ways.push(way);
    at = end;
    // A way that needs nothing is always open.
    if (source[at] !== '|') return { ways: ways.every(({ parts }) => parts.length > 0) ? ways : undefined, end: at };
  }
}

function readSequence(source: string, start: number): { way: Way; end: number } {
  const parts: Way['parts'][number][] = [];
  let word = '';
  let isPlain = true;
  const endWord = (): void => {
    if (word.length >= SHORTEST) parts.push(word);
    word = '';
  };
  let at = start;
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const run = plainRunAt(source, at);
    word += run;
    at += run.length;
    if (run !== '') continue;
    const { char, isOnly, ways, end } = readAtom(source, at);
    const quantifier = quantifierAt(source, end);
    isPlain &&= isOnly === true && quantifier === '';
    if (char !== undefined && quantifier === '') word += char;
    else endWord();
    if (ways && quantifier === '') parts.push(ways);
    at = end + quantifier.length;
  }
  endWord();
  return { way: { parts, isWord: isPlain && parts.length === 1 }, end: at };
}

/** Characters that stand for themselves, once each: most of most patterns, all of which are read before the first file is. */
function plainRunAt(source: string, at: number): string {
  PLAIN.lastIndex = at;
  return PLAIN.exec(source)?.[0] ?? '';
}

const PLAIN = /[\w\-/@:=<># ]+(?![?*+{])/y;

/** How often what stands before may be there. */
function quantifierAt(source: string, at: number): string {
  if (!'?*+{'.includes(source[at] ?? ' ')) return '';
  return /^(?:[?*+]|\{[^}]*\})\??/.exec(source.slice(at))?.[0] ?? '';
}

interface Atom {
  /** A character that stands for itself, or for those that share its code. */
  readonly char?: string | undefined;
  /** Whether nothing but that character matches, cases aside. */
  readonly isOnly?: boolean;
  /** The ways of a group. */
  readonly ways?: readonly Way[] | undefined;
  readonly end: number;
}

function readAtom(source: string, at: number): Atom {
  switch (source[at]) {
    case '\\':
      return { ...(/\W/.test(source[at + 1]!) && character(source[at + 1]!)), end: at + 2 };
    case '[': {
      const end = source.indexOf(']', at + 2) + 1;
      return { char: oneOf(source.slice(at + 1, end - 1)), end };
    }
    case '(': {
      const [opening, kind] = /^\((?:\?([:!=]))?/.exec(source.slice(at))!;
      const { ways, end } = readWays(source, at + opening.length);
      return { ways: kind === '!' ? undefined : ways, end: end + 1 };
    }
    case '.':
    case '^':
    case '$':
      return { end: at + 1 };
    default:
      return { ...character(source[at]!), end: at + 1 };
  }
}

function character(char: string): Pick<Atom, 'char' | 'isOnly'> {
  return codeOf(char) === 0 ? {} : { char, isOnly: char !== '"' && char !== "'" && char !== '`' };
}

/** A character that has the code of all those in brackets: a quotation mark of `['"]`. */
function oneOf(characters: string): string | undefined {
  const codes = new Set(Array.from(characters, codeOf));
  return codes.size === 1 && !codes.has(0) ? characters[0] : undefined;
}
