import { describedClient } from './described-client.ts';

/** https://vueuse.org/core/useFetch/: fetch's init comes second; `beforeFetch({ options })` may set headers. */
export const vueuseFetchApi = describedClient({
  id: 'vueuse-fetch',
  hint: /@vueuse/,
  label: "VueUse's useFetch",
  credentials: { form: 'option', path: ['credentials'], value: 'include' },
  header: { form: 'option', path: ['headers'] },
  objects: ['@vueuse/core#useFetch'],
  call: { url: 0, options: 1 },
});

/** `createFetch({ baseUrl, options, fetchOptions })` makes a `useFetch` with settings of its own. */
export const vueuseCreatedFetchApi = describedClient({
  id: 'vueuse-created-fetch',
  hint: /@vueuse/,
  label: "VueUse's createFetch",
  credentials: { form: 'option', path: ['fetchOptions', 'credentials'], value: 'include' },
  header: { form: 'option', path: ['fetchOptions', 'headers'] },
  factories: { '@vueuse/core#createFetch': { options: 0 } },
  base: ['baseUrl'],
});
