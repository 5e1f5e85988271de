import type { Flow, StateApi } from './state-api.ts';
import { argument, cell, cellOf, result } from './state-api.ts';

const kept = cellOf(argument(0));

/** An atom: what it begins with, or what it derives from others. */
const ATOM: readonly Flow[] = [
  [argument(0), cell],
  [argument(0).returned(), cell],
  [cellOf(argument(0).parameter(0).given(0)), argument(0).parameter(0).returned()],
  [argument(1).parameter(1).given(1), cellOf(argument(1).parameter(1).given(0))],
];
const WITH_KEY: readonly Flow[] = [[argument(1), cell]];
const STORE: readonly Flow[] = [
  [cellOf(result.part('get').given(0)), result.part('get').returned()],
  [result.part('set').given(1), cellOf(result.part('set').given(0))],
];

/** https://jotai.org/docs/core/atom */
export const jotai: StateApi = {
  id: 'jotai',
  hint: /jotai/,
  calls: {
    'jotai#atom': ATOM,
    'jotai/utils#atomWithStorage': WITH_KEY,
    'jotai/utils#atomWithReset': ATOM,
    'jotai#useAtom': [
      [kept, result.part('0')],
      [result.part('1').given(0), kept],
      [result.part('1').given(0).returned(), kept],
      [kept, result.part('1').given(0).parameter(0)],
    ],
    'jotai#useAtomValue': [[kept, result]],
    'jotai#useSetAtom': [
      [result.given(0), kept],
      [result.given(0).returned(), kept],
    ],
    'jotai#getDefaultStore': STORE,
    'jotai#createStore': STORE,
    'jotai#useStore': STORE,
  },
  aliases: { 'jotai/react': 'jotai', 'jotai/vanilla': 'jotai', 'jotai/vanilla/utils': 'jotai/utils' },
};
