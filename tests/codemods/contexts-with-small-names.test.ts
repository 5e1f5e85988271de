import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

/** A provider of a context by some name, and a page that asks for its token. */
function app(made: string, provider: string, taken: string): Record<string, string> {
  return {
    'src/context.jsx': `import { createContext, useState } from 'react';\nimport axios from 'axios';\n\n${made}\n
export function AuthState({ children }) {
  const [token, setToken] = useState(localStorage.getItem('token'));
  const login = async (body) => {
    const res = await axios.post('/api/login', body);
    localStorage.setItem('token', res.data.token);
    setToken(res.data.token);
  };
  const load = () => axios.get('/api/orders', { headers: { 'x-auth-token': token } });
  return <${provider}.Provider value={{ token, login, load }}>{children}</${provider}.Provider>;
}
`,
    'src/page.jsx': `import { useContext } from 'react';\n${taken}\n
export function Page() {
  const { token, load } = useContext(auth);
  return token ? <button onClick={load}>load</button> : <a href="/login">in</a>;
}
`,
  };
}

describe('a context whose name begins with a small letter', () => {
  it.each([
    ['by its name', 'export const auth = createContext(null);', 'auth', "import { auth } from './context';"],
    [
      'as a default',
      'const authContext = createContext(null);\nexport default authContext;',
      'authContext',
      "import auth from './context';",
    ],
    ['under another name', 'export const session = createContext();', 'session', "import { session as auth } from './context';"],
  ])('hands its value down: %s', (_, made, provider, taken) => {
    const { texts, notes } = migratedPages(app(made, provider, taken));
    expect(notes).toEqual([]);
    expect(texts['src/page.jsx']).toContain('const { session, load } = useContext(auth);\n  return session ? ');
    expect(texts['src/context.jsx']).toContain('.Provider value={{ session');
  });
});
