import type { Medium, StorageAccess, StorageKey } from '../apis/storage/index.ts';
import type { NameReading, NameSettings } from '../credentials/names.ts';
import { readCookieName, readKeyName, readName as readStorageKey } from '../credentials/names.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import type { Place } from '../flow/resolve.ts';
import { iteratedBy, parameterOf } from '../syntax/functions.ts';
import type { BoundParameter } from '../flow/creations.ts';
import { parameterBehind } from '../flow/creations.ts';
import type { FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { contains, enclosingClass, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { textOf } from '../syntax/source-file.ts';
import type { TextPart } from '../flow/static-text.ts';
import { mergeParts, textParts, textPieces } from '../flow/static-text.ts';
import { statedTexts } from '../flow/possible-texts.ts';
import { TRADES_OF_THINGS } from '../credentials/vocabulary.ts';
import { splitWords } from '../credentials/words.ts';

/** A storage key as it is judged: its text or the name that stands for it, and what that says. */
export interface JudgedKey {
  readonly reading: NameReading;
  /** The key as messages show it: `'jwt'`, or `STORAGE_KEYS.AUTH_TOKEN` where its text is not known. */
  readonly shown: string;
  /** The key's text where all of it is known. */
  readonly text?: string;
  /** Whether it is one of several, all of which the same code is for: `for (const key of KEYS)`. */
  readonly isOneOfMany?: true;
  /** What tells several such keys apart, as it is written: `tenant` of `${tenant}_token`. */
  readonly varyingBy?: string;
}

/**
 * Judges the key under which something is stored: by its text where that is known, through constants, enums, templates
 * and (in a project) imports, else by the name of what stands for it.
 */
export function judgeKey(file: SourceFile, key: StorageKey, medium?: Medium): JudgedKey {
  const readName = medium === 'script-cookie' ? readCookieName : readStorageKey;
  const read = (text: string): NameReading => pairedKey(file, text) ?? readName(text, file.settings.names);
  if (key.text !== undefined) return { reading: read(key.text), shown: `'${key.text}'`, text: key.text };
  const home = key.file ?? file;
  const node = defaultOf(home, key.node) ?? key.node;
  const pieces = key.parts ?? textPieces(home, node);
  const [only, ...more] = mergeParts(pieces);
  if (only === undefined || more.length > 0) return ofSeveralParts(file, only === undefined ? [] : [only, ...more], read);
  if (typeof only !== 'string') return ofPlace(file, only, { file: home, node }, read);
  const reading = readConstant(home, node, readUnderPrefix(pieces, read(only), file.settings.names));
  return { reading, shown: `'${only}'`, text: only };
}

/** What says beside `access` or `refresh` that it is a token: the other of the two, or the scheme that it is sent with. */
const [ACCESS, REFRESH, SCHEME] = [/['"`]access['"`]/i, /['"`]refresh['"`]/i, /['"`](?:bearer|jwt|token)\s/i];

/**
 * `access` and `refresh`, as servers of Simple JWT call the tokens that they answer with, and pages the keys under which they
 * keep them: https://django-rest-framework-simplejwt.readthedocs.io/en/latest/getting_started.html#usage
 */
function pairedKey(file: SourceFile, text: string): NameReading | undefined {
  if (!/^(?:access|refresh)$/i.test(text)) return undefined;
  if (!SCHEME.test(file.text) && !(ACCESS.test(file.text) && REFRESH.test(file.text))) return undefined;
  return { verdict: 'likely', kind: /^a/i.test(text) ? 'access token' : 'refresh token' };
}

/** A key of which no text is written: by the texts that it may be, else by the name of what stands for it. */
function ofPlace(file: SourceFile, only: Place, written: Place, read: (text: string) => NameReading): JudgedKey {
  const texts = statedTexts(only.file, only.node);
  if (texts.length > 0) return oneOf(texts.map((text) => ({ reading: read(text), shown: `'${text}'`, text })));
  const name = nameOf(only) ?? nameOf(written);
  return { reading: readKeyName(name ?? '', file.settings.names), shown: name ?? 'a computed key' };
}

/**
 * `token_${userId}` is a token for each user, `${prefix}token` one under a prefix: the literal pieces tell, and a hole counts
 * only where they say nothing.
 */
function ofSeveralParts(file: SourceFile, parts: readonly TextPart[], read: (text: string) => NameReading): JudgedKey {
  const literal = parts.map((part) => (typeof part === 'string' ? part : '·')).join('');
  const reading = read(literal.replaceAll('·', '_'));
  const hole = parts.find((part) => typeof part !== 'string');
  const byHole = hole !== undefined && typeof hole !== 'string' ? nameOf(hole) : undefined;
  if (reading.verdict === 'other' && reading.trade === undefined && byHole !== undefined && !/[a-z]{3}/i.test(literal))
    return { reading: readKeyName(byHole, file.settings.names), shown: byHole };
  const varyingBy = parts.flatMap((part) => (typeof part === 'string' || !varies(part) ? [] : [textOf(part.file, part.node)]))[0];
  return { reading, shown: `'${literal.replaceAll('·', '…')}'`, ...(varyingBy !== undefined && { varyingBy }) };
}

/** Names of what is one for the whole app, whoever gives it. */
const OF_THE_APP = /prefix|name_?space|scope|\bapp|\benv\b|config|settings|version|brand|key/i;

/** What there are several of in one browser. */
const SEVERAL = /(?:^|\.)(?:id|uid|user\w*|account\w*|tenant\w*|org\w*|team\w*|workspace\w*|profile\w*|e?mail)$|Id$/i;

/** Whether a part of a key is another one at another time: what a function is given, what is set anew, somebody's id. */
function varies({ file, node }: Place): boolean {
  const text = textOf(file, node);
  if (OF_THE_APP.test(text)) return false;
  const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
  if (!variable) return node.type === 'MemberExpression' && SEVERAL.test(text);
  return bindingOf(variable).kind === 'parameter' || variable.references.filter((one) => one.isWrite()).length > 1;
}

/** Of several keys, the one that says most of credentials. */
function oneOf(keys: readonly JudgedKey[]): JudgedKey {
  const found =
    keys.find(({ reading }) => isCredentialKey(reading)) ?? keys.find(({ reading }) => reading.verdict === 'holder') ?? keys[0]!;
  return keys.length > 1 ? { ...found, isOneOfMany: true } : found;
}

/**
 * `x_board_` before `token` is the name of an app, though a board's token were another thing. One word alone may be the
 * trade's: `board_`.
 */
function readUnderPrefix(pieces: readonly TextPart[], reading: NameReading, names: NameSettings): NameReading {
  const texts = pieces.filter((one) => typeof one === 'string' && one !== '') as string[];
  const [own, prefix] = [texts.at(-1) ?? '', texts.slice(0, -1).join('')];
  if (!TRADES_OF_THINGS.has(reading.trade ?? '') || splitWords(prefix).length < 2) return reading;
  const alone = readStorageKey(own, names);
  return isCredentialKey(alone) ? alone : reading;
}

/** A text that says little (`'app-data'`) under a constant that says much (`AUTH_TOKEN_KEY`): the constant tells. */
function readConstant(file: SourceFile, node: Node, reading: NameReading): NameReading {
  const isOfThings = TRADES_OF_THINGS.has(reading.trade ?? '');
  if (isCredentialKey(reading) || (reading.trade !== undefined && !isOfThings)) return reading;
  const name = nameOf({ file, node });
  const byConstant = name === undefined ? reading : readKeyName(name, file.settings.names);
  return byConstant.verdict === 'credential' ? byConstant : reading;
}

function nameOf({ file, node }: Place): string | undefined {
  if (node.type === 'Identifier') {
    const variable = variableOf(file, node);
    const binding = variable && bindingOf(variable);
    // import { ACCESS_TOKEN as key }: the name that it has at home says more.
    return binding?.kind === 'import' && !/^(?:default|\*)$/.test(binding.imported) ? binding.imported : node.name;
  }
  if (node.type !== 'MemberExpression') return undefined;
  const own = memberName(node);
  // StorageKey.token and KEYS.jwt: the member alone is the name.
  return own?.replace(/^#/, '');
}

/** Whether a reading makes the value under the key a credential. A holder's value has to tell for itself. */
export function isCredentialKey(reading: NameReading): boolean {
  return reading.verdict === 'credential' || reading.verdict === 'likely';
}

/** The default of a parameter: `(token, key = 'token') => …` is about that key, unless a caller names another. */
function defaultOf(file: SourceFile, node: Node): Node | undefined {
  const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'parameter' ? binding.fallback : undefined;
}

/** A parameter that a key is, or is made of. */
export interface KeyParameter extends BoundParameter {
  /** The key's pieces, where more than the parameter is in it: `PREFIX + key`. */
  readonly parts?: readonly TextPart[];
  /** The parameter among them. */
  readonly hole: Place;
}

/**
 * The parameter that decides about a key, where the access is inside a function that takes its key from outside, or in a
 * method of an object that is made for one key.
 */
export function keyParameter(file: SourceFile, access: StorageAccess): KeyParameter | undefined {
  if (!access.key || access.key.text !== undefined) return undefined;
  const parts = access.key.parts ?? textParts(access.key.file ?? file, access.key.node);
  const found = parts.flatMap((part): KeyParameter[] => {
    const parameter = typeof part === 'string' ? undefined : parameterBehind({ file: part.file, node: unescaped(part.node) });
    // What a list's elements are the list says.
    return parameter && !(parameter.index === 0 && iteratedBy(parameter.fn)) ? [{ ...parameter, hole: part as Place }] : [];
  });
  // The prefix may be a parameter too: of the constructor, say. The caller's is that of a function around the access.
  const around = found.filter(({ fn }) => contains(fn, access.node));
  const [parameter, ...more] = around.length > 0 ? around : found.filter(({ fn }) => isOfClassAround(fn, access.node));
  return parameter && more.length === 0 ? { ...parameter, ...(parts.length > 1 && { parts }) } : undefined;
}

function isOfClassAround(constructor: FunctionNode, node: Node): boolean {
  const host = enclosingClass(constructor);
  return host !== undefined && contains(host, node);
}

/** Whether the access is judged at its calls, since its key says nothing where it is written. */
export function isWrapper(file: SourceFile, access: StorageAccess): boolean {
  const parameter = keyParameter(file, access);
  if (!parameter || parameter.parts || !access.key?.node || access.key.text !== undefined) return false;
  const home = access.key.file ?? file;
  if (parameterOf(home, access.key.node)) return defaultOf(home, access.key.node) === undefined;
  // A field, or an option: `this.tokenKey` is about tokens, whoever makes the object.
  return !isCredentialKey(judgeKey(file, access.key, access.api.medium).reading);
}

/** `name.replace(/[.*+]/g, '\\$&')`: a name made fit for a pattern is still the name. */
function unescaped(node: Node): Node {
  const isReplaced =
    node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && /^replace(?:All)?$/.test(memberName(node.callee) ?? '');
  return isReplaced ? (node.callee as TSESTree.MemberExpression).object : node;
}
