/** Base64url of `{"`, with which every JSON Web Token begins. */
const JWT_START = /^(?:bearer\s+)?eyJ[\w-]{8,}/i;

/**
 * Whether a literal could be a credential that somebody pasted in. Flags, words and empty texts could not: `''`, `'1'`,
 * `'true'`, `'dark'`, `'autoLogin'`. A JSON Web Token could, and so could a long text that mixes letters and digits.
 */
export function couldBeCredential(text: string): boolean {
  if (JWT_START.test(text)) return true;
  return text.length >= 20 && /^[\w.~+/=-]+$/.test(text) && /\d/.test(text) && /[A-Z]/i.test(text);
}

/** The scheme with which an Authorization value begins, lower case, or undefined: `bearer` of `Bearer abc`. */
export function schemeOf(text: string): string | undefined {
  return /^\s*([A-Z][\w-]*)(?:\s+|=|:\s*)/i.exec(text)?.[1]?.toLowerCase();
}

/** Schemes that carry a bearer token in RFC 6750's sense, though some servers name them otherwise. */
export const BEARER_SCHEMES: ReadonlySet<string> = new Set(['bearer', 'token', 'jwt']);
