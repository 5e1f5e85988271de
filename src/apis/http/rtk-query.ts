import { describedClient } from './described-client.ts';

/** https://redux-toolkit.js.org/rtk-query/api/fetchBaseQuery: `prepareHeaders(headers)` sets them one by one. */
export const rtkQueryApi = describedClient({
  id: 'rtk-query',
  hint: /fetchBaseQuery/,
  label: 'RTK Query',
  credentials: { form: 'option', path: ['credentials'], value: 'include' },
  header: { form: 'option', path: ['headers'] },
  factories: {
    '@reduxjs/toolkit/query#fetchBaseQuery': { options: 0 },
    '@reduxjs/toolkit/query/react#fetchBaseQuery': { options: 0 },
    '@reduxjs/toolkit/dist/query#fetchBaseQuery': { options: 0 },
    '@reduxjs/toolkit/dist/query/react#fetchBaseQuery': { options: 0 },
    '@rtk-query/graphql-request-base-query#graphqlRequestBaseQuery': { options: 0 },
  },
  base: ['baseUrl', 'url'],
});
