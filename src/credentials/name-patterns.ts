import { splitWords } from './words.ts';

/** A name as a team writes it in its settings: a regular expression, or words that are compared without case and separators. */
export type NamePattern = RegExp | { readonly words: string };

/**
 * Reads one entry of `credentialNames` or `ignoreNames`: `/regex/flags`, or a name in any case.
 *
 * @throws {SyntaxError} When the text between the slashes is not a regular expression.
 */
export function namePattern(text: string): NamePattern {
  const regex = /^\/(.+)\/([dgimsuvy]*)$/.exec(text);
  if (regex) return new RegExp(regex[1]!, regex[2]!.replace(/[gy]/g, ''));
  return { words: splitWords(text).join(' ') };
}

/** Whether one of the patterns matches the name. */
export function matchesAny(patterns: readonly NamePattern[], name: string): boolean {
  if (patterns.length === 0) return false;
  const words = splitWords(name).join(' ');
  return patterns.some((pattern) => (pattern instanceof RegExp ? pattern.test(name) : pattern.words === words));
}
