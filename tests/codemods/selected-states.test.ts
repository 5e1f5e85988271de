import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

/** A slice that keeps the token, its selector, and pages. */
function app(others: Readonly<Record<string, string>>, initial = "localStorage.getItem('token')"): ReturnType<typeof migratedPages> {
  return migratedPages({
    'src/slice.js': `import { createSlice } from '@reduxjs/toolkit';

const slice = createSlice({
  name: 'auth',
  initialState: { token: ${initial}, name: '' },
  reducers: {
    entered: (state, { payload }) => {
      state.name = payload.name;
      state.token = payload.token;
      localStorage.setItem('token', payload.token);
    },
    left: (state) => {
      state.token = null;
      localStorage.removeItem('token');
    },
  },
});
export const { entered, left } = slice.actions;
export default slice.reducer;
export const selectToken = (state) => state.auth.token;
`,
    'src/store.js': `import { configureStore } from '@reduxjs/toolkit';
import auth from './slice';
export const store = configureStore({ reducer: { auth } });
`,
    'src/login.js': `import axios from 'axios';
import { entered } from './slice';
export const login = (body) => async (dispatch) => {
  const { data } = await axios.post('/api/login', body);
  dispatch(entered({ name: data.name, token: data.token }));
};
`,
    ...others,
  });
}

describe('a part of a state that is taken out by a selector', () => {
  it.each([
    [
      'by a component',
      "import { useSelector } from 'react-redux';\nimport { selectToken } from './slice';\nexport const useIn = () => {\n  const token = useSelector(selectToken);\n  return !!token;\n};\n",
      'const isSignedIn = useSelector(selectToken);\n  return isSignedIn;',
    ],
    [
      'by a component that imports it under another name',
      "import { useSelector } from 'react-redux';\nimport { selectToken as tokenOf } from './slice';\nexport const Guard = ({ children }) => (useSelector(tokenOf) ? children : null);\n",
      'useSelector(tokenOf) ? children',
    ],
    [
      'by a thunk, too',
      "import { selectToken } from './slice';\nexport const load = () => (dispatch, getState) => {\n  if (!selectToken(getState())) return;\n  dispatch({ type: 'load' });\n};\n",
      'if (!selectToken(getState())) return;',
    ],
  ])('is the flag wherever that is used: %s', (_, code, expected) => {
    const { texts, notes } = app({ 'src/page.jsx': code });
    expect(notes).toEqual([]);
    expect(texts['src/page.jsx']).toContain(expected);
    expect(texts['src/slice.js']).toContain('export const selectToken = (state) => state.auth.isSignedIn;');
    expect(texts['src/slice.js']).toContain('initialState: { isSignedIn: hasSession(), name:');
  });

  it('is the flag where a function of the file itself takes it', () => {
    const { texts, notes } = app({
      'src/page.jsx': `import { useSelector } from 'react-redux';
const tokenOf = ({ auth }) => auth.token;
export const Menu = () => {
  const token = useSelector(tokenOf);
  return token ? 'out' : 'in';
};
`,
    });
    expect(notes).toEqual([]);
    expect(texts['src/page.jsx']).toContain("return isSignedIn ? 'out' : 'in';");
  });

  it.each([
    [
      'a selector of others',
      "import { createSelector } from 'reselect';\nimport { selectToken } from './slice';\nexport const selectHeaders = createSelector([selectToken], (token) => ({ 'X-Key': token }));\n",
    ],
    [
      'something else',
      "import { selectToken } from './slice';\nimport { watchState } from 'elsewhere';\nwatchState(selectToken, (token) => console.log(token.length));\n",
    ],
  ])('is left where that is handed to %s', (_, code) => {
    const { texts, notes } = app({ 'src/page.jsx': code });
    expect(notes).not.toEqual([]);
    expect(texts['src/slice.js']).toContain('state.auth.token');
  });
});

describe('a constant that a state begins with', () => {
  it.each([
    ['or nothing', "const token = localStorage.getItem('token') || null;"],
    ['or an empty text', "const token = localStorage.getItem('token') ?? '';"],
    ['where there is a storage', "const token = typeof window === 'undefined' ? null : localStorage.getItem('token');"],
  ])('is the flag: %s', (_, constant) => {
    const { texts, notes } = migratedPages({
      'src/slice.js': `import { createSlice } from '@reduxjs/toolkit';
${constant}
const initialState = { token, isIn: !!token };
const slice = createSlice({
  name: 'auth',
  initialState,
  reducers: {
    entered: (state, { payload }) => {
      state.token = payload.token;
      state.isIn = true;
    },
  },
});
export const { entered } = slice.actions;
export default slice.reducer;
`,
      'src/store.js':
        "import { configureStore } from '@reduxjs/toolkit';\nimport auth from './slice';\nexport const store = configureStore({ reducer: { auth } });\n",
      'src/login.js':
        "import axios from 'axios';\nimport { entered } from './slice';\nimport { store } from './store';\nexport const login = async (body) => {\n  const { data } = await axios.post('/api/login', body);\n  store.dispatch(entered({ token: data.token }));\n};\nexport const isIn = () => !!store.getState().auth.token;\n",
    });
    expect(notes).toEqual([]);
    expect(texts['src/slice.js']).toContain('const initialState = { isSignedIn: hasSession(), isIn: hasSession() };');
    expect(texts['src/slice.js']).not.toContain('const token');
    expect(texts['src/login.js']).toContain('store.dispatch(entered({}));');
  });

  it('is none that is made of something else', () => {
    const { notes } = migratedPages({
      'src/slice.js': `import { createSlice } from '@reduxjs/toolkit';
import { tokenOf } from 'elsewhere';
const token = tokenOf(window) || null;
const slice = createSlice({ name: 'auth', initialState: { token }, reducers: { entered: (state, { payload }) => { state.token = payload.token; } } });
export const { entered } = slice.actions;
export default slice.reducer;
`,
      'src/store.js':
        "import { configureStore } from '@reduxjs/toolkit';\nimport auth from './slice';\nexport const store = configureStore({ reducer: { auth } });\n",
      'src/login.js':
        "import axios from 'axios';\nimport { entered } from './slice';\nimport { store } from './store';\nexport const login = async (body) => {\n  const { data } = await axios.post('/api/login', body);\n  store.dispatch(entered({ token: data.token }));\n};\nexport const isIn = () => !!store.getState().auth.token;\n",
    });
    expect(notes).not.toEqual([]);
  });
});
