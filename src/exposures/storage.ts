import { storages } from '../apis/storage/index.ts';
import type { Medium, StorageAccess } from '../apis/storage/index.ts';
import { readName } from '../credentials/names.ts';
import { TRADES_OF_THINGS } from '../credentials/vocabulary.ts';
import { splitWords } from '../credentials/words.ts';
import type { Place } from '../flow/resolve.ts';
import { sourcesOf } from '../flow/back.ts';
import { locationOf } from '../flow/location.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import { callsTo } from '../flow/calls.ts';
import { bare, functionName, isUndefined, memberName } from '../syntax/nodes.ts';
import type { Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import { staticText } from '../flow/static-text.ts';
import type { Credential } from './credential.ts';
import { isCredential, NOT_A_CREDENTIAL } from './credential.ts';
import { evidenceFor } from './evidence.ts';
import { isFlag } from './flags.ts';
import { article } from './named-evidence.ts';
import type { StorageExposure } from './exposure.ts';
import { holderName } from './holder-names.ts';
import { credentialWithin } from './holders.ts';
import { isForTokens, promisedByTypeOf, tokensKept } from './kept-tokens.ts';
import type { JudgedKey } from './storage-keys.ts';
import { isCredentialKey, isWrapper, judgeKey, keyParameter } from './storage-keys.ts';
import { accessesOf } from './storage-accesses.ts';
import { takenFromRead } from './taken-from-reads.ts';
import { placeForCredential } from './typed-credentials.ts';

/** Text without which no file touches a storage that scripts can read. */
export const STORAGE_HINT = storageHint('browser-storage', 'script-cookie', 'native-storage');

/** Text without which no file touches a storage of one of the media: the storages' own hints, which are lists of words. */
export function storageHint(...media: readonly Medium[]): RegExp {
  // Beside what the storages say of themselves: helpers of the project's own are known by these words alone.
  const words = [...(media.includes('browser-storage') ? ['storage'] : []), ...(media.includes('script-cookie') ? ['cookie'] : [])];
  const parts = [
    ...new Set([...words, ...storages.filter(({ medium }) => media.includes(medium)).flatMap(({ hint }) => hint.source.split('|'))]),
  ];
  // `localstorage` adds nothing beside `storage`, and every word is looked for in every file.
  return new RegExp(
    parts.filter((part) => !parts.some((other) => other !== part && part.toLowerCase().includes(other.toLowerCase()))).join('|'),
    'i',
  );
}

/** Credentials in storages that scripts can read, and their removal. */
export const storageExposures = perFile((file): readonly StorageExposure[] => {
  const judged = judgedAccesses(file);
  // A key that one place proves to hold a credential holds it wherever the file uses that key.
  const proven = provenKeys(judged);
  const known = new Set(judged.map((exposure) => exposure.node));
  const others = accessesOf(file).flatMap((access) => (known.has(access.node) ? [] : (byProvenKey(file, access, proven) ?? [])));
  return [...judged, ...others];
});

/** The accesses that prove by themselves what they are about. */
const judgedAccesses = perFile((file): readonly StorageExposure[] => {
  const judged = accessesOf(file).flatMap((access) => judge(file, access) ?? []);
  if (!judged.some(({ access }) => access.operation === 'read')) return judged;
  const refuted = refutedKeys(file);
  return refuted.size === 0 ? judged : judged.filter(({ access, key }) => access.operation !== 'read' || !refuted.has(key.shown));
});

const JOINED = /^(?:TemplateLiteral|BinaryExpression)$/;

/** Keys that are called a token's, under which the file is seen to keep other things alone: `setItem(ADMIN_TOKEN, roles[0])`. */
function refutedKeys(file: SourceFile): ReadonlySet<string> {
  const refuted = new Map<string, boolean>();
  for (const access of accessesOf(file)) {
    if (access.operation !== 'write' || !access.key || !access.value) continue;
    const { shown } = judgeKey(file, access.key, access.api.medium);
    const { file: home, node } = access.value;
    // A text may stand for a token in a demonstration; one that says so of itself, with the date behind it, for nothing else.
    const isSaid = bare(node).type === 'MemberExpression' || JOINED.test(resolveValue(access.value).node.type);
    refuted.set(shown, isSaid && evidenceFor(home, node) === NOT_A_CREDENTIAL && refuted.get(shown) !== false);
  }
  return new Set([...refuted].flatMap(([shown, isOther]) => (isOther ? [shown] : [])));
}

/** Keys under which the file, by itself, is seen to keep an object that holds a credential. */
export function holderKeysOf(file: SourceFile): Iterable<string> {
  return provenKeys(judgedAccesses(file)).keys();
}

function provenKeys(exposures: readonly StorageExposure[]): Map<string, StorageExposure> {
  return new Map(
    exposures
      .filter(({ key, kind }) => key.text !== undefined && !isCredentialKey(key.reading) && !kind.endsWith('remove'))
      .map((exposure) => [exposure.key.text!, exposure]),
  );
}

function judge(file: SourceFile, access: StorageAccess): StorageExposure | undefined {
  if (!access.key || access.isUsed) return undefined;
  if (isWrapper(file, access)) return insideWrapper(file, access, access.key);
  const key = judgeKey(file, access.key, access.api.medium);
  const { trade } = key.reading;
  if (key.reading.verdict === 'other' && trade !== undefined && !(access.operation === 'write' && TRADES_OF_THINGS.has(trade)))
    return undefined;
  if (access.operation === 'write') return judgeWrite(file, access, key);
  if (isFlag(file, access.node)) return undefined;
  if (access.operation === 'keep') return judgeKept(file, access, key);
  if (isCredentialKey(key.reading)) return exposure(file, access, key, keyReason(key), key.reading.kind);
  if (access.operation !== 'read') return undefined;
  const taken = takenFromRead(file, access.node);
  return taken && exposure(file, access, key, `the code takes \`${taken.name}\` out of it`, taken.kind);
}

/**
 * The inside of a wrapper says nothing, and its calls are judged; but `saveToken(key, value)` is about tokens whatever the
 * key, and where the file does not call it nothing else says so.
 */
function insideWrapper(file: SourceFile, access: StorageAccess, key: NonNullable<StorageAccess['key']>): StorageExposure | undefined {
  const parameter = keyParameter(file, access);
  const name = (parameter && functionName(parameter.fn)) ?? '';
  if (!parameter || callsTo(file, parameter.fn).length > 0) return undefined;
  const reading = readName(
    splitWords(name)
      .filter((word) => !WRAPPING_VERBS.has(word))
      .join('_'),
    file.settings.names,
  );
  return reading.verdict === 'credential' || reading.verdict === 'likely'
    ? exposure(file, access, judgeKey(file, key, access.api.medium), `\`${name}\` is for ${article(reading.kind)}`, reading.kind)
    : undefined;
}

const WRAPPING_VERBS: ReadonlySet<string> = new Set([
  'get',
  'set',
  'save',
  'store',
  'load',
  'read',
  'write',
  'put',
  'remove',
  'delete',
  'clear',
  'persist',
  'fetch',
]);

function judgeWrite(file: SourceFile, access: StorageAccess, key: JudgedKey): StorageExposure | undefined {
  const isByKey = isCredentialKey(key.reading);
  const { value } = access;
  if (!value) return isByKey ? exposureByKey(file, access, key) : undefined;
  const evidence = evidenceFor(value.file, value.node);
  if (evidence === NOT_A_CREDENTIAL) return undefined;
  // Writing nothing is another way to remove.
  if (isEmptyValue(value)) return isByKey ? exposureByKey(file, { ...access, operation: 'remove' }, key) : undefined;
  const held = isCredential(evidence) ? evidence : (credentialWithin(value.file, value.node) ?? promisedByTypeOf(value));
  if (isByKey) return exposureByKey(file, access, key, held);
  if (held && isEnough(held, key))
    return exposure(file, access, key, isCredential(evidence) ? held.reason : `it holds \`${held.name}\``, held.kind);
  const tokens = key.reading.trade === undefined && isForTokens(key.text) ? tokensKept(value) : undefined;
  return tokens && exposure(file, access, key, tokens.reason, tokens.kind);
}

/** What is stored under a credential's key is one, whatever it is; where it was followed, that says more. */
function exposureByKey(file: SourceFile, access: StorageAccess, key: JudgedKey, held?: Credential): StorageExposure {
  const reason = held?.strength === 'flow' ? held.reason : keyReason(key);
  return exposure(file, access, key, reason, held && held.kind !== 'token' ? held.kind : key.reading.kind);
}

/** State that a hook keeps: its key, what it starts with, what the code gives it and takes out of it. */
function judgeKept(file: SourceFile, access: StorageAccess, key: JudgedKey): StorageExposure | undefined {
  const given = [...(access.value ? [access.value] : []), ...(access.later ?? [])].filter((one) => !isEmptyValue(one));
  const answers = given.map((one) => evidenceFor(one.file, one.node));
  if (answers.length > 0 && answers.every((one) => one === NOT_A_CREDENTIAL)) return undefined;
  if (isCredentialKey(key.reading)) return exposure(file, access, key, keyReason(key), key.reading.kind);
  for (const [i, answer] of answers.entries()) {
    const held = isCredential(answer) ? answer : answer === NOT_A_CREDENTIAL ? undefined : credentialWithin(given[i]!.file, given[i]!.node);
    if (held && isEnough(held, key))
      return exposure(file, access, key, isCredential(answer) ? held.reason : `it holds \`${held.name}\``, held.kind);
  }
  const taken = takenFromRead(file, access.node);
  if (taken) return exposure(file, access, key, `the code takes \`${taken.name}\` out of it`, taken.kind);
  const meant = access.value && placeForCredential(access.value.file, access.value.node);
  return meant && exposure(file, access, key, `it has a place for \`${meant.name}\``, meant.kind);
}

/** A bare `token` under a key that says nothing is a credential only where the key is made for one: `user`, `auth`. */
function isEnough(held: Credential, key: JudgedKey): boolean {
  if (key.reading.trade !== undefined) return held.strength !== 'likely';
  return (
    held.strength !== 'likely' ||
    key.reading.verdict === 'holder' ||
    key.text === undefined ||
    /logged|login|auth|user|session|account/i.test(key.text)
  );
}

/** `''`, `null`, `undefined` and their JSON; not `token ?? ''`, which is nothing only where there is no token. */
function isEmptyValue(place: Place): boolean {
  const { file, node } = resolveValue(place);
  if (node.type === 'Literal') return (node.value === null || node.value === '') && !isFilledLater(place);
  if (node.type === 'CallExpression' && calleeName(node) === 'stringify') {
    const given = argumentAt(node, 0);
    return given !== undefined && isEmptyValue({ file, node: given });
  }
  return isUndefined(node) || (node.type === 'TemplateLiteral' && staticText(file, node) === '');
}

/** A field that starts empty, and is given something elsewhere. */
function isFilledLater({ file, node }: Place): boolean {
  const inner = bare(node);
  if (inner.type !== 'MemberExpression') return false;
  const seen = new Set([locationOf(file, inner)]);
  for (const at of seen) {
    const next = sourcesOf(at);
    if (next.length > 1) return true;
    for (const one of next) seen.add(one);
  }
  return false;
}

function byProvenKey(file: SourceFile, access: StorageAccess, proven: ReadonlyMap<string, StorageExposure>): StorageExposure | undefined {
  if (!access.key || access.isUsed || isWrapper(file, access) || access.operation === 'clear') return undefined;
  const key = judgeKey(file, access.key, access.api.medium);
  const proof = provenHere(access, key, proven) ?? provenElsewhere(file, access, key);
  if (!proof || (access.operation === 'write' && isNoCredential(access.value))) return undefined;
  return exposure(file, access, key, proof.reason, proof.kind);
}

/** Why a key is one under which a credential is kept, and of which kind that is. */
interface KeyProof {
  readonly reason: string;
  readonly kind: string;
}

/** This file keeps a credential under the key, in a storage of the same kind. */
function provenHere({ api }: StorageAccess, { text }: JudgedKey, proven: ReadonlyMap<string, StorageExposure>): KeyProof | undefined {
  const here = text === undefined ? undefined : proven.get(text);
  return here && api.medium === here.access.api.medium ? { reason: here.reason, kind: here.what.replace(/^an? /, '') } : undefined;
}

function provenElsewhere({ facts }: SourceFile, access: StorageAccess, key: JudgedKey): KeyProof | undefined {
  if (!facts || key.text === undefined) return undefined;
  const isKnown = facts.holderKeys.has(key.text) || isOfKnownHolder(access, key, facts.holderNames);
  return isKnown ? { reason: 'another file keeps a credential under this key', kind: 'token' } : undefined;
}

function isNoCredential(value: Place | undefined): boolean {
  return value !== undefined && evidenceFor(value.file, value.node) === NOT_A_CREDENTIAL;
}

/**
 * `localStorage.setItem('userInfo', JSON.stringify(data))` where another file sends `userInfo.token`; not where the
 * token is seen to be left out.
 */
function isOfKnownHolder(access: StorageAccess, key: JudgedKey, names: ReadonlySet<string>): boolean {
  if (key.reading.verdict !== 'holder' || !names.has(holderName(key.text ?? ''))) return false;
  const written = access.value && resolveValue(access.value);
  const kept =
    written?.node.type === 'CallExpression' && calleeName(written.node) === 'stringify' ? argumentAt(written.node, 0) : written?.node;
  const whole = kept && resolveValue({ file: written!.file, node: kept });
  return whole?.node.type !== 'ObjectExpression' && !(kept && isSaidOther(kept));
}

/** What people fill in, choose or list is not the object that carries the token, whatever the key is called: `form.values`. */
function isSaidOther(node: Node): boolean {
  const inner = bare(node);
  const name = inner.type === 'Identifier' ? inner.name : inner.type === 'MemberExpression' ? memberName(inner) : undefined;
  const words = splitWords(name ?? '');
  const owner = inner.type === 'MemberExpression' && inner.object.type === 'Identifier' ? splitWords(inner.object.name) : [];
  return [...words, ...owner].some((word) => OTHER_THINGS.has(word));
}

const OTHER_THINGS: ReadonlySet<string> = new Set(
  `form draft drafts filter filters setting settings preference preferences prefs option options field fields input inputs values query
  name email id ids list count theme locale language layout tab tabs columns`.split(/\s+/),
);

const PREFIXES = { 'browser-storage': 'storage', 'script-cookie': 'cookie', 'native-storage': 'native' } as const satisfies Record<
  Medium,
  string
>;

function keyReason(key: JudgedKey): string {
  return `key ${key.shown} names ${article(key.reading.kind)}`;
}

function exposure(file: SourceFile, access: StorageAccess, key: JudgedKey, reason: string, kind: string): StorageExposure {
  const prefix = PREFIXES[access.api.medium];
  const operation = access.operation === 'clear' ? 'remove' : access.operation;
  return { kind: `${prefix}-${operation}`, file, node: access.node, access, key, reason, what: article(kind) };
}
