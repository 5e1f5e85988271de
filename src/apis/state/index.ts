import { angular } from './angular.ts';
import { jotai } from './jotai.ts';
import { mobx } from './mobx.ts';
import { pinia } from './pinia.ts';
import { queries } from './queries.ts';
import { react } from './react.ts';
import { recoil } from './recoil.ts';
import { reduxSaga } from './redux-saga.ts';
import { redux } from './redux.ts';
import { rxjs } from './rxjs.ts';
import { solid } from './solid.ts';
import type { StateApi } from './state-api.ts';
import { svelte } from './svelte.ts';
import { vue } from './vue.ts';
import { vueUse } from './vueuse.ts';
import { vuex } from './vuex.ts';
import { zustand } from './zustand.ts';

export type { Delegation, Flow, FlowTable, Hearing, NamedFunctions, OptionGroup, PortBase, PortStep, StateApi } from './state-api.ts';
export { Port } from './state-api.ts';

/** Every library that keeps state which values are followed through. A new one is a file beside these and a line here. */
export const stateLibraries: readonly StateApi[] = [
  react,
  vue,
  vueUse,
  vuex,
  pinia,
  redux,
  reduxSaga,
  zustand,
  mobx,
  jotai,
  recoil,
  svelte,
  solid,
  angular,
  rxjs,
  queries,
];
