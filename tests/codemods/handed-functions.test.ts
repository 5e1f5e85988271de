import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

const provider = (login: string, value: string): string => `import { createContext, useContext, useState } from 'react';
import axios from 'axios';

const AuthContext = createContext(null);

export function AuthProvider({ children }) {
  const [user, setUser] = useState(null);
  const [token, setToken] = useState(() => localStorage.getItem('token'));

  ${login}

  const load = () => axios.get('/api/orders', { headers: { Authorization: \`Bearer \${token}\` } });

  function logout() {
    localStorage.removeItem('token');
    setToken(null);
    setUser(null);
  }

${value}
}

export function useAuth() {
  const context = useContext(AuthContext);
  if (!context) throw new Error('useAuth is for what stands inside AuthProvider');
  return context;
}
`;

const KEEPS = `(newToken, newUser) {
    localStorage.setItem('token', newToken);
    setToken(newToken);
    setUser(newUser);
  }`;

const IN_PLACE = '  return <AuthContext.Provider value={{ user, load, login, logout }}>{children}</AuthContext.Provider>;';
const VARIABLE =
  '  const value = { user, load, login, logout };\n\n  return <AuthContext.Provider value={value}>{children}</AuthContext.Provider>;';
const RENAMED = IN_PLACE.replace('login,', 'login: keep,');

const LOGIN = `import axios from 'axios';
import { useAuth } from './auth';

export default function Login() {
  const { login } = useAuth();
  async function submit(data) {
    const res = await axios.post('/api/login', data);
    login(res.data.token, res.data.user);
  }
  return <form onSubmit={submit} />;
}
`;

describe('functions that a provider hands down', () => {
  it.each([
    ['declared, in a value of its own', `function login${KEEPS}`, VARIABLE],
    ['declared, in a value in place', `async function login${KEEPS}`, IN_PLACE],
    ['declared, under another name', `function keep${KEEPS}`, RENAMED],
    ['an arrow', `const login = ${KEEPS.replace(') {', ') => {')};`, VARIABLE],
  ])('take no token any more: %s', (_title, login, value) => {
    const { texts, notes } = migratedPages({ 'src/auth.jsx': provider(login, value), 'src/login.jsx': LOGIN });
    expect(notes).toEqual([]);
    expect(texts['src/login.jsx']).toContain('login(res.data.user);');
    expect(texts['src/auth.jsx']).toContain('(newUser)');
    expect(texts['src/auth.jsx']).not.toMatch(/[tT]oken/);
  });

  it.each([`function login${KEEPS}`, `const login = ${KEEPS.replace(') {', ') => {')};`])(
    'keep their parameters where one is handed to what is not seen: %s',
    (login) => {
      const shown = VARIABLE.replace('{children}', '<Modal onDone={login}>{children}</Modal>');
      const { notes, texts } = migratedPages({
        'src/auth.jsx': `import { Modal } from 'some-dialogs';\n${provider(login, shown)}`,
        'src/login.jsx': LOGIN,
      });
      expect(notes).toEqual([]);
      expect(texts['src/auth.jsx']).toContain('(newToken, newUser)');
      expect(texts['src/login.jsx']).toContain('login(res.data.token, res.data.user);');
    },
  );
});
