import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';
import { httponly } from '../support/run-httponly.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const SIGN_IN = `  const submit = async (body) => {
    const { data } = await axios.post('/api/login', body);
    localStorage.setItem('token', data.token);
    setToken(data.token);
  };
`;

/** A provider that hands down a state and what sets it, and a page that signs in by that. */
const CONTEXT = {
  'src/auth.jsx': `import { createContext, useContext, useState } from 'react';

const AuthContext = createContext();

export function AuthProvider({ children }) {
  const [token, setToken] = useState(localStorage.getItem('token') || '');
  return <AuthContext.Provider value={{ token, setToken, theme: 'dark' }}>{children}</AuthContext.Provider>;
}

export const useAuth = () => useContext(AuthContext);
`,
  'src/login.jsx': `import axios from 'axios';
import { useAuth } from './auth';

export function Login() {
  const { setToken } = useAuth();
${SIGN_IN}  return <form onSubmit={submit} />;
}
`,
};

/** A page that sends the token and signs out. */
const home = (signOut: string): string => `import axios from 'axios';
import { useAuth } from './auth';

export function Home() {
  const { token, setToken } = useAuth();
  const load = () => axios.get('/api/orders', { headers: { Authorization: \`Bearer \${token}\` } });
  const logout = () => {
    ${signOut}
  };
  return <button onClick={logout} onFocus={load} />;
}
`;

describe('what sets a state and is handed down by a context', () => {
  it.each([
    ['an empty text', "setToken('');", 'endSession();'],
    ['nothing, after the storage', "localStorage.removeItem('token');\n    setToken(null);", 'endSession();'],
    ['nothing at all', 'setToken();', 'endSession();'],
  ])('goes with the state, and ends the session where it was given %s', (_title, signOut, wanted) => {
    const { texts, notes } = migratedPages({ ...CONTEXT, 'src/home.jsx': home(signOut) });
    expect(notes).toEqual([]);
    expect(texts['src/auth.jsx']).toContain("value={{ theme: 'dark' }}");
    expect(texts['src/auth.jsx']).not.toContain('oken');
    expect(texts['src/login.jsx']).toContain('    rememberSession(data);\n  };');
    expect(texts['src/login.jsx']).not.toContain('setToken');
    expect(texts['src/home.jsx']).toContain(`  const logout = () => {\n    ${wanted}\n  };`);
    expect(texts['src/home.jsx']).not.toContain('setToken');
  });

  it('stays where a file by itself does not show who calls it', async () => {
    const root = temporaryProject(CONTEXT, { git: true });
    const { code, out } = await httponly(root, ['codemod', 'bearer-to-cookie', path.join(root, 'src/auth.jsx'), '--dry-run']);
    expect(code).toBe(1);
    expect(out).toContain('the context hands it to other files');
    expect(out).not.toMatch(/^-.*setToken/m);
  });
});

describe('a function around what sets a state', () => {
  const provider = `import { createContext, useContext, useState } from 'react';

const AuthContext = createContext();

export function AuthProvider({ children }) {
  const [token, setState] = useState(localStorage.getItem('token'));
  const setToken = (next) => {
    setState(next);
  };
  return <AuthContext.Provider value={{ token, setToken }}>{token ? children : null}</AuthContext.Provider>;
}

export const useAuth = () => useContext(AuthContext);
`;

  it.each(['setToken();', 'setToken(null);', "setToken('');"])('ends the session where it is given nothing: %s', (signOut) => {
    const { texts, notes } = migratedPages({ ...CONTEXT, 'src/auth.jsx': provider, 'src/home.jsx': home(signOut) });
    expect(notes).toEqual([]);
    expect(texts['src/auth.jsx']).toContain('  const setToken = () => {\n    sessionChanged();\n  };');
    expect(texts['src/login.jsx']).toContain('    setToken();\n  };');
    expect(texts['src/home.jsx']).toContain('  const logout = () => {\n    endSession();\n    setToken();\n  };');
  });

  it('ends none where it is given what was stored, or what another component gives', () => {
    const { texts } = migratedPages({
      ...CONTEXT,
      'src/auth.jsx': provider,
      'src/home.jsx': home("const kept = localStorage.getItem('token');\n    setToken(kept);"),
    });
    expect(texts['src/home.jsx']).not.toContain('endSession');
  });
});

const APP = `import axios from 'axios';
import { useState } from 'react';
import { Login } from './login';
import { Home } from './home';

export function App() {
  const [token, setToken] = useState(localStorage.getItem('token'));
  return token ? <Home token={token} setToken={setToken} /> : <Login setToken={setToken} />;
}
`;
const LOGIN = `import axios from 'axios';

export function Login({ setToken }) {
${SIGN_IN}  return <form onSubmit={submit} />;
}
`;
const HOME = `import axios from 'axios';

export function Home(props) {
  const load = () => axios.get('/api/orders', { headers: { Authorization: \`Bearer \${props.token}\` } });
  return <button onFocus={load} onClick={() => props.setToken(null)} />;
}
`;

describe('what sets a state and is handed to components', () => {
  it('goes out of the elements, the components and their calls', () => {
    const { texts, notes } = migratedPages({ 'src/app.jsx': APP, 'src/login.jsx': LOGIN, 'src/home.jsx': HOME });
    expect(notes).toEqual([]);
    expect(texts['src/app.jsx']).toContain('return session ? <Home /> : <Login />;');
    expect(texts['src/login.jsx']).toContain('export function Login() {');
    expect(texts['src/login.jsx']).toContain('    rememberSession(data);\n  };');
    expect(texts['src/home.jsx']).toContain('onClick={() => endSession()}');
  });

  it('goes out of the types of their properties', () => {
    const { texts } = migratedPages({
      'src/app.tsx': APP,
      'src/login.tsx': `interface Props {\n  setToken: (token: string | null) => void;\n  title?: string;\n}\n${LOGIN.replace('({ setToken })', '({ setToken, title }: Props)')}`,
      'src/home.tsx': HOME.replace('(props)', '(props: { token: string; setToken(token: null): void; id?: string })'),
    });
    expect(texts['src/login.tsx']).toContain('interface Props {\n  title?: string;\n}');
    expect(texts['src/login.tsx']).toContain('export function Login({ title }: Props) {');
    expect(texts['src/home.tsx']).toContain('(props: { id?: string })');
  });

  it('leaves a type that other components have too', () => {
    const { texts } = migratedPages({
      'src/app.tsx': APP,
      'src/login.tsx': `interface Props {\n  setToken: (token: string | null) => void;\n}\n${LOGIN.replace('({ setToken })', '({ setToken }: Props)')}\nexport const Other = ({ setToken }: Props) => <b onClick={() => setToken('x')} />;\n`,
      'src/home.tsx': HOME,
    });
    expect(texts['src/login.tsx']).toContain('interface Props {\n  setToken: (token: string | null) => void;\n}');
  });

  it.each([
    ['which hands on all that it is given', 'function Login({ setToken, ...rest }) {\n  send(rest);\n'],
    ['whose properties are handed on as a whole', 'function Login(props) {\n  const { setToken } = props;\n  send(props);\n'],
  ])('stays where it is handed to a component %s', (_title, begin) => {
    const { texts, notes } = migratedPages({
      'src/app.jsx': APP,
      'src/login.jsx': LOGIN.replace('function Login({ setToken }) {\n', begin),
      'src/home.jsx': HOME,
    });
    expect(notes.join('\n')).toContain('this is handed what sets the token');
    expect(texts['src/app.jsx']).toContain('<Login setToken={setToken} />');
  });

  it('stays where a component is handed another setter under the same name', () => {
    const field = 'export const Field = ({ onValue }) => <input onBlur={() => onValue(read())} />;\n';
    const { texts, notes } = migratedPages({
      'src/app.jsx': `import { useState } from 'react';
import { Field } from './field';

export function App() {
  const [token, setToken] = useState(localStorage.getItem('token'));
  const [name, setName] = useState('');
  return token ? <Field onValue={setToken} /> : <Field onValue={setName} title={name} />;
}
`,
      'src/field.jsx': field,
    });
    expect(notes.join('\n')).toContain('this is handed what sets the token');
    expect(texts['src/field.jsx']).toBe(field);
  });

  it('stays where the browser calls it', () => {
    const { texts } = migratedPages({
      'src/app.jsx': `import { useState } from 'react';

export function App() {
  const [token, setToken] = useState(localStorage.getItem('token'));
  return token ? <input onInput={setToken} /> : null;
}
`,
    });
    expect(texts['src/app.jsx']).toContain('<input onInput={setToken} />');
  });
});

describe('a function that components are handed and give the token', () => {
  const app = (attribute: string): string => `import { useState } from 'react';
import { Login } from './login';

export function App() {
  const [token, setToken] = useState(localStorage.getItem('token'));
  const [user, setUser] = useState(null);
  const handleLogin = (next, someone) => {
    localStorage.setItem('token', next);
    setToken(next);
    setUser(someone);
  };
  return token ? <b>{user.name}</b> : <Login ${attribute} />;
}
`;
  const login = (begin = 'export function Login({ onLogin }) {', more = ''): string => `import axios from 'axios';

${begin}
  const submit = async (body) => {
    const { data } = await axios.post('/api/login', body);
    onLogin(data.token, data.user);
  };
  return <form onSubmit={submit} ${more}/>;
}
`;

  it('is called without it, and says that the session has begun', () => {
    const { texts, notes } = migratedPages({ 'src/app.jsx': app('onLogin={handleLogin}'), 'src/login.jsx': login() });
    expect(notes).toEqual([]);
    expect(texts['src/login.jsx']).toContain('onLogin(data.user);');
    expect(texts['src/app.jsx']).toContain('  const handleLogin = (someone) => {\n    sessionChanged();\n    setUser(someone);\n  };');
    expect(texts['src/app.jsx']).toContain('<Login onLogin={handleLogin} />');
  });

  it('is written in the element itself', () => {
    const { texts, notes } = migratedPages({
      'src/app.jsx': app('onLogin={(one, other) => handleLogin(one, other)}'),
      'src/login.jsx': login(),
    });
    expect(notes).toEqual([]);
    expect(texts['src/app.jsx']).toContain('onLogin={(other) => handleLogin(other)}');
    expect(texts['src/login.jsx']).toContain('onLogin(data.user);');
  });

  it.each([
    ['the browser calls it too', login(undefined, 'onReset={onLogin} ')],
    ['nobody knows who else makes the component', `${login()}export const forms = { Login };\n`],
  ])('keeps its parameters where %s', (_title, text) => {
    const { texts } = migratedPages({ 'src/app.jsx': app('onLogin={handleLogin}'), 'src/login.jsx': text });
    expect(texts['src/login.jsx']).toContain('onLogin(data.token, data.user);');
    expect(texts['src/app.jsx']).toContain('const handleLogin = (next, someone) => {\n    sessionChanged();');
  });

  it('keeps them where other components are handed another function under that name', () => {
    const { texts, notes } = migratedPages({
      'src/app.jsx': app('onLogin={handleLogin}').replace('<b>{user.name}</b>', '<Login onLogin={(a, b) => setUser(a ?? b)} />'),
      'src/login.jsx': login(),
    });
    expect(notes.join('\n')).toContain('this still needs the token');
    expect(texts['src/login.jsx']).toContain('onLogin(data.token, data.user);');
  });
});
