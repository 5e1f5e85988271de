import { describe, expect, it } from 'vitest';
import { reachOf } from '../../src/flow/back.ts';
import { locationOf } from '../../src/flow/location.ts';
import { parseFile } from '../../src/parsing/parse.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';
import { nodesOf } from '../../src/syntax/source-file.ts';

/** The numbers of the calls `see1(…)`, `see2(…)` that the value of `made()` reaches as their first argument. */
function seen(code: string): string[] {
  const file = parseFile('/virtual/file.tsx', code, { settings: DEFAULT_SETTINGS });
  const calls = nodesOf(file, 'CallExpression');
  const named = (pattern: RegExp): typeof calls => calls.filter(({ callee }) => callee.type === 'Identifier' && pattern.test(callee.name));
  const [made] = named(/^made$/);
  const reached = reachOf(locationOf(file, made!))!;
  return named(/^see\d$/).flatMap(({ callee, arguments: [first] }) =>
    callee.type === 'Identifier' && first && reached.has(locationOf(file, first)) ? [callee.name.slice(3)] : [],
  );
}

/** State that `made()` is put into. What is seen elsewhere is it. */
const REACHED: Readonly<Record<string, readonly string[]>> = {
  react: [
    "import { useState } from 'react'; function C() { const [v, set] = useState(null); set(made()); see1(v); return see2(v); }",
    "import { useState } from 'react'; function C() { const [v] = useState(() => made()); see1(v); see2(v); }",
    "import { createContext, useContext } from 'react'; const X = createContext(null); const P = () => <X.Provider value={made()} />; const C = () => { see1(useContext(X)); const v = useContext(X); see2(v); };",
    "import { createContext, useContext } from 'react'; const X = createContext(null); const useX = () => useContext(X); const P = () => { const v = made(); return <X.Provider value={{ v, w: 1 }} />; }; const C = () => { const { v } = useX(); see1(v); see2(useX().v); };",
    "import { createContext, use, useMemo } from 'react'; const X = createContext(null); const P = () => { const v = made(); const value = useMemo(() => ({ v }), [v]); return <X value={value} />; }; const C = () => { see1(use(X).v); const all = use(X); see2(all.v); };",
    "import { createContext, useContext, useState } from 'react'; const X = createContext(null); const P = () => { const [v, set] = useState(null); return <X.Provider value={{ v, set }} />; }; const C = () => { const { set } = useContext(X); set(made()); }; const D = () => { const { v } = useContext(X); see1(v); see2(v); };",
    "import { useReducer } from 'react'; const reduce = (state, action) => { see1(action.v); return { ...state, v: action.v }; }; function C() { const [state, dispatch] = useReducer(reduce, {}); dispatch({ v: made() }); see2(state.v); }",
  ],
  redux: [
    "import { createSlice, configureStore } from '@reduxjs/toolkit'; import { useSelector } from 'react-redux'; const s = createSlice({ name: 's', initialState: { v: null }, reducers: { set(state, action) { state.v = action.payload; see1(action.payload); } } }); const store = configureStore({ reducer: { s: s.reducer } }); dispatch(s.actions.set(made())); const C = () => see2(useSelector((all) => all.s.v));",
    "import { createSlice, configureStore } from '@reduxjs/toolkit'; import { useSelector } from 'react-redux'; const s = createSlice({ name: 's', initialState: {}, reducers: { set: (state, { payload }) => ({ ...state, v: payload }) } }); const { set } = s.actions; const store = configureStore({ reducer: { s: s.reducer } }); const pick = (all) => all.s; dispatch(set(made())); const C = () => { const { v } = useSelector(pick); see1(v); see2(store.getState().s.v); };",
  ],
  zustand: [
    "import { create } from 'zustand'; const useS = create((set) => ({ v: null, load: () => set({ v: made() }) })); const C = () => { see1(useS((s) => s.v)); const { v } = useS(); see2(v); };",
    "import { create } from 'zustand'; import { persist } from 'zustand/middleware'; const useS = create()(persist((set) => ({ v: null, load: (v) => set({ v }) }), { name: 's' })); useS.getState().load(made()); see1(useS.getState().v); const C = () => { const v = useS((s) => s.v); see2(v); };",
  ],
  pinia: [
    "import { defineStore } from 'pinia'; const useS = defineStore('s', { state: () => ({ v: made() }), getters: { w: (state) => see1(state.v) } }); see2(useS().v);",
  ],
  jotai: [
    "import { atom, useAtom, useAtomValue, useSetAtom } from 'jotai'; const a = atom(null); const C = () => { const set = useSetAtom(a); set(made()); }; const D = () => { see1(useAtomValue(a)); const [v] = useAtom(a); see2(v); };",
  ],
  others: [
    "import { writable, get } from 'svelte/store'; const s = writable(null); s.set(made()); see1(get(s)); s.subscribe((v) => see2(v));",
    "import { createSignal } from 'solid-js'; const [v, set] = createSignal(null); set(made()); see1(v()); const w = v(); see2(w);",
    "import { BehaviorSubject } from 'rxjs'; const s = new BehaviorSubject(null); s.next(made()); s.subscribe((v) => see1(v)); see2(s.value);",
    "import { useMutation } from '@tanstack/react-query'; function C() { const { mutate, data } = useMutation({ mutationFn: async () => made(), onSuccess: (v) => see1(v) }); mutate(1, { onSuccess: (w) => see2(w) }); }",
  ],
};

describe('a value is followed forwards through state', () => {
  for (const [library, codes] of Object.entries(REACHED))
    it.each(codes)(`${library}: %s`, (code) => {
      expect(seen(code)).toEqual(['1', '2']);
    });
});

/** What stands beside it in the same state is not it. */
const NOT_REACHED = [
  "import { createContext, useContext } from 'react'; const X = createContext(null); const Y = createContext(null); const P = () => <X.Provider value={{ v: made() }}><Y.Provider value={{ v: 1 }} /></X.Provider>; const C = () => { see1(useContext(Y).v); see2(useContext(X).w); };",
  "import { create } from 'zustand'; const useS = create(() => ({ v: made(), w: 1 })); const useT = create(() => ({ v: 1 })); see1(useS.getState().w); see2(useT.getState().v);",
  "import { create } from 'zustand'; const useS = create((set) => ({ v: null, load: () => { set({ v: made() }); see1(set.v); see2(set); } }));",
  "import { useState } from 'react'; function C() { const [v, set] = useState(made()); const [w] = useState(1); see1(w); see2(set); }",
  "import { createSlice, configureStore } from '@reduxjs/toolkit'; import { useSelector } from 'react-redux'; const s = createSlice({ name: 's', initialState: {}, reducers: { set(state, action) { state.v = action.payload; }, other(state, action) { see1(action.payload); } } }); const store = configureStore({ reducer: { s: s.reducer } }); dispatch(s.actions.set(made())); const C = () => see2(useSelector((all) => all.s.w));",
];

describe('what stands beside a value is not followed', () => {
  it.each(NOT_REACHED)('%s', (code) => {
    expect(seen(code)).toEqual([]);
  });
});
