import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

const CONTEXT = `import { createContext, useContext, useState } from 'react';
import axios from 'axios';

const AuthContext = createContext(null);

export function AuthProvider({ children }) {
  const [user, setUser] = useState(() => JSON.parse(localStorage.getItem('member')));
  const login = async (body) => {
    const { data } = await axios.post('/api/login', body);
    localStorage.setItem('member', JSON.stringify(data));
    setUser(data);
  };
  return <AuthContext.Provider value={{ user, login }}>{children}</AuthContext.Provider>;
}

export const useAuth = () => useContext(AuthContext);
`;

/** What becomes of a component that takes the stored user out of the context. */
function page(body: string): { text: string; notes: string[] } {
  const { texts, notes } = migratedPages({
    'src/auth.jsx': CONTEXT,
    'src/page.jsx': `import { useEffect } from 'react';\nimport axios from 'axios';\nimport { useAuth } from './auth';\n\nexport function Page() {\n  const { user } = useAuth();\n${body}\n}\n`,
  });
  return { text: texts['src/page.jsx']!, notes };
}

describe('the token of a user who is stored', () => {
  it.each([
    ['if there is a user', '  return user?.token ? <Home /> : <Login />;', 'return user && hasSession() ? <Home />'],
    ['if there is none', '  return !user?.token ? <Login /> : <Home />;', 'return !(user && hasSession()) ? <Login />'],
    ['beside the user', '  return user && user.token ? <Home /> : <Login />;', 'return user && hasSession() ? <Home />'],
    ['beside another question', '  if (!user || !user.token) return <Login />;\n  return <Home />;', 'if (!user || !hasSession()) return'],
    ['as a boolean', '  const isIn = !!user?.token;\n  return isIn ? <Home /> : <Login />;', 'const isIn = !!(user && hasSession());'],
    ['by its name', '  const token = user?.token;\n  return token ? <Home /> : <Login />;', 'return hasSession() ? <Home />'],
  ])('is asked for as the session: %s', (_, body, wanted) => {
    const { text, notes } = page(body);
    expect(notes).toEqual([]);
    expect(text).toContain(wanted);
    expect(text).not.toContain('token');
  });

  it.each([
    ['by itself', '[user?.token]', '[user]'],
    ['beside the user', '[user, user?.token]', '[user]'],
  ])('is the user in what a hook depends on, %s', (_, before, after) => {
    const { text, notes } = page(
      `  useEffect(() => {\n    if (user?.token) axios.get('/api/orders', { headers: { Authorization: \`Bearer \${user.token}\` } });\n  }, ${before});\n  return <p>{user.name}</p>;`,
    );
    expect(notes).toEqual([]);
    expect(text).toContain(`if (user && hasSession()) axios.get('/api/orders');\n  }, ${after});`);
  });

  it('is left where it is shown', () => {
    const { text, notes } = page('  return <p>{user.token}</p>;');
    expect(notes).toEqual(['src/page.jsx: this still needs the token (it is shown), which scripts cannot read any more.']);
    expect(text).toContain('user.token');
  });
});
