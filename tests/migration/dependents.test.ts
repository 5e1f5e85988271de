import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

const PAGES = {
  'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { axios: '1', react: '19', vite: '7' } }),
  'web/src/http.js': `import axios from 'axios';

export const http = axios.create({ baseURL: 'http://localhost:5000/api' });
http.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${localStorage.getItem('token')}\`;
  return config;
});
export async function signIn(email) {
  const { data } = await http.post('/auth/login', { email });
  localStorage.setItem('token', data.token);
}
`,
};

describe('a native app on the same API', () => {
  const MOBILE = {
    'mobile/package.json': JSON.stringify({
      name: 'mobile',
      dependencies: { expo: '51', 'expo-secure-store': '13', 'react-native': '0.74' },
    }),
    'mobile/src/sign-in.ts': `import * as SecureStore from 'expo-secure-store';

const BASE = 'https://api.example.com/api';

export async function signIn(email: string) {
  const response = await fetch(\`\${BASE}/auth/login\`, { method: 'POST', body: JSON.stringify({ email }) });
  const { token } = await response.json();
  await SecureStore.setItemAsync('token', token);
}
`,
  };

  it('gets an endpoint of its own, and is named', async () => {
    const { code, out, written, text } = await migrated({ ...API, ...PAGES, ...MOBILE });
    expect(out).toContain('mobile/src/sign-in.ts:6  this app signs in where the answer holds no token any more');
    expect(out).toContain('POST /api/auth/token');
    expect(text('api/app.js')).toContain("app.post(['/api/auth/login', '/api/auth/token']");
    expect(written.filter((file) => file.startsWith('mobile/'))).toEqual([]);
    expect(code).toBe(1);
  });

  it('needs none as long as the answer holds the token', async () => {
    const { out } = await migrated({ ...API, ...PAGES, ...MOBILE }, '--phase', 'server');
    expect(out).not.toContain('holds no token any more');
  });

  it('is no matter where it has an API of its own', async () => {
    const { code, out, text } = await migrated({
      ...API,
      ...PAGES,
      ...MOBILE,
      'mobile/src/sign-in.ts': MOBILE['mobile/src/sign-in.ts'].replace('/auth/login', '/v2/devices'),
    });
    expect(out).not.toContain('mobile/');
    expect(text('api/app.js')).not.toContain('/api/auth/token');
    expect(code).toBe(0);
  });
});

describe('a cookie that pages set', () => {
  const NEXT = {
    ...API,
    'web/package.json': JSON.stringify({ name: 'web', dependencies: { axios: '1', 'js-cookie': '3', next: '15', react: '19' } }),
    'web/lib/http.ts': `import axios from 'axios';
import Cookies from 'js-cookie';

export const http = axios.create({ baseURL: 'http://localhost:5000/api' });
http.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${Cookies.get('access_token')}\`;
  return config;
});
export async function signIn(email: string) {
  const { data } = await http.post('/auth/login', { email });
  Cookies.set('access_token', data.token);
}
`,
  };

  it.each([
    [
      'web/middleware.ts',
      3,
      `import { NextResponse, type NextRequest } from 'next/server';
export function middleware(request: NextRequest) {
  if (!request.cookies.has('access_token') || !request.cookies.get('access_token')) return NextResponse.redirect(new URL('/login', request.url));
  return NextResponse.next();
}
`,
    ],
    [
      'web/app/orders/page.tsx',
      3,
      `import { cookies } from 'next/headers';
export default async function Orders() {
  const token = (await cookies()).get('access_token')?.value;
  return <p>{token ? 'in' : 'out'}</p>;
}
`,
    ],
  ])('is missed by the server of the pages: %s', async (file, line, text) => {
    const { code, out } = await migrated({ ...NEXT, [file]: text });
    expect(out).toContain(`${file}:${String(line)}  this reads the cookie 'access_token', which pages set no more`);
    expect(code).toBe(1);
  });

  it('may be another one', async () => {
    const { code, out } = await migrated({
      ...NEXT,
      'web/app/page.tsx': `import { cookies } from 'next/headers';
export default async function Home() {
  return <p>{(await cookies()).get('theme')?.value}</p>;
}
`,
    });
    expect(out).not.toContain('this reads the cookie');
    expect(code).toBe(0);
  });
});
