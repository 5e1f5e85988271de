import type { Flow, StateApi } from './state-api.ts';
import { argument, instance, result, shared } from './state-api.ts';

const state = shared('vuex');
const getters = shared('vuex getters');

const STORE: readonly Flow[] = [
  [state, result.part('state')],
  [getters, result.part('getters')],
  [state, result.part('subscribe').given(0).parameter(1)],
  [state, result.part('watch').given(0).parameter(0)],
  [result.part('watch').given(0).returned(), result.part('watch').given(1).parameter(0)],
];

/** `mapState(['user'])`, `mapState('session', { user: (state) => state.user })`: a namespace may stand first. */
const MAPPED: readonly Flow[] = [0, 1].flatMap((index): Flow[] => [
  [state, argument(index).part('*').parameter(0)],
  [argument(index).part('*').returned(), result.part('*')],
]);

/** The store of Vue 2 and 3 before Pinia: https://vuex.vuejs.org/guide/. Modules are not told apart: their names say too little. */
export const vuex: StateApi = {
  id: 'vuex',
  hint: /vuex|\$store|mutations/,
  calls: {
    'vuex#createStore': STORE,
    'vuex#Store': STORE,
    'vuex#useStore': STORE,
    'vuex#mapState': [...MAPPED, [state.part('*'), result.part('*')]],
    'vuex#mapGetters': [[getters.part('*'), result.part('*')]],
  },
  components: [
    [state, instance.part('$store').part('state')],
    [getters, instance.part('$store').part('getters')],
  ],
  named: {
    mutations: { method: 'commit', mapper: 'mapMutations', state: 0, given: 1 },
    actions: {
      method: 'dispatch',
      mapper: 'mapActions',
      given: 1,
      context: { state: 'vuex', rootState: 'vuex', getters: 'vuex getters', rootGetters: 'vuex getters' },
    },
    getters: { state: 0, shares: { 1: 'vuex getters', 2: 'vuex', 3: 'vuex getters' } },
  },
};
