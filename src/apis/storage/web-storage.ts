import { clear, keyedStorage, read, remove, write } from './storage-api.ts';

/** localStorage and sessionStorage: https://html.spec.whatwg.org/multipage/webstorage.html */
export const webStorage = keyedStorage({
  id: 'web-storage',
  medium: 'browser-storage',
  hint: /localStorage|sessionStorage|\bStorage\b/,
  linkedHint: /getItem|setItem|removeItem/,
  objects: {
    localStorage: 'localStorage',
    sessionStorage: 'sessionStorage',
    // A parameter or field of TypeScript's own type for both.
    'Storage<new>': 'web storage',
  },
  methods: { getItem: read(), setItem: write(), removeItem: remove(), clear },
  notKeys: new Set([
    'getItem',
    'setItem',
    'removeItem',
    'clear',
    'key',
    'length',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
  ]),
});
