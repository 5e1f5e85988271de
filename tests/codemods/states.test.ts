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
    const { texts } = migratedPages({
      ...seen,
      'src/other.js': 'import { theStore } from "elsewhere";\n\nexport const isIn = () => Boolean(theStore().auth.token);\n',
    });
    expect(texts['src/slice.js']).not.toContain('isSignedIn');
    const inTemplate = migratedPages({
      ...seen,
      'src/other.vue': '<template><b v-if="auth.token">in</b></template>\n<script setup>\n</script>\n',
    });
    expect(inTemplate.texts['src/slice.js']).not.toContain('isSignedIn');
  });

  it('is renamed in selectors that nothing uses', () => {
    const { texts } = migratedPages({
      ...redux(
        `const slice = createSlice({ name: 'auth', initialState: { token: localStorage.getItem('token') }, reducers: { ${SET} } });\nexport const { setCredentials } = slice.actions;`,
      ),
      'src/other.js': 'export const selectIsIn = (state) => Boolean(state.auth.token);\n',
    });
    expect(texts['src/other.js']).toContain('(state) => state.auth.isSignedIn');
  });

  it('stays a flag where nothing asks for it and actions hand it over', () => {
    const { texts, notes } = migratedPages({
      ...redux(''),
      'src/slice.js': `import { createSlice } from '@reduxjs/toolkit';\nconst slice = createSlice({ name: 'auth', initialState: { token: null }, reducers: { setToken(state, action) { state.token = action.payload; } } });\nexport const { setToken } = slice.actions;\nexport default slice.reducer;\n`,
      'src/page.jsx': `import { useDispatch, useSelector } from 'react-redux';
import { setToken } from './slice';

export function Page() {
  const dispatch = useDispatch();
  const token = useSelector((state) => state.auth.token);
  const load = () => fetch('/api/orders', { headers: { Authorization: \`Bearer \${token}\` } });
  const signIn = async (body) => {
    const response = await fetch('/api/login', { method: 'POST', body });
    const data = await response.json();
    dispatch(setToken(data.token));
  };
  return <form onSubmit={signIn} onReset={load} />;
}
`,
    });
    expect(notes).toEqual([]);
    expect(texts['src/slice.js']).toContain('setToken(state, action) { state.isSignedIn = action.payload; }');
    expect(texts['src/page.jsx']).toContain('dispatch(setToken(hasSession()));');
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

describe('a state with types', () => {
  it('has a flag in its type, and a parameter of its setter', () => {
    const { texts, notes } = migratedPages({
      'src/store.ts': `import { create } from 'zustand';

interface AuthState {
  token: string | null;
  user: string | null;
  setAuth: (token: string, user: string) => void;
}

export const useAuth = create<AuthState>()((set) => ({
  token: localStorage.getItem('token'),
  user: null,
  setAuth: (token, user) => set({ token, user }),
}));
`,
      'src/page.tsx': `import { useAuth } from './store';

export function Page() {
  const { token, setAuth } = useAuth();
  const load = () => fetch('/api/orders', { headers: { Authorization: \`Bearer \${token}\` } });
  const signIn = async (body: FormData) => {
    const response = await fetch('/api/login', { method: 'POST', body });
    const data = await response.json();
    localStorage.setItem('token', data.token);
    setAuth(data.token, data.user);
  };
  return token ? <button onClick={load}>load</button> : <form action={signIn} />;
}
`,
    });
    expect(notes).toEqual([]);
    expect(texts['src/store.ts']).toContain(
      '  isSignedIn: boolean;\n  user: string | null;\n  setAuth: (isSignedIn: boolean, user: string) => void;',
    );
    expect(texts['src/store.ts']).toContain('setAuth: (isSignedIn, user) => set({ isSignedIn, user }),');
    expect(texts['src/page.tsx']).toContain('setAuth(hasSession(), data.user);');
  });

  it('has payloads of flags', () => {
    const { texts, notes } = migratedPages({
      ...redux(''),
      'src/slice.js': 'export {};',
      'src/slice.ts': `import { createSlice, PayloadAction } from '@reduxjs/toolkit';

type AuthState = { token: string | null };
const initialState: AuthState = { token: null };
const slice = createSlice({
  name: 'auth',
  initialState,
  reducers: {
    setToken(state, action: PayloadAction<string | null>) {
      state.token = action.payload;
    },
    setCredentials(state, action: PayloadAction<{ user: string; token: string }>) {
      state.token = action.payload.token;
      console.log(action.payload.user);
    },
  },
});
export const { setToken, setCredentials } = slice.actions;
export default slice.reducer;
`,
      'src/store.js':
        "import { combineReducers, configureStore } from '@reduxjs/toolkit';\nimport auth from './slice.ts';\n\nexport const store = configureStore({ reducer: combineReducers({ auth }) });\n",
      'src/page.jsx': `import { useDispatch, useSelector } from 'react-redux';
import { setCredentials, setToken } from './slice.ts';

export function Page() {
  const dispatch = useDispatch();
  const token = useSelector((state) => state.auth.token);
  const load = () => fetch('/api/orders', { headers: { Authorization: \`Bearer \${token}\` } });
  const signIn = async (body) => {
    const response = await fetch('/api/login', { method: 'POST', body });
    const data = await response.json();
    if (data.user) dispatch(setCredentials({ user: data.user, token: data.token }));
    else dispatch(setToken(data.token));
  };
  const forget = () => {
    dispatch(setToken(null));
  };
  return token ? <button onClick={load}>load</button> : <form onSubmit={signIn} onReset={forget} />;
}
`,
    });
    expect(notes).toEqual([]);
    expect(texts['src/slice.ts']).toContain('type AuthState = { isSignedIn: boolean };');
    expect(texts['src/slice.ts']).toContain('setToken(state, action: PayloadAction<boolean>) {\n      state.isSignedIn = action.payload;');
    expect(texts['src/slice.ts']).toContain('action: PayloadAction<{ user: string; }>) {\n      state.isSignedIn = hasSession();');
    expect(texts['src/page.jsx']).toContain('dispatch(setCredentials({ user: data.user }));\n    else dispatch(setToken(hasSession()));');
    expect(texts['src/page.jsx']).toContain('dispatch(setToken(false));');
  });
});

describe('a state that redux-persist keeps', () => {
  it('is put back to what it began with where people sign out', () => {
    const { texts, notes } = migratedPages({
      'src/store.js': `import { combineReducers, configureStore } from '@reduxjs/toolkit';
import { persistReducer } from 'redux-persist';
import storage from 'redux-persist/lib/storage';
import auth from './slice';

const reducer = persistReducer({ key: 'root', storage, whitelist: ['auth'] }, combineReducers({ auth }));
export const store = configureStore({ reducer });
`,
      'src/slice.js': `import { createSlice } from '@reduxjs/toolkit';

const initialState = { token: null };
const slice = createSlice({
  name: 'auth',
  initialState,
  reducers: { signedIn: (state, { payload }) => { state.token = payload.token; }, logoutUser: () => initialState },
});
export const { signedIn, logoutUser } = slice.actions;
export default slice.reducer;
`,
      'src/page.jsx': `import { useDispatch, useSelector } from 'react-redux';
import { logoutUser, signedIn } from './slice';

export function Page() {
  const dispatch = useDispatch();
  const token = useSelector((state) => state.auth.token);
  const load = () => fetch('/api/orders', { headers: { Authorization: \`Bearer \${token}\` } });
  const signIn = async (body) => {
    const response = await fetch('/api/login', { method: 'POST', body });
    dispatch(signedIn(await response.json()));
  };
  const leave = () => {
    dispatch(logoutUser());
  };
  return token ? <button onClick={load} onBlur={leave}>load</button> : <form onSubmit={signIn} />;
}
`,
    });
    expect(notes).toEqual([]);
    expect(texts['src/slice.js']).toContain('const initialState = { isSignedIn: false };');
    expect(texts['src/page.jsx']).toContain('  const leave = () => {\n    endSession();\n    dispatch(logoutUser());');
  });
});
