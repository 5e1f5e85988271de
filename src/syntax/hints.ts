import type { SourceFile } from './source-file.ts';
import { perFile } from './source-file.ts';
import type { Demand } from './trigrams.ts';
import { demandOf, Trigrams } from './trigrams.ts';

/**
 * Words without one of which a file has nothing to do with credentials. Most files of most projects have none of them:
 * one look at the text spares all the others.
 */
const CREDENTIAL_WORDS = /token|jwt|auth|bearer|secret|session|cookie|credential|passw|login|oidc|msal|cognito|httponly/i;

/** A hint as it is asked: the pattern is tried only on texts that may have what it demands. */
interface Question {
  readonly index: number;
  readonly pattern: RegExp;
  readonly demand: Demand | undefined;
}

const byText = new Map<string, Question>();
const byHint = new WeakMap<RegExp, Question>();

/** Hints that are written alike are one question; asking an expression for its flags is dear, so it is asked once. */
function questionOf(hint: RegExp): Question {
  let question = byHint.get(hint);
  if (question) return question;
  const text = String(hint);
  question = byText.get(text);
  if (!question) byText.set(text, (question = { index: byText.size, pattern: hint, demand: demandOf(hint) }));
  byHint.set(hint, question);
  return question;
}

const trigrams = new Trigrams();

/** A text that hints are asked of. Each is asked once, however many rules, finders and libraries share it. */
class AskedText {
  readonly text: string;
  private readonly answers: (boolean | undefined)[];
  private concerns: boolean | undefined;

  constructor(text: string) {
    this.text = text;
    // As long as it gets: a list with holes is slow.
    this.answers = new Array<boolean | undefined>(byText.size).fill(undefined);
  }

  /** All rules ask this first: the answer has a place of its own. */
  get concernsCredentials(): boolean {
    return (this.concerns ??= this.mentions(CREDENTIAL_WORDS));
  }

  mentions(hint: RegExp): boolean {
    const question = questionOf(hint);
    return (this.answers[question.index] ??= this.answer(question));
  }

  private answer({ pattern, demand }: Question): boolean {
    // The trigrams are those of the text that is being looked at. Others are asked for seldom, along links between files.
    if (demand && latest === this && !trigrams.mayHave(demand)) return false;
    return pattern.test(this.text);
  }
}

let latest: AskedText | undefined;

/** Rules are asked one after the other about one text: it is kept for the next. */
function asked(text: string): AskedText {
  if (text !== latest?.text) {
    trigrams.read(text);
    latest = new AskedText(text);
  }
  return latest;
}

const textOf = perFile((file) => asked(file.text));

/** Whether the text of a file has what a hint asks for: the cheap question before the dear one. */
export function mentions(file: SourceFile, hint: RegExp): boolean {
  return textOf(file).mentions(hint);
}

/** The same of a text, before there is any need of a file. */
export function textMentions(text: string, hint: RegExp): boolean {
  return asked(text).mentions(hint);
}

/** Whether a text can have to do with credentials at all. */
export function concernsCredentials(text: string): boolean {
  return asked(text).concernsCredentials;
}
