import { expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

it('calls what sets a state without a token, from pages that a context hands it to', async () => {
  const { code, out, text } = await migrated({
    ...API,
    'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { axios: '1', react: '19', vite: '7' } }),
    'web/src/auth.jsx': `import { createContext, useContext, useState } from 'react';

const AuthContext = createContext();

export function AuthProvider({ children }) {
  const [token, setState] = useState(localStorage.getItem('token'));
  const setToken = (next) => {
    setState(next);
  };
  return <AuthContext.Provider value={{ token, setToken }}>{children}</AuthContext.Provider>;
}

export const useAuth = () => useContext(AuthContext);
`,
    'web/src/page.jsx': `import axios from 'axios';
import { useAuth } from './auth';

export function Page() {
  const { token, setToken } = useAuth();
  const signIn = async (email) => {
    const { data } = await axios.post('http://localhost:5000/api/auth/login', { email });
    localStorage.setItem('token', data.token);
    setToken(data.token);
  };
  const signOut = () => {
    localStorage.removeItem('token');
    setToken(null);
  };
  const load = () => axios.get('http://localhost:5000/api/orders', { headers: { Authorization: \`Bearer \${token}\` } });
  return token ? <button onClick={load} onBlur={signOut} /> : <button onClick={() => signIn('a')} />;
}
`,
  });
  expect(out).toContain('nothing is left to do by hand');
  expect(text('web/src/page.jsx')).toMatch(/ {4}setToken\(\);\n {2}\};\n {2}const signOut = \(\) => \{\n {4}endSession\(\);/);
  expect(text('web/src/auth.jsx')).toContain('sessionChanged();');
  expect(code).toBe(0);
});
