import { describe, expect, it } from 'vitest';
import { sent } from '../support/sent-evidence.ts';

const STORED = "localStorage.getItem('access_token')";

/** State that there is one of in a package: a store's, whose functions are called by their names, and what is provided under a key. */
const FOLLOWED: Readonly<Record<string, readonly string[]>> = {
  vuex: [
    `import Vuex from 'vuex'; const store = new Vuex.Store({ state: { v: null }, mutations: { set(state, v) { state.v = v; } } }); store.commit('set', ${STORED}); send(store.state.v);`,
    `import { createStore } from 'vuex'; export default createStore({ mutations: { set(state, v) { send(v); } }, actions: { load({ commit }) { commit('set', ${STORED}); } } });`,
    `const SET = 'SET'; export const mutations = { [SET](state, { v }) { send(v); } }; export const load = ({ commit }) => commit(SET, { v: ${STORED} });`,
    `const mutations = { SET(state, v) { state.v = v; } }; const actions = { load({ commit }, x) { commit('SET', x); } }; export default { state: { v: null }, mutations, actions }; export const C = { methods: { go() { this.$store.dispatch('session/load', ${STORED}); }, use() { send(this.$store.state.session.v); } } };`,
    `import { mapMutations, mapState } from 'vuex'; export const m = { state: () => ({ v: null }), mutations: { set(s, v) { s.v = v; } } }; export default { computed: { ...mapState(['v']) }, methods: { ...mapMutations(['set']), go() { this.set(${STORED}); }, use() { send(this.v); } } };`,
    `import { mapGetters } from 'vuex'; export const m = { state: { v: ${STORED} }, getters: { now: (state) => state.v }, mutations: {} }; export default { computed: { ...mapGetters('session', ['now']) }, methods: { use() { send(this.now); } } };`,
    `import { mapState } from 'vuex'; export const m = { state: { v: ${STORED} }, mutations: {} }; export default { computed: { ...mapState('session', { w: (s) => s.v }) }, methods: { use() { send(this.w); } } };`,
    `import { useStore } from 'vuex'; export const m = { state: { v: ${STORED} }, mutations: {} }; const store = useStore(); send(store.state.session.v);`,
    `import { createStore } from 'vuex'; export default createStore({ state: { v: ${STORED} }, actions: { use({ getters }) { send(getters.now); } }, getters: { now: (state) => state.v } });`,
    `import { createStore } from 'vuex'; export default createStore({ state: { v: ${STORED} }, actions: { use(context) { send(context.state.v); } } });`,
    `import { createStore } from 'vuex'; export default createStore({ state: { v: ${STORED} }, actions: { use(context) { send(context.getters.shown); } }, getters: { now: (state) => state.v, shown: (state, getters) => getters.now } });`,
    `import { createStore } from 'vuex'; const store = createStore({ state: { v: ${STORED} }, mutations: {} }); store.subscribe((mutation, state) => send(state.v));`,
  ],
  'what is provided': [
    `import { inject, provide } from 'vue'; provide('s', { v: ${STORED} }); const { v } = inject('s'); send(v);`,
    `import { inject, provide } from 'vue'; const KEY = Symbol(); provide(KEY, { v: ${STORED} }); send(inject(KEY).v);`,
    `import { createApp, inject } from 'vue'; const app = createApp({}); app.provide('s', ${STORED}); send(inject('s'));`,
    `export const A = { provide() { return { s: this.v }; }, data: () => ({ v: ${STORED} }) }; export const B = { inject: ['s'], methods: { use() { send(this.s); } } };`,
    `export const A = { provide: { s: ${STORED} } }; export const B = { inject: { w: { from: 's' } }, methods: { use() { send(this.w); } } };`,
    `import { inject, provide, ref } from 'vue'; const v = ref(null); provide('keep', (x) => { v.value = x; }); const keep = inject('keep'); keep(${STORED}); send(v.value);`,
    `import { getContext, setContext } from 'svelte'; setContext('s', { v: ${STORED} }); const { v } = getContext('s'); send(v);`,
  ],
};

const NOT_FOLLOWED: readonly string[] = [
  `import Vuex from 'vuex'; const store = new Vuex.Store({ state: { v: null }, mutations: { set(state, v) { state.v = v; }, other(state, w) { send(w); } } }); store.commit('set', ${STORED});`,
  `import Vuex from 'vuex'; const store = new Vuex.Store({ state: { v: null, w: 1 }, mutations: { set(state, v) { state.v = v; } } }); store.commit('set', ${STORED}); send(store.state.w);`,
  `const things = { put(state, v) { send(v); } }; database.commit('put', ${STORED});`,
  `import { inject, provide } from 'vue'; provide('s', { v: ${STORED} }); const { v } = inject('other'); send(v);`,
  `import { inject, provide } from 'vue'; const A = Symbol(); const B = Symbol(); provide(A, ${STORED}); send(inject(B));`,
  `export const A = { provide: { s: ${STORED}, t: 1 } }; export const B = { inject: ['t'], methods: { use() { send(this.t); } } };`,
];

describe('a value is followed through what a package has one of', () => {
  for (const [shape, codes] of Object.entries(FOLLOWED))
    it.each(codes)(`${shape}: %s`, (code) => {
      expect(sent(code)).toBe('flow');
    });
  it.each(NOT_FOLLOWED)('not: %s', (code) => {
    expect(sent(code)).not.toBe('flow');
  });
});
