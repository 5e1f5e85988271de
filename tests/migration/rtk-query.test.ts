import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

/** Pages that sign in by an endpoint of RTK Query, and more of its endpoints. */
function asking(endpoints = '', others: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return {
    ...API,
    'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { '@reduxjs/toolkit': '2', react: '19', vite: '7' } }),
    'web/src/api.js': `import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react';

export const api = createApi({
  baseQuery: fetchBaseQuery({
    baseUrl: 'http://localhost:5000/api/',
    prepareHeaders: (headers) => {
      const token = localStorage.getItem('token');
      if (token) headers.set('Authorization', \`Bearer \${token}\`);
      return headers;
    },
  }),
  endpoints: (builder) => ({
    login: builder.mutation({
      query: (body) => ({ url: 'auth/login', method: 'POST', body }),
      transformResponse: (answer) => {
        localStorage.setItem('token', answer.token);
        return answer.user;
      },
    }),
    orders: builder.query({ query: () => 'orders' }),${endpoints}
  }),
});
export const signOut = () => localStorage.removeItem('token');
`,
    ...others,
  };
}

describe('pages that ask by RTK Query', () => {
  it('send the cookie, and their session is asked for where they sign in', async () => {
    const { code, text, written } = await migrated(asking());
    expect(text('web/src/api.js')).toContain('fetchFn: apiFetch,');
    expect(text('web/src/api.js')).not.toContain('oken');
    expect(text('web/src/session.js')).toMatch(/fetch\(`\$\{API\}\/?auth\/session`/);
    expect(written).toContain('web/src/session.js');
    expect(code).toBe(0);
  });

  it('that ask another server by the same are left', async () => {
    const { code, out } = await migrated(asking('\n    photo: builder.query({ query: (q) => `https://api.images.example/v1?q=${q}` }),'));
    expect(out).toContain('this asks another server by what sends cookies now: give it RTK Query of its own. (request-to-other-server)');
    expect(code).toBe(1);
  });

  it('that ask another server by an api of its own do so as before', async () => {
    const code = `import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react';

export const photos = createApi({
  baseQuery: fetchBaseQuery({ baseUrl: 'https://api.images.example/v1' }),
  endpoints: (builder) => ({ photo: builder.query({ query: (q) => \`/photos?q=\${q}\` }) }),
});
`;
    const { code: exit, text } = await migrated(asking('', { 'web/src/photos.js': code }));
    expect(text('web/src/photos.js')).toBe(code);
    expect(exit).toBe(0);
  });

  it('by an axios of their own are pages that ask by axios', async () => {
    const { text, code } = await migrated({
      ...asking(),
      'web/src/api.js': `import axios from 'axios';
import { createApi } from '@reduxjs/toolkit/query/react';

const http = axios.create({ baseURL: 'http://localhost:5000/api' });
http.interceptors.request.use((config) => {
  const token = localStorage.getItem('token');
  if (token) config.headers.Authorization = \`Bearer \${token}\`;
  return config;
});
export async function login(body) {
  const { data } = await http.post('/auth/login', body);
  localStorage.setItem('token', data.token);
}
export const api = createApi({
  baseQuery: async ({ url, method, data }) => ({ data: (await http({ url, method, data })).data }),
  endpoints: (builder) => ({ orders: builder.query({ query: () => ({ url: '/orders', method: 'get' }) }) }),
});
export const signOut = () => localStorage.removeItem('token');
`,
    });
    expect(text('web/src/api.js')).toContain('followSession(axios.create(');
    expect(text('web/src/api.js')).not.toContain('apiFetch');
    expect(code).toBe(0);
  });
});
