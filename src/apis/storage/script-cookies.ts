import { keep, keyedStorage, read, remove, write } from './storage-api.ts';

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
    // Its rewrite, with the old shape beside the new functions: https://github.com/carhartl/typescript-cookie
    'typescript-cookie#Cookies': 'a cookie',
    // https://developer.mozilla.org/docs/Web/API/CookieStore
    cookieStore: 'a cookie',
    // https://github.com/cmp-cc/vue-cookies: the plugin, what it adds to components, and the global
    'vue-cookies#': 'a cookie',
    'this.$cookies': 'a cookie',
    $cookies: 'a cookie',
    'vue#$cookies': 'a cookie',
    "vue#inject('$cookies')": 'a cookie',
    'vue#getCurrentInstance().proxy.$cookies': 'a cookie',
    'vue#getCurrentInstance().appContext.config.globalProperties.$cookies': 'a cookie',
    // https://github.com/alfhen/vue-cookie
    'vue-cookie#': 'a cookie',
    'this.$cookie': 'a cookie',
    // https://github.com/KanHarI/vue3-cookies
    'vue3-cookies#useCookies().cookies': 'a cookie',
    // https://vueuse.org/integrations/useCookies
    '@vueuse/integrations/useCookies#useCookies()': 'a cookie',
    '@vueuse/integrations#useCookies()': 'a cookie',
    // https://github.com/stevermeister/ngx-cookie-service
    'ngx-cookie-service#CookieService<new>': 'a cookie',
    // https://github.com/salemdar/ngx-cookie
    'ngx-cookie#CookieService<new>': 'a cookie',
    // https://quasar.dev/quasar-plugins/cookies
    'quasar#Cookies': 'a cookie',
    'quasar#useQuasar().cookies': 'a cookie',
    'this.$q.cookies': 'a cookie',
    // https://github.com/voltace/browser-cookies
    'browser-cookies#': 'a cookie',
    // https://github.com/theodorejb/es-cookie
    'es-cookie#': 'a cookie',
    'es-cookie#Cookies': 'a cookie',
  },
  methods: {
    get: read(),
    getJSON: read(),
    getObject: read(),
    set: write(),
    put: write(),
    putObject: write(),
    remove: remove(),
    delete: remove(),
    erase: remove(),
  },
  functions: {
    'typescript-cookie#getCookie': read(),
    'typescript-cookie#setCookie': write(),
    'typescript-cookie#removeCookie': remove(),
    // https://github.com/streamich/react-use/blob/master/docs/useCookie.md: the second argument is no value
    'react-use#useCookie': { operation: 'keep', key: 0 },
    'react-use/lib/useCookie#': { operation: 'keep', key: 0 },
    // https://ahooks.js.org/hooks/use-cookie-state: options with `defaultValue`
    'ahooks#useCookieState': keep(),
    'ahooks/lib/useCookieState#': keep(),
    // https://github.com/atlassian/react-use-cookie (default export and the two functions beside it)
    'react-use-cookie#': keep(),
    'react-use-cookie#getCookie': read(),
    'react-use-cookie#setCookie': write(),
  },
  functionsLabel: 'a cookie',
  wholes: {
    'js-cookie#get()': 'a cookie',
    'Cookies.get()': 'a cookie',
    'typescript-cookie#getCookies()': 'a cookie',
    'typescript-cookie#Cookies.get()': 'a cookie',
    'ngx-cookie-service#CookieService<new>.getAll()': 'a cookie',
    'quasar#Cookies.getAll()': 'a cookie',
  },
});
