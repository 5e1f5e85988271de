import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** Where requests of a project are said to carry a token that script holds, as `file:line`. */
function sent(files: Readonly<Record<string, string>>): string[] {
  const root = temporaryProject({ 'package.json': JSON.stringify({ dependencies: { react: '19', axios: '1', zustand: '5' } }), ...files });
  return scan(root, {})
    .findings.filter(({ rule }) => rule === 'no-client-bearer-token')
    .map(({ file, line }) => `${file}:${line}`);
}

describe('a token in memory that another file renews by cookie', () => {
  const HELD = {
    'src/held.js': `let accessToken = null;
export const hold = (token) => { accessToken = token; };
export const held = () => accessToken;
`,
    'src/api.js': `import axios from 'axios';
import { held } from './held';
export const api = axios.create({ baseURL: '/api' });
api.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${held()}\`;
  return config;
});
`,
  };
  const RENEWS = `import axios from 'axios';
import { hold } from './held';
export const renew = async () => {
  const { data } = await axios.post('/api/auth/refresh', undefined, { withCredentials: true });
  hold(data.accessToken);
};
`;

  it('is what we advise', () => {
    expect(sent({ ...HELD, 'src/renew.js': RENEWS })).toEqual([]);
    expect(
      sent({
        ...HELD,
        'src/start.js': `import { hold } from './held';
export async function refreshToken() {
  const answer = await fetch('/session/refresh-token', { method: 'POST', credentials: 'include' });
  hold((await answer.json()).accessToken);
}
`,
      }),
    ).toEqual([]);
  });

  it('is held in a store', () => {
    const store = `import { create } from 'zustand';
export const useAuth = create((set) => ({ accessToken: null, hold: (accessToken) => set({ accessToken }) }));
`;
    const api = `import { useAuth } from './store';
export const me = () => fetch('/api/me', { headers: { Authorization: 'Bearer ' + useAuth.getState().accessToken } });
`;
    const renew = RENEWS.replace("import { hold } from './held';", "import { useAuth } from './store';").replace(
      'hold(',
      'useAuth.getState().hold(',
    );
    expect(sent({ 'src/store.js': store, 'src/api.js': api, 'src/renew.js': renew })).toEqual([]);
    const kept = `import { create } from 'zustand';
import { persist } from 'zustand/middleware';
export const useAuth = create(persist((set) => ({ accessToken: null, hold: (accessToken) => set({ accessToken }) }), { name: 'auth' }));
`;
    expect(sent({ 'src/store.js': kept, 'src/api.js': api, 'src/renew.js': renew })).toEqual(['src/api.js:2']);
  });

  it('is not where nothing renews it, where no cookie does, or where it is stored too', () => {
    expect(sent(HELD)).toEqual(['src/api.js:5']);
    expect(sent({ ...HELD, 'src/renew.js': RENEWS.replace(', { withCredentials: true }', '') })).toEqual(['src/api.js:5']);
    const stores = `export const keep = (data) => localStorage.setItem('refreshToken', data.refreshToken);\n`;
    expect(sent({ ...HELD, 'src/renew.js': RENEWS, 'src/keep.js': stores })).toEqual(['src/api.js:5']);
  });
});
