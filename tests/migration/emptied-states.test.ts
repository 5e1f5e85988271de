import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

const WEB = { 'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { react: '19', vite: '7' } }) };
const ASK = "await (await fetch('http://localhost:5000/api/auth/login', { method: 'POST', body: email })).json()";

describe('a state whose object held the token and nothing else', () => {
  it('goes on saying that there is somebody: in a context', async () => {
    const { code, out, text } = await migrated({
      ...API,
      ...WEB,
      'web/src/auth.jsx': `import { createContext, useEffect, useState } from 'react';

export const AuthContext = createContext();

export const AuthProvider = ({ children }) => {
  const [user, setUser] = useState(null);
  useEffect(() => {
    const token = localStorage.getItem('token');
    if (token) setUser({ token });
  }, []);
  const signIn = async (email) => {
    const data = ${ASK};
    localStorage.setItem('token', data.token);
    setUser({ token: data.token });
  };
  const signOut = () => {
    localStorage.removeItem('token');
    setUser(null);
  };
  return <AuthContext.Provider value={{ user, signIn, signOut }}>{children}</AuthContext.Provider>;
};
`,
    });
    expect(out).toContain('nothing is left to do by hand');
    expect(text('web/src/auth.jsx')).toContain('    if (hasSession()) setUser({});\n');
    expect(text('web/src/auth.jsx')).toContain('    setUser({});\n  };\n  const signOut = () => {\n    endSession();\n    setUser(null);');
    expect(code).toBe(0);
  });

  it('the same in one component', async () => {
    const { code, text } = await migrated({
      ...API,
      ...WEB,
      'web/src/page.jsx': `import { useState } from 'react';

export function Page() {
  const [session, setSession] = useState(undefined);
  const enter = async (email) => {
    const { token } = ${ASK};
    localStorage.setItem('token', token);
    setSession({ token: token });
  };
  return session ? <b>in</b> : <button onClick={() => enter('a')} />;
}
`,
    });
    expect(text('web/src/page.jsx')).toContain('    setSession({});\n');
    expect(code).toBe(0);
  });

  it('the same where the setter is handed to a component', async () => {
    const { text } = await migrated({
      ...API,
      ...WEB,
      'web/src/page.jsx': `import { useState } from 'react';
import { Enter } from './enter';

export function Page() {
  const [who, setWho] = useState(null);
  return who ? <b>in</b> : <Enter onUser={setWho} />;
}
`,
      'web/src/enter.jsx': `export function Enter({ onUser }) {
  const enter = async (email) => {
    const data = ${ASK};
    localStorage.setItem('token', data.token);
    onUser({ token: data.token });
  };
  return <button onClick={() => enter('a')} />;
}
`,
    });
    expect(text('web/src/enter.jsx')).toContain('    onUser({});\n');
  });

  it('options of a request that held nothing but the token go as before', async () => {
    const { text } = await migrated({
      ...API,
      'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { axios: '1', vite: '7' } }),
      'web/src/shop.js': `import axios from 'axios';
export const signIn = async (email) => {
  const { data } = await axios.post('http://localhost:5000/api/auth/login', { email });
  localStorage.setItem('token', data.token);
};
export const load = () =>
  axios.get('http://localhost:5000/api/orders', { headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` } });
`,
    });
    expect(text('web/src/shop.js')).toContain("axios.get('http://localhost:5000/api/orders')");
  });
});
