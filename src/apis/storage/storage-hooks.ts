import type { StorageOperation } from './storage-api.ts';
import { keep, keyedStorage, read, remove, write } from './storage-api.ts';

const local = (operation: StorageOperation): StorageOperation => ({ ...operation, storage: 'localStorage' });
const session = (operation: StorageOperation): StorageOperation => ({ ...operation, storage: 'sessionStorage' });

/** Hooks and stores that keep a piece of state in localStorage or sessionStorage: what they hold, every script of the page can read. */
export const storageHooks = keyedStorage({
  id: 'storage-hooks',
  medium: 'browser-storage',
  hint: /storage|persisted-store|makePersisted/i,
  functions: {
    // https://vueuse.org/core/useStorage: the storage is the third argument
    '@vueuse/core#useLocalStorage': local(keep()),
    '@vueuse/core#useSessionStorage': session(keep()),
    '@vueuse/core#useStorage': keep(),
    '@vueuse/core#useStorageAsync': keep(),
    // https://usehooks-ts.com/react-hook/use-local-storage
    'usehooks-ts#useLocalStorage': local(keep()),
    'usehooks-ts#useSessionStorage': session(keep()),
    'usehooks-ts#useReadLocalStorage': local(read()),
    // https://github.com/streamich/react-use/blob/master/docs/useLocalStorage.md
    'react-use#useLocalStorage': local(keep()),
    'react-use#useSessionStorage': session(keep()),
    'react-use/lib/useLocalStorage#': local(keep()),
    'react-use/lib/useSessionStorage#': session(keep()),
    // https://ahooks.js.org/hooks/use-local-storage-state
    'ahooks#useLocalStorageState': local(keep()),
    'ahooks#useSessionStorageState': session(keep()),
    // https://mantine.dev/hooks/use-local-storage: one object with `key` and `defaultValue`
    '@mantine/hooks#useLocalStorage': local(keep()),
    '@mantine/hooks#useSessionStorage': session(keep()),
    '@mantine/hooks#readLocalStorageValue': local(read()),
    '@mantine/hooks#readSessionStorageValue': session(read()),
    // https://usehooks.com/uselocalstorage
    '@uidotdev/usehooks#useLocalStorage': local(keep()),
    '@uidotdev/usehooks#useSessionStorage': session(keep()),
    // https://github.com/rehooks/local-storage
    '@rehooks/local-storage#': local(keep()),
    '@rehooks/local-storage#useLocalStorage': local(keep()),
    '@rehooks/local-storage#writeStorage': local(write()),
    '@rehooks/local-storage#deleteFromStorage': local(remove()),
    // https://github.com/astoilkov/use-local-storage-state
    'use-local-storage-state#': local(keep()),
    // https://github.com/nas5w/use-local-storage
    'use-local-storage#': local(keep()),
    // https://github.com/joshnuss/svelte-persisted-store
    'svelte-persisted-store#persisted': local(keep()),
    'svelte-local-storage-store#persisted': local(keep()),
    'svelte-local-storage-store#writable': local(keep()),
    // https://github.com/solidjs-community/solid-primitives/tree/main/packages/storage: a signal or store, then its options
    '@solid-primitives/storage#makePersisted': local(keep(1, 0)),
    // https://github.com/plasmohq/storage
    '@plasmohq/storage/hook#useStorage': { ...keep(), storage: 'chrome.storage' },
  },
  functionsLabel: 'web storage',
});
