import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

const STORE = `import { applyMiddleware, combineReducers, createStore } from 'redux';
import thunk from 'redux-thunk';
import auth from './auth-reducer';

export default createStore(combineReducers({ auth }), applyMiddleware(thunk));
`;

/** The cases of a reducer that keeps what a sign-in returns, and forgets it. */
const CASES = `switch (action.type) {
    case 'LOGIN_SUCCESS':
      localStorage.setItem('token', action.payload.token);
      return { ...state, ...action.payload, loading: false };
    case 'LOGOUT':
      localStorage.removeItem('token');
      return { ...state, token: null, user: null };
    default:
      return state;
  }`;

const BEGINNING = "const initialState = { token: localStorage.getItem('token'), user: null, loading: true };";

const SIGN_IN = `export const login = (body) => async (dispatch) => {
  const res = await axios.post('/api/auth', body);
  dispatch({ type: 'LOGIN_SUCCESS', payload: res.data });
};
`;

/** A store with a reducer, and the actions of a page that sets the token as the default header of axios. */
function app(reducer: string, others: Record<string, string> = {}): Record<string, string> {
  return {
    'src/store.js': STORE,
    'src/auth-reducer.js': reducer,
    'src/actions.js': `import axios from 'axios';\n\nif (localStorage.token) axios.defaults.headers.common['x-auth-token'] = localStorage.token;\n\n${SIGN_IN}`,
    ...others,
  };
}

describe('a reducer that its module exports without a name', () => {
  it.each([
    ['a function', `${BEGINNING}\n\nexport default function (state = initialState, action) {\n  ${CASES}\n}\n`],
    ['an arrow', `${BEGINNING}\n\nexport default (state = initialState, action) => {\n  ${CASES}\n};\n`],
    [
      'a function that takes its action apart',
      `${BEGINNING}\n\nexport default function (state = initialState, { type, payload }) {\n  ${CASES.replaceAll('action.', '')}\n}\n`,
    ],
  ])('is one that the store calls: %s', (_, reducer) => {
    const { texts, notes } = migratedPages(app(reducer));
    expect(notes).toEqual([]);
    expect(texts['src/auth-reducer.js']).toContain('const initialState = { user: null, loading: true };');
    expect(texts['src/auth-reducer.js']).toContain("case 'LOGOUT':\n      endSession();\n      return { ...state, user: null };");
    expect(texts['src/auth-reducer.js']).not.toMatch(/token/);
    expect(texts['src/actions.js']).not.toMatch(/localStorage|defaults/);
  });
});

/** A page that asks for the part of the state. */
const PAGE = {
  'src/page.jsx': `import { useSelector } from 'react-redux';

export function Page() {
  const token = useSelector((state) => state.auth.token);
  return token ? <p>orders</p> : <a href="/login">in</a>;
}
`,
};

function reducer(cases: string): string {
  return `${BEGINNING}\n\nexport default function (state = initialState, action) {\n  ${cases}\n}\n`;
}

