import { describedClient, shortcuts } from './described-client.ts';

/**
 * https://openapi-ts.dev/openapi-fetch/api; middleware sets headers on the request:
 * https://openapi-ts.dev/openapi-fetch/middleware-auth
 */
export const openapiFetchApi = describedClient({
  id: 'openapi-fetch',
  hint: /openapi-fetch/,
  label: 'openapi-fetch',
  credentials: { form: 'option', path: ['credentials'], value: 'include' },
  header: { form: 'option', path: ['headers'] },
  factories: { 'openapi-fetch#': { options: 0 }, 'openapi-fetch#createPathBasedClient': { options: 0 } },
  methods: shortcuts({ url: 0, options: 1 }, ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE']),
  base: ['baseUrl'],
});
