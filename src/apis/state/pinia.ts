import type { Flow, Port, StateApi } from './state-api.ts';
import { argument, cell, result } from './state-api.ts';

const store = result.returned();

/** What a store is described by, which is no member of it. */
const OPTIONS = ['id', 'state', 'getters', 'actions'];

const member = store.otherPart(OPTIONS);

/** A store by its options: its state, its getters and its actions are members of the store. */
const byOptions = (options: Port): readonly Flow[] => [
  [options.part('state').returned(), cell],
  [options.part('getters').part('*').returned(), member],
  [options.part('actions').part('*'), member],
  [cell, options.part('getters').part('*').parameter(0)],
  // `this` in its actions and getters is the store.
  [options.otherPart(OPTIONS), member],
  [cell.otherPart(OPTIONS), options.part('*')],
];

/** https://pinia.vuejs.org/core-concepts/ */
export const pinia: StateApi = {
  id: 'pinia',
  hint: /defineStore|storeToRefs/,
  calls: {
    'pinia#defineStore': [
      ...byOptions(argument(0)),
      ...byOptions(argument(1)),
      // A setup store: what its function returns, refs without their `value`.
      [argument(1).returned().part('*').part('value'), store.part('*')],
      [argument(1).returned().part('*'), store.part('*')],
      [cell.part('*'), store.part('*')],
      [store.part('*'), cell.part('*')],
      [store.part('$patch').given(0), cell],
      [cell, store.part('$patch').given(0).parameter(0)],
      [cell, store.part('$state')],
      [cell, store.part('$subscribe').given(0).parameter(1)],
    ],
    'pinia#storeToRefs': [[argument(0).part('*'), result.part('*').part('value')]],
  },
  options: { actions: 'methods', getters: 'values', state: 'returned' },
  aliases: { '@pinia/nuxt': 'pinia', '#imports': 'pinia' },
};
