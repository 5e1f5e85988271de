import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

const LOGIN = `import axios from 'axios';
import { enter } from './account.js';

axios.defaults.baseURL = 'http://localhost:5000';
export async function login(email) {
  const response = await axios.post('/api/auth/login', { email });
  handlers.done(response.data);
}
const handlers = { done: enter };
export const orders = () => axios.get('/api/orders', { headers: { Authorization: 'Bearer ' + localStorage.getItem('token') } });
`;

function pages(account: string): Readonly<Record<string, string>> {
  return {
    ...API,
    'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { axios: '1', react: '19', vite: '7' } }),
    'web/src/login.js': LOGIN,
    'web/src/account.js': account,
  };
}

describe('a token that is taken twice out of an answer that somebody else hands over', () => {
  it.each([
    [
      'for a variable',
      `export function enter(answer) {
  const token = answer.token;
  localStorage.setItem('token', answer.token);
  localStorage.setItem('name', answer.user.name);
  return token ? answer.user : null;
}
export const leave = () => localStorage.removeItem('token');
`,
      "export function enter(answer) {\n  localStorage.setItem('name', answer.user.name);",
    ],
  ])('goes from both: %s', async (_, account, expected) => {
    const { code, out, text } = await migrated(pages(account));
    expect(text('web/src/account.js')).toContain(expected);
    expect(text('web/src/account.js')).not.toMatch(/\btoken\b/);
    expect(code, out).toBe(0);
  });

  it('goes from a state of a context whose user is asked for the token', async () => {
    const { code, out, text } = await migrated({
      ...API,
      'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { axios: '1', react: '19', vite: '7' } }),
      'web/src/account.jsx': `import { createContext, useState } from 'react';

export const Account = createContext();
export function AccountProvider({ children }) {
  const [user, setUser] = useState(null);
  const enter = (data) => {
    localStorage.setItem('token', data.token);
    setUser({ name: data.user.name, token: data.token });
  };
  const leave = () => {
    localStorage.removeItem('token');
    setUser(null);
  };
  return <Account.Provider value={{ user, enter, leave }}>{children}</Account.Provider>;
}
`,
      'web/src/page.jsx': `import axios from 'axios';
import { useContext } from 'react';
import { Account } from './account.jsx';

axios.defaults.baseURL = 'http://localhost:5000';
export const orders = () => axios.get('/api/orders', { headers: { Authorization: 'Bearer ' + localStorage.getItem('token') } });
export function Page() {
  const { user, enter, leave } = useContext(Account);
  const signIn = async (email) => {
    const response = await axios.post('/api/auth/login', { email });
    enter(response.data);
  };
  if (!user?.token) return <button onClick={() => signIn('a')}>Sign in</button>;
  return <button onClick={leave}>{user.name}</button>;
}
`,
    });
    expect(text('web/src/account.jsx')).toContain('setUser({ name: data.user.name });');
    expect(text('web/src/page.jsx')).toContain('if (!(user && hasSession()))');
    expect(code, out).toBe(0);
  });

  it('goes from a state of Redux', async () => {
    const { code, out, text } = await migrated({
      ...API,
      'web/package.json': JSON.stringify({
        name: 'web',
        type: 'module',
        dependencies: { '@reduxjs/toolkit': '2', axios: '1', react: '19' },
      }),
      'web/src/slice.js': `import { createSlice } from '@reduxjs/toolkit';

const slice = createSlice({
  name: 'account',
  initialState: { user: null },
  reducers: {
    entered(state, action) {
      localStorage.setItem('token', action.payload.token);
      state.user = { name: action.payload.user.name, token: action.payload.token };
    },
    left(state) {
      localStorage.removeItem('token');
      state.user = null;
    },
  },
});
export const { entered, left } = slice.actions;
export default slice.reducer;
`,
      'web/src/page.jsx': `import axios from 'axios';
import { useDispatch, useSelector } from 'react-redux';
import { entered } from './slice.js';

axios.defaults.baseURL = 'http://localhost:5000';
export const orders = () => axios.get('/api/orders', { headers: { Authorization: 'Bearer ' + localStorage.getItem('token') } });
export function Page() {
  const dispatch = useDispatch();
  const user = useSelector((state) => state.account.user);
  const signIn = async (email) => {
    const response = await axios.post('/api/auth/login', { email });
    dispatch(entered(response.data));
  };
  return <button onClick={() => signIn('a')}>{user ? user.name : 'Sign in'}</button>;
}
`,
    });
    expect(text('web/src/slice.js')).toContain('state.user = { name: action.payload.user.name };');
    expect(code, out).toBe(0);
  });

  it('is named where it is handed to what is not followed', async () => {
    const { code, out, text } = await migrated(
      pages(`export const account = { name: '' };
export function enter(answer) {
  localStorage.setItem('token', answer.token);
  Object.assign(account, { name: answer.user.name, token: answer.token });
}
export const leave = () => localStorage.removeItem('token');
`),
    );
    expect(text('web/src/account.js')).toMatch(/TODO\(httponly\).*\n {2}Object\.assign/);
    expect(out).toContain('web/src/account.js');
    expect(code).toBe(1);
  });

  it('is none that is taken out of something else', async () => {
    const { text } = await migrated(
      pages(`export function enter(answer, invitation) {
  localStorage.setItem('token', answer.token);
  window.location.href = '/join/' + invitation.token;
}
export const leave = () => localStorage.removeItem('token');
`),
    );
    expect(text('web/src/account.js')).toContain("'/join/' + invitation.token");
  });
});
