import type { NamePattern } from './name-patterns.ts';
import { matchesAny } from './name-patterns.ts';
import {
  AUTH_QUALIFIERS,
  GIVING_AFTER,
  GIVING_VERBS,
  HEADS,
  HOLDER_AFTER,
  HOLDERS,
  IDENTITY_PROVIDERS,
  KEY_AFTER,
  NEUTRAL_AFTER,
  NEUTRAL_BEFORE,
  NOT_A_VALUE,
  OAUTH_QUALIFIERS,
  OTHER_TRADE,
  PREPOSITIONS,
  YIELDING_TRADES,
} from './vocabulary.ts';
import { splitWords } from './words.ts';

/** What sort of credential it is, in the words that messages use. */
export type CredentialKind = 'access token' | 'refresh token' | 'ID token' | 'session token' | 'token';

/**
 * What a name says about the thing that bears it:
 * - `credential`: nothing else is called so (`accessToken`, `id_token`, `jwt`);
 * - `likely`: a credential in most places, another thing in some (`token`, `shopToken`): the place decides;
 * - `holder`: an object that may hold one (`user`, `auth`, `tokenData`): the value decides;
 * - `other`: another trade's word (`csrfToken`, `maxTokens`), or nothing about credentials at all.
 */
export interface NameReading {
  readonly verdict: 'credential' | 'likely' | 'holder' | 'other';
  readonly kind: CredentialKind;
  /** For `other`, what it is instead, where that is known: "a paging cursor". */
  readonly trade?: string;
}

/** Names that a team adds to, or takes from, the built-in vocabulary (`settings.httponly`). */
export interface NameSettings {
  readonly credentialNames: readonly NamePattern[];
  readonly ignoreNames: readonly NamePattern[];
}

const NO_NAME_SETTINGS: NameSettings = { credentialNames: [], ignoreNames: [] };

const OTHER: NameReading = { verdict: 'other', kind: 'token' };

/**
 * Reads the name of a variable, property, parameter, header, cookie or storage key.
 *
 * @param name As written, in any case.
 * @param settings The team's own names, which go first.
 */
export function readName(name: string, settings: NameSettings = NO_NAME_SETTINGS): NameReading {
  if (matchesAny(settings.ignoreNames, name)) return OTHER;
  if (matchesAny(settings.credentialNames, name)) return { verdict: 'credential', kind: 'token' };
  // Longer names are texts, and texts say nothing.
  return name.length > 80 ? OTHER : remembered(name);
}

/** Cookies by which servers know a session, though only servers would say so: `connect.sid`, `__Host-app_session`. */
const SESSION_COOKIE =
  /^(?:__(?:host|secure)-)?(?:[\w-]*[._-])?(?:sid|ssid|sess|session|session[._-]?id|jsessionid|phpsessid|jid|auth|remember[._-]?me)$/i;

/** Reads the name of a cookie: there `session` and `sid` are credentials too. */
export function readCookieName(name: string, settings: NameSettings = NO_NAME_SETTINGS): NameReading {
  const reading = readName(name, settings);
  if (reading.verdict === 'credential' || reading.verdict === 'likely' || reading.trade !== undefined) return reading;
  return SESSION_COOKIE.test(name) && !matchesAny(settings.ignoreNames, name) ? { verdict: 'likely', kind: 'session token' } : reading;
}

/** Reads the name of a constant that holds a key: `STORAGE_KEYS.AUTH_TOKEN`, `TOKEN_KEY`, `ACCESS_TOKEN_COOKIE_NAME`. */
export function readKeyName(name: string, settings: NameSettings = NO_NAME_SETTINGS): NameReading {
  const words = splitWords(name);
  while (words.length > 1 && KEY_AFTER.has(words.at(-1)!)) words.pop();
  return readName(words.join('_'), settings);
}

/** Reads the name of a function by what a call to it returns: `getToken`, `generateAuthTokens`, `createJWT`, `token`. */
export function readCallName(name: string, settings: NameSettings = NO_NAME_SETTINGS): NameReading {
  if (matchesAny(settings.ignoreNames, name)) return OTHER;
  const words = splitWords(name);
  while (words.length > 1 && GIVING_VERBS.has(words[0]!)) words.shift();
  while (words.length > 1 && GIVING_AFTER.has(words.at(-1)!)) words.pop();
  return readName(words.join('_'), settings);
}

