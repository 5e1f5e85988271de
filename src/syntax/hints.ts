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
const WORDS = new RegExp(
  `${CREDENTIAL_WORDS.source}|html|srcdoc|contextualfragment|\\.write|express|fastify|koa|hono|nestjs|security-policy`,
  'i',
);

/** Text without which a file has nothing for whoever asks: a pattern, or several of which it needs each. */
export type Hint = RegExp | readonly RegExp[];

/** A pattern of a hint as it is asked: its words first, which one pass over the text finds for all hints. */
interface Question {
  readonly index: number;
  readonly pattern: RegExp;
  /** Words each of which is answer enough. */
  readonly words: readonly number[];
  /** What else a text may have for the pattern to match; undefined where nothing can be told from words. */
  readonly ways: readonly Numbered[] | undefined;
  /** Whether it is one text, which is found faster by itself than the words of all. */
  readonly isPlain: boolean;
}

/** A way of a pattern, with the numbers of its words. */
type Numbered = readonly (number | readonly Numbered[])[];

const finder = new WordFinder();

function numbered(ways: readonly Way[]): Numbered[] {
  return ways.map(({ parts }) => parts.map((part) => (typeof part === 'string' ? finder.add(part) : numbered(part))));
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
    const isPlain = ways?.length === 1 && typeof ways[0]!.parts[0] === 'string';
    const words = ways?.flatMap(({ parts, isWord }) => (isWord ? finder.add(parts[0] as string) : [])) ?? [];
    byText.set(
      text,
      (question = { index: byText.size, pattern: hint, words, ways: ways && numbered(ways.filter(({ isWord }) => !isWord)), isPlain }),
    );
  }
  byHint.set(hint, question);
  return question;
}

/** Whether a text has what a hint asks for, be it in comments: for a text of which few hints are asked. */
export function standsIn(text: string, hint: Hint): boolean {
  return [hint].flat().every((pattern) => pattern.test(text));
}

function questionsOf(hint: Hint): readonly Question[] {
  return [hint].flat().map(questionOf);
}

/** So many hints are tried one by one of a text that has no word about credentials: most such texts are asked no more. */
const MOST_TRIED = 4;

/** A text that hints are asked of. Each is asked once, however many rules, finders and libraries share it. */
class AskedText {
  readonly text: string;
  readonly isOfInterest: boolean;
  private concerns: boolean | undefined;
  private words: Uint8Array | undefined;
  private known: (boolean | undefined)[] | undefined;
  private tried = 0;

  constructor(text: string) {
    this.text = text;
    this.isOfInterest = WORDS.test(text);
  }

  get concernsCredentials(): boolean {
    return (this.concerns ??= this.isOfInterest && CREDENTIAL_WORDS.test(this.text));
  }

  /** Whether the text has what a hint asks for. */
  offers(questions: readonly Question[]): boolean {
    for (const question of questions) if (!this.answers(question)) return false;
    return true;
  }

  answers(question: Question): boolean {
    if (!this.concernsCredentials && this.tried < MOST_TRIED) {
      this.tried++;
      return question.pattern.test(this.text);
    }
    // As long as it gets: a list with holes is slow.
    this.known ??= new Array<boolean | undefined>(byText.size).fill(undefined);
    return (this.known[question.index] ??= this.byWords(question) ?? question.pattern.test(this.text));
  }

  /** What the words of the text say by themselves; undefined where the pattern has to be tried. */
  private byWords({ words, ways, isPlain }: Question): boolean | undefined {
    if (!ways || (isPlain && !this.words)) return undefined;
    this.words ??= finder.find(this.text);
    let answer: boolean | undefined = false;
    for (const word of words) {
      if (this.words[word] === 1) return true;
      // Words that nobody had asked for when the text was read may be in it.
      if (this.words[word] === undefined) answer = undefined;
    }
    return answer === false && hasAny(this.words, ways) ? undefined : answer;
  }
}

function hasAny(words: Uint8Array, ways: readonly Numbered[]): boolean {
  for (const way of ways) if (way.every((part) => (typeof part === 'number' ? words[part] !== 0 : hasAny(words, part)))) return true;
  return false;
}

/** Makes a pattern a hint before any text is read, so that one pass over each text answers for it with all the others. */
export function hint(pattern: RegExp): RegExp {
  questionOf(pattern);
  return pattern;
}

let latest: AskedText | undefined;

/** Rules are asked one after the other about one text: it is kept for the next. */
function asked(text: string): AskedText {
  if (text !== latest?.text) latest = new AskedText(text);
  return latest;
}

const textOf = perFile((file) => asked(file.code ?? file.text));

/** Whether the text of a file has what a hint asks for: the cheap question before the dear one. */
export function mentions(file: SourceFile, hint: RegExp): boolean {
  return textOf(file).answers(questionOf(hint));
}

/** What has a hint: an API, a finder. */
interface Hinted {
  readonly hint: Hint;
}

/** Those of some APIs that a file may use, by its text. Which words they ask for is read once. */
export function mentioned<T extends Hinted>(apis: readonly T[]): (file: SourceFile) => readonly T[] {
  const all = apis.map((api) => ({ api, questions: questionsOf(api.hint) }));
  return perFile((file) => {
    const text = textOf(file);
    const found: T[] = [];
    for (const { api, questions } of all) if (text.offers(questions)) found.push(api);
    return found;
  });
}

/** The text without which a file uses none of some APIs. */
export function hintOfAny(apis: readonly { readonly hint: RegExp }[]): RegExp {
  return new RegExp([...new Set(apis.map(({ hint }) => hint.source))].join('|'));
}

/** Makes a hint a question to texts, before there is any need of a file. */
export function matcherOf(hint: Hint): (text: string) => boolean {
  const questions = questionsOf(hint);
  return (text) => asked(text).offers(questions);
}

/** Whether any rule can have anything to say of a text. */
export function isOfInterest(text: string): boolean {
  return asked(text).isOfInterest;
}

/** Whether a text can have to do with credentials at all. */
export function concernsCredentials(text: string): boolean {
  return asked(text).concernsCredentials;
}
