import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

const PAGES = {
  ...API,
  'web/package.json': JSON.stringify({
    name: 'web',
    type: 'module',
    dependencies: { axios: '1', react: '19' },
    devDependencies: { vite: '7' },
  }),
  'web/src/http.js': `import axios from 'axios';

export const http = axios.create({ baseURL: 'http://localhost:5000/api' });
http.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${localStorage.getItem('token')}\`;
  return config;
});
`,
  'web/src/login.js': `import { http } from './http';

export async function login(email) {
  const { data } = await http.post('/auth/login', { email });
  localStorage.setItem('token', data.token);
}
`,
};

describe('a test of a page that expects the header', () => {
  it('expects what the client of the tested module says', async () => {
    const { text } = await migrated({
      ...PAGES,
      'web/src/http.test.js': `import { http } from './http';

test('is known', async () => {
  localStorage.setItem('token', 'abc');
  const sent = await new Promise((resolve) => http.get('/orders', { adapter: resolve }));
  expect(sent.headers.Authorization).toBe('Bearer abc');
});
`,
    });
    expect(text('web/src/http.test.js')).toContain('expect(sent.withCredentials).toBe(true);');
    expect(text('web/src/http.test.js')).toContain('seedSession();');
  });
});
