import type { StorageAccess } from '../apis/storage/index.ts';
import type { StorageExposure } from '../exposures/index.ts';
import { persistedExposures } from '../exposures/persisted-state.ts';
import { storageExposures } from '../exposures/storage.ts';
import { accessesOf } from '../exposures/storage-accesses.ts';
import { isCredentialKey } from '../exposures/storage-keys.ts';
import { staticText } from '../flow/static-text.ts';
import { enclosingFunction } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { LegacyKey, SessionClientFacts, StoredKey } from '../templates/session-client-facts.ts';

/** Where pages have kept the token so far: the keys and cookies that the new session clears. */
export function keptTokens(files: readonly SourceFile[]): Pick<SessionClientFacts, 'legacyKeys' | 'legacyCookies'> {
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
        companions: own.flatMap((one) => removedWith(one).filter((stored) => !isKept.has(`${stored.storage} ${stored.key}`))),
      });
    }
  }
  for (const { stored } of files.flatMap((file) => persistedExposures(file)))
    if (stored) keys.set(`${stored.storage} ${stored.key}`, { ...stored, isObject: true, isState: true });
  return { legacyKeys: [...keys.values()], legacyCookies: [...cookies] };
}

/** What is removed where a token is: who is signed in, mostly. Without the token nobody is. */
function removedWith({ file, node }: StorageExposure & { readonly file: SourceFile }): StoredKey[] {
  const fn = enclosingFunction(node);
  return accessesOf(file).flatMap((access) => {
    if (access.operation !== 'remove' || access.node === node || enclosingFunction(access.node) !== fn) return [];
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
