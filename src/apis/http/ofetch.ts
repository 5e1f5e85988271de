import { describedClient } from './described-client.ts';

/**
 * https://github.com/unjs/ofetch, and Nuxt's `$fetch` and `useFetch`, which are it and need no import:
 * https://nuxt.com/docs/api/utils/dollarfetch. `onRequest({ options })` may set headers.
 */
export const ofetchApi = describedClient({
  id: 'ofetch',
  hint: /\bofetch\b|\$fetch|\buse(?:Lazy)?Fetch\b|ohmyfetch/,
  label: 'ofetch',
  credentials: { form: 'option', path: ['credentials'], value: 'include' },
  header: { form: 'option', path: ['headers'] },
  objects: [
    'ofetch#',
    'ofetch#ofetch',
    'ofetch#$fetch',
    'ohmyfetch#$fetch',
    '$fetch',
    'useFetch',
    'useLazyFetch',
    '#imports#useFetch',
    '#imports#useLazyFetch',
    '#imports#$fetch',
    '#app#useFetch',
    '#app#useLazyFetch',
    'nuxt/app#useFetch',
    'nuxt/app#useLazyFetch',
    'useNuxtApp().$fetch',
  ],
  makers: { create: 0 },
  call: { url: 0, options: 1 },
  methods: { raw: { url: 0, options: 1 }, native: { url: 0, options: 1 } },
  base: ['baseURL'],
});
