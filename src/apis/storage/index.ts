import { cacheStorage } from './cache-storage.ts';
import { crossPlatformStorage } from './cross-platform-storage.ts';
import { documentCookie } from './document-cookie.ts';
import { extensionStorage } from './extension-storage.ts';
import { indexedDb, indexedDbLibraries } from './indexed-db.ts';
import { isomorphicCookies } from './isomorphic-cookies.ts';
import { deviceStorage, encryptableStorage } from './native-storage.ts';
import { scriptCookies } from './script-cookies.ts';
import type { StorageApi } from './storage-api.ts';
import { storageHooks } from './storage-hooks.ts';
import { webStorage } from './web-storage.ts';
import { webStorageLibraries } from './web-storage-libraries.ts';

export { givenLater } from './storage-calls.ts';
export { teamStorage } from './team-storage.ts';
export type { Medium, StorageAccess, StorageApi, StorageKey } from './storage-api.ts';

/** Every storage that rules and codemods know. A new one is a file beside these and a line here. */
export const storages: readonly StorageApi[] = [
  webStorage,
  webStorageLibraries,
  crossPlatformStorage,
  storageHooks,
  indexedDb,
  indexedDbLibraries,
  cacheStorage,
  extensionStorage,
  documentCookie,
  scriptCookies,
  isomorphicCookies,
  deviceStorage,
  encryptableStorage,
];
