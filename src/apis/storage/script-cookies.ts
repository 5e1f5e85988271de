import { inBrowsers, keyedStorage, read, remove, write } from './storage-api.ts';

/** What a script writes its cookies with, in browsers only: one row a library. */
export const scriptCookies = keyedStorage({
  id: 'script-cookies',
  medium: 'script-cookie',
  hint: /cookie/i,
  objects: {
    // https://github.com/js-cookie/js-cookie
    'js-cookie#': 'a cookie',
    'js-cookie#withAttributes()': 'a cookie',
    'js-cookie#withConverter()': 'a cookie',
    // The same from a script tag.
    Cookies: 'a cookie',
    // https://developer.mozilla.org/docs/Web/API/CookieStore
    cookieStore: 'a cookie',
    // https://github.com/cmp-cc/vue-cookies
    'vue-cookies#': 'a cookie',
  },
  methods: { get: read(), getJSON: read(), set: write(), remove: remove(), delete: remove() },
  wholes: { 'js-cookie#get()': 'a cookie', 'Cookies.get()': 'a cookie' },
});

/** Libraries for cookies that run on both sides. On a server they set a server's cookies, which scripts need not see. */
export const isomorphicCookies = inBrowsers(keyedStorage({
  id: 'isomorphic-cookies',
  medium: 'script-cookie',
  hint: /cookie/i,
  objects: {
    // https://github.com/bendotcodes/cookies/tree/main/packages/universal-cookie
    'universal-cookie#<new>': 'a cookie',
  },
  methods: { get: read(), set: write(), remove: remove() },
  functions: {
    // https://github.com/andreizanik/cookies-next
    'cookies-next#getCookie': read(),
    'cookies-next#setCookie': write(),
    'cookies-next#deleteCookie': remove(),
    'cookies-next/client#getCookie': read(),
    'cookies-next/client#setCookie': write(),
    'cookies-next/client#deleteCookie': remove(),
  },
  functionsLabel: 'a cookie',
  wholes: {
    'universal-cookie#<new>.getAll()': 'a cookie',
    'cookies-next#getCookies()': 'a cookie',
    'cookies-next/client#getCookies()': 'a cookie',
  },
}));
