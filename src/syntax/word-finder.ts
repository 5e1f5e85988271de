/**
 * Characters that words are made of have codes of their own, letters one for both cases, quotation marks one for all. The
 * rest shares the code 0, which is in no word.
 */
const CODES = new Uint8Array(128);
for (const [at, alike] of [
  ...Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => letter + letter.toUpperCase()),
  ...Array.from('0123456789_$-/.@(){}[]=<>:# '),
  '"\'`',
].entries()) {
  for (const char of alike) CODES[char.charCodeAt(0)] = at + 1;
}

/** The code of a character, 0 for one that is in no word. */
export function codeOf(char: string): number {
  return CODES[char.charCodeAt(0)] ?? 0;
}

/** The same in five bits: letters keep their codes, the others share five. */
const SHORTENED = Uint8Array.from({ length: 64 }, (_, code) => (code > 26 ? 27 + (code % 5) : code));
const SHORT = CODES.map((code) => SHORTENED[code]!);
const WIDTH = 5;
const PAIR = (1 << (2 * WIDTH)) - 1;
const THREE = (1 << (3 * WIDTH)) - 1;
const FOUR = (1 << (4 * WIDTH)) - 1;

/** How seldom English has each letter; what is no letter stands in few words, and in all code. */
const RARITY = new Uint8Array(64);
for (const [rarity, letter] of Array.from('etaoinsrhldcumfpgwybvkxjqz').entries()) RARITY[codeOf(letter)] = rarity;

/**
 * Where the three characters begin by which a word is looked for: those that are seldom found anywhere else, and not the
 * first of a longer word, so that the one before them can be told as well.
 */
function anchorOf(word: Uint8Array): number {
  let best = 0;
  let rarest = -1;
  for (let at = word.length > 3 ? 1 : 0; at + 3 <= word.length; at++) {
    const rarity = RARITY[word[at]!]! + RARITY[word[at + 1]!]! + RARITY[word[at + 2]!]!;
    if (rarity > rarest) [best, rarest] = [at, rarity];
  }
  return best;
}

/**
 * Finds which of many words a text has, cases aside, in one pass over it: three characters say whether a word may stand
 * there, and few places have any (after Wu and Manber, "A fast algorithm for multi-pattern searching", 1994). One pass
 * answers for hundreds of patterns that they match nowhere; only those that may match have to be tried.
 *
 * The tables are a dozen kilobytes: between two texts a parser has been at work, and all of them have to come back into the
 * processor's cache.
 */
export class WordFinder {
  private readonly numbers = new Map<string, number>();
  private isMade = true;
  /** By which three characters words are looked for, a bit each. */
  private readonly anchors = new Uint32Array((THREE + 1) >> 5);
  /** Where the list of the words with each two last of those characters starts in those below. */
  private readonly starts = new Uint16Array(PAIR + 2);
  private lists = new Uint16Array(0);
  /** What the last four characters must be, of which those under the mask count. */
  private wanted = new Uint32Array(0);
  private masks = new Uint32Array(0);
  /** How far into each word its three characters end. */
  private offsets = new Uint8Array(0);
  /** Where each word starts in the codes of all. */
  private spans = new Uint16Array(1);
  private codes = new Uint8Array(0);

  /**
   * The number of a word, by which it is asked for in what {@link find} gives.
   *
   * @param word Two characters or more that have codes.
   */
  add(word: string): number {
    const key = word.toLowerCase().replace(/["'`]/g, '"');
    let number = this.numbers.get(key);
    if (number === undefined) {
      this.numbers.set(key, (number = this.numbers.size));
      this.isMade = false;
    }
    return number;
  }

  /** Which words the text has, by their numbers: 1 or 0, and nothing for words that are added later. */
  find(text: string): Uint8Array {
    if (!this.isMade) this.make();
    const { anchors } = this;
    const found = new Uint8Array(this.numbers.size);
    let four = 0;
    for (let at = 0; at < text.length; at++) {
      const char = text.charCodeAt(at);
      four = ((four << WIDTH) | (char < 128 ? SHORT[char]! : 0)) & FOUR;
      if ((anchors[(four & THREE) >> 5]! >> (four & 31)) & 1) this.mark(found, four, text, at);
    }
    // Two characters may be the last.
    this.mark(found, (four << WIDTH) & FOUR, text, text.length);
    return found;
  }

  /** Marks those words that are in the text around a place. */
  private mark(found: Uint8Array, four: number, text: string, at: number): void {
    const { lists, masks, wanted } = this;
    const list = four & PAIR;
    const end = this.starts[list + 1]!;
    for (let i = this.starts[list]!; i < end; i++) {
      if ((four & masks[i]!) !== wanted[i]) continue;
      const word = lists[i]!;
      if (found[word] === 0 && this.isAt(word, text, at - this.offsets[word]!)) found[word] = 1;
    }
  }

  private isAt(word: number, text: string, start: number): boolean {
    const [from, to] = [this.spans[word]!, this.spans[word + 1]!];
    if (start < 0 || start + to - from > text.length) return false;
    for (let i = from; i < to; i++) {
      const char = text.charCodeAt(start + i - from);
      if ((char < 128 ? CODES[char]! : 0) !== this.codes[i]) return false;
    }
    return true;
  }

  private make(): void {
    const words = Array.from(this.numbers.keys(), (word) => Uint8Array.from(word, codeOf));
    const entries: Entry[] = [];
    // Words may have been added since the tables were last made.
    this.anchors.fill(0);
    this.offsets = new Uint8Array(words.length);
    for (const [number, word] of words.entries()) {
      const anchor = anchorOf(word);
      this.offsets[number] = anchor + 2;
      const two = (shortAt(word, anchor) << WIDTH) | shortAt(word, anchor + 1);
      // What comes after two characters may be any.
      const [least, most] = word.length > anchor + 2 ? [shortAt(word, anchor + 2), shortAt(word, anchor + 2)] : [0, (1 << WIDTH) - 1];
      for (let last = least; last <= most; last++) {
        const three = (two << WIDTH) | last;
        this.anchors[three >> 5]! |= 1 << (three & 31);
        const before = anchor > 0 ? shortAt(word, anchor - 1) << (3 * WIDTH) : 0;
        entries.push({ number, list: three & PAIR, wanted: before | three, mask: anchor > 0 ? FOUR : THREE });
      }
    }
    entries.sort((one, other) => one.list - other.list);
    this.lists = Uint16Array.from(entries, ({ number }) => number);
    this.wanted = Uint32Array.from(entries, ({ wanted }) => wanted);
    this.masks = Uint32Array.from(entries, ({ mask }) => mask);
    for (let list = 0, at = 0; list < this.starts.length; list++) {
      while (at < entries.length && entries[at]!.list < list) at++;
      this.starts[list] = at;
    }
    this.spans = new Uint16Array(words.length + 1);
    for (const [number, { length }] of words.entries()) this.spans[number + 1] = this.spans[number]! + length;
    this.codes = new Uint8Array(this.spans[words.length]!);
    for (const [number, word] of words.entries()) this.codes.set(word, this.spans[number]);
    this.isMade = true;
  }
}

/** A word under three characters by which it is looked for. */
interface Entry {
  readonly number: number;
  /** The last two of the three. */
  readonly list: number;
  readonly wanted: number;
  readonly mask: number;
}

function shortAt(word: Uint8Array, at: number): number {
  return SHORTENED[word[at]!]!;
}
