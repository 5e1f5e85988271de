import { describedClient } from './described-client.ts';

/**
 * https://github.com/graffle-js/graffle/tree/graphql-request: a client, whose `setHeader` and `setHeaders` change it and
 * whose requests take headers of their own, and `request(url, document, variables, requestHeaders)` without one.
 */
export const graphqlRequestApi = describedClient({
  id: 'graphql-request',
  hint: /graphql-request/,
  label: 'graphql-request',
  credentials: { form: 'option', path: ['credentials'], value: 'include' },
  header: { form: 'option', path: ['headers'] },
  factories: { 'graphql-request#GraphQLClient': { url: 0, options: 1 } },
});
