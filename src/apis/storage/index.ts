import { documentCookie } from './document-cookie.ts';
import { isomorphicCookies, scriptCookies } from './script-cookies.ts';
import type { StorageApi } from './storage-api.ts';
import { webStorage } from './web-storage.ts';

export type { Medium, StorageAccess, StorageApi, StorageKey } from './storage-api.ts';

/** Every storage that rules and codemods know. A new one is a file beside these and a line here. */
export const storages: readonly StorageApi[] = [webStorage, documentCookie, scriptCookies, isomorphicCookies];
