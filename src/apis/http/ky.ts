import { describedClient, shortcuts } from './described-client.ts';

/**
 * https://github.com/sindresorhus/ky#api: the options are fetch's and its own; hooks are given the request before it goes.
 * Version 2 calls `prefixUrl` `prefix`.
 */
export const kyApi = describedClient({
  id: 'ky',
  hint: /\bky\b/,
  label: 'ky',
  credentials: { form: 'option', path: ['credentials'], value: 'include' },
  header: { form: 'option', path: ['headers'] },
  objects: ['ky#', 'ky-universal#'],
  makers: { create: 0, extend: 0 },
  call: { url: 0, options: 1 },
  methods: shortcuts({ url: 0, options: 1 }),
  base: ['prefixUrl', 'prefix', 'baseUrl'],
});
