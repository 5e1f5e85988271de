import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

/** A service that signs in, and a page that calls it. */
const service = (returned: string, page: string): Record<string, string> => ({
  'src/service.js': `import axios from 'axios';

export const login = async (body) => {
  const { data } = await axios.post('/api/login', body);
  localStorage.setItem('token', data.token);
  return ${returned};
};

export const orders = () => axios.get('/api/orders', { headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` } });
`,
  'src/page.js': `import { login } from './service';

export async function submit(body, show) {
  const result = await login(body);
  ${page}
}
`,
});

const LEFT = 'this still needs the token (it is handed on as `token`)';

describe('an object that is returned with a token', () => {
  it.each([
    [
      'nobody takes',
      '{ success: true, token: data.token }',
      'if (result.success) show();',
      '{ success: true }',
      'if (result.success) show();',
    ],
    [
      'somebody asks for',
      '{ token: data.token, user: data.user }',
      'if (result.token) show(result.user);',
      '{ user: data.user }',
      'if (hasSession()) show(result.user);',
    ],
    [
      'somebody asks for, of an object that may be missing',
      '{ token: data.token, user: data.user }',
      'return !!result?.token;',
      '{ user: data.user }',
      'return !!(result && hasSession());',
    ],
    [
      'goes into a storage',
      '{ ...data, token: data.token }',
      "localStorage.setItem('token', result.token);\n  show(result.user);",
      '{ ...data }',
      'show(result.user);',
    ],
  ])('loses one that %s', (_title, returned, page, wanted, wantedPage) => {
    const { texts, notes } = migratedPages(service(returned, page));
    expect(notes).toEqual([]);
    expect(texts['src/service.js']).toContain(`return ${wanted};`);
    expect(texts['src/page.js']).toContain(wantedPage);
  });

  it.each([
    ['shows it', 'show(result.token);'],
    ['hands the object to something that is not seen', 'send(result);'],
    ['hands it to a function that is given', 'show(result);'],
    ['makes a text of it', 'show(JSON.stringify(result));'],
    ['takes what has a name that is not known', 'show(result[body.name]);'],
    ['takes the rest of it', 'const { success, ...rest } = result;\n  send(rest);'],
    ['puts it into a list', 'send([result]);'],
    ['throws it', 'throw result;'],
  ])('keeps it where a page %s', (_title, page) => {
    const { texts, notes } = migratedPages(service('{ success: true, token: data.token }', page));
    expect(notes.join('\n')).toMatch(/this still needs the token/);
    expect(texts['src/service.js']).toContain('token: data.token }');
  });

  it('keeps it where others are handed the function', () => {
    const files = service('{ success: true, token: data.token }', 'show(result.success);');
    const { notes } = migratedPages({ ...files, 'src/other.js': "import { login } from './service';\n\nregister(login);\n" });
    expect(notes.join('\n')).toContain(LEFT);
  });
});

const PROVIDER = `import { createContext, useContext, useState } from 'react';
import axios from 'axios';

const AuthContext = createContext(null);

export function AuthProvider({ children }) {
  const [user, setUser] = useState(null);
  const login = async (body) => {
    const res = await axios.post('/api/login', body);
    const { token, user: someone } = res.data;
    localStorage.setItem('token', token);
    setUser({ ...someone, token });
  };
  return <AuthContext.Provider value={{ user, login }}>{children}</AuthContext.Provider>;
}

export const useAuth = () => useContext(AuthContext);
`;
const reader = (text: string): string => `import axios from 'axios';
import { useAuth } from './auth';

