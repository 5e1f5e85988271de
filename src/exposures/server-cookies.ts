import type { CookieAttribute, ServerCookie } from '../apis/server/index.ts';
import { couldBeCredential } from '../credentials/literals.ts';
import { readCookieName, readKeyName } from '../credentials/names.ts';
import type { NameReading } from '../credentials/names.ts';
import { AUTH_QUALIFIERS, HEADS, OTHER_TRADE } from '../credentials/vocabulary.ts';
import { splitWords } from '../credentials/words.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { productionBranch } from '../flow/environment.ts';
import { calleeName } from '../syntax/functions.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, enclosingFunction, functionName, isNullish, isUndefined, memberName } from '../syntax/nodes.ts';
import type { ObjectEntry, ObjectShape } from '../flow/objects.ts';
import { shapeOf } from '../flow/objects.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile, textOf } from '../syntax/source-file.ts';
import { staticText, textParts } from '../flow/static-text.ts';
import type { Evidence } from './credential.ts';
import { isCredential, NOT_A_CREDENTIAL } from './credential.ts';
import { givenFor, turnsOff } from './cookie-parameters.ts';
import { evidenceFor } from './evidence.ts';
import { credentialWithin } from './holders.ts';
import { serversIn } from './server-apis.ts';
import type { AttributeState, CookieExposure } from './exposure.ts';

const ATTRIBUTES: readonly CookieAttribute[] = ['httpOnly', 'secure', 'sameSite', 'maxAge', 'path'];

/** Cookies in which a server keeps a credential, with what is known of their attributes. */
export const cookieExposures = perFile((file): readonly CookieExposure[] => {
  const found = new Map<Node, CookieExposure>();
  for (const api of serversIn(file)) {
    if (!api.cookies) continue;
    for (const cookie of api.cookies(file)) {
      const exposure = judge(file, cookie);
      // Options that two calls share are one cookie's.
      if (exposure && !found.has(exposure.node)) found.set(exposure.node, exposure);
    }
  }
  return [...found.values()];
});

function judge(file: SourceFile, cookie: ServerCookie): CookieExposure | undefined {
  if (cookie.operation === 'remove' || runtimeAt(file, cookie.node) === 'browser') return undefined;
  const parts = cookie.header && headerParts(file, cookie.header);
  const name = writtenName(cookie, parts);
  const reason = credentialReason(file, cookie, name, parts);
  if (reason === undefined) return undefined;
  const written = cookie.attributes && writtenFor(cookie, cookie.attributes);
  const shape = written && shapeOf(written);
  if (isExpired(file, cookie, shape) || (parts && isExpiredHeader(parts))) return undefined;
  return {
    kind: 'cookie-attributes',
    file,
    cookie,
    name,
    reason,
    ...(parts ? attributesOfHeader(parts) : attributesOfOptions(cookie, shape)),
    ...reported(file, cookie, written, shape),
  };
}

type JudgedAttributes = Pick<CookieExposure, 'states' | 'sameSite'>;

function attributesOfHeader({ attributes }: HeaderParts): JudgedAttributes {
  const sameSite = /samesite\s*=\s*(\w+)/i.exec(attributes)?.[1]?.toLowerCase();
  return { states: headerStates(attributes), ...(sameSite !== undefined && { sameSite }) };
}

function attributesOfOptions(cookie: ServerCookie, shape: ObjectShape | undefined): JudgedAttributes {
  const sameSite = sameSiteIn(cookie, shape);
  return { states: statesOf(cookie, shape), ...(sameSite !== undefined && { sameSite }) };
}

/** The cookie's name as far as it is written; '' where it is not. */
function writtenName(cookie: ServerCookie, parts: HeaderParts | undefined): string {
  return parts?.name ?? (cookie.name ? nameOf(cookie.name) : cookie.defaultName) ?? '';
}

/** What is reported: the options as they are written here, else the header, the name, or the call. */
function reported(
  file: SourceFile,
  cookie: ServerCookie,
  written: Place | undefined,
  shape: ObjectShape | undefined,
): Pick<CookieExposure, 'node' | 'literal'> {
  const attributes = written?.file === file ? written.node : undefined;
  const literal = attributes && bare(attributes) === shape?.literal ? shape.literal : undefined;
  const name = cookie.name?.file === file ? cookie.name.node : undefined;
  // Options that hold other things too stand for those.
  const [options, session] = cookie.sharesAttributes ? [] : [literal, cookie.isSession ? attributes : undefined];
  return { node: options ?? cookie.header ?? name ?? session ?? cookie.node, ...(literal && { literal }) };
}

