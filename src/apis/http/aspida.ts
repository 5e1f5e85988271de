import { describedClient } from './described-client.ts';

/** https://github.com/aspida/aspida: a typed layer on fetch, axios or ky, whose configuration comes second. */
const settings = { options: 1 };

/** On fetch: https://github.com/aspida/aspida/tree/main/packages/aspida-fetch */
export const aspidaFetchApi = describedClient({
  id: 'aspida-fetch',
  hint: /@aspida\/(?:fetch|ky|node-fetch)/,
  label: 'aspida',
  credentials: { form: 'option', path: ['credentials'], value: 'include' },
  header: { form: 'option', path: ['headers'] },
  factories: { '@aspida/fetch#': settings, '@aspida/ky#': settings },
  base: ['baseURL'],
});

/** On axios: https://github.com/aspida/aspida/tree/main/packages/aspida-axios */
export const aspidaAxiosApi = describedClient({
  id: 'aspida-axios',
  hint: /@aspida\/axios/,
  label: 'aspida',
  credentials: { form: 'option', path: ['withCredentials'], value: true },
  header: { form: 'option', path: ['headers'] },
  factories: { '@aspida/axios#': settings },
  base: ['baseURL'],
});