/** `app_auth_refresh`: what is kept to refresh it. */
const KEPT_TO_REFRESH = /\b(?:auth|session|login) refresh$/;
const HEADER_VALUE = /^(?:authorization|(?:auth|authorization) header)(?: value)?$/;

function readWithoutHead(words: readonly string[]): NameReading {
  // authHeader, authorization: the value of the header, scheme and all.
  if (HEADER_VALUE.test(words.join(' '))) return { verdict: 'likely', kind: 'access token' };
  if (KEPT_TO_REFRESH.test(words.join(' '))) return { verdict: 'likely', kind: 'refresh token' };
  return isHolder(words) ? { verdict: 'holder', kind: 'token' } : OTHER;
}

function readWords(written: readonly string[]): NameReading {
  // token2 is a second token, erc20 no ERC.
  const words = written.map((word) => (HEADS.has(word.replace(/\d$/, '')) ? word.replace(/\d$/, '') : word));
  const at = words.findLastIndex((word) => HEADS.has(word));
  if (at < 0) return readWithoutHead(words);
  const before = words.slice(0, at);
  const after = words.slice(at + 1);
  const kind = kindOf(words);
  if (NOT_A_VALUE.has(before[0] ?? '') || before.some((word) => PREPOSITIONS.has(word))) return OTHER;
  const trade = before
    .map((word, i) => (yields(word, before.slice(i + 1)) ? undefined : OTHER_TRADE.get(word)))
    .find((found) => found !== undefined);
  if (trade !== undefined) return { verdict: 'other', kind, trade };
  if (!after.every((word) => NEUTRAL_AFTER.has(word))) {
    return after.every((word) => HOLDER_AFTER.has(word) || NEUTRAL_AFTER.has(word)) ? { verdict: 'holder', kind } : OTHER;
  }
  const head = words[at]!;
  if (head === 'jwt' || [...before, ...after].some((word) => AUTH_QUALIFIERS.has(word))) return { verdict: 'credential', kind };
  if (head.endsWith('s')) return before.every((word) => NEUTRAL_BEFORE.has(word)) ? { verdict: 'holder', kind } : OTHER;
  return { verdict: 'likely', kind };
}

/** `next-app-auth-token`, `githubAccessToken`: a word of another trade, and nearer to the noun one that says whose token it is. */
function yields(word: string, nearer: readonly string[]): boolean {
  if (IDENTITY_PROVIDERS.has(word)) return nearer.some((one) => OAUTH_QUALIFIERS.has(one)) && !nearer.some((one) => OTHER_TRADE.has(one));
  return YIELDING_TRADES.has(OTHER_TRADE.get(word) ?? '') && nearer.some((one) => AUTH_QUALIFIERS.has(one));
}

function isHolder(words: readonly string[]): boolean {
  return words.some((word) => HOLDERS.has(word)) && words.every((word) => HOLDERS.has(word) || NEUTRAL_BEFORE.has(word));
}

function kindOf(words: readonly string[]): CredentialKind {
  const has = (...wanted: string[]): boolean => wanted.some((word) => words.includes(word));
  if (has('refresh')) return 'refresh token';
  if (has('session')) return 'session token';
  if (has('access', 'auth', 'bearer', 'jwt')) return 'access token';
  if (has('id', 'identity')) return 'ID token';
  return 'token';
}

/** `taskNext-token`: a part of several words in a name that is written with hyphens is itself a name, of no page of a list. */
function wordsOf(name: string): readonly string[] {
  const parts = name.split(/[-:./]/);
  return parts.length === 1
    ? splitWords(name)
    : parts.flatMap((part) => (isOwnName(splitWords(part)) ? part.toLowerCase() : splitWords(part)));
}

function isOwnName(words: readonly string[]): boolean {
  return words.length > 1 && OTHER_TRADE.get(words.at(-1)!) === 'a paging cursor';
}

const readings = new Map<string, NameReading>();

function remembered(name: string): NameReading {
  let reading = readings.get(name);
  if (reading === undefined) {
    // An editor lints for days: forget rather than grow.
    if (readings.size > 5000) readings.clear();
    readings.set(name, (reading = readWords(wordsOf(name))));
  }
  return reading;
}

/** Whether something of that name is a refresh token: `refreshToken`, `refresh_token`. */
export function isRefreshTokenName(name: string): boolean {
  const { kind, verdict } = readName(name);
  return kind === 'refresh token' && verdict === 'credential';
}