/** `(res, token, options) => …`: what callers give that hand it a token, one with a script-readable cookie first, or its default. */
function writtenFor(cookie: ServerCookie, place: Place): Place {
  const given = givenFor(cookie, place).filter((one) => shapeOf(one) !== undefined);
  const isReadable = (one: Place): boolean => {
    const entry = entryOf(cookie, shapeOf(one), 'httpOnly');
    return entry !== undefined && turnsOff(cookie, { file: entry.file, node: entry.value });
  };
  return given.find(isReadable) ?? given[0] ?? place;
}

/** Why the cookie is taken for a session's, as a clause; undefined where it is another's: theme, locale, XSRF. */
function credentialReason(file: SourceFile, cookie: ServerCookie, name: string, parts: HeaderParts | undefined): string | undefined {
  if (cookie.isSession) return 'it carries the session';
  const reading = readingOf(file, cookie, name);
  if (reading.verdict === 'other' && reading.trade !== undefined) return undefined;
  const evidence = evidenceOfValue(file, cookie, parts);
  const byName = reading.verdict === 'credential' || reading.verdict === 'likely';
  if (evidence === NOT_A_CREDENTIAL || (name === '' && isAgainstForgery(cookie.node))) return undefined;
  if (isCredential(evidence))
    return evidence.strength === 'likely' && !byName && splitWords(name).join('').length > 4 && !isForTokens(cookie.node)
      ? undefined
      : evidence.reason;
  return byName ? 'its name says so' : undefined;
}

/** `function attachCsrfToken(ctx)`: a cookie whose name cannot be seen is what the functions around it are for. */
function isAgainstForgery(node: Node): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn))
    if (/csrf|xsrf|anti-?forgery/i.test(functionName(fn) ?? '')) return true;
  return false;
}

/** `function sendRefreshToken(res, token)`: what sets the cookie says what it is for, whatever the cookie is called. */
function isForTokens(node: Node): boolean {
  const fn = enclosingFunction(node);
  const words = splitWords((fn && functionName(fn)) ?? '');
  return (
    words.some((word) => HEADS.has(word)) && words.some((word) => AUTH_QUALIFIERS.has(word)) && !words.some((word) => OTHER_TRADE.has(word))
  );
}

function evidenceOfValue(file: SourceFile, cookie: ServerCookie, parts: HeaderParts | undefined): Evidence {
  if (parts)
    return parts.hole
      ? evidenceFor(parts.hole.file, parts.hole.node)
      : parts.value.includes('\0') || couldBeCredential(parts.value)
        ? undefined
        : NOT_A_CREDENTIAL;
  return cookie.value && (evidenceFor(file, cookie.value) ?? heldIn(file, cookie.value));
}

/** `JSON.stringify({ id, token })`: a cookie of several things, with a credential among them. */
function heldIn(file: SourceFile, value: Node): Evidence {
  const { file: home, node } = resolveValue({ file, node: value });
  const isWritten = node.type === 'ObjectExpression' || (node.type === 'CallExpression' && calleeName(node) === 'stringify');
  return isWritten ? credentialWithin(home, node) : undefined;
}

function readingOf(file: SourceFile, cookie: ServerCookie, name: string): NameReading {
  const isKnown =
    cookie.header !== undefined ||
    (cookie.name ? staticText(cookie.name.file, cookie.name.node) !== undefined : cookie.defaultName !== undefined);
  return isKnown ? readCookieName(name, file.settings.names) : readKeyName(name, file.settings.names);
}

function nameOf({ file, node }: Place): string | undefined {
  const text = staticText(file, node);
  if (text !== undefined) return text;
  const inner = bare(node);
  return inner.type === 'Identifier' ? inner.name : inner.type === 'MemberExpression' ? memberName(inner) : undefined;
}

function statesOf(cookie: ServerCookie, shape: ObjectShape | undefined): Record<CookieAttribute, AttributeState> {
  const isUnknown = cookie.attributes !== undefined && (!shape || shape.open);
  const states = Object.fromEntries(ATTRIBUTES.map((attribute) => [attribute, stateOf(cookie, shape, attribute, isUnknown)])) as Record<
    CookieAttribute,
    AttributeState
  >;
  // The browser drops SameSite=None without Secure; a cookie for all sites that travels in clear is worse than none.
  const sameSite = entryOf(cookie, shape, 'sameSite');
  if (
    sameSite &&
    /^none$/i.test(staticText(sameSite.file, sameSite.value) ?? '') &&
    (states.secure === 'missing' || states.secure === 'off')
  )
    states.sameSite = 'none-without-secure';
  return states;
}

