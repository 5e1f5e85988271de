import { describedClient } from './described-client.ts';

const MODULES = ['urql', '@urql/core', '@urql/vue', '@urql/svelte', '@urql/preact', '@urql/solid', '@urql/next'];

/**
 * https://commerce.nearform.com/open-source/urql/docs/api/core/: `fetchOptions` is fetch's init or a function that gives
 * it; `authExchange` adds headers by `appendHeaders(operation, { … })`.
 */
export const urqlApi = describedClient({
  id: 'urql',
  hint: /urql/,
  label: 'urql',
  credentials: { form: 'option', path: ['fetchOptions', 'credentials'], value: 'include' },
  header: { form: 'option', path: ['fetchOptions', 'headers'] },
  factories: Object.fromEntries(
    MODULES.flatMap((module) => ['createClient', 'Client'].map((made) => [`${module}#${made}`, { options: 0 }])),
  ),
  base: ['url'],
});