describe('a flag in a state', () => {
  it('is set where the answer as a whole is spread into the state', () => {
    const { texts, notes } = migratedPages(app(reducer(CASES), PAGE));
    expect(notes).toEqual([]);
    expect(texts['src/auth-reducer.js']).toContain('{ ...state, ...action.payload, isSignedIn: hasSession(), loading: false }');
    expect(texts['src/auth-reducer.js']).toContain('return { ...state, isSignedIn: false, user: null };');
    expect(texts['src/page.jsx']).toContain('const isSignedIn = useSelector((state) => state.auth.isSignedIn);');
  });

  it('is set on a line of its own, and taken away by what signs out', () => {
    const { texts, notes } = migratedPages(
      app(
        reducer(`const { type, payload } = action;
  switch (type) {
    case 'LOGIN_SUCCESS':
      localStorage.setItem('token', payload.token);
      return {
        ...state,
        ...payload,
        loading: false
      };
    case 'LOGOUT':
      localStorage.removeItem('token');
      return {
        ...state,
        ...payload
      };
    default:
      return state;
  }`),
        PAGE,
      ),
    );
    expect(notes).toEqual([]);
    expect(texts['src/auth-reducer.js']).toContain('        ...payload,\n        isSignedIn: hasSession(),\n        loading: false\n');
    expect(texts['src/auth-reducer.js']).toContain('        ...payload,\n        isSignedIn: false\n');
  });

  it('is not set by what is spread before the token, or is seen to have none', () => {
    const { texts, notes } = migratedPages(
      app(
        reducer(`switch (action.type) {
    case 'LOGIN_SUCCESS':
      localStorage.setItem('token', action.payload.token);
      return { ...state, ...action.payload, token: action.payload.token };
    case 'RESET':
      return { ...state, ...{ user: null } };
    default:
      return state;
  }`),
        PAGE,
      ),
    );
    expect(notes).toEqual([]);
    expect(texts['src/auth-reducer.js']).toContain('return { ...state, ...action.payload, isSignedIn: hasSession() };');
    expect(texts['src/auth-reducer.js']).toContain('return { ...state, ...{ user: null } };');
  });

  it('is set in a slice that spreads what it is handed', () => {
    const { texts, notes } = migratedPages({
      'src/store.js': `import { configureStore, createSlice } from '@reduxjs/toolkit';

const slice = createSlice({
  name: 'auth',
  initialState: { token: localStorage.getItem('token') },
  reducers: { signedIn: (state, action) => ({ ...state, ...action.payload }) },
});
export const { signedIn } = slice.actions;
export default configureStore({ reducer: { auth: slice.reducer } });
`,
      'src/actions.js': `import store, { signedIn } from './store';

export async function login(body) {
  const response = await fetch('/api/login', { method: 'POST', body });
  const data = await response.json();
  localStorage.setItem('token', data.token);
  store.dispatch(signedIn(data));
}

export const load = () => fetch('/api/orders', { headers: { Authorization: 'Bearer ' + localStorage.getItem('token') } });
`,
      ...PAGE,
    });
    expect(notes).toEqual([]);
    expect(texts['src/store.js']).toContain('({ ...state, ...action.payload, isSignedIn: hasSession() })');
  });

  it('is left where what is handed over becomes the state as a whole', () => {
    const { notes } = migratedPages(
      app(
        reducer(`switch (action.type) {
    case 'LOGIN_SUCCESS':
      localStorage.setItem('token', action.payload.token);
      return action.payload;
    default:
      return state;
  }`),
        PAGE,
      ),
    );
    expect(notes).toHaveLength(1);
  });

  it.each([
    ['state.auth.token', '(state) => ({ token: state.auth.token, user: state.auth.user })', '(state) => ({ token: state.auth.isSignedIn,'],
    [
      'a part of a pattern',
      '({ auth: { token, user } }) => ({ token, user })',
      '({ auth: { isSignedIn, user } }) => ({ token: isSignedIn,',
    ],
    [
      'a part that is called otherwise',
      '({ auth }) => ({ token: auth.token, user: auth.user })',
      '({ auth }) => ({ token: auth.isSignedIn,',
    ],
  ])('keeps the name that connect gives it to a component: %s', (_, select, selected) => {
    const { texts, notes } = migratedPages(
      app(reducer(CASES), {
        'src/page.jsx': `import { connect } from 'react-redux';

const Page = ({ token, user }) => (token ? <p>{user.name}</p> : <a href="/login">in</a>);

export default connect(${select})(Page);
`,
      }),
    );
    expect(notes).toEqual([]);
    expect(texts['src/page.jsx']).toContain('const Page = ({ token: isSignedIn, user }) => (isSignedIn ? <p>');
    expect(texts['src/page.jsx']).toContain(selected);
  });
});
