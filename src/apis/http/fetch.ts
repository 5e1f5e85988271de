import { describedClient } from './described-client.ts';

/** `fetch(url, init)` and `new Request(url, init)`: https://fetch.spec.whatwg.org */
export const fetchApi = describedClient({
  id: 'fetch',
  hint: /fetch|\bRequest\b/,
  label: 'fetch',
  isWithoutDefaults: true,
  // https://developer.mozilla.org/docs/Web/API/RequestInit#credentials
  credentials: { form: 'option', path: ['credentials'], value: 'include' },
  header: { form: 'option', path: ['headers'] },
  session: { form: 'sent for it' },
  objects: ['fetch', 'Request', 'node-fetch#', 'cross-fetch#', 'cross-fetch#fetch', 'isomorphic-fetch#', 'unfetch#', 'whatwg-fetch#fetch'],
  call: { url: 0, options: 1 },
});
