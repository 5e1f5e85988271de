import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

const STORE =
  "import { configureStore } from '@reduxjs/toolkit';\nimport auth from './slice';\n\nexport const store = configureStore({ reducer: { auth } });\n";

/** A slice, a store with it, and a page that sends the token and asks whether there is one. */
function redux(slice: string, page = ''): Record<string, string> {
  return {
    'src/store.js': STORE,
    'src/slice.js': `import { createAsyncThunk, createSlice } from '@reduxjs/toolkit';\n${slice}\nexport default slice.reducer;\n`,
    'src/page.jsx': `import { useDispatch, useSelector } from 'react-redux';
import { failed, logOut, setCredentials } from './slice';

export function Page() {
  const dispatch = useDispatch();
  const token = useSelector((state) => state.auth.token);
  const load = () => fetch('/api/orders', { headers: { Authorization: \`Bearer \${token}\` } });
  const signIn = async (body) => {
    const response = await fetch('/api/login', { method: 'POST', body });
    dispatch(setCredentials(await response.json()));
  };
  ${page}
  return token ? <button onClick={load}>load</button> : <form onSubmit={signIn} />;
}
`,
  };
}

const SET = 'setCredentials(state, action) { state.token = action.payload.token; state.user = action.payload.user; },';

describe('a state of Redux', () => {
  it('says whether somebody is signed in, where the answer as a whole is handed to it', () => {
    const { texts, notes } = migratedPages(
      redux(
        `const slice = createSlice({ name: 'auth', initialState: { token: localStorage.getItem('token'), user: null }, reducers: { ${SET} } });\nexport const { setCredentials } = slice.actions;`,
      ),
    );
    expect(notes).toEqual([]);
    expect(texts['src/slice.js']).toContain('initialState: { isSignedIn: hasSession(), user: null }');
    expect(texts['src/slice.js']).toContain('{ state.isSignedIn = hasSession(); state.user = action.payload.user; }');
    expect(texts['src/page.jsx']).toContain('const isSignedIn = useSelector((state) => state.auth.isSignedIn);');
    expect(texts['src/page.jsx']).toContain('return isSignedIn ? <button');
  });

  it('ends the session where the action is dispatched by which people sign out, and not in the reducer', () => {
    const { texts, notes } = migratedPages(
      redux(
        `const slice = createSlice({ name: 'auth', initialState: { token: null, user: null }, reducers: { ${SET} logOut(state) { state.token = null; }, failed(state) { state.token = null; } } });\nexport const { setCredentials, logOut, failed } = slice.actions;`,
        'const leave = () => {\n    dispatch(logOut());\n  };\n  const fail = () => {\n    dispatch(failed());\n  };\n  addEventListener("x", leave);\n  addEventListener("y", fail);',
      ),
    );
    expect(notes).toEqual([]);
    expect(texts['src/page.jsx']).toContain('  const leave = () => {\n    endSession();\n    dispatch(logOut());\n  };');
    expect(texts['src/page.jsx']).toContain('  const fail = () => {\n    dispatch(failed());\n  };');
    expect(texts['src/slice.js']).toContain('logOut(state) { state.isSignedIn = false; }');
  });

  it('is signed out by what it began with', () => {
    const { texts, notes } = migratedPages(
      redux(
        `const initialState = { token: localStorage.getItem('token'), user: null };\nconst slice = createSlice({ name: 'auth', initialState, reducers: { ${SET} logOut: () => initialState } });\nexport const { setCredentials, logOut } = slice.actions;`,
        'const leave = () => {\n    dispatch(logOut());\n  };\n  addEventListener("x", leave);',
      ),
    );
    expect(notes).toEqual([]);
    expect(texts['src/slice.js']).toContain('logOut: () => ({ ...initialState, isSignedIn: false })');
    expect(texts['src/page.jsx']).toContain('    endSession();\n    dispatch(logOut());');
  });

  it('hears of a thunk that gives the token alone', () => {
    const { texts, notes } = migratedPages({
      ...redux(
        `export const signIn = createAsyncThunk('signIn', async (body, { rejectWithValue }) => {
  try {
    const response = await fetch('/api/login', { method: 'POST', body });
    const data = await response.json();
    localStorage.setItem('token', data.token);
    return data.token;
  } catch (error) {
    return rejectWithValue(error.message);
  }
});
export const setCredentials = () => ({ type: 'none' });
const slice = createSlice({
  name: 'auth',
  initialState: { token: localStorage.getItem('token') || null },
  reducers: {},
  extraReducers: (builder) => {
    builder
      .addCase(signIn.pending, (state) => { state.isLoading = true; })
      .addCase(signIn.fulfilled, (state, action) => { state.token = action.payload; });
  },
});`,
      ),
    });
    expect(notes).toEqual([]);
    expect(texts['src/slice.js']).toContain('return hasSession();');
    expect(texts['src/slice.js']).toContain('state.isSignedIn = action.payload;');
  });

  it('is left as it is where something is not followed that may be a part of it', () => {
    const slice = `const slice = createSlice({ name: 'auth', initialState: { token: localStorage.getItem('token') }, reducers: { ${SET} } });\nexport const { setCredentials } = slice.actions;`;
    const seen = redux(slice);
    const { texts } = migratedPages({ ...seen, 'src/other.js': 'export const isIn = (anyStore) => Boolean(anyStore.auth.token);\n' });
    expect(texts['src/slice.js']).not.toContain('isSignedIn');
    const inTemplate = migratedPages({
      ...seen,
      'src/other.vue': '<template><b v-if="auth.token">in</b></template>\n<script setup>\n</script>\n',
    });
    expect(inTemplate.texts['src/slice.js']).not.toContain('isSignedIn');
  });

  it('is left as it is where nothing is seen to sign in', () => {
    const { texts } = migratedPages(
      redux(
        "const slice = createSlice({ name: 'auth', initialState: { token: null }, reducers: {} });\nexport const setCredentials = (data) => ({ type: 'other', data });",
      ),
    );
    expect(texts['src/slice.js']).not.toContain('isSignedIn');
  });
});

