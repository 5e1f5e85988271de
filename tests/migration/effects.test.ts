import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

const pages = (storage: string): Readonly<Record<string, string>> => ({
  'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { react: '19', vite: '7' } }),
  'web/src/login.js': `export async function login(email) {
  const response = await fetch('http://localhost:5000/api/auth/login', { method: 'POST', body: JSON.stringify({ email }) });
  ${storage}.setItem('token', (await response.json()).token);
}
export const orders = () => fetch('http://localhost:5000/api/orders', { headers: { Authorization: 'Bearer ' + ${storage}.getItem('token') } });
`,
});

const noticed = async (files: Readonly<Record<string, string>>, ...args: string[]): Promise<string> =>
  /What people will notice\n([\s\S]*?)\n\n/.exec((await migrated(files, ...args)).out)?.[1] ?? '';

describe('a token that is exchanged', () => {
  it('is read once more, which is named, and works', async () => {
    const { code, out, written } = await migrated({ ...API, ...pages('localStorage') }, '--exchange');
    expect(out).toContain('People stay signed in');
    expect(out).toMatch(/web\/src\/session\.js:\d+ {2}This reads a token from localStorage/);
    expect(out).not.toContain('Why nothing is written');
    expect(written).toContain('web/src/session.js');
    expect(code).toBe(1);
  });
});

describe('what people will notice', () => {
  it('is that they sign in again, and what signing out does not do', async () => {
    const text = await noticed({ ...API, ...pages('localStorage') });
    expect(text).toContain('Everybody signs in again, once');
    expect(text).toContain('Signing out takes the cookie away. A token that somebody copied before');
    expect(text).not.toContain('Sessions last a day');
    expect(text).not.toContain('outlives its tab');
  });

  it('is an end of sessions whose token had none', async () => {
    const app = API['api/app.js']!.replace(", { expiresIn: '1h' }", '');
    expect(await noticed({ ...API, 'api/app.js': app, ...pages('localStorage') })).toContain(
      'Sessions last a day: a token that is issued here says no end (api/app.js:11)',
    );
  });

  it('is a user of a store that is shown when such a session has ended', async () => {
    const store = {
      'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { zustand: '5', vite: '7' } }),
      'web/src/login.js': `import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export const useAuth = create(persist((set) => ({ user: null, token: null, leave: () => set({ user: null, token: null }) }), { name: 'auth' }));
export async function login(email) {
  const response = await fetch('http://localhost:5000/api/auth/login', { method: 'POST', body: JSON.stringify({ email }) });
  const { user, token } = await response.json();
  useAuth.setState({ user, token });
}
export const orders = () =>
  fetch('http://localhost:5000/api/orders', { headers: { Authorization: \`Bearer \${useAuth.getState().token}\` } });
`,
    };
    const app = API['api/app.js']!.replace(", { expiresIn: '1h' }", '');
    const text = "What zustand's persist keeps of the user (web/src/login.js:4) stays when a session ends by itself";
    expect(await noticed({ ...API, 'api/app.js': app, ...store })).toContain(text);
    expect(await noticed({ ...API, ...store })).not.toContain(text);
  });

  it('is a session that outlives its tab', async () => {
    expect(await noticed({ ...API, ...pages('sessionStorage') })).toContain('A session outlives its tab');
  });

  it('is nothing of pages where the server goes alone', async () => {
    const text = await noticed({ ...API, ...pages('sessionStorage') }, '--phase', 'server');
    expect(text).not.toContain('signs in again');
    expect(text).not.toContain('outlives its tab');
  });
});
