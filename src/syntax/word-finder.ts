/**
 * Characters that words are made of have codes of their own, letters one for both cases, quotation marks one for all. The
 * rest shares the code 0, which is in no word.
 */
const CODES = new Uint8Array(128);
for (const [at, alike] of [...Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => letter + letter.toUpperCase()), ...Array.from('0123456789_$-/.@(){}[]=<>:# '), '"\'`'].entries()) {
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
const MASK = (1 << (3 * WIDTH)) - 1;

/** Letters as often as English has them, seldom last; what is no letter stands in few words, and in all code. */
const FREQUENT = Uint8Array.from('etaoinsrhldcumfpgwybvkxjqz', codeOf);

/** Where the three characters begin by which a word is looked for: those that are seldom found anywhere else. */
function anchorOf(word: readonly number[]): number {
  let best = { at: 0, rarity: -1 };
  for (let at = 0; at + 3 <= word.length; at++) {
    const rarity = word.slice(at, at + 3).reduce((sum, code) => sum + Math.max(0, FREQUENT.indexOf(code)), 0);
    if (rarity > best.rarity) best = { at, rarity };
  }
  return best.at;
}

/** Two characters out of three: as many lists as there are of those. */
const LISTS = 1 << (2 * WIDTH);

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
  private readonly anchors = new Uint32Array((MASK + 1) >> 5);
  /** Where the list of the words with each two last of those characters starts in the one below. */
  private readonly starts = new Uint16Array(LISTS + 1);
  private lists = new Uint16Array(0);
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
    let three = 0;
    for (let at = 0; at < text.length; at++) {
      const char = text.charCodeAt(at);
      three = ((three << WIDTH) | (char < 128 ? SHORT[char]! : 0)) & MASK;
      if ((anchors[three >> 5]! >> (three & 31)) & 1) this.mark(found, three, text, at);
    }
    // Two characters may be the last.
    this.mark(found, (three << WIDTH) & MASK, text, text.length);
    return found;
  }

  /** Marks those words that are in the text around a place. */
  private mark(found: Uint8Array, three: number, text: string, at: number): void {
    const list = three & (LISTS - 1);
    for (let i = this.starts[list]!; i < this.starts[list + 1]!; i++) {
      const word = this.lists[i]!;
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
    const words = Array.from(this.numbers.keys(), (word) => Array.from(word, codeOf));
    const lists = Array.from({ length: LISTS }, (): number[] => []);
    const offsets: number[] = [];
    // Words may have been added since the tables were last made.
    this.anchors.fill(0);
    for (const [number, word] of words.entries()) {
      const anchor = anchorOf(word);
      const short = word.slice(anchor, anchor + 3).map((code) => SHORTENED[code]!);
      offsets.push(anchor + 2);
      // What comes after two characters may be any.
      const thirds = short.length > 2 ? [short[2]!] : Array.from({ length: 1 << WIDTH }, (_, third) => third);
      for (const third of thirds) {
        const three = (short[0]! << (2 * WIDTH)) | (short[1]! << WIDTH) | third;
        this.anchors[three >> 5]! |= 1 << (three & 31);
        lists[three & (LISTS - 1)]!.push(number);
      }
    }
    this.starts.set(endsOf(lists));
    this.lists = Uint16Array.from(lists.flat());
    this.offsets = Uint8Array.from(offsets);
    this.spans = Uint16Array.from(endsOf(words));
    this.codes = Uint8Array.from(words.flat());
    this.isMade = true;
  }
}

/** Where each list starts when all are laid one behind the other, and where the last one ends. */
function endsOf(lists: readonly (readonly number[])[]): number[] {
  const ends = [0];
  for (const { length } of lists) ends.push(ends.at(-1)! + length);
  return ends;
}
