/** What cannot stand in a text of generated code as it is: quotes, what ends a line, half characters, marks of the drafts. */
const UNSAFE = /['"`\\‹›\p{Cc}\p{Cs}\u2028\u2029]/gu;

/**
 * A text as a literal of generated code, whatever is in it: `user's token`, line ends, lone surrogates. Quotes are
 * escaped by number, so that a draft can take the app's own quotes afterwards.
 */
export function literal(text: string): string {
  return `'${escaped(text)}'`;
}

/** A text as part of a template literal of generated code. */
export function inTemplate(text: string): string {
  return escaped(text).replaceAll('${', '\\x24{');
}

/** A literal text as a part of a regular expression that is given as a text: a pattern that matches just this text. */
export function patternOf(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function escaped(text: string): string {
  return text.replace(UNSAFE, (character) => {
    if (character === '\\') return '\\\\';
    const code = character.charCodeAt(0);
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** A step down into an object that may not be there: `?.data`, `?.['the data']`. */
export function optionalMember(step: string): string {
  return /^[\w$]+$/.test(step) ? `?.${step}` : `?.[${literal(step)}]`;
}
