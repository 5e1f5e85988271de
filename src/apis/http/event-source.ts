import { describedClient } from './described-client.ts';

/** https://html.spec.whatwg.org/multipage/server-sent-events.html: a page's EventSource sends no headers, cookies only. */
export const eventSourceApi = describedClient({
  id: 'event-source',
  hint: /EventSource/,
  label: 'EventSource',
  credentials: { form: 'option', path: ['withCredentials'], value: true },
  objects: ['EventSource'],
  call: { url: 0, options: 1 },
});

/** Replacements that send headers: https://github.com/Yaffle/EventSource, https://github.com/EventSource/eventsource */
export const eventSourcePolyfillApi = describedClient({
  id: 'event-source-polyfill',
  hint: /event-?source/i,
  label: 'EventSource',
  credentials: { form: 'option', path: ['withCredentials'], value: true },
  header: { form: 'option', path: ['headers'] },
  objects: [
    'event-source-polyfill#EventSourcePolyfill',
    'event-source-polyfill#NativeEventSource',
    'EventSourcePolyfill',
    'eventsource#',
    'eventsource#EventSource',
    'reconnecting-eventsource#',
  ],
  call: { url: 0, options: 1 },
});

/** https://github.com/Azure/fetch-event-source: fetch's options and its own. */
export const fetchEventSourceApi = describedClient({
  id: 'fetch-event-source',
  hint: /fetchEventSource/,
  label: 'fetchEventSource',
  credentials: { form: 'option', path: ['credentials'], value: 'include' },
  header: { form: 'option', path: ['headers'] },
  objects: ['@microsoft/fetch-event-source#fetchEventSource'],
  call: { url: 0, options: 1 },
});
