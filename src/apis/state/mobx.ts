import type { StateApi } from './state-api.ts';
import { argument, result } from './state-api.ts';

/** https://mobx.js.org/reactions.html. Observable fields are fields: nothing is between a write and a read of them. */
export const mobx: StateApi = {
  id: 'mobx',
  hint: /mobx/,
  // https://mobx.js.org/observable-state.html
  tracked: ['mobx#observable', 'mobx#makeAutoObservable', 'mobx#makeObservable'],
  calls: {
    'mobx#observable': [[argument(0), result]],
    'mobx#makeAutoObservable': [[argument(0), result]],
    'mobx#makeObservable': [[argument(0), result]],
    'mobx-react-lite#useLocalObservable': [[argument(0).returned(), result]],
    'mobx#reaction': [[argument(0).returned(), argument(1).parameter(0)]],
    'mobx#observable.box': [
      [argument(0), result.part('get').returned()],
      [result.part('set').given(0), result.part('get').returned()],
    ],
    'mobx#computed': [[argument(0).returned(), result.part('get').returned()]],
    'mobx#toJS': [[argument(0), result]],
    'mobx#action': [[argument(0), result]],
    'mobx#flow': [[argument(0), result]],
  },
  aliases: { 'mobx-react': 'mobx-react-lite' },
};
