import type { RuleCases } from '../support/rule-cases.ts';
import { reported } from '../support/storage-library.ts';

const persisted = (name: string, marked: string, more: Parameters<typeof reported>[3] = {}): ReturnType<typeof reported> =>
  reported(name, marked, 'persisted', more);

const zustand = "import { create } from 'zustand';\nimport { createJSONStorage, persist } from 'zustand/middleware';\n";
const redux = "import { persistReducer } from 'redux-persist';\nimport storage from 'redux-persist/lib/storage';\n";
const jotai = "import { atomWithStorage } from 'jotai/utils';\n";
const recoil =
  "import { atom } from 'recoil';\nimport { recoilPersist } from 'recoil-persist';\nconst { persistAtom } = recoilPersist();\n";
const vuex = "import { createStore } from 'vuex';\nimport createPersistedState from 'vuex-persistedstate';\n";

export default {
  rule: 'no-token-in-persisted-state',
  valid: [
    {
      name: 'zustand without persist',
      code: "import { create } from 'zustand';\nexport const useAuth = create((set) => ({ token: null, setToken: (token) => set({ token }) }));",
    },
    {
      name: 'zustand: partialize names other parts',
      code: `${zustand}export const useAuth = create(persist((set) => ({ token: null, user: null }), { name: 'auth', partialize: (state) => ({ user: state.user }) }));`,
    },
    {
      name: 'zustand: partialize takes the token out',
      code: `${zustand}export const useAuth = create(persist((set) => ({ token: null, user: null }), { name: 'auth', partialize: ({ token, ...rest }) => rest }));`,
    },
    {
      name: 'zustand: partialize takes it out in its body',
      code: `${zustand}export const useAuth = create(persist((set) => ({ accessToken: '', theme: 'dark' }), { name: 'auth', partialize: (state) => {\n  const { accessToken, ...kept } = state;\n  return kept;\n} }));`,
    },
    {
      name: 'zustand: partialize empties it',
      code: `${zustand}export const useAuth = create(persist((set) => ({ token: '', theme: 'dark' }), { name: 'auth', partialize: (state) => ({ ...state, token: undefined }) }));`,
    },
    {
      name: 'zustand: entries are filtered',
      code: `${zustand}export const useAuth = create(persist((set) => ({ token: '', theme: 'dark' }), { name: 'auth', partialize: (state) => Object.fromEntries(Object.entries(state).filter(([key]) => !['token'].includes(key))) }));`,
    },
    {
      name: 'zustand: partialize adds other parts where something is so',
      code: `${zustand}export const useAuth = create(persist((set) => ({ token: '', theme: 'dark', user: null }), { name: 'auth', partialize: (state) => ({ theme: state.theme, ...(state.remember && { user: state.user }) }) }));`,
    },
    {
      name: 'zustand: partialize adds one or the other',
      code: `${zustand}export const useAuth = create(persist((set) => ({ token: '', theme: 'dark', locale: 'de' }), { name: 'auth', partialize: (state) => ({ ...(state.wide ? { theme: state.theme } : { locale: state.locale }) }) }));`,
    },
    {
      name: 'zustand: partialize adds one or nothing, of a constant',
      code: `${zustand}export const useAuth = create(persist((set) => ({ jwt: '', theme: 'dark' }), { name: 'auth', partialize: (state) => {\n  const more = state.theme ? { theme: state.theme } : undefined;\n  return { version: 1, ...more };\n} }));`,
    },
    {
      name: 'zustand: omit',
      code: `${zustand}import { omit } from 'lodash';\nexport const useAuth = create(persist((set) => ({ token: '', theme: 'dark' }), { name: 'auth', partialize: (state) => omit(state, ['token']) }));`,
    },
    {
      name: 'zustand: partialize from elsewhere',
      code: `${zustand}import { withoutSecrets } from './persistence';\nexport const useAuth = create(persist((set) => ({ token: '' }), { name: 'auth', partialize: withoutSecrets }));`,
    },
    {
      name: 'zustand: only actions and flags bear its name',
      code: `${zustand}export const useAuth = create(persist((set) => ({ hasToken: false, setToken: (token) => set({ hasToken: true }), tokensUsed: 0, maxTokens: 4096 }), { name: 'chat' }));`,
    },
    {
      name: "zustand: another trade's tokens",
      code: `${zustand}export const useWallet = create(persist((set) => ({ selectedToken: 'ETH', tokens: [], csrfToken: '', tokenAddress: '' }), { name: 'wallet' }));`,
    },
    {
      name: 'zustand: a vault',
      code: `${zustand}import { secureStorage } from './secure-storage';\nexport const useAuth = create(persist((set) => ({ token: null }), { name: 'auth', storage: createJSONStorage(() => secureStorage) }));`,
    },
    {
      name: "zustand: a device's storage is another rule's",
      code: `${zustand}import AsyncStorage from '@react-native-async-storage/async-storage';\nexport const useAuth = create(persist((set) => ({ token: null }), { name: 'auth', storage: createJSONStorage(() => AsyncStorage) }));`,
    },
    {
      name: "a persist of one's own",
      code: "import { persist } from './persist';\nexport const useAuth = persist((set) => ({ token: null }), { name: 'auth' });",
    },
    {
      name: 'redux-persist: the whitelist names other parts',
      code: `${redux}import { authReducer } from './auth';\nexport default persistReducer({ key: 'root', storage, whitelist: ['theme', 'user'] }, authReducer);`,
    },
    {
      name: 'redux-persist: the blacklist names the token',
      code: `${redux}import { authReducer } from './auth';\nexport default persistReducer({ key: 'auth', storage, blacklist: ['token'] }, authReducer);`,
    },
    {
      name: 'redux-persist: the blacklist names the part',
      code: `${redux}import { combineReducers } from 'redux';\nimport { authReducer } from './auth';\nimport { themeReducer } from './theme';\nconst root = combineReducers({ auth: authReducer, theme: themeReducer });\nexport default persistReducer({ key: 'root', storage, blacklist: ['auth'] }, root);`,
    },
    {
      name: 'redux-persist: a filter takes the token out',
      code: `${redux}import { createBlacklistFilter } from 'redux-persist-transform-filter';\nimport { createSlice } from '@reduxjs/toolkit';\nconst auth = createSlice({ name: 'auth', initialState: { token: null, user: null }, reducers: {} });\nexport default persistReducer({ key: 'auth', storage, transforms: [createBlacklistFilter('auth', ['token'])] }, auth.reducer);`,
    },
    {
      name: 'redux-persist: the state is seen and holds none',
      code: `${redux}import { createSlice } from '@reduxjs/toolkit';\nconst authSlice = createSlice({ name: 'auth', initialState: { user: null, isSignedIn: false }, reducers: {} });\nexport default persistReducer({ key: 'auth', storage }, authSlice.reducer);`,
    },
    {
      name: 'redux-persist: a reducer of another name',
      code: `${redux}import cart from './cart';\nexport default persistReducer({ key: 'root', storage }, cart);`,
    },
    {
      name: 'redux-persist: options that are not to be seen',
      code: `${redux}import { authReducer } from './auth';\nimport { config } from './config';\nexport default persistReducer(config, authReducer);`,
    },
    {
      name: 'jotai: a setting, a flag',
      code: `${jotai}export const theme = atomWithStorage('theme', 'dark');\nexport const seen = atomWithStorage('token', false);\nexport const csrf = atomWithStorage('csrfToken', '');`,
    },
    {
      name: 'jotai: memory',
      code: `${jotai}import { memoryStorage } from './storages';\nexport const token = atomWithStorage('token', '', memoryStorage);`,
    },
    {
      name: 'recoil: an atom that is not persisted',
      code: `${recoil}export const token = atom({ key: 'token', default: '' });\nexport const theme = atom({ key: 'theme', default: 'dark', effects: [persistAtom] });`,
    },
    {
      name: 'pinia: not persisted',
      code: "import { defineStore } from 'pinia';\nexport const useAuth = defineStore('auth', { state: () => ({ token: '' }), persist: false });\nexport const useOther = defineStore('other', { state: () => ({ token: '' }) });",
    },
    {
      name: 'pinia: pick names other parts',
      code: "import { defineStore } from 'pinia';\nexport const useAuth = defineStore('auth', { state: () => ({ token: '', user: null }), persist: { pick: ['user'] } });",
    },
    {
      name: 'pinia: omit names the token',
      code: "import { defineStore } from 'pinia';\nexport const useAuth = defineStore('auth', { state: () => ({ token: '', user: null }), persist: { omit: ['token'], storage: sessionStorage } });",
    },
    {
      name: 'pinia: a setup store without one',
      code: "import { defineStore } from 'pinia';\nimport { ref } from 'vue';\nexport const usePrefs = defineStore('prefs', () => { const theme = ref('dark'); return { theme }; }, { persist: true });",
    },
    {
      name: 'pinia: options from elsewhere',
      code: "import { defineStore } from 'pinia';\nimport { persist } from './persist';\nexport const useAuth = defineStore('auth', { state: () => ({ token: '' }), persist });",
    },
    {
      name: 'vuex: the paths name other parts',
      code: `${vuex}export default createStore({ state: { token: '', theme: '' }, plugins: [createPersistedState({ paths: ['theme'] })] });`,
    },
    {
      name: 'vuex: the reducer leaves it out',
      code: `${vuex}export default createStore({ state: { token: '', theme: '' }, plugins: [createPersistedState({ reducer: (state) => ({ theme: state.theme }) })] });`,
    },
    {
      name: 'vuex: no such part',
      code: `${vuex}export default createStore({ state: { theme: '' }, modules: { cart: { state: () => ({ items: [] }) } }, plugins: [createPersistedState()] });`,
    },
    {
      name: 'vuex-persist: other modules',
      code: "import Vuex from 'vuex';\nimport VuexPersistence from 'vuex-persist';\nconst kept = new VuexPersistence({ storage: window.localStorage, modules: ['cart'] });\nexport default new Vuex.Store({ state: { token: '' }, plugins: [kept.plugin] });",
    },
  ],
  invalid: [
    persisted(
      'zustand: partialize adds the token where something is so',
      `${zustand}export const useAuth = create(persist((set) => ({ token: '', theme: 'dark' }), { name: 'auth', partialize: (state) => ({ theme: state.theme, ...(state.remember && { ▶token: state.token }) }) }));`,
    ),
    persisted(
      'zustand: partialize adds the whole state where something is so',
      `${zustand}export const useAuth = create(persist((set) => ({ ▶token: '', theme: 'dark' }), { name: 'auth', partialize: (state) => ({ ...(state.remember ? state : {}), at: 1 }) }));`,
    ),
    persisted(
      'zustand: the whole state',
      `${zustand}export const useAuth = create(persist((set) => ({ user: null, ▶token: null, setToken: (token) => set({ token }) }), { name: 'auth' }));`,
    ),
    persisted(
      'zustand: curried, typed, within devtools',
      `${zustand}import { devtools } from 'zustand/middleware';\nexport const useAuth = create<Auth>()(devtools(persist((set): Auth => ({ ▶accessToken: '', ▶refreshToken: '' }), { name: 'auth', storage: createJSONStorage(() => sessionStorage) })));`,
      { filename: 'src/auth.ts' },
    ),
    persisted(
      'zustand: middleware within persist',
      `${zustand}import { immer } from 'zustand/middleware/immer';\nexport const useAuth = create(persist(immer((set) => ({ ▶token: undefined as string | undefined })), { name: 'auth' }));`,
      { filename: 'src/auth.ts' },
    ),
    persisted(
      'zustand: renamed, with the creator in a variable',
      "import { persist as keep } from 'zustand/middleware';\nimport { create } from 'zustand';\nconst creator = (set, get) => {\n  return { ▶jwt: null, user: { name: '' } };\n};\nexport const useAuth = create(keep(creator, { name: 'auth' }));",
    ),
    persisted(
      'zustand: namespace',
      "import * as middleware from 'zustand/middleware';\nexport const store = middleware.persist(() => ({ ▶token: '' }), { name: 'auth' });",
    ),
    persisted(
      'zustand: deep inside',
      `${zustand}export const useAuth = create(persist((set) => ({ session: { user: null, ▶token: null } }), { name: 'auth' }));`,
    ),
    persisted(
      'zustand: partialize names the token',
      `${zustand}export const useAuth = create(persist((set) => ({ token: null, user: null, open: false }), { name: 'auth', partialize: (state) => ({ user: state.user, ▶token: state.token }) }));`,
    ),
    persisted(
      'zustand: partialize takes another part out',
      `${zustand}export const useAuth = create(persist((set) => ({ ▶token: null, open: false }), { name: 'auth', partialize: ({ open, ...rest }) => rest }));`,
    ),
    persisted(
      'zustand: pick',
      `${zustand}import { pick } from 'lodash';\nexport const useAuth = create(persist((set) => ({ token: '', theme: 'dark' }), { name: 'auth', partialize: (state) => pick(state, ['theme', ▶'token']) }));`,
    ),
    persisted(
      'zustand: the value comes from a storage',
      `${zustand}export const useAuth = create(persist((set) => ({ ▶current: localStorage.getItem('token') }), { name: 'auth' }));`,
    ),
    persisted(
      'zustand: a part from another file',
      `${zustand}import { auth } from './auth';\nexport const useAll = create(persist((set) => ({ theme: 'dark', ▶auth }), { name: 'all' }));`,
    ),
    persisted(
      'redux-persist: the whitelist names the token',
      `${redux}import { authReducer } from './auth';\nconst config = {\n  key: 'auth',\n  storage,\n  whitelist: [▶'token'],\n};\nexport default persistReducer(config, authReducer);`,
    ),
    persisted(
      'redux-persist: no whitelist, a reducer from elsewhere',
      `${redux}import authReducer from './state';\nconst config = ▶{ key: 'root', storage, version: 1 };\nexport default persistReducer(config, authReducer);`,
    ),
    persisted(
      'redux-persist: the whitelist names the part',
      `${redux}import { combineReducers } from 'redux';\nimport { authReducer, themeReducer } from './reducers';\nconst root = combineReducers({ auth: authReducer, theme: themeReducer });\nexport default persistReducer({ key: 'root', storage, whitelist: [▶'auth'] }, root);`,
    ),
    persisted(
      'redux-persist: combined reducers without a list',
      `${redux}import { combineReducers } from '@reduxjs/toolkit';\nimport { authReducer, themeReducer } from './reducers';\nconst root = combineReducers({ ▶auth: authReducer, theme: themeReducer });\nexport default persistReducer({ key: 'root', storage }, root);`,
    ),
    persisted(
      'redux-persist: persistCombineReducers',
      "import { persistCombineReducers } from 'redux-persist';\nimport session from 'redux-persist/lib/storage/session';\nimport { auth } from './auth';\nexport default persistCombineReducers({ key: 'root', storage: session }, { ▶auth, theme: () => 'dark' });",
    ),
    persisted(
      'redux-persist: a slice of the same file',
      `${redux}import { createSlice } from '@reduxjs/toolkit';\nconst slice = createSlice({ name: 'user', initialState: { ▶token: null, user: null }, reducers: {} });\nexport default persistReducer({ key: 'user', storage, blacklist: ['user'] }, slice.reducer);`,
    ),
    persisted(
      'redux-persist: a slice taken apart',
      `${redux}import { createSlice } from '@reduxjs/toolkit';\nconst initialState = { name: '', ▶accessToken: '' };\nexport const { reducer, actions } = createSlice({ name: 'user', initialState, reducers: {} });\nexport default persistReducer({ key: 'user', storage }, reducer);`,
    ),
    persisted(
      'redux-persist: a reducer by hand',
      `${redux}const initial = { ▶token: '' };\nfunction user(state = initial, action) {\n  switch (action.type) {\n    default: return state;\n  }\n}\nexport default persistReducer({ key: 'user', storage }, user);`,
    ),
    persisted(
      'redux-persist: required',
      "const { persistReducer } = require('redux-persist');\nconst storage = require('redux-persist/lib/storage').default;\nmodule.exports = persistReducer({ key: 'auth', storage, whitelist: ['user', ▶'accessToken'] }, require('./auth'));",
    ),
    persisted(
      'jotai',
      `${jotai}export const token = ▶atomWithStorage('token', '');\nexport const jwt = ▶atomWithStorage('jwt', null, sessionStorage);\nconst KEY = 'accessToken';\nexport const kept = ▶atomWithStorage(KEY, undefined);`,
    ),
    persisted('jotai: the object holds it', `${jotai}export const user = ▶atomWithStorage('user', { name: '', token: '' });`),
    persisted('recoil', `${recoil}export const token = ▶atom({ key: 'token', default: '', effects_UNSTABLE: [persistAtom] });`),
    persisted(
      'recoil: the effect comes from elsewhere',
      "import { atom } from 'recoil';\nimport { persistAtom } from './persist';\nexport const session = ▶atom({ key: 'session', default: { user: null, accessToken: '' }, effects: [persistAtom] });",
    ),
    persisted(
      'pinia: persist: true',
      "import { defineStore } from 'pinia';\nexport const useAuth = defineStore('auth', {\n  state: () => ({ ▶token: '', user: null }),\n  persist: true,\n});",
    ),
    persisted(
      'pinia: a setup store',
      "import { defineStore } from 'pinia';\nimport { ref } from 'vue';\nexport const useAuth = defineStore('auth', () => {\n  const token = ref('');\n  const setToken = (value) => { token.value = value; };\n  return { ▶token, setToken };\n}, { persist: true });",
    ),
    persisted(
      'pinia: pick names the token',
      "import { defineStore } from 'pinia';\nexport const useAuth = defineStore('auth', { state: () => ({ token: '', user: null }), persist: { storage: localStorage, pick: ['user', ▶'token'] } });",
    ),
    persisted(
      'pinia: paths of old, in a list of storages',
      "import { defineStore } from 'pinia';\nexport const useAuth = defineStore({ id: 'auth', state: () => ({ token: '', user: null }), persist: [{ paths: ['user'] }, { paths: [▶'token'], storage: sessionStorage }] });",
    ),
    persisted(
      'pinia: strategies of the other plugin',
      "import { defineStore } from 'pinia';\nexport const useAuth = defineStore('auth', { state: () => ({ token: '' }), persist: { enabled: true, strategies: [{ storage: localStorage, paths: [▶'token'] }] } });",
    ),
    persisted(
      'pinia: omit names another part',
      "import { defineStore } from 'pinia';\nexport const useAuth = defineStore('auth', { state: () => ({ ▶accessToken: null, open: false }), persist: { omit: ['open'] } });",
    ),
    persisted(
      'pinia: Nuxt imports by itself',
      "export const useAuth = defineStore('auth', { state: () => ({ ▶token: '' }), persist: true });",
      { filename: 'stores/auth.ts' },
    ),
    persisted(
      'vuex: the whole state',
      `${vuex}export default createStore({ state: { ▶token: '', theme: '' }, plugins: [createPersistedState()] });`,
    ),
    persisted(
      "vuex: a module's state",
      `${vuex}const auth = { state: () => ({ ▶accessToken: null }) };\nexport default createStore({ modules: { auth }, plugins: [createPersistedState({ storage: window.sessionStorage })] });`,
    ),
    persisted(
      'vuex: a module from elsewhere',
      `${vuex}import auth from './auth';\nexport default createStore({ modules: { ▶auth }, plugins: [createPersistedState()] });`,
    ),
    persisted(
      'vuex: the paths name the token',
      "import createPersistedState from 'vuex-persistedstate';\nexport const plugin = createPersistedState({ paths: ['theme', ▶'auth.token'] });",
    ),
    persisted(
      'vuex: the reducer names the token',
      "import createPersistedState from 'vuex-persistedstate';\nexport const plugin = createPersistedState({ reducer: (state) => ({ auth: { ▶token: state.auth.token } }) });",
    ),
    persisted(
      'vuex-persist: modules',
      "import VuexPersistence from 'vuex-persist';\nexport const kept = new VuexPersistence({ storage: window.localStorage, modules: [▶'auth', 'cart'] });",
    ),
    persisted(
      'vuex-persist: the whole state',
      "import Vuex from 'vuex';\nimport { VuexPersistence } from 'vuex-persist';\nconst kept = new VuexPersistence({ storage: localStorage });\nexport default new Vuex.Store({ state: { user: { ▶token: '' } }, plugins: [kept.plugin] });",
    ),
  ],
} satisfies RuleCases;