export function Page() {
  const { user } = useAuth();
  ${text}
}
`;

describe('a user in a state who has the token', () => {
  it('has none, and pages that send it or ask for it ask for the session', () => {
    const { texts, notes } = migratedPages({
      'src/auth.jsx': PROVIDER,
      'src/page.jsx': reader(
        "const load = () => axios.get('/api/orders', { headers: { Authorization: `Bearer ${user.token}` } });\n  return user?.token ? <button onClick={load}>{user.name}</button> : null;",
      ),
    });
    expect(notes).toEqual([]);
    expect(texts['src/auth.jsx']).toContain('setUser({ ...someone });');
    expect(texts['src/page.jsx']).toContain("const load = () => axios.get('/api/orders');");
    expect(texts['src/page.jsx']).toContain('return user && hasSession() ? <button');
  });

  it('keeps it where something is done with it that is not followed', () => {
    const { texts, notes } = migratedPages({ 'src/auth.jsx': PROVIDER, 'src/page.jsx': reader('return <Frame user={user} />;') });
    expect(notes.join('\n')).toContain(LEFT);
    expect(texts['src/auth.jsx']).toContain('setUser({ ...someone, token });');
  });
});

/** A reducer whose state has the token, in a context. */
const reducer = (
  login: string,
  beginning = "localStorage.getItem('token')",
): string => `import { createContext, useContext, useReducer } from 'react';

const AuthContext = createContext();
const initialState = { user: null, token: ${beginning}, isLoading: false };

function authReducer(state, action) {
  switch (action.type) {
    case 'LOGIN':
      localStorage.setItem('token', action.payload.token);
      return ${login};
    case 'LOGOUT':
      localStorage.removeItem('token');
      return { ...state, user: null, token: null };
    default:
      return state;
  }
}

export function AuthProvider({ children }) {
  const [state, dispatch] = useReducer(authReducer, initialState);
  return <AuthContext.Provider value={{ ...state, dispatch }}>{children}</AuthContext.Provider>;
}

export const useAuth = () => useContext(AuthContext);
`;
const dispatching = (payload: string, more: string): string => `import { useAuth } from './auth';

export function Page() {
  const { token, user, dispatch } = useAuth();
  const load = () => fetch('/api/orders', { headers: { Authorization: \`Bearer \${token}\` } });
  const login = async (body) => {
    const response = await fetch('/api/login', { method: 'POST', body });
    const data = await response.json();
    dispatch({ type: 'LOGIN', payload: ${payload} });
  };
  return <button onClick={load} onBlur={login} onFocus={() => dispatch({ type: 'LOGOUT' })}>{${more}}</button>;
}
`;

describe('a state of a reducer that has the token', () => {
  it.each([
    ['{ ...state, user: action.payload.user, token: action.payload.token }', '{ ...state, user: action.payload.user }'],
    ['{ ...state, ...action.payload }', '{ ...state, ...action.payload }'],
  ])('has none: %s', (login, wanted) => {
    const { texts, notes } = migratedPages({
      'src/auth.jsx': reducer(login),
      'src/page.jsx': dispatching('{ user: data.user, token: data.token }', 'user?.name'),
    });
    expect(notes).toEqual([]);
    expect(texts['src/auth.jsx']).toContain('const initialState = { user: null, isLoading: false };');
    expect(texts['src/auth.jsx']).toContain(`return ${wanted};`);
    expect(texts['src/auth.jsx']).toContain('return { ...state, user: null };');
    expect(texts['src/auth.jsx']).toContain('      endSession();\n');
    expect(texts['src/page.jsx']).toContain("dispatch({ type: 'LOGIN', payload: { user: data.user } });");
  });

  it('asks for the session where a page asks for the token', () => {
    const { texts, notes } = migratedPages({
      'src/auth.jsx': reducer('{ ...state, ...action.payload }'),
      'src/page.jsx': dispatching('data', 'token ? user.name : null'),
    });
    expect(notes).toEqual([]);
    expect(texts['src/page.jsx']).toContain('{hasSession() ? user.name : null}');
    expect(texts['src/page.jsx']).toContain('const { user, dispatch } = useAuth();');
  });

  it('keeps it where a page shows it', () => {
    const { texts, notes } = migratedPages({
      'src/auth.jsx': reducer('{ ...state, user: action.payload.user, token: action.payload.token }'),
      'src/page.jsx': dispatching('{ user: data.user, token: data.token }', 'token'),
    });
    expect(notes.join('\n')).toContain('this still needs the token');
    expect(texts['src/auth.jsx']).toContain('token: action.payload.token');
  });
});
