import { clear, keyedStorage, many, read, remove, write } from './storage-api.ts';

/** Every door to an extension's storage: the globals, Mozilla's polyfill and WXT's. */
const DOORS = ['chrome.storage', 'browser.storage', 'webextension-polyfill#storage', 'wxt/browser#browser.storage'];

/**
 * What a browser extension keeps on disk, where its content scripts read it: `local`, and `sync`, which goes to every
 * browser of the user. `session` is memory: https://developer.chrome.com/docs/extensions/reference/api/storage
 */
export const extensionStorage = keyedStorage({
  id: 'extension-storage',
  medium: 'browser-storage',
  hint: /storage/i,
  objects: {
    ...Object.fromEntries(DOORS.flatMap((door) => ['local', 'sync'].map((area) => [`${door}.${area}`, `chrome.storage.${area}`]))),
    // https://github.com/PlasmoHQ/storage
    '@plasmohq/storage#Storage<new>': 'chrome.storage',
    // https://wxt.dev/storage: keys are 'local:token'
    '@wxt-dev/storage#storage': 'chrome.storage',
    'wxt/storage#storage': 'chrome.storage',
    'wxt/utils/storage#storage': 'chrome.storage',
  },
  methods: {
    get: many(read()),
    getItem: read(),
    set: many(write()),
    setItem: write(),
    remove: many(remove()),
    removeItem: remove(),
    clear,
  },
});
