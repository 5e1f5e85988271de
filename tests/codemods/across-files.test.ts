import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

const CONTEXT =
  "import { createContext, useContext } from 'react';\n\nexport const Session = createContext(null);\nexport const useSessionValue = () => useContext(Session);\n";
const PROVIDER =
  "import { useState } from 'react';\nimport { Session } from './context';\n\nexport function Provider({ children }) {\n  const [token, setToken] = useState(localStorage.getItem('token'));\n  const value = { token, setToken };\n  return <Session.Provider value={value}>{children}</Session.Provider>;\n}\n";
const LOGIN =
  "import { useSessionValue } from '.';\n\nexport function Login() {\n  const session = useSessionValue();\n  const submit = async (body) => {\n    const response = await fetch('/api/login', { method: 'POST', body });\n    const data = await response.json();\n    localStorage.setItem('token', data.token);\n    session.setToken(data.token);\n  };\n  return <form onSubmit={submit} />;\n}\n";
const MENU =
  "import { useContext } from 'react';\nimport { Session } from './context';\n\nexport function Menu() {\n  const { token } = useContext(Session);\n  return <nav>{token ? 'in' : 'out'}</nav>;\n}\n";

describe('bearer-to-cookie across files', () => {
  it("follows a context's state and what sets it, by way of an index and a hook of the app's own", () => {
    const { texts, notes } = migratedPages({
      'src/provider.jsx': PROVIDER,
      'src/context.js': CONTEXT,
      'src/index.js': "export * from './context';\n",
      'src/login.jsx': LOGIN,
      'src/menu.jsx': MENU,
    });
    expect(notes).toEqual([]);
    expect(texts['src/provider.jsx']).toContain('const session = useSession();\n  const value = { session };');
    expect(texts['src/login.jsx']).toContain('    const data = await response.json();\n    rememberSession(data);\n  };');
    expect(texts['src/menu.jsx']).toContain("const { session } = useContext(Session);\n  return <nav>{session ? 'in' : 'out'}</nav>;");
    expect(Object.values(texts).join('\n')).not.toMatch(/setToken|\btoken\b/);
  });

  it('leaves the state, and names the place, where what sets it is handed to a package', () => {
    const form =
      "import { LoginForm } from '@acme/forms';\nimport { useSessionValue } from './context';\n\nexport const Form = () => {\n  const { setToken } = useSessionValue();\n  return <LoginForm onToken={setToken} />;\n};\n";
    const { texts, notes } = migratedPages({
      'src/provider.jsx': PROVIDER,
      'src/context.js': CONTEXT,
      'src/form.jsx': form,
      'src/menu.jsx': MENU,
    });
    expect(notes).toEqual([
      'src/form.jsx: this is handed what sets the token: rememberSession() and endSession() are to be called instead.',
    ]);
    expect(texts['src/provider.jsx']).toContain('const value = { token, setToken };');
    expect(texts['src/form.jsx']).toContain('onToken={setToken}');
  });

  it("follows a store's token by a typed hook and selectors of the app's own", () => {
    const { texts, notes } = migratedPages({
      'src/slice.ts':
        "import { createSlice } from '@reduxjs/toolkit';\n\nconst slice = createSlice({\n  name: 'auth',\n  initialState: { token: null },\n  reducers: {\n    signedOut(state) {\n      state.token = null;\n    },\n  },\n});\nexport const { signedOut } = slice.actions;\nexport default slice.reducer;\n",
      'src/store.ts':
        "import { configureStore } from '@reduxjs/toolkit';\nimport auth from './slice';\n\nexport const store = configureStore({ reducer: { auth } });\n",
      'src/hooks.ts':
        "import { useSelector } from 'react-redux';\n\nexport const useApp = useSelector.withTypes();\nexport const selectToken = (state) => state.auth.token;\n",
      'src/orders.tsx':
        "import { selectToken, useApp } from './hooks';\n\nexport function Orders() {\n  const token = useApp(selectToken);\n  const load = () => fetch('/api/orders', { headers: { Authorization: `Bearer ${token}` } });\n  return <button onClick={load}>load</button>;\n}\n",
      'src/guard.tsx':
        "import { useApp } from './hooks';\n\nexport const Guard = ({ children }) => (useApp(({ auth }) => auth.token) ? children : null);\nexport const Theme = () => (useApp((state) => state.theme) ? <b /> : <i />);\n",
    });
    expect(texts['src/guard.tsx']).toContain('(useSession() ? children : null)');
    expect(texts['src/guard.tsx']).toContain('(useApp((state) => state.theme) ? <b /> : <i />)');
    expect(texts['src/orders.tsx']).not.toMatch(/token/i);
    expect(notes).toEqual(['src/slice.ts: this signed out. The session is a cookie now: call endSession() where this is dispatched.']);
  });

  it('does not take a member of another context for it', () => {
    const other =
      "import { createContext, useContext } from 'react';\n\nconst Theme = createContext({ token: 'dark' });\nexport const Dark = () => {\n  const { token } = useContext(Theme);\n  return token ? <b /> : <i />;\n};\n";
    const { texts } = migratedPages({
      'src/provider.jsx': PROVIDER,
      'src/context.js': CONTEXT,
      'src/login.jsx': LOGIN.replace("'.'", "'./context'"),
      'src/dark.jsx': other,
    });
    expect(texts['src/dark.jsx']).toBe(other);
  });
});
