import type { Flow, StateApi } from './state-api.ts';
import { argument, result } from './state-api.ts';

const options = argument(0);

const QUERY: readonly Flow[] = [
  [options.part('queryFn').returned(), result.part('data')],
  [options.part('queryFn').returned(), options.part('select').parameter(0)],
  [options.part('select').returned(), result.part('data')],
  [options.part('queryFn').returned(), options.part('onSuccess').parameter(0)],
  // Before version 5: useQuery(key, fetcher, options)
  [argument(1).returned(), result.part('data')],
  [argument(1).returned(), argument(2).part('onSuccess').parameter(0)],
];

const MUTATION: readonly Flow[] = [
  [result.part('mutate').given(0), options.part('mutationFn').parameter(0)],
  [result.part('mutateAsync').given(0), options.part('mutationFn').parameter(0)],
  [options.part('mutationFn').returned(), options.part('onSuccess').parameter(0)],
  [options.part('mutationFn').returned(), options.part('onSettled').parameter(0)],
  [options.part('mutationFn').returned(), result.part('mutate').given(1).part('onSuccess').parameter(0)],
  [options.part('mutationFn').returned(), result.part('mutateAsync').returned()],
  [options.part('mutationFn').returned(), result.part('data')],
  [options.part('mutationFn').parameter(0), options.part('onSuccess').parameter(1)],
  // Before version 5: useMutation(mutate, options)
  [options.returned(), argument(1).part('onSuccess').parameter(0)],
  [options.returned(), result.part('mutateAsync').returned()],
  [options.returned(), result.part('data')],
];

const SWR: readonly Flow[] = [
  [argument(1).returned(), result.part('data')],
  [argument(0), argument(1).parameter(0)],
  [argument(1).returned(), argument(2).part('onSuccess').parameter(0)],
];

/** Results that are kept under a key: https://tanstack.com/query/latest/docs/framework/react/reference/useQuery, https://swr.vercel.app */
export const queries: StateApi = {
  id: 'queries',
  hint: /query|swr/i,
  calls: {
    '@tanstack/react-query#useQuery': QUERY,
    '@tanstack/react-query#useSuspenseQuery': QUERY,
    '@tanstack/react-query#useMutation': MUTATION,
    'swr#': SWR,
    'swr/immutable#': SWR,
    'swr/mutation#': [
      [argument(1).returned(), result.part('data')],
      [argument(1).returned(), result.part('trigger').returned()],
      [argument(0), argument(1).parameter(0)],
      [result.part('trigger').given(0), argument(1).parameter(1).part('arg')],
    ],
  },
  aliases: {
    'react-query': '@tanstack/react-query',
    '@tanstack/vue-query': '@tanstack/react-query',
    '@tanstack/solid-query': '@tanstack/react-query',
    '@tanstack/svelte-query': '@tanstack/react-query',
  },
};
