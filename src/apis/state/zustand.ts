import type { Flow, StateApi } from './state-api.ts';
import { argument, cell, result } from './state-api.ts';

const creator = argument(0);
const set = creator.parameter(0);
const get = creator.parameter(1);

/** What a store does, whoever has it: `getState`, `setState`, `subscribe`. */
const STORE: readonly Flow[] = [
  [creator.returned(), cell],
  [set.given(0), cell],
  [set.given(0).returned(), cell],
  [cell, set.given(0).parameter(0)],
  [cell, get.returned()],
  [cell, result.part('getState').returned()],
  [result.part('setState').given(0), cell],
  [result.part('setState').given(0).returned(), cell],
  [cell, result.part('setState').given(0).parameter(0)],
  [cell, result.part('subscribe').given(0).parameter(0)],
];

/** The store as a hook, with a selector or without. */
const HOOK: readonly Flow[] = [
  ...STORE,
  [cell, result.given(0).parameter(0)],
  [result.given(0).returned(), result.returned()],
  [cell, result.returned()],
];

const AROUND: readonly Flow[] = [[argument(0), result]];

/** https://zustand.docs.pmnd.rs/apis/create, and its middleware, which is around the creator. */
export const zustand: StateApi = {
  id: 'zustand',
  hint: /zustand/,
  calls: {
    'zustand#create': HOOK,
    'zustand#create()': HOOK,
    'zustand#': HOOK,
    'zustand#createWithEqualityFn': HOOK,
    'zustand#createStore': STORE,
    'zustand#createStore()': STORE,
    'zustand#useStore': [
      [argument(0).part('getState').returned(), argument(1).parameter(0)],
      [argument(1).returned(), result],
    ],
    'zustand/middleware#persist': [...AROUND, [argument(0).returned(), argument(1).part('partialize').parameter(0)]],
    'zustand/middleware#devtools': AROUND,
    'zustand/middleware#subscribeWithSelector': AROUND,
    'zustand/middleware/immer#immer': AROUND,
    'zustand/middleware#combine': [
      [argument(0), argument(1).parameter(1).returned()],
      [argument(0).part('*'), result.returned().part('*')],
      [argument(1).returned().part('*'), result.returned().part('*')],
    ],
    'zustand/react/shallow#useShallow': AROUND,
  },
  aliases: { 'zustand/vanilla': 'zustand', 'zustand/traditional': 'zustand', 'zustand/shallow': 'zustand/react/shallow' },
};
