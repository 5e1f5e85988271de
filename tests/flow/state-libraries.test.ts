import { describe, expect, it } from 'vitest';
import { sent } from '../support/sent-evidence.ts';

const STORED = "localStorage.getItem('access_token')";

/** State that what was read from a storage is put into, and taken out of elsewhere. */
const FOLLOWED: Readonly<Record<string, readonly string[]>> = {
  vue: [
    `import { ref } from 'vue'; const v = ref(null); v.value = ${STORED}; send(v.value);`,
    `import { reactive } from 'vue'; const s = reactive({ v: '' }); s.v = ${STORED}; send(s.v);`,
    `import { ref, computed } from 'vue'; const v = ref(${STORED}); const c = computed(() => ({ d: v.value })); send(c.value.d);`,
    `import { ref, watch } from 'vue'; const v = ref(null); v.value = ${STORED}; watch(v, (now) => send(now));`,
    `import { reactive, toRefs } from 'vue'; const s = reactive({ v: ${STORED} }); const { v } = toRefs(s); send(v.value);`,
    `export default { data() { return { v: null }; }, methods: { load() { this.v = ${STORED}; }, use() { send(this.v); } } };`,
    `export default { computed: { v() { return ${STORED}; } }, methods: { use() { send(this.v); } } };`,
    `export default { computed: { v: { get() { return ${STORED}; } } }, methods: { use() { send(this.v); } } };`,
  ],
  pinia: [
    `import { defineStore } from 'pinia'; const useS = defineStore('s', { state: () => ({ v: ${STORED} }) }); const s = useS(); send(s.v);`,
    `import { defineStore } from 'pinia'; const useS = defineStore('s', { state: () => ({ v: null }) }); useS().$patch({ v: ${STORED} }); send(useS().v);`,
    `import { defineStore } from 'pinia'; import { ref } from 'vue'; const useS = defineStore('s', () => { const v = ref(null); v.value = ${STORED}; return { v }; }); send(useS().v);`,
  ],
  zustand: [
    `import { create } from 'zustand'; const useS = create((set) => ({ v: ${STORED} })); function C() { const v = useS((s) => s.v); send(v); }`,
    `import { create } from 'zustand'; const useS = create((set) => ({ v: null, load: () => set({ v: ${STORED} }) })); function C() { const { v } = useS(); send(v); }`,
    `import { create } from 'zustand'; const useS = create((set) => ({ v: null, load: () => set((s) => ({ v: ${STORED} })) })); send(useS.getState().v);`,
    `import { create } from 'zustand'; import { persist } from 'zustand/middleware'; const useS = create()(persist((set) => ({ v: ${STORED} }), { name: 's' })); send(useS.getState().v);`,
    `import { create } from 'zustand'; const useS = create(() => ({ v: null })); useS.setState({ v: ${STORED} }); function C() { send(useS((s) => s.v)); }`,
  ],
  redux: [
    `import { createSlice } from '@reduxjs/toolkit'; const s = createSlice({ name: 's', initialState: { v: null }, reducers: { set(state, action) { send(action.payload); } } }); s.actions.set(${STORED});`,
    `import { createSlice } from '@reduxjs/toolkit'; const s = createSlice({ name: 's', initialState: { v: ${STORED} }, reducers: { use(state) { send(state.v); } } });`,
    `import { createSlice } from '@reduxjs/toolkit'; const s = createSlice({ name: 's', initialState: {}, reducers: { set(state, { payload }) { send(payload.v); } } }); const { set } = s.actions; set({ v: ${STORED} });`,
  ],
  'redux in a store': [
    `import { createSlice, configureStore } from '@reduxjs/toolkit'; import { useSelector } from 'react-redux'; const s = createSlice({ name: 's', initialState: {}, reducers: { set(state, action) { state.v = action.payload; } } }); const store = configureStore({ reducer: { s: s.reducer } }); s.actions.set(${STORED}); const C = () => send(useSelector((all) => all.s.v));`,
  ],
  context: [
    `import { createContext, useContext, useState } from 'react'; const X = createContext(null); const P = () => { const [v, set] = useState(null); return <X.Provider value={{ v, set }} />; }; const C = () => { const { set } = useContext(X); set(${STORED}); }; const D = () => { const { v } = useContext(X); send(v); };`,
    `import { create } from 'zustand'; const useS = create((set, get) => ({ v: ${STORED}, use: () => send(get().v) }));`,
  ],
  'redux-saga': [
    `import { call } from 'redux-saga/effects'; const load = () => ({ v: ${STORED} }); function* run() { const { v } = yield call(load); send(v); }`,
    `import { call } from 'redux-saga/effects'; function use(v) { send(v); } function* run() { yield call(use, ${STORED}); }`,
  ],
  others: [
    `import { atom, useAtomValue } from 'jotai'; const a = atom({ v: ${STORED} }); function C() { send(useAtomValue(a).v); }`,
    `import { atom, useAtom } from 'jotai'; const a = atom(null); function C() { const [v, set] = useAtom(a); set(${STORED}); send(v); }`,
    `import { writable, get } from 'svelte/store'; const s = writable(null); s.set(${STORED}); send(get(s));`,
    `import { writable } from 'svelte/store'; const s = writable(${STORED}); s.subscribe((v) => send(v));`,
    `import { createSignal } from 'solid-js'; const [v, set] = createSignal(null); set(${STORED}); send(v());`,
    `import { signal } from '@angular/core'; class S { v = signal(''); load() { this.v.set(${STORED}); } use() { send(this.v()); } }`,
    `import { BehaviorSubject } from 'rxjs'; const s = new BehaviorSubject(null); s.next(${STORED}); s.subscribe((v) => send(v));`,
    `import { useQuery } from '@tanstack/react-query'; function C() { const { data } = useQuery({ queryKey: ['s'], queryFn: () => ({ v: ${STORED} }) }); send(data.v); }`,
  ],
};

describe('a value is followed through state', () => {
  for (const [library, codes] of Object.entries(FOLLOWED))
    it.each(codes)(`${library}: %s`, (code) => {
      expect(sent(code)).toBe('flow');
    });
});
