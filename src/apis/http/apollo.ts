import { describedClient } from './described-client.ts';

const LINKS = ['HttpLink', 'createHttpLink', 'BatchHttpLink', 'UploadHttpLink', 'createUploadLink', 'ApolloClient'];

const MODULES = [
  '@apollo/client',
  '@apollo/client/core',
  '@apollo/client/link/http',
  '@apollo/client/link/batch-http',
  'apollo-link-http',
  'apollo-link-batch-http',
  'apollo-angular/http',
  'apollo-upload-client',
  '@vue/apollo-composable',
];

/**
 * https://www.apollographql.com/docs/react/networking/basic-http-networking: the terminating link, or the client itself,
 * knows the address. Headers are given there, by `setContext`, or by `operation.setContext` in a link of one's own.
 */
export const apolloApi = describedClient({
  id: 'apollo',
  hint: /apollo/i,
  label: 'Apollo Client',
  credentials: { form: 'option', path: ['credentials'], value: 'include' },
  header: { form: 'option', path: ['headers'] },
  factories: {
    ...Object.fromEntries(MODULES.flatMap((module) => LINKS.map((link) => [`${module}#${link}`, { options: 0 }]))),
    // The default exports of older packages.
    'apollo-boost#': { options: 0 },
    'apollo-upload-client/UploadHttpLink.mjs#': { options: 0 },
    'apollo-upload-client/createUploadLink.mjs#': { options: 0 },
  },
  base: ['uri'],
});
