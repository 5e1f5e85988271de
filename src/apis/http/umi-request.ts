import { describedClient, shortcuts } from './described-client.ts';

/** https://github.com/umijs/umi-request: fetch's options and `prefix`; interceptors return `{ url, options }`. */
export const umiRequestApi = describedClient({
  id: 'umi-request',
  hint: /umi-request/,
  label: 'umi-request',
  credentials: { form: 'option', path: ['credentials'], value: 'include' },
  header: { form: 'option', path: ['headers'] },
  objects: ['umi-request#'],
  factories: { 'umi-request#extend': { options: 0 } },
  call: { url: 0, options: 1 },
  methods: shortcuts({ url: 0, options: 1 }),
  base: ['prefix'],
});
