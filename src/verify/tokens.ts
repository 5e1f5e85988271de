import { readCookieName, readKeyName } from '../credentials/names.ts';

/** A text that scripts of a page can read, and where it stands. */
export interface ReadableText {
  /** What sort of place it is: `localStorage`, `response body`. */
  readonly place: string;
  /** Which one: a key, a path into an object, an address. */
  readonly name: string;
  readonly text: string;
}

/** A token that was found in a text. The token itself is in no report: it may be somebody's. */
export interface FoundToken {
  /** By what it is known, for people: `a JSON Web Token`. */
  readonly what: string;
  /** The member of the text that holds it: `user.token`; empty where it is the text itself. */
  readonly member: string;
  /** What begins like it, for people to recognise it by. */
  readonly preview: string;
}

/** Three parts, or the five of an encrypted one: RFC 7515, section 3.1, and RFC 7516, section 3.1. */
const JWT = /\beyJ[\w-]{8,}\.(?:[\w-]*\.[\w-]*\.[\w-]*\.[\w-]{8,}|[\w-]{4,}\.[\w-]{8,})/g;

/** What is long enough to be told from any other text. */
const LEAST_LENGTH = 12;

/** Characters that one read text is looked at for, at most: a page that holds more holds other things. */
const MOST_TEXT = 2_000_000;

/** Texts in texts: JSON in JSON, base64 in base64. */
const MOST_DEPTH = 4;

/** What is known to be a token in this visit, and what any text holds of it. */
export class TokenBook {
  /** Each as it was learned, by the forms in which it is written. */
  private readonly known = new Map<string, { readonly token: string; readonly what: string }>();

  /** @param what By what it is known: `what requests send as Authorization`. */
  learn(token: string, what: string): void {
    for (const form of new Set([token, decoded(token)]))
      if (form.length >= LEAST_LENGTH && !this.known.has(form)) this.known.set(form, { token, what });
  }

  /** The tokens that a text holds, each once. */
  find({ name, text }: Pick<ReadableText, 'name' | 'text'>): FoundToken[] {
    const found = new Map<string, FoundToken>();
    // A text comes before its members, which say more exactly where the token is.
    for (const { path, value } of textsIn(lastName(name), text.slice(0, MOST_TEXT)))
      for (const [token, what] of this.tokensOf(path, value))
        found.set(token, { what, member: path.slice(1).join('.'), preview: `${token.slice(0, 6)}…` });
    return [...found.values()];
  }

  private *tokensOf(path: readonly string[], value: string): Generator<readonly [string, string]> {
    const whole = [value, decoded(value)];
    for (const [form, { token, what }] of this.known) if (whole.some((text) => text.includes(form))) yield [token, what];
    for (const text of whole)
      for (const [token] of text.matchAll(JWT)) if (isSessionJwt(token) && !this.known.has(token)) yield [token, 'a JSON Web Token'];
    const name = path.at(-1) ?? '';
    const bare = value.replace(/^(?:bearer|token|jwt)\s+/i, '');
    if (isCredentialName(name) && isRandom(bare) && !this.known.has(bare) && !bare.startsWith('eyJ'))
      yield [bare, `a random value under the name '${name}'`];
  }
}

/** Whether what bears the name is a token in most apps: no CSRF token, no paging cursor. */
export function isCredentialName(name: string): boolean {
  return [readKeyName(name), readCookieName(name)].some(({ verdict }) => verdict === 'credential' || verdict === 'likely');
}

/** Whether a text can hardly be guessed: no word, no number, no address, no date. */
export function isRandom(text: string): boolean {
  if (text.length < 16 || text.length > 8192 || !/^[\w.~+/=:%!|*-]+$/.test(text) || /^[a-z]+:\/\//i.test(text)) return false;
  if (!/\d/.test(text) || !/[a-z]/i.test(text) || /^\d{4}-\d\d-\d\dT/.test(text)) return false;
  return entropyOf(text) >= 3;
}

/** Bits a character, after Shannon. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const one of text) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}

/** Whether a JSON Web Token may stand for a person: Supabase's key for everybody does not, which every page of such an app has. */
function isSessionJwt(token: string): boolean {
  const header = jsonOf(token.split('.', 1)[0]!);
  if (header?.['alg'] === undefined) return false;
  return jsonOf(token.split('.')[1] ?? '')?.['role'] !== 'anon';
}

function jsonOf(part: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** A percent-encoded text as it was; one that is none, as it is. */
export function decoded(text: string): string {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}

/** `auth/token` and `state.auth.token` are called `token`. */
function lastName(name: string): string {
  return name.split(/[.?&#]/).at(-1) || name;
}

interface NamedText {
  readonly path: readonly string[];
  readonly value: string;
}

/** A text, and those in it, by the names under which they stand: members of JSON, parameters of an address, base64. */
function* textsIn(name: string, text: string): Generator<NamedText> {
  const stack: (NamedText & { readonly depth: number })[] = [{ path: [name], value: text, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next;
    const { path, value, depth } = next;
    if (depth === MOST_DEPTH) continue;
    for (const [member, inner] of partsOf(value)) stack.push({ path: [...path, ...member], value: inner, depth: depth + 1 });
  }
}

function* partsOf(text: string): Generator<readonly [readonly string[], string]> {
  const json = /^\s*[[{"]/.test(text) ? parsed(text) : undefined;
  if (json !== undefined) yield* stringsOf(json, []);
  else if (/[?&#][\w-]+=/.test(text) || /^[\w.-]+=[^\s;]+(?:[&;]|$)/.test(text)) yield* parametersOf(text);
  else if (/^[\w+/-]{32,}={0,2}$/.test(text)) {
    const inner = Buffer.from(text, 'base64').toString('latin1');
    // eslint-disable-next-line no-control-regex -- Text has none of these.
    if (!/[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/.test(inner)) yield [[], inner];
  }
}

function* parametersOf(text: string): Generator<readonly [readonly string[], string]> {
  for (const [, name, value] of text.matchAll(/(?:^|[?&#;]\s*)([\w.-]+)=([^&#;\s]*)/g)) yield [[name!], decoded(value!)];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function* stringsOf(value: unknown, path: readonly string[]): Generator<readonly [readonly string[], string]> {
  const stack: [unknown, readonly string[]][] = [[value, path]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [one, at] = next;
    if (typeof one === 'string') yield [at, one];
    else if (typeof one === 'object' && one !== null) for (const [key, inner] of Object.entries(one)) stack.push([inner, [...at, key]]);
  }
}
