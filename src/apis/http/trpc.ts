import { describedClient } from './described-client.ts';

const LINKS = ['httpLink', 'httpBatchLink', 'httpBatchStreamLink', 'unstable_httpBatchStreamLink', 'httpSubscriptionLink'];

/**
 * https://trpc.io/docs/client/links/httpBatchLink: `headers` is an object or a function that gives one. Cookies go to
 * another origin through a fetch of one's own: https://trpc.io/docs/client/cors
 */
export const trpcApi = describedClient({
  id: 'trpc',
  hint: /trpc/i,
  label: 'tRPC',
  credentials: { form: 'fetch', option: 'fetch' },
  header: { form: 'option', path: ['headers'] },
  factories: Object.fromEntries(
    ['@trpc/client', '@trpc/react-query', '@trpc/next'].flatMap((module) => LINKS.map((link) => [`${module}#${link}`, { options: 0 }])),
  ),
  base: ['url'],
});
