import type { RuleCases } from '../support/rule-cases.ts';
import { reported } from '../support/storage-library.ts';

/** A React component with a state, and what writes it. */
const react = (state: string, effect: string): string =>
  `import { useEffect, useReducer, useState } from 'react';\nexport function App() {\n${state}\nuseEffect(() => {\n${effect}\n});\nreturn null;\n}`;

const written = (name: string, code: string): ReturnType<typeof reported> => reported(name, code, 'written');

/** State is written to a storage by an effect, and is given the token elsewhere. */
export default {
  rule: 'no-token-in-browser-storage',
  valid: [
    {
      name: 'an effect keeps other state',
      code: react(
        'const [view, setView] = useState({ dark: false });\nconst [, setMe] = useState(null);\nconst go = (r) => { setView({ dark: true }); setMe({ token: r.token }); };',
        "localStorage.setItem('user', JSON.stringify(view));",
      ),
    },
    {
      name: 'an effect keeps a part of the state',
      code: react(
        'const [me, setMe] = useState(null);\nconst go = (r) => setMe({ name: r.name, token: r.token });',
        "localStorage.setItem('user', JSON.stringify({ name: me.name }));",
      ),
    },
    {
      name: 'an effect leaves the token out',
      code: react(
        'const [me, setMe] = useState(null);\nconst go = (r) => setMe({ name: r.name, token: r.token });',
        "const { token, ...others } = me;\nlocalStorage.setItem('user', JSON.stringify(others));\nlocalStorage.setItem('user', JSON.stringify(me, ['name']));",
      ),
    },
    {
      name: 'state of another trade',
      code: react(
        "const [limits, setLimits] = useState({ maxTokens: 10, csrfToken: '' });\nconst go = () => setLimits({ maxTokens: 3, csrfToken: meta.csrf });",
        "localStorage.setItem('session', JSON.stringify(limits));",
      ),
    },
    {
      name: 'a coin that is picked',
      code: react(
        'const [pick, setPick] = useState(null);\nconst go = (coin) => setPick({ token: coin.token, amount: 3 });',
        "localStorage.setItem('swap', JSON.stringify(pick));",
      ),
    },
    {
      name: 'another store is watched',
      code: "import { writable } from 'svelte/store';\nconst session = writable(null);\nconst theme = writable('dark');\ntheme.subscribe((now) => localStorage.setItem('session', JSON.stringify(now)));\nsession.set({ accessToken: data.accessToken });",
    },
    {
      name: 'a list of lexed tokens that a store keeps',
      code: "import { ref, watch } from 'vue';\nconst lexed = ref([]);\nwatch(lexed, (now) => localStorage.setItem('lexed', JSON.stringify(now)));\nexport const run = (text) => { lexed.value = lexer.run(text).map((token) => ({ type: token.type, text: token.text })); };",
    },
  ],
  invalid: [
    written(
      'a reducer puts it in',
      react(
        "const [session, act] = useReducer((state, action) => (action.type === 'in' ? { ...state, who: action.who, token: action.token } : state), null);",
        "▶localStorage.setItem('SESSION_V2', JSON.stringify(session));",
      ),
    ),
    written(
      'a setter puts it in',
      react(
        'const [account, setAccount] = useState(null);\nconst go = async () => { const data = await (await fetch(url)).json(); setAccount({ name: data.name, token: data.token }); };',
        "▶window.localStorage.setItem('ACCOUNT', JSON.stringify(account));",
      ),
    ),
    written(
      'a setter that a context hands on puts it in',
      `import { createContext, useContext, useEffect, useState } from 'react';
const Session = createContext(null);
export function Provider({ children }) {
  const [who, setWho] = useState(null);
  useEffect(() => ▶sessionStorage.setItem('who', JSON.stringify(who)), [who]);
  return <Session.Provider value={{ who, setWho }}>{children}</Session.Provider>;
}
export function Login() {
  const { setWho } = useContext(Session);
  return <button onClick={async () => { const data = await login(); setWho({ name: data.name, accessToken: data.accessToken }); }} />;
}`,
    ),
    written(
      'a class component writes its state',
      `import { Component } from 'react';
export class App extends Component {
  state = { me: null };
  signedIn({ data }) { this.setState({ me: { name: data.name, token: data.token } }); }
  componentDidUpdate() { ▶localStorage.setItem('me', JSON.stringify(this.state.me)); }
}`,
    ),
    written(
      'a component watches its own data',
      `export default {
  data: () => ({ account: null }),
  watch: { account: { deep: true, handler(now) { ▶localStorage.setItem('account', JSON.stringify(now)); } } },
  methods: { async login() { const { data } = await post(url); this.account = { name: data.name, token: data.token }; } },
};`,
    ),
    written(
      'a ref is watched',
      `import { ref, watch } from 'vue';
const who = ref(null);
watch(who, (now) => ▶localStorage.setItem('who', JSON.stringify(now)), { deep: true });
export const login = async () => { const { data } = await post(url); who.value = { name: data.name, accessToken: data.accessToken }; };`,
    ),
    written(
      'a getter of a store is watched',
      `import { watch } from 'vue';
const session = useSessionStore();
watch(() => session.accessToken, (now) => ▶localStorage.setItem('s', now));`,
    ),
    written(
      'a subscriber writes what the store gives',
      `import { configureStore, createSlice } from '@reduxjs/toolkit';
const auth = createSlice({ name: 'auth', initialState: { who: null, token: null }, reducers: { signedIn(state, { payload }) { state.token = payload.token; } } });
const store = configureStore({ reducer: { auth: auth.reducer } });
store.subscribe(() => ▶localStorage.setItem('state', JSON.stringify(store.getState())));`,
    ),
    written(
      'a subscriber writes a part of what the store gives',
      `import { configureStore, createSlice } from '@reduxjs/toolkit';
const session = createSlice({ name: 's', initialState: null, reducers: { signedIn(state, { payload }) { return { who: payload.who, accessToken: payload.accessToken }; } } });
const store = configureStore({ reducer: { session: session.reducer, theme } });
store.subscribe(() => { const { session: kept } = store.getState(); ▶localStorage.setItem('s', JSON.stringify(kept)); });`,
    ),
    written(
      'a store of options is subscribed to',
      `import { defineStore } from 'pinia';
const useAuth = defineStore('auth', { state: () => ({ who: null, accessToken: '' }) });
useAuth().$subscribe((mutation, state) => { ▶localStorage.setItem('auth', JSON.stringify(state)); });`,
    ),
    written(
      'a writable store is subscribed to',
      `import { writable } from 'svelte/store';
const who = writable(null);
who.subscribe((now) => ▶localStorage.setItem('w', JSON.stringify(now)));
export const login = async () => { const data = await post(url); who.set({ name: data.name, accessToken: data.accessToken }); };`,
    ),
    written(
      'observable fields are written by reactions',
      `import { autorun, makeAutoObservable, reaction, toJS } from 'mobx';
class Auth {
  me = null;
  constructor() {
    makeAutoObservable(this);
    autorun(() => ▶localStorage.setItem('m', JSON.stringify(toJS(this.me))));
    reaction(() => this.me, (now) => ▶sessionStorage.setItem('m', JSON.stringify(now)));
  }
  signedIn(data) { this.me = { name: data.name, accessToken: data.accessToken }; }
}`,
    ),
    written(
      'a signal is written by an effect',
      `import { effect, signal } from '@angular/core';
export class Session {
  readonly who = signal(null);
  constructor(private http) { effect(() => { ▶localStorage.setItem('w', JSON.stringify(this.who())); }); }
  login(form) { return this.http.post(url, form).subscribe((data) => this.who.set({ name: data.name, accessToken: data.accessToken })); }
}`,
    ),
    written(
      'a store of a hook is subscribed to',
      `import { create } from 'zustand';
const useAuth = create((set) => ({ who: null, signIn: async () => { const data = await login(); set({ who: { name: data.name, accessToken: data.accessToken } }); } }));
useAuth.subscribe((state) => ▶localStorage.setItem('w', JSON.stringify(state.who)));`,
    ),
    written(
      'a mutation writes what it is given',
      `export default {
  mutations: { keep(state, answer) { state.answer = answer; ▶localStorage.setItem('a', JSON.stringify(answer)); } },
  actions: { async login({ commit }, form) { const data = await post(url, form); commit('keep', { name: data.name, accessToken: data.accessToken }); } },
};`,
    ),
    written(
      'a subscriber of a store of modules writes its state',
      `import { createStore } from 'vuex';
const session = { namespaced: true, state: () => ({ who: null, token: null }), mutations: { signedIn(state, data) { state.token = data.token; } } };
export const store = createStore({ modules: { session } });
store.subscribe((mutation, state) => ▶localStorage.setItem('state', JSON.stringify(state.session)));`,
    ),
    written(
      'a component writes what it takes from another',
      `export const App = { provide() { return { who: this.who }; }, data: () => ({ who: null }), methods: { async login() { const data = await post(url); this.who = { name: data.name, accessToken: data.accessToken }; } } };
export const Panel = { inject: ['who'], methods: { keep() { ▶localStorage.setItem('w', JSON.stringify(this.who)); } } };`,
    ),
  ],
} satisfies RuleCases;
