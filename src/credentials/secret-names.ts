import { splitWords } from './words.ts';
import { either } from './alternatives.ts';

/** Words that say what a secret signs. `SECRET` alone says nothing: an API key for a payment provider is called so too. */
const SIGNS = new Set([
  'jwt',
  'token',
  'tokens',
  'access',
  'refresh',
  'session',
  'sessions',
  'cookie',
  'cookies',
  'auth',
  'signing',
  'sign',
  'app',
  'nextauth',
  'hmac',
  'passport',
]);
const HEADS = new Set(['secret', 'secrets', 'secretkey']);
/** Words of which a signing key's name is made; a public key, and the key that a token is stored under, have others. */
const OF_KEY = new Set([
  'jwt',
  'key',
  'private',
  'signing',
  'sign',
  'access',
  'refresh',
  'auth',
  'app',
  'my',
  'the',
  'server',
  'api',
  'default',
  'user',
  'admin',
]);
/** Words after `secret` that leave it one: `jwtSecretKey`. Others (`JWT_SECRET_FILE`, `secretLength`) make it another thing. */
const AFTER = new Set(['key', 'value', 'default', 'fallback', 'dev', 'development', 'string', 'or']);
/** Secrets of other parties, which sign no session of ours: `oauthClientSecret`, `stripeWebhookSecret`. */
const OTHERS = new Set([
  'client',
  'webhook',
  'stripe',
  'paypal',
  'google',
  'github',
  'facebook',
  'twitter',
  'discord',
  'aws',
  's3',
  'cloudinary',
  'twilio',
  'recaptcha',
  'captcha',
  'consumer',
  'bucket',
  'zoom',
  'slack',
  'razorpay',
  'input',
  'placeholder',
  'label',
  'totp',
  'otp',
]);

/**
 * Whether a name is that of a secret that signs tokens, sessions or cookies.
 *
 * @param name As written, in any case: `JWT_SECRET`, `refreshTokenSecret`, `secretOrKey`.
 * @param bare Whether `secret` alone is enough, where the place says what it is for.
 */
export function isSigningSecretName(name: string, bare = false): boolean {
  // Every name of a file is asked about, and to split one is dear.
  if (!/secret|jwt/i.test(name)) return false;
  const words = splitWords(name);
  if (/^secretOr(?:Private|Public)?Key$/.test(name)) return true;
  const at = words.findLastIndex((word) => HEADS.has(word));
  // jwtKey, JWT_PRIVATE: signing keys that are not called secrets.
  if (at < 0)
    return words.length > 1 && words.includes('jwt') && /^(?:key|private)$/.test(words.at(-1)!) && words.every((word) => OF_KEY.has(word));
  if (words.some((word) => OTHERS.has(word)) || !words.slice(at + 1).every((word) => AFTER.has(word))) return false;
  return words.some((word) => SIGNS.has(word)) || (bare && at === 0);
}

/** Words of secrets that were meant to be replaced, and are the first that an attacker tries. */
const PLACEHOLDER =
  /change|your|secret|example|placeholder|replace|dev|test|demo|default|fallback|keyboard|password|todo|xxx|1234|insecure|temp/i;

/** Whether a literal is a weak placeholder rather than a key that somebody made. */
export function isPlaceholderSecret(text: string): boolean {
  return PLACEHOLDER.test(text) || text.length < 16;
}

/** What stands in the place of a secret that is not shown: `***`, `[redacted]`, `<hidden>`, `xxxx`. */
const NOT_SHOWN = /^[\s*•<>[\](){}]*(?:redacted|hidden|masked|removed|filtered|omitted)[\s*•<>[\](){}]*$|^(?:[*•]+|x{4,}|\.{3,})$/i;

/** Words of a sentence that asks for a secret, or complains that there is none. */
const SENTENCE = either(
  [
    /\s(?:.*\s)?(?:required|missing|invalid|must|enter|provide|cannot|failed|set|characters)\b/,
    /^(?:enter|provide|paste|missing|invalid|no|not)\s/,
  ],
  'i',
);

/**
 * Whether a literal can be a secret at all: not a path, an address, a duration, a sentence, the name of a type or of a variable.
 * Public keys and certificates are none; a private key is.
 *
 * @param handed Whether it was seen to be handed to what signs with it: then a sentence is a secret too, and a variable's name.
 */
export function couldBeSecret(text: string, handed = false): boolean {
  if (
    text.trim() === '' ||
    NOT_SHOWN.test(text) ||
    text === 'string' ||
    (!handed && (SENTENCE.test(text) || /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(text)))
  )
    return false;
  // The name of a setting: `auth.session.secret`.
  if (/^[a-z]\w*(?:[.:]\w+)*[.:]\w*secret\w*$/i.test(text)) return false;
  if (text.startsWith('-----BEGIN')) return /^-----BEGIN (?:\w+ )*PRIVATE KEY/.test(text);
  return !/^(?:\.{0,2}\/|[a-z][\w+.-]*:\/\/|arn:|projects\/[^/]+\/secrets\/|\d+[smhdwy]?$|\$\{)/.test(text);
}

/** Whether a text is what a form or a list calls the thing of this name: `JWT secret` of `jwtSecret`. */
export function isLabelOf(name: string, text: string): boolean {
  return /^[A-Z]\S*\s/.test(text) && splitWords(text).join(' ') === splitWords(name).join(' ');
}
