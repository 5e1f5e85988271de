import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

/** A store of Pinia in options, whose state begins with a token. */
const storeOf = (state: string): string => `import { defineStore } from 'pinia';
import axios from 'axios';
export const useAuth = defineStore('auth', {
  state: ${state},
  getters: { isIn: (state) => !!state.token },
  actions: {
    async enter(body) {
      const { data } = await axios.post('/api/login', body);
      this.token = data.token;
      localStorage.setItem('token', data.token);
    },
    leave() {
      this.token = null;
      localStorage.removeItem('token');
    },
  },
});
axios.interceptors.request.use((config) => {
  const auth = useAuth();
  if (auth.token) config.headers.Authorization = \`Bearer \${auth.token}\`;
  return config;
});
`;

describe('the part of a state that begins with the stored token', () => {
  it.each([
    ["() => ({ token: localStorage.getItem('token') || null, name: '' })", "() => ({ isSignedIn: hasSession(), name: '' })"],
    ["() => ({ name: '', token: localStorage.getItem('token') })", "() => ({ name: '', isSignedIn: hasSession() })"],
    ["() => {\n    return { token: localStorage.getItem('token') ?? '' };\n  }", '() => {\n    return { isSignedIn: hasSession() };\n  }'],
  ])('begins with the session, and is asked as before: %s', (state, expected) => {
    const { texts, notes } = migratedPages({ 'src/store.js': storeOf(state) });
    expect(notes).toEqual([]);
    expect(texts['src/store.js']).toContain(`state: ${expected},`);
    expect(texts['src/store.js']).toContain('isIn: (state) => state.isSignedIn');
  });
});
