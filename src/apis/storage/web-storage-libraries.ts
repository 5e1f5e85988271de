import { clear, keep, keyedStorage, many, read, remove, write } from './storage-api.ts';
import type { StorageOperation } from './storage-api.ts';

/** `store('token', value)` writes, `store('token')` reads, `store({ token })` writes all of them. */
const store: StorageOperation = { ...many(write()), alone: 'read' };

/**
 * Libraries over localStorage and sessionStorage. Some encrypt with a key that the page holds as well, which keeps no
 * script of the page out.
 */
export const webStorageLibraries = keyedStorage({
  id: 'web-storage-libraries',
  medium: 'browser-storage',
  hint: /storage|store2|['"]store['"]|store\/dist|lscache|secure-ls|quasar|\$ls\b|\$session\b/i,
  objects: {
    // https://github.com/nbubna/store
    'store2#': 'localStorage',
    'store2#local': 'localStorage',
    'store2#session': 'sessionStorage',
    'store2#namespace()': 'localStorage',
    'store2#namespace().session': 'sessionStorage',
    // https://github.com/marcuswestin/store.js
    'store#': 'localStorage',
    'store/dist/store.modern#': 'localStorage',
    'store/dist/store.legacy#': 'localStorage',
    // https://github.com/pamelafox/lscache
    'lscache#': 'localStorage',
    lscache: 'localStorage',
    // https://github.com/softvar/secure-ls
    'secure-ls#<new>': 'localStorage',
    'secure-ls#SecureLS<new>': 'localStorage',
    // https://github.com/michaelnthiessen/encrypt-storage
    'encrypt-storage#EncryptStorage<new>': 'localStorage',
    // https://github.com/sushinpv/react-secure-storage
    'react-secure-storage#': 'localStorage',
    // https://github.com/digitalfortress-dev/localstorage-slim
    'localstorage-slim#': 'localStorage',
    // https://github.com/bevacqua/local-storage
    'local-storage#': 'localStorage',
    // https://github.com/PillowPillow/ng2-webstorage (ngx-webstorage)
    'ngx-webstorage#LocalStorageService<new>': 'localStorage',
    'ngx-webstorage#SessionStorageService<new>': 'sessionStorage',
    // https://github.com/phenomnomnominal/angular-2-local-storage
    'angular-2-local-storage#LocalStorageService<new>': 'localStorage',
    // https://github.com/cipchk/angular-web-storage
    'angular-web-storage#LocalStorageService<new>': 'localStorage',
    'angular-web-storage#SessionStorageService<new>': 'sessionStorage',
    // https://github.com/cyrilletuzi/angular-async-local-storage
    '@ngx-pwa/local-storage#StorageMap<new>': 'IndexedDB',
    '@ngx-pwa/local-storage#LocalStorage<new>': 'IndexedDB',
    // https://quasar.dev/quasar-plugins/web-storage
    'quasar#LocalStorage': 'localStorage',
    'quasar#SessionStorage': 'sessionStorage',
    'quasar#useQuasar().localStorage': 'localStorage',
    'quasar#useQuasar().sessionStorage': 'sessionStorage',
    'this.$q.localStorage': 'localStorage',
    'this.$q.sessionStorage': 'sessionStorage',
    // Vue plugins: vue-localstorage, vue-ls, vue-session
    'this.$localStorage': 'localStorage',
    'this.$ls': 'localStorage',
    'this.$session': 'sessionStorage',
  },
  methods: {
    get: read(),
    getItem: read(),
    retrieve: read(),
    observe: read(),
    set: many(write()),
    setItem: write(),
    setAll: many(write()),
    store: write(),
    add: write(),
    transact: { operation: 'write', key: 0 },
    remove: remove(),
    removeItem: remove(),
    delete: remove(),
    destroy: clear,
    clearAll: clear,
    flush: clear,
    // ngx-webstorage's `clear('token')` removes one.
    clear: remove(),
  },
  functions: {
    'store2#': { ...store, storage: 'localStorage' },
    'store2#local': { ...store, storage: 'localStorage' },
    'store2#session': { ...store, storage: 'sessionStorage' },
    'store2#namespace()': { ...store, storage: 'localStorage' },
    'local-storage#': { ...store, storage: 'localStorage' },
    // @LocalStorage('token') token: https://github.com/PillowPillow/ng2-webstorage#decorators
    'ngx-webstorage#LocalStorage': { ...keep(), storage: 'localStorage' },
    'ngx-webstorage#SessionStorage': { ...keep(), storage: 'sessionStorage' },
  },
  wholes: { 'store2#getAll()': 'localStorage' },
});
