import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

/**
 * Tokens that go through a library's state, under names that say nothing: only the way that the value takes can tell. Each
 * library has a look-alike beside it, whose state holds something else.
 */
const SEND = (value: string): string => `fetch('/api/me', { headers: { «Authorization: ${value} } });`;
const QUIET = (value: string): string => `fetch('/api/me', { headers: { Authorization: ${value} } });`;

interface Library {
  readonly name: string;
  readonly filename?: string;
  /** The code around a value that comes in at `IN` and goes out at `OUT`. */
  readonly code: (come: string, go: (value: string) => string) => string;
}

const STORED = "localStorage.getItem('jwt')";
const OTHER = "localStorage.getItem('theme')";

const libraries: readonly Library[] = [
  {
    name: 'React: a state that a handler sets',
    code: (come, go) =>
      `import { useState } from 'react';\nexport function App() {\n  const [a, setA] = useState(null);\n  const start = () => setA(${come});\n  const load = () => ${go('a')}\n  return <button onClick={() => { start(); load(); }} />;\n}`,
  },
  {
    name: 'React: a lazy initial state',
    code: (come, go) =>
      `import { useState } from 'react';\nexport function App() {\n  const [a] = useState(() => ${come});\n  const load = () => ${go('a')}\n  return <button onClick={load} />;\n}`,
  },
  {
    name: 'React: a ref',
    code: (come, go) =>
      `import { useRef } from 'react';\nexport function App() {\n  const held = useRef('');\n  const start = () => { held.current = ${come}; };\n  const load = () => ${go('held.current')}\n  return <button onClick={() => { start(); load(); }} />;\n}`,
  },
  {
    name: 'React: a context',
    code: (come, go) =>
      `import { createContext, useContext } from 'react';\nconst Context = createContext(null);\nexport const Root = ({ children }) => <Context.Provider value={{ a: ${come} }}>{children}</Context.Provider>;\nexport function Page() {\n  const { a } = useContext(Context);\n  const load = () => ${go('a')}\n  return <button onClick={load} />;\n}`,
  },
  {
    name: 'React: a reducer',
    code: (come, go) =>
      `import { useReducer } from 'react';\nexport function App() {\n  const [state] = useReducer((s) => s, { a: ${come} });\n  const load = () => ${go('state.a')}\n  return <button onClick={load} />;\n}`,
  },
  {
    name: 'Vue: a ref that is assigned',
    filename: 'client/use.ts',
    code: (come, go) =>
      `import { ref } from 'vue';\nconst a = ref('');\nexport const start = () => { a.value = ${come}; };\nexport const load = () => ${go('a.value')}`,
  },
  {
    name: 'Vue: computed from a reactive object',
    filename: 'client/use.ts',
    code: (come, go) =>
      `import { computed, reactive } from 'vue';\nconst state = reactive({ a: ${come} });\nconst b = computed(() => state.a);\nexport const load = () => ${go('b.value')}`,
  },
  {
    name: 'Pinia: the state of a store',
    filename: 'client/use.ts',
    code: (come, go) =>
      `import { defineStore } from 'pinia';\nconst useIt = defineStore('it', { state: () => ({ a: ${come} }) });\nexport const load = () => { const it = useIt(); ${go('it.a')} };`,
  },
  {
    name: 'Zustand: a selector',
    filename: 'client/use.ts',
    code: (come, go) =>
      `import { create } from 'zustand';\nconst useIt = create((set) => ({ a: null, start: () => set({ a: ${come} }) }));\nexport const load = () => { const a = useIt((s) => s.a); ${go('a')} };`,
  },
  {
    name: 'Zustand: getState outside of components',
    filename: 'client/use.ts',
    code: (come, go) =>
      `import { create } from 'zustand';\nconst useIt = create(() => ({ a: ${come} }));\nexport const load = () => ${go('useIt.getState().a')}`,
  },
  {
    name: 'Redux Toolkit: a slice’s payload',
    filename: 'client/use.ts',
    code: (come, go) =>
      `import { createSlice } from '@reduxjs/toolkit';\nconst slice = createSlice({ name: 'it', initialState: { a: null }, reducers: { start(state, action) { state.a = action.payload; ${go('action.payload')} } } });\nexport const begin = (dispatch) => dispatch(slice.actions.start(${come}));`,
  },
  {
    name: 'redux-saga: a call’s result',
    filename: 'client/use.ts',
    code: (come, go) =>
      `import { call } from 'redux-saga/effects';\nconst find = () => ${come};\nexport function* load() {\n  const a = yield call(find);\n  ${go('a')}\n}`,
  },
  {
    name: 'redux-saga: a called function’s parameter',
    filename: 'client/use.ts',
    code: (come, go) =>
      `import { call } from 'redux-saga/effects';\nfunction* send(a) {\n  ${go('a')}\n}\nexport function* load() {\n  yield call(send, ${come});\n}`,
  },
  {
    name: 'MobX: a reaction',
    filename: 'client/use.ts',
    code: (come, go) =>
      `import { reaction } from 'mobx';\nclass It {\n  a = ${come};\n  constructor() { reaction(() => this.a, (b) => { ${go('b')} }); }\n}\nexport const it = new It();`,
  },
  {
    name: 'Jotai: an atom',
    filename: 'client/use.ts',
    code: (come, go) =>
      `import { atom, useAtomValue, useSetAtom } from 'jotai';\nconst held = atom(null);\nexport const useStart = () => { const set = useSetAtom(held); return () => set(${come}); };\nexport const useLoad = () => { const a = useAtomValue(held); return () => ${go('a')} };`,
  },
  {
    name: 'Recoil: an atom’s default',
    filename: 'client/use.ts',
    code: (come, go) =>
      `import { atom, useRecoilValue } from 'recoil';\nconst held = atom({ key: 'held', default: ${come} });\nexport const useLoad = () => { const a = useRecoilValue(held); return () => ${go('a')} };`,
  },
  {
    name: 'Svelte: a store that is asked once',
    filename: 'client/use.ts',
    code: (come, go) =>
      `import { get, writable } from 'svelte/store';\nconst held = writable('');\nheld.set(${come});\nexport const load = () => ${go('get(held)')}`,
  },
  {
    name: 'Svelte: a subscription',
    filename: 'client/use.ts',
    code: (come, go) => `import { writable } from 'svelte/store';\nconst held = writable(${come});\nheld.subscribe((a) => { ${go('a')} });`,
  },
  {
    name: 'Solid: a signal',
    filename: 'client/use.ts',
    code: (come, go) =>
      `import { createSignal } from 'solid-js';\nconst [a, setA] = createSignal('');\nexport const start = () => setA(${come});\nexport const load = () => ${go('a()')}`,
  },
  {
    name: 'Angular: a signal in a service',
    filename: 'client/use.ts',
    code: (come, go) =>
      `import { signal } from '@angular/core';\nexport class It {\n  readonly a = signal('');\n  start() { this.a.set(${come}); }\n  load() { ${go('this.a()')} }\n}`,
  },
  {
    name: 'RxJS: a behaviour subject',
    filename: 'client/use.ts',
    code: (come, go) =>
      `import { BehaviorSubject } from 'rxjs';\nconst held = new BehaviorSubject('');\nheld.next(${come});\nexport const load = () => ${go('held.value')}`,
  },
  {
    name: 'TanStack Query: data of a query',
    filename: 'client/use.ts',
    code: (come, go) =>
      `import { useQuery } from '@tanstack/react-query';\nexport const useLoad = () => { const { data } = useQuery({ queryKey: ['a'], queryFn: () => ${come} }); return () => ${go('data')} };`,
  },
  {
    name: 'SWR: the key in the fetcher',
    filename: 'client/use.ts',
    code: (come, go) => `import useSWR from 'swr';\nexport const useLoad = () => useSWR(${come}, (a) => { ${go('a')} });`,
  },
];

export default {
  rule: 'no-client-bearer-token',
  valid: libraries.map(({ name, filename, code }) => ({
    name: `${name}: something else`,
    filename: filename ?? 'client/App.jsx',
    code: code(OTHER, QUIET),
  })),
  invalid: libraries.map(({ name, filename = 'client/App.jsx', code }) => marked(name, 'sent', code(STORED, SEND), { filename })),
} satisfies RuleCases;
