/** Base64url of `{"`, with which every JSON Web Token begins. */
const JWT_START = /^(?:bearer\s+)?eyJ[\w-]{8,}/i;

/**
 * Whether a literal could be a credential that somebody pasted in. Flags, words and empty texts could not: `''`, `'1'`,
 * `'true'`, `'dark'`, `'autoLogin'`. A JSON Web Token could, and so could a long text that mixes letters and digits.
 */
export function couldBeCredential(text: string): boolean {
  if (JWT_START.test(text)) return true;
  // The path of a file: base64 has no dots, and base64url no slashes.
  if (text.includes('/') && text.includes('.')) return false;
  return text.length >= 20 && /^[\w.~+/=-]+$/.test(text) && /\d/.test(text) && /[A-Z]/i.test(text);
}

/** The scheme with which an Authorization value begins, lower case, or undefined: `bearer` of `Bearer abc`. */
export function schemeOf(text: string): string | undefined {
  return /^\s*([A-Z][\w-]*)(?:\s+|=|:\s*)/i.exec(text)?.[1]?.toLowerCase();
}

/**
 * Whether a scheme carries a bearer token in RFC 6750's sense, though the server names it otherwise: `Token`, `JWT`,
 * `AppToken`, `TOKEN_V2`.
 */
export function isBearerScheme(scheme: string): boolean {
  return BEARER_WORDS.test(scheme) && !KEY_WORDS.test(scheme);
}

const BEARER_WORDS = /bearer|token|jwt/i;
const KEY_WORDS = /api|key|secret/i;

/**
 * Whether a scheme is one that people registered or use for something else than a bearer token: passwords, signatures, keys.
 * https://www.iana.org/assignments/http-authschemes
 */
export function isOtherScheme(scheme: string): boolean {
  return OTHER_SCHEMES.test(scheme) || KEY_WORDS.test(scheme);
}

const OTHER_SCHEMES =
  /^(?:basic|digest|negotiate|ntlm|hawk|hoba|mutual|oauth|vapid|dpop|gnap|concealed|privatetoken|scram-|aws4?\b|signature|hmac|mac$)/i;

/**
 * Whether a text says of itself that it stands for a token in a demonstration, and opens nothing: the beginning of
 * `'mock-token-' + Date.now()`, `simulated_jwt_…`.
 */
export function isMockText(start: string): boolean {
  return MOCK.test(start);
}

const MOCK = /^(?:bearer\s+)?(?:[a-z]+[-_.])?(?:mock|fake|dummy|demo|simulated|placeholder|sample)(?:[-_. ]|jwt|token)/i;
