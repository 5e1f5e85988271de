import type { SourceFile } from './source-file.ts';
import { perFile } from './source-file.ts';

/**
 * Words without one of which a file has nothing to do with credentials. Most files of most projects have none of them:
 * one look at the text spares all the others.
 */
const CREDENTIAL_WORDS = /token|jwt|auth|bearer|secret|session|cookie|credential|passw|login|oidc|msal|cognito|httponly/i;

const answers = perFile(() => new Map<string, boolean>());

const keys = new WeakMap<RegExp, string>();

/** Hints that are written alike are one; asking an expression for its flags is dear, so it is asked once. */
function keyOf(hint: RegExp): string {
  let key = keys.get(hint);
  if (key === undefined) keys.set(hint, (key = String(hint)));
  return key;
}

/**
 * Whether the text of a file has what a hint asks for: the cheap question before the dear one. Each hint is asked once
 * for a file, however many rules, finders and libraries share it.
 */
export function mentions(file: SourceFile, hint: RegExp): boolean {
  const known = answers(file);
  const key = keyOf(hint);
  let answer = known.get(key);
  if (answer === undefined) known.set(key, (answer = hint.test(file.text)));
  return answer;
}

let latest = { text: '', answer: false };

/** Whether a text can have to do with credentials at all. Rules are asked one after the other about one text: the answer is kept for the next. */
export function concernsCredentials(text: string): boolean {
  if (text !== latest.text) latest = { text, answer: CREDENTIAL_WORDS.test(text) };
  return latest.answer;
}
