import { describedClient, shortcuts } from './described-client.ts';

/**
 * https://github.com/sindresorhus/got: a program's client. Bundled into a page it has no option for the browser's cookies,
 * so only headers are known.
 */
export const gotApi = describedClient({
  id: 'got',
  hint: /\bgot\b/,
  label: 'got',
  header: { form: 'option', path: ['headers'] },
  objects: ['got#', 'got#got'],
  makers: { extend: 0 },
  call: { url: 0, options: 1 },
  methods: shortcuts({ url: 0, options: 1 }),
  base: ['prefixUrl'],
});
