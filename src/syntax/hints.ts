import type { Way } from './hint-words.ts';
import { waysOf } from './hint-words.ts';
import type { SourceFile } from './source-file.ts';
import { perFile } from './source-file.ts';
import { WordFinder } from './word-finder.ts';

/**
 * Words without one of which a file has nothing to do with credentials. Most files of most projects have none of them:
 * one look at the text spares all the others.
 */
const CREDENTIAL_WORDS = /token|jwt|auth|bearer|secret|session|cookie|credential|passw|login|oidc|msal|cognito|httponly/i;

/** The same, and what the rules speak of that look beyond credentials: one look at the text for both. */
const WORDS = new RegExp(`${CREDENTIAL_WORDS.source}|html|srcdoc|fragment|write|express|fastify|koa|hono|nestjs|security-policy`, 'i');

/** Text without which a file has nothing for whoever asks: a pattern, or several of which it needs each. */
export type Hint = RegExp | readonly RegExp[];

/** A hint as it is asked: its words first, which one pass over the text finds for all hints. */
interface Question {
  readonly index: number;
  readonly pattern: RegExp;
  readonly ways: readonly Numbered[] | undefined;
}

/** A way of a pattern, with the numbers of its words. */
interface Numbered {
  readonly parts: readonly (number | readonly Numbered[])[];
  readonly isWord: boolean;
}

const finder = new WordFinder();

function numbered(ways: readonly Way[]): Numbered[] {
  return ways.map(({ parts, isWord }) => ({ parts: parts.map((part) => (typeof part === 'string' ? finder.add(part) : numbered(part))), isWord }));
}

const byText = new Map<string, Question>();
const byHint = new WeakMap<RegExp, Question>();

/** Hints that are written alike are one question; asking an expression for its flags is dear, so it is asked once. */
function questionOf(hint: RegExp): Question {
  let question = byHint.get(hint);
  if (question) return question;
  const text = String(hint);
  question = byText.get(text);
  if (!question) {
    const ways = waysOf(hint);
    byText.set(text, (question = { index: byText.size, pattern: hint, ways: ways && numbered(ways) }));
  }
  byHint.set(hint, question);
  return question;
}

/** A text that hints are asked of. Each is asked once, however many rules, finders and libraries share it. */
class AskedText {
  readonly text: string;
  readonly isOfInterest: boolean;
  readonly concernsCredentials: boolean;
  private words: Uint8Array | undefined;
  private answers: (boolean | undefined)[] | undefined;

  constructor(text: string) {
    this.text = text;
    this.isOfInterest = WORDS.test(text);
    this.concernsCredentials = this.isOfInterest && CREDENTIAL_WORDS.test(text);
  }

  mentions(hint: Hint): boolean {
    if (!(hint instanceof RegExp)) {
      for (const one of hint) if (!this.mentions(one)) return false;
      return true;
    }
    // Few hints are asked of other texts, and more than a hundred of these.
    if (!this.concernsCredentials) return hint.test(this.text);
    const question = questionOf(hint);
    // As long as it gets: a list with holes is slow.
    this.answers ??= new Array<boolean | undefined>(byText.size).fill(undefined);
    return (this.answers[question.index] ??= this.answer(question));
  }

  private answer({ pattern, ways }: Question): boolean {
    if (!ways) return pattern.test(this.text);
    this.words ??= finder.find(this.text);
    return byWords(this.words, ways) ?? pattern.test(this.text);
  }
}

/** What the words of a text say by themselves; undefined where the pattern has to be tried. */
function byWords(words: Uint8Array, ways: readonly Numbered[]): boolean | undefined {
  let answer: boolean | undefined = false;
  for (const { parts, isWord } of ways) {
    if (!parts.every((part) => mayHave(words, part))) continue;
    if (isWord && words[parts[0] as number] === 1) return true;
    answer = undefined;
  }
  return answer;
}

/** Words that nobody had asked for when the text was read may be in it. */
function mayHave(words: Uint8Array, part: number | readonly Numbered[]): boolean {
  return typeof part === 'number' ? words[part] !== 0 : part.some(({ parts }) => parts.every((one) => mayHave(words, one)));
}

let latest: AskedText | undefined;

/** Rules are asked one after the other about one text: it is kept for the next. */
function asked(text: string): AskedText {
  if (text !== latest?.text) latest = new AskedText(text);
  return latest;
}

const textOf = perFile((file) => asked(file.text));

/** Whether the text of a file has what a hint asks for: the cheap question before the dear one. */
export function mentions(file: SourceFile, hint: Hint): boolean {
  return textOf(file).mentions(hint);
}

/** The same of a text, before there is any need of a file. */
export function textMentions(text: string, hint: Hint): boolean {
  return asked(text).mentions(hint);
}

/** Whether any rule can have anything to say of a text. */
export function isOfInterest(text: string): boolean {
  return asked(text).isOfInterest;
}

/** Whether a text can have to do with credentials at all. */
export function concernsCredentials(text: string): boolean {
  return asked(text).concernsCredentials;
}
