import type { Flow, StateApi } from './state-api.ts';
import { argument, cell, cellOf, result } from './state-api.ts';

const kept = cellOf(argument(0));
const getter = argument(0).part('get');

const STATE: readonly Flow[] = [
  [kept, result.part('0')],
  [result.part('1').given(0), kept],
  [result.part('1').given(0).returned(), kept],
  [kept, result.part('1').given(0).parameter(0)],
];
const SETTER: readonly Flow[] = [
  [result.given(0), kept],
  [result.given(0).returned(), kept],
];

/** https://recoiljs.org/docs/api-reference/core/atom */
export const recoil: StateApi = {
  id: 'recoil',
  hint: /recoil/,
  calls: {
    'recoil#atom': [[argument(0).part('default'), cell]],
    'recoil#selector': [
      [getter.returned(), cell],
      [cellOf(getter.parameter(0).part('get').given(0)), getter.parameter(0).part('get').returned()],
    ],
    'recoil#useRecoilState': STATE,
    'recoil#useRecoilValue': [[kept, result]],
    'recoil#useSetRecoilState': SETTER,
  },
};