describe('a store of Vuex', () => {
  it('drops what only headers asked for, with what is handed to its mutations', () => {
    const { texts, notes } = migratedPages({
      'src/store.js': `import { createStore } from 'vuex';

export default createStore({
  state: { name: '', token: '' },
  mutations: {
    signedIn(state, { name, token }) {
      state.name = name;
      state.token = token;
    },
  },
  actions: {
    restore({ commit }) {
      const token = localStorage.getItem('token');
      if (token) commit('signedIn', { name: 'Ann', token });
    },
    load: ({ getters }) => fetch('/api/orders', { headers: getters.headers }),
  },
  getters: { headers: (state) => ({ 'X-App': '1', Authorization: \`Bearer \${state.token}\` }) },
});
`,
    });
    expect(notes).toEqual([]);
    expect(texts['src/store.js']).toContain("state: { name: '' },");
    expect(texts['src/store.js']).toContain("if (hasSession()) commit('signedIn', { name: 'Ann' });");
    expect(texts['src/store.js']).not.toMatch(/token/);
  });
});

describe('a store of Zustand', () => {
  const store = (options: string, logout = '() => set({ token: null, user: null })'): Record<string, string> => ({
    'src/store.js': `import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export const useAuth = create(
  persist(
    (set) => ({
      token: null,
      user: null,
      login: async (body) => {
        const response = await fetch('/api/login', { method: 'POST', body });
        const data = await response.json();
        set({ token: data.token, user: data.user });
      },
      logout: ${logout},
    }),
    ${options},
  ),
);
`,
    'src/page.jsx': `import { useAuth } from './store';

export function Page() {
  const { token, logout } = useAuth();
  const load = () => fetch('/api/orders', { headers: { Authorization: \`Bearer \${useAuth.getState().token}\` } });
  if (token === null) return null;
  return <button onClick={load} onBlur={logout}>load</button>;
}
`,
  });

  it('is not kept as signed in by its middleware, and ends the session', () => {
    const { texts, notes } = migratedPages(store("{ name: 'auth', partialize: (state) => ({ token: state.token, user: state.user }) }"));
    expect(notes).toEqual([]);
    expect(texts['src/store.js']).toContain('partialize: (state) => ({ user: state.user })');
    expect(texts['src/store.js']).toContain('      isSignedIn: hasSession(),');
    expect(texts['src/store.js']).toContain('logout: () => (endSession(), set({ isSignedIn: false, user: null })),');
    expect(texts['src/page.jsx']).toContain('const { isSignedIn, logout } = useAuth();');
    expect(texts['src/page.jsx']).toContain('if (!isSignedIn) return null;');
  });
});
