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
    `import { defineStore } from 'pinia'; const useS = defineStore('s', { state: () => ({ v: null }), actions: { keep(v) { this.v = v; } } }); useS().keep(${STORED}); send(useS().v);`,
    `import { defineStore } from 'pinia'; import { ref } from 'vue'; const useS = defineStore('s', () => { const v = ref(null); function keep(x) { v.value = x; } return { v, keep }; }); const s = useS(); s.keep(${STORED}); send(s.v);`,
  ],
  zustand: [
    `import { create } from 'zustand'; const useS = create((set) => ({ v: ${STORED} })); function C() { const v = useS((s) => s.v); send(v); }`,
    `import { create } from 'zustand'; const useS = create((set) => ({ v: null, load: () => set({ v: ${STORED} }) })); function C() { const { v } = useS(); send(v); }`,
    `import { create } from 'zustand'; const useS = create((set) => ({ v: null, load: () => set((s) => ({ v: ${STORED} })) })); send(useS.getState().v);`,
    `import { create } from 'zustand'; import { persist } from 'zustand/middleware'; const useS = create()(persist((set) => ({ v: ${STORED} }), { name: 's' })); send(useS.getState().v);`,
    `import { create } from 'zustand'; const useS = create(() => ({ v: null })); useS.setState({ v: ${STORED} }); function C() { send(useS((s) => s.v)); }`,
    `import { create } from 'zustand'; const useS = create((set) => ({ v: null, setV: (v) => set({ v }) })); function L() { const setV = useS((s) => s.setV); setV(${STORED}); } send(useS.getState().v);`,
    `import { create } from 'zustand'; const useS = create(() => ({ setV: (v) => { send(v); } })); useS.getState().setV(${STORED});`,
    `import { create } from 'zustand'; const useS = create(() => ({ setV: (v) => { send(v); } })); function L() { const { setV } = useS(); setV(${STORED}); }`,
  ],
  redux: [
    `import { createSlice } from '@reduxjs/toolkit'; const s = createSlice({ name: 's', initialState: { v: null }, reducers: { set(state, action) { send(action.payload); } } }); s.actions.set(${STORED});`,
    `import { createSlice } from '@reduxjs/toolkit'; const s = createSlice({ name: 's', initialState: { v: ${STORED} }, reducers: { use(state) { send(state.v); } } });`,
    `import { createSlice } from '@reduxjs/toolkit'; const s = createSlice({ name: 's', initialState: {}, reducers: { set(state, { payload }) { send(payload.v); } } }); const { set } = s.actions; set({ v: ${STORED} });`,
    `import { configureStore, createSlice } from '@reduxjs/toolkit'; const a = createSlice({ name: 'a', initialState: { v: ${STORED} }, reducers: {} }); const store = configureStore({ reducer: { a: a.reducer } }); send(store.getState().a.v);`,
    `import { configureStore, createSlice } from '@reduxjs/toolkit'; const a = createSlice({ name: 'a', initialState: { v: null }, reducers: { set(state, one) { state.v = one.payload; } } }); const store = configureStore({ reducer: { a: a.reducer } }); const { set } = a.actions; store.dispatch(set(${STORED})); send(store.getState().a.v);`,
    `import { useSelector } from 'react-redux'; import { configureStore, createSlice } from '@reduxjs/toolkit'; const a = createSlice({ name: 'a', initialState: { v: ${STORED} }, reducers: {} }); configureStore({ reducer: { a: a.reducer } }); function C() { send(useSelector((s) => s.a.v)); }`,
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
  'a context': [
    `import { useState, createContext, useContext } from 'react'; const X = createContext(null); function P() { const [v, setV] = useState(null); return <X.Provider value={{ v, setV }} />; } function L() { const { setV } = useContext(X); setV(${STORED}); } function C() { const { v } = useContext(X); send(v); }`,
    `import { useState, createContext, useContext } from 'react'; const X = createContext(null); function P() { const login = (t) => { send(t); }; return <X.Provider value={{ login }} />; } const useAuth = () => useContext(X); function L() { const { login } = useAuth(); login(${STORED}); }`,
    `import { useReducer, createContext, use } from 'react'; const X = createContext(null); function P() { const [s, act] = useReducer((s, a) => ({ ...s, t: a.t }), {}); return <X value={[s, act]} />; } function L() { const [, act] = use(X); act({ t: ${STORED} }); } function C() { const [s] = use(X); send(s.t); }`,
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

/** State whose other parts are asked for, and other state. */
const NOT_FOLLOWED: readonly string[] = [
  `import { create } from 'zustand'; const useS = create(() => ({ a: ${STORED}, b: 1 })); function L() { const a = useS((s) => s.a); const b = useS((s) => s.b); send(b); }`,
  `import { create } from 'zustand'; const useS = create(() => ({ setA: (v) => { keep(v); }, setB: (v) => { send(v); } })); useS.getState().setA(${STORED});`,
  `import { useSelector } from 'react-redux'; import { configureStore, createSlice } from '@reduxjs/toolkit'; const a = createSlice({ name: 'a', initialState: { v: ${STORED}, w: 1 }, reducers: {} }); configureStore({ reducer: { a: a.reducer } }); function C() { const v = useSelector((s) => s.a.v); send(useSelector((s) => s.a.w)); }`,
  `import { createContext, useContext } from 'react'; const X = createContext(null); const Y = createContext(null); const P = () => <X.Provider value={{ v: ${STORED} }} />; function C() { const { v } = useContext(Y); send(v); }`,
  `import { defineStore } from 'pinia'; const useA = defineStore('a', { actions: { keep(v) {} } }); const useB = defineStore('b', { actions: { keep(v) { send(v); } } }); useA().keep(${STORED});`,
];

describe('a value is followed through state', () => {
  for (const [library, codes] of Object.entries(FOLLOWED))
    it.each(codes)(`${library}: %s`, (code) => {
      expect(sent(code)).toBe('flow');
    });
  it.each(NOT_FOLLOWED)('not: %s', (code) => {
    expect(sent(code)).not.toBe('flow');
  });
});
