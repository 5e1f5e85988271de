import type { SeenText } from './traffic.ts';
import type { TokenBook } from './tokens.ts';

/** A place where scripts could read a token. */
export interface TokenExposure {
  readonly place: string;
  /** Which of them: a key and the member in it, an address. */
  readonly name: string;
  readonly what: string;
  readonly preview: string;
  /** The steps of the visit at which it was there. */
  readonly steps: readonly string[];
}

/** The places that held a token, in the order in which they were first seen. */
export function exposuresIn(seen: readonly SeenText[], book: TokenBook): TokenExposure[] {
  const found = new Map<string, TokenExposure & { steps: string[] }>();
  for (const text of seen)
    for (const token of book.find(text)) {
      const name = [text.name, token.member].filter(Boolean).join(': ');
      const key = JSON.stringify([text.place, name]);
      const known = found.get(key);
      if (!known) found.set(key, { place: text.place, name, what: token.what, preview: token.preview, steps: [text.step] });
      else if (!known.steps.includes(text.step)) known.steps.push(text.step);
    }
  return [...found.values()].filter((one, _index, all) => !isToldBetter(one, all));
}

/** The text of a page holds what its elements hold. */
function isToldBetter({ place, name, preview }: TokenExposure, all: readonly TokenExposure[]): boolean {
  if (place !== 'document' || name !== 'text') return false;
  return all.some((other) => other.place === place && other.name !== name && other.preview === preview);
}

/** An exposure in a line: `localStorage auth: token, a JSON Web Token (eyJhbG…)`. */
export function describeExposure({ place, name, what, preview }: TokenExposure): string {
  return `${place} ${name}, ${what} (${preview})`;
}
