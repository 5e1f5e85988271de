import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

const REDUCER = `const initialState = { token: localStorage.getItem('token') };

export default function (state = initialState, { type, payload }) {
  switch (type) {
    case 'LOGIN_SUCCESS':
      return { ...state, ...payload };
    case 'LOGOUT':
      return { ...state, token: null };
    default:
      return state;
  }
}
`;

const SET = `import axios from 'axios';

const setAuthToken = (token) => {
  if (token) {
    axios.defaults.headers.common['x-auth-token'] = token;
    localStorage.setItem('token', token);
  } else {
    delete axios.defaults.headers.common['x-auth-token'];
    localStorage.removeItem('token');
  }
};

export default setAuthToken;
`;

function app(store: string, others: Record<string, string> = {}): Record<string, string> {
  return {
    'src/store.js': `import { combineReducers, createStore } from 'redux';
import auth from './reducer';
import setAuthToken from './set-auth-token';

const store = createStore(combineReducers({ auth }));
${store}
export default store;
`,
    'src/reducer.js': REDUCER,
    'src/set-auth-token.js': SET,
    'src/actions.js': "export const logout = () => (dispatch) => {\n  dispatch({ type: 'LOGOUT' });\n};\n",
    ...others,
  };
}

describe('a function that a store tells of its token', () => {
  it('is told whether somebody is signed in, and ends the session', () => {
    const { texts, notes } = migratedPages(
      app(`let current = store.getState();
store.subscribe(() => {
  const previous = current;
  current = store.getState();
  if (previous.auth.token !== current.auth.token) {
    const token = current.auth.token;
    setAuthToken(token);
  }
});
`),
    );
    expect(notes).toEqual([]);
    expect(texts['src/set-auth-token.js']).toContain('(isSignedIn) => {\n  if (!isSignedIn) {\n    endSession();\n  }\n};');
    expect(texts['src/store.js']).toContain('if (previous.auth.isSignedIn !== current.auth.isSignedIn) {');
    expect(texts['src/store.js']).toContain('setAuthToken(isSignedIn);');
    expect(texts['src/reducer.js']).toContain('{ ...state, ...payload, isSignedIn: hasSession() }');
    // It is told of signing out by the state.
    expect(texts['src/actions.js']).not.toContain('endSession');
  });

  it('is told by a store that is created by its newer name, too', () => {
    const files = app('store.subscribe(() => setAuthToken(store.getState().auth.token));\n');
    const { texts, notes } = migratedPages({
      ...files,
      'src/store.js': files['src/store.js']!.replace('createStore }', 'legacy_createStore as createStore }'),
    });
    expect(notes).toEqual([]);
    expect(texts['src/store.js']).toContain('setAuthToken(store.getState().auth.isSignedIn)');
  });

  it.each([
    ['token !== null', 'if (!isSignedIn) {'],
    ['token != undefined', 'if (!isSignedIn) {'],
  ])('is told the same where it compares its token: %s', (question, wanted) => {
    const files = app('store.subscribe(() => setAuthToken(store.getState().auth.token));\n', {
      'src/app.js': "import setAuthToken from './set-auth-token';\n\nif (localStorage.token) setAuthToken(localStorage.token);\n",
    });
    const { texts, notes } = migratedPages({ ...files, 'src/set-auth-token.js': SET.replace('if (token) {', `if (${question}) {`) });
    expect(notes).toEqual([]);
    expect(texts['src/set-auth-token.js']).toContain(`const setAuthToken = (isSignedIn) => {\n  ${wanted}\n    endSession();`);
    expect(texts['src/app.js']).toContain('setAuthToken(hasSession());');
  });

  it('is left where it compares what is not known with nothing', () => {
    const { notes } = migratedPages({
      'src/set-auth-token.js': SET.replace('if (token) {', 'if (token !== null) {'),
      'src/app.js': "import setAuthToken from './set-auth-token';\n\nexport const enter = (given) => setAuthToken(given);\n",
    });
    expect(notes.join()).toContain('it tells signing in from signing out');
  });

  it('is called with what is known by others', () => {
    const { texts, notes } = migratedPages(
      app('store.subscribe(() => setAuthToken(store.getState().auth.token));\n', {
        'src/app.js': `import setAuthToken from './set-auth-token';

if (localStorage.token) setAuthToken(localStorage.token);

export const leave = () => setAuthToken(null);
`,
      }),
    );
    expect(notes).toEqual([]);
    expect(texts['src/store.js']).toContain('store.subscribe(() => setAuthToken(store.getState().auth.isSignedIn));');
    expect(texts['src/app.js']).toContain('if (hasSession()) setAuthToken(hasSession());');
    expect(texts['src/app.js']).toContain('setAuthToken(false);');
  });

  it('does not end the session for what is dispatched where it is called but once', () => {
    const { texts, notes } = migratedPages(app('setAuthToken(store.getState().auth.token);\n'));
    expect(notes).toEqual([]);
    expect(texts['src/actions.js']).toContain("endSession();\n  dispatch({ type: 'LOGOUT' });");
  });

  it('is left where others call it with what is not known', () => {
    const { notes } = migratedPages(
      app('store.subscribe(() => setAuthToken(store.getState().auth.token));\n', {
        'src/app.js': "import setAuthToken from './set-auth-token';\n\nexport const enter = (given) => setAuthToken(given);\n",
      }),
    );
    expect(notes.join()).toContain('it tells signing in from signing out');
  });
});
