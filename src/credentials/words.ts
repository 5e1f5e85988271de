/** Words that people glue together in lower case, as `accesstoken` or `x-authtoken`, with the words they stand for. */
const GLUED = /^(access|auth|api|bearer|csrf|id|jwt|login|refresh|session|sso|user|web|xsrf)(token|tokens|jwt)$/;

/**
 * Splits a name into lower-case words, however it is written: camelCase, PascalCase, snake_case, kebab-case,
 * SCREAMING_CASE, dotted, or with the `:`, `/` and `@` of storage keys. Digits stay with the word before them.
 *
 * @example splitWords('AUTH_TOKEN') // ['auth', 'token']
 * @example splitWords('@app:accessToken') // ['app', 'access', 'token']
 */
export function splitWords(name: string): string[] {
  const words: string[] = [];
  for (const part of name.split(/[^A-Z0-9]+/i)) {
    for (const word of part.match(/[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+/g) ?? []) {
      const lower = word.toLowerCase();
      const glued = GLUED.exec(lower);
      if (glued) words.push(glued[1]!, glued[2]!);
      else words.push(lower);
    }
  }
  return joinPairs(words);
}

/** Words that are one though they are written as two: `JWTs` splits as `JW` + `Ts`, and the `next` of `next-auth` is no next page. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['jw ts', 'jwts'],
  ['next auth', 'nextauth'],
]);

function joinPairs(words: string[]): string[] {
  if (!words.includes('jw') && !words.includes('next')) return words;
  return words.flatMap((word, i) => {
    if (PAIRS.has(`${words[i - 1]} ${word}`)) return [];
    return [PAIRS.get(`${word} ${words[i + 1]}`) ?? word];
  });
}

/** The whole names in a text, of code or not, that have a match within them: `clientSecret` for `/secret/gi`. */
export function* namesWith(text: string, part: RegExp): Generator<string> {
  for (const { index, 0: match } of text.matchAll(part)) {
    let [start, end] = [index, index + match.length];
    while (start > 0 && NAME_CHARACTER.test(text[start - 1]!)) start--;
    while (end < text.length && NAME_CHARACTER.test(text[end]!)) end++;
    yield text.slice(start, end);
  }
}

const NAME_CHARACTER = /[\w$]/;
