import type { StorageAccess } from '../apis/storage/index.ts';
import type { StorageExposure } from '../exposures/index.ts';
import { isAboutWhoIsSignedIn } from '../credentials/session-words.ts';
import { persistedExposures } from '../exposures/persisted-state.ts';
import { storageExposures } from '../exposures/storage.ts';
import { accessesOf } from '../exposures/storage-accesses.ts';
import { isCredentialKey } from '../exposures/storage-keys.ts';
import { staticText } from '../flow/static-text.ts';
import { enclosingFunction } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { LegacyKey, SessionClientFacts, StoredKey } from '../templates/session-client-facts.ts';

/** Where pages have kept the token so far: the keys and cookies that the new session clears. */
export function keptTokens(files: readonly SourceFile[]): Pick<SessionClientFacts, 'legacyKeys' | 'legacyCookies' | 'records'> {
  const keys = new Map<string, LegacyKey>();
  const cookies = new Set<string>();
  const exposures = files.flatMap((file) => storageExposures(file).map((one) => ({ ...one, file })));
  const removals = exposures.filter(({ access }) => access.operation === 'remove');
  const isKept = new Set(exposures.map(nameOf));
  for (const exposure of exposures) {
    const { access, key } = exposure;
    if (key.text === undefined) continue;
    if (access.api.medium === 'script-cookie') cookies.add(key.text);
    else {
      const name = nameOf(exposure);
      const own = removals.filter((one) => nameOf(one) === name);
      keys.set(name, {
        key: key.text,
        storage: storageOf(access),
        isObject: !isCredentialKey(key.reading),
        isDropped: own.length > 0,
        companions: own.flatMap((one) => keysBeside(one, 'remove').filter((stored) => !isKept.has(placeOf(stored)))),
      });
    }
  }
  for (const { stored } of files.flatMap((file) => persistedExposures(file)))
    if (stored) keys.set(placeOf(stored), { ...stored, isObject: true, isState: true });
  const legacyKeys = [...keys.values()];
  return { legacyKeys, legacyCookies: [...cookies], records: recordsOf(files, exposures, legacyKeys) };
}

/** A key with its storage, as one text. */
function placeOf({ key, storage }: StoredKey): string {
  return `${storage} ${key}`;
}

/** An access to a storage with the file that it is in. */
type Found = StorageExposure & { readonly file: SourceFile };

/**
 * What says who is signed in: objects that held a token, and what is stored or taken away with one. Only what signing out
 * takes away, and not all of that: a basket may go with whoever leaves, and not with a session that ends by itself.
 */
function recordsOf(files: readonly SourceFile[], exposures: readonly Found[], legacyKeys: readonly LegacyKey[]): StoredKey[] {
  const cleared = new Set(files.flatMap((file) => accessesOf(file).filter(isClearing).map(storageOf)));
  const stored = exposures.filter(({ kind }) => kind.endsWith('-write')).flatMap((one) => keysBeside(one, 'write'));
  const writes = new Set(stored.map(placeOf));
  const removed = exposures.filter(({ access }) => access.operation === 'remove').flatMap((one) => keysBeside(one, 'remove'));
  const isWritten = (one: StoredKey): boolean => writes.has(placeOf(one));
  const tokens = new Set(legacyKeys.map(placeOf));
  const records = [
    ...legacyKeys.filter((one) => one.isObject && !one.isState && (one.isDropped || cleared.has(one.storage))),
    ...[
      ...removed.filter((one) => isWritten(one) || isAboutWhoIsSignedIn(one.key)),
      ...stored.filter((one) => cleared.has(one.storage)),
    ].filter((one) => !tokens.has(placeOf(one))),
  ];
  return [...new Map(records.map(({ key, storage }) => [placeOf({ key, storage }), { key, storage }])).values()];
}

function isClearing({ operation, storage }: StorageAccess): boolean {
  return operation === 'clear' && /^(?:local|session)Storage$/.test(storage);
}

/** What is stored, or removed, where a token is: who is signed in, mostly. Without the token nobody is. */
function keysBeside({ file, node }: Found, operation: 'write' | 'remove'): StoredKey[] {
  const fn = enclosingFunction(node);
  return accessesOf(file).flatMap((access) => {
    if (access.operation !== operation || access.node === node || enclosingFunction(access.node) !== fn) return [];
    if (!/^(?:local|session)Storage$/.test(access.storage)) return [];
    const text = access.key?.text ?? (access.key && staticText(file, access.key.node));
    return text === undefined ? [] : [{ key: text, storage: storageOf(access) }];
  });
}

function storageOf({ storage }: StorageAccess): StoredKey['storage'] {
  return storage === 'sessionStorage' ? 'sessionStorage' : 'localStorage';
}

function nameOf({ access, key }: StorageExposure): string {
  return `${access.storage} ${String(key.text)}`;
}
