import type { Flow, StateApi } from './state-api.ts';
import { argument, cell, cellOf, result, under } from './state-api.ts';

/** A store that is written: https://svelte.dev/docs/svelte/svelte-store */
const WRITABLE: readonly Flow[] = [
  [argument(0), cell],
  [result.part('set').given(0), cell],
  [result.part('update').given(0).returned(), cell],
  [cell, result.part('update').given(0).parameter(0)],
  [cell, result.part('subscribe').given(0).parameter(0)],
];

/** Svelte's stores and runes: https://svelte.dev/docs/svelte/what-are-runes */
export const svelte: StateApi = {
  id: 'svelte',
  hint: /svelte|\$state|\$derived/,
  calls: {
    'svelte/store#writable': WRITABLE,
    'svelte/store#readable': WRITABLE,
    'svelte/store#derived': [
      [cellOf(argument(0)), argument(1).parameter(0)],
      [argument(1).returned(), cell],
      [cell, result.part('subscribe').given(0).parameter(0)],
    ],
    'svelte/store#get': [[cellOf(argument(0)), result]],
    'svelte#setContext': [
      [argument(1), under('svelte', argument(0))],
      [argument(1), result],
    ],
    'svelte#getContext': [[under('svelte', argument(0)), result]],
    $state: [[argument(0), result]],
    '$state.raw': [[argument(0), result]],
    '$state.snapshot': [[argument(0), result]],
    $derived: [[argument(0), result]],
    '$derived.by': [[argument(0).returned(), result]],
  },
};
