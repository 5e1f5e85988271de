import { describedClient } from './described-client.ts';

/** https://api.jquery.com/jQuery.ajax/; `$.ajaxSetup(options)` is for every later request. Shortcuts take no headers. */
export const jqueryApi = describedClient({
  id: 'jquery',
  hint: /ajax|getJSON|\$\.(?:get|post)\b|jquery\.(?:get|post)\b/i,
  label: 'jQuery',
  credentials: { form: 'option', path: ['xhrFields', 'withCredentials'], value: true },
  header: { form: 'option', path: ['headers'] },
  objects: ['jquery#', '$', 'jQuery'],
  makers: { ajaxSetup: 0 },
  methods: { ajax: { url: 0, options: 1 }, get: { url: 0 }, post: { url: 0 }, getJSON: { url: 0 } },
  base: ['url'],
});