/** `lax`, `strict` or `none`, where the code says which; `true` is strict: https://github.com/jshttp/cookie#samesite */
function sameSiteIn(cookie: ServerCookie, shape: ObjectShape | undefined): string | undefined {
  const entry = entryOf(cookie, shape, 'sameSite');
  if (!entry) return undefined;
  return sameSiteOf({ file: entry.file, node: entry.value });
}

/** `isProduction ? 'none' : 'lax'` is what production has; of any other choice, `none` where that is one of both. */
function sameSiteOf(place: Place): string | undefined {
  const { file, node } = resolveValue(place);
  if (node.type !== 'ConditionalExpression')
    return node.type === 'Literal' && node.value === true ? 'strict' : staticText(place.file, place.node)?.toLowerCase();
  const inProduction = productionBranch(file, node);
  if (inProduction) return sameSiteOf({ file, node: inProduction });
  const [one, other] = [node.consequent, node.alternate].map((branch) => sameSiteOf({ file, node: branch }));
  return one === 'none' || other === 'none' ? 'none' : one === other ? one : undefined;
}

/** What the options say of an attribute, under the name that the library has for it. */
function entryOf(cookie: ServerCookie, shape: ObjectShape | undefined, attribute: CookieAttribute): ObjectEntry | undefined {
  return shape?.entries.get(cookie.attributeNames?.[attribute] ?? attribute);
}

function stateOf(cookie: ServerCookie, shape: ObjectShape | undefined, attribute: CookieAttribute, isUnknown: boolean): AttributeState {
  const entry = entryOf(cookie, shape, attribute) ?? (attribute === 'maxAge' ? shape?.entries.get('expires') : undefined);
  if (!entry) return cookie.defaults?.[attribute] ? 'set' : isUnknown ? 'unknown' : 'missing';
  if (turnsOff(cookie, { file: entry.file, node: entry.value })) return 'off';
  return isUndefined(resolveValue({ file: entry.file, node: entry.value }).node) ? 'missing' : 'set';
}

interface HeaderParts {
  readonly name: string;
  readonly value: string;
  /** The expression that the value is, where it is one. */
  readonly hole?: Place;
  readonly attributes: string;
}

/** `name=value; HttpOnly` in pieces: the name before the first `=`, the attributes after the first `;`. Holes are `\0`. */
function headerParts(file: SourceFile, header: Node): HeaderParts {
  const pieces = textParts(file, header);
  const text = pieces.map((part) => (typeof part === 'string' ? part : '\0')).join('');
  const [pair = '', ...attributes] = text.split(';');
  const [name = '', ...value] = pair.split('=');
  const hole = pieces.find((part) => typeof part !== 'string');
  return {
    name: name.replaceAll('\0', '').trim(),
    value: value.join('=').trim(),
    ...(hole && value.join('=').trim() === '\0' && !name.includes('\0') && { hole }),
    attributes: attributes.join(';'),
  };
}

function headerStates(text: string): Record<CookieAttribute, AttributeState> {
  // A hole may hold any attribute, unless it is the value of one: then nothing is missing for certain.
  const absent: AttributeState = text.replace(/=[^;]*/g, '').includes('\0') ? 'unknown' : 'missing';
  const has = (pattern: RegExp): AttributeState => (pattern.test(text) ? 'set' : absent);
  const states = {
    httpOnly: has(/\bhttponly\b/i),
    secure: has(/\bsecure\b/i),
    sameSite: has(/\bsamesite\b/i),
    maxAge: has(/\b(?:max-age|expires)\b/i),
    path: has(/\bpath\b/i),
  };
  return /samesite=none/i.test(text) && states.secure === 'missing' ? { ...states, sameSite: 'none-without-secure' } : states;
}

/** A cookie that is set to expire, or to nothing, is being deleted. */
function isExpired(file: SourceFile, cookie: ServerCookie, shape: ObjectShape | undefined): boolean {
  const age = entryOf(cookie, shape, 'maxAge');
  const until = shape?.entries.get('expires');
  if (age && (staticText(age.file, age.value) === '0' || /^-\s*\d/.test(textOf(age.file, age.value)))) return true;
  if (until && /1970|^newDate\((?:[01]|Date\.now\(\)(?:-.*)?)?\)$/.test(textOf(until.file, until.value).replaceAll(/\s/g, ''))) return true;
  return cookie.value !== undefined && isEmptied(file, cookie.value);
}

function isEmptied(file: SourceFile, node: Node): boolean {
  const { node: value } = resolveValue({ file, node });
  return isNullish(value) || staticText(file, node) === '';
}

/** `token=; Max-Age=0`. */
function isExpiredHeader({ value, attributes }: HeaderParts): boolean {
  return value === '' || /\bmax-age\s*=\s*(?:0(?!\d)|-)|\bexpires\s*=[^;]*\b1970\b/i.test(attributes);
}
