import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

const STORE = `import { applyMiddleware, combineReducers, createStore } from 'redux';
import thunk from 'redux-thunk';
import { auth } from './auth';

export default createStore(combineReducers({ auth }), applyMiddleware(thunk));
`;

/** A reducer that keeps the token, and a page's actions. */
function app(actions: string, others: Record<string, string> = {}): Record<string, string> {
  return {
    'src/store.js': STORE,
    'src/auth.js': `const initialState = { token: localStorage.getItem('token'), loading: false };

export const auth = (state = initialState, action) => {
  switch (action.type) {
    case 'LOGIN_SUCCESS':
      localStorage.setItem('token', action.payload.token);
      return { ...state, token: action.payload.token };
    case 'LOGOUT':
      localStorage.removeItem('token');
      return { ...state, token: null };
    default:
      return state;
  }
};
`,
    'src/actions.js': `import axios from 'axios';\n\n${actions}`,
    ...others,
  };
}

const CONFIG = `export const tokenConfig = (getState) => {
  const token = getState().auth.token;
  const config = { headers: { 'Content-type': 'application/json' } };
  if (token) config.headers['x-auth-token'] = token;
  return config;
};
`;

describe('a thunk that takes the token out of the state', () => {
  it('gives the state to no function that asks nothing of it any more, and takes none itself', () => {
    const { texts, notes } = migratedPages(
      app(`export const addItem = (item) => (dispatch, getState) => {
  axios.post('/api/items', item, tokenConfig(getState)).then((res) => dispatch({ type: 'ADD', payload: res.data }));
};

${CONFIG}`),
    );
    expect(notes).toEqual([]);
    expect(texts['src/actions.js']).toContain("(item) => (dispatch) => {\n  axios.post('/api/items', item, tokenConfig()).then");
    expect(texts['src/actions.js']).toContain('export const tokenConfig = () => {\n  const config =');
    expect(texts['src/auth.js']).toContain('const initialState = { loading: false };');
    expect(texts['src/auth.js']).not.toContain('token');
  });

  it('asks the flag of the state, under its name there', () => {
    const { texts, notes } = migratedPages(
      app(`export const load = () => async (dispatch, getState) => {
  const { token } = getState().auth;
  if (!token) return;
  const res = await axios.get('/api/items', { headers: { Authorization: 'Bearer ' + token } });
  dispatch({ type: 'LOADED', payload: res.data });
};
`),
    );
    expect(notes).toEqual([]);
    expect(texts['src/actions.js']).toContain('const { isSignedIn } = getState().auth;\n  if (!isSignedIn) return;');
    expect(texts['src/actions.js']).toContain("await axios.get('/api/items');");
    expect(texts['src/auth.js']).toContain('{ isSignedIn: hasSession(), loading: false }');
    expect(texts['src/auth.js']).toContain('return { ...state, isSignedIn: hasSession() };');
  });

  it('is what middleware and helpers of a toolkit are handed, too', () => {
    const { texts, notes } = migratedPages(
      app(`export const guarded = (store) => (next) => (action) => (store.getState().auth.token ? next(action) : undefined);

export const headersOf = (headers, { getState }) => {
  const { token } = getState().auth;
  if (token) headers.set('authorization', 'Bearer ' + token);
  return headers;
};
`),
    );
    expect(notes).toEqual([]);
    expect(texts['src/actions.js']).toContain('store.getState().auth.isSignedIn ? next(action)');
    expect(texts['src/actions.js']).not.toContain('token');
  });

  it('takes the state apart no more where it took nothing else', () => {
    const { texts, notes } = migratedPages({
      'src/store.js': `import { combineReducers, createStore } from 'redux';
import { userLogin } from './reducers';

const userInfo = localStorage.getItem('userInfo') ? JSON.parse(localStorage.getItem('userInfo')) : null;

export default createStore(combineReducers({ userLogin }), { userLogin: { userInfo } });
`,
      'src/reducers.js': `export const userLogin = (state = {}, action) => {
  switch (action.type) {
    case 'USER_LOGIN_SUCCESS':
      return { userInfo: action.payload };
    case 'USER_LOGOUT':
      return {};
    default:
      return state;
  }
};
`,
      'src/actions.js': `import axios from 'axios';

export const list = () => async (dispatch, getState) => {
  const {
    userLogin: { userInfo },
  } = getState();
  const { data } = await axios.get('/api/orders', { headers: { Authorization: \`Bearer \${userInfo.token}\` } });
  dispatch({ type: 'ORDERS', payload: data });
};

export const pay = (id) => async (dispatch, getState) => {
  const { userLogin: { userInfo }, cart } = getState();
  await axios.put('/api/orders/' + id, cart, { headers: { Authorization: \`Bearer \${userInfo.token}\` } });
  dispatch({ type: 'PAID' });
};
`,
    });
    expect(notes).toEqual([]);
    expect(texts['src/actions.js']).toContain("(dispatch) => {\n  const { data } = await axios.get('/api/orders');");
    expect(texts['src/actions.js']).toContain('async (dispatch, getState) => {\n  const { cart } = getState();');
  });
});

describe('a parameter that nothing asks of any more', () => {
  const helper = (calls: string): Record<string, string> => ({
    'src/config.js': `export function config(getState, more) {
  const { token } = getState().auth;
  return { headers: { 'x-auth-token': token }, ...more };
}
`,
    'src/actions.js': `import axios from 'axios';\nimport { config } from './config';\n\n${calls}`,
    'src/store.js':
      "import { createStore } from 'redux';\nexport default createStore((state = { auth: { token: localStorage.getItem('token') } }) => state);\n",
  });

  it('goes with what callers give for it, and leaves the others', () => {
    const { texts } = migratedPages(
      helper("export const load = (more) => (dispatch, getState) => axios.get('/api/items', config(getState, more));\n"),
    );
    expect(texts['src/config.js']).toContain('export function config(more) {');
    expect(texts['src/actions.js']).toContain("(more) => (dispatch) => axios.get('/api/items', config(more));");
  });

  it.each([
    ['a caller gives what has an effect', "export const load = (make) => axios.get('/api/items', config(make(), {}));\n"],
    ['a caller gives a list', "export const load = (given) => axios.get('/api/items', config(...given));\n"],
    [
      'it is handed on as it is',
      "export const load = (run) => run(config);\nexport const more = (g) => axios.get('/api/items', config(g));\n",
    ],
  ])('stays where %s', (_, calls) => {
    const { texts } = migratedPages(helper(calls));
    expect(texts['src/config.js']).toContain('export function config(getState, more) {');
    expect(texts['src/actions.js']).toContain(calls.trimEnd());
  });
});
