import type { Flow, StateApi } from './state-api.ts';
import { argument, cell, cellOf, result } from './state-api.ts';

const read = result.part('0').returned();
const set = result.part('1');

const SIGNAL: readonly Flow[] = [
  [argument(0), read],
  [set.given(0), read],
  [set.given(0).returned(), read],
  [read, set.given(0).parameter(0)],
];

/** https://docs.solidjs.com/reference/basic-reactivity/create-signal */
export const solid: StateApi = {
  id: 'solid',
  hint: /solid-js/,
  calls: {
    'solid-js#createSignal': SIGNAL,
    'solid-js#createMemo': [[argument(0).returned(), result.returned()]],
    'solid-js#createResource': [
      [argument(0).returned(), read],
      [argument(1).returned(), read],
    ],
    'solid-js#createContext': [[argument(0), cell]],
    'solid-js#useContext': [[cellOf(argument(0)), result]],
    'solid-js/store#createStore': [
      [argument(0), result.part('0')],
      [set.given(0).part('*'), result.part('0').part('*')],
    ],
  },
  aliases: { 'solid-js/web': 'solid-js' },
};
