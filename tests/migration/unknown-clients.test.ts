import { describe, expect, it } from 'vitest';
import type { Migrated } from '../support/migrated-app.ts';
import { API, migrated } from '../support/migrated-app.ts';

const LOGIN = `export async function login(email) {
  const response = await fetch('http://localhost:5000/api/auth/login', { method: 'POST', body: JSON.stringify({ email }) });
  const { token } = await response.json();
  localStorage.setItem('token', token);
}
`;

/** Pages that ask by a client which sends no cookie to another origin unless it is told so. */
function pages(dependency: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return {
    ...API,
    'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { [dependency]: '1', vite: '7' } }),
    ...files,
  };
}

function expectRefused({ code, out, written }: Migrated, client: string): void {
  expect(written).toEqual([]);
  expect(code).toBe(1);
  expect(out).toContain(`by ${client} (web/src/`);
  expect(out).toContain('is not rewritten yet');
}

const AUTH_SERVICE = `import { HttpClient } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { tap } from 'rxjs';

@Injectable({ providedIn: 'root' })
export class AuthService {
  constructor(private readonly http: HttpClient) {}

  login(body: { email: string }) {
    return this.http
      .post<{ token: string }>('http://localhost:5000/api/auth/login', body)
      .pipe(tap((answer) => localStorage.setItem('token', answer.token)));
  }
}
`;

describe('a client that is not rewritten', () => {
  it('is seen by what sets the header for it', async () => {
    expectRefused(
      await migrated(
        pages('@apollo/client', {
          'web/src/login.js': LOGIN,
          'web/src/client.js': `import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { setContext } from '@apollo/client/link/context';

const http = new HttpLink({ uri: 'http://localhost:5000/graphql' });
const auth = setContext((operation, { headers }) => {
  const token = localStorage.getItem('token');
  return { headers: { ...headers, authorization: token ? \`Bearer \${token}\` : '' } };
});
export const client = new ApolloClient({ link: auth.concat(http), cache: new InMemoryCache() });
`,
        }),
      ),
      'Apollo Client',
    );
    expectRefused(
      await migrated(
        pages('@angular/common', {
          'web/src/auth.service.ts': AUTH_SERVICE,
          'web/src/auth.interceptor.ts': `import { HttpEvent, HttpHandler, HttpInterceptor, HttpRequest } from '@angular/common/http';
import { Observable } from 'rxjs';

export class AuthInterceptor implements HttpInterceptor {
  intercept(request: HttpRequest<unknown>, next: HttpHandler): Observable<HttpEvent<unknown>> {
    const token = localStorage.getItem('token');
    return next.handle(request.clone({ headers: request.headers.set('Authorization', 'Bearer ' + token) }));
  }
}
`,
        }),
      ),
      "Angular's HttpClient",
    );
  });

  it('is seen by a call on what it gives', async () => {
    expectRefused(
      await migrated(
        pages('superagent', {
          'web/src/login.js': LOGIN,
          'web/src/orders.js': `import request from 'superagent';

export const orders = () =>
  request.get('http://localhost:5000/api/orders').set('Authorization', \`Bearer \${localStorage.getItem('token')}\`);
`,
        }),
      ),
      'superagent',
    );
  });

  it('is seen by the helper that makes its headers', async () => {
    expectRefused(
      await migrated(
        pages('ky', {
          'web/src/login.js': LOGIN,
          'web/src/auth-header.js': "export const authHeader = () => ({ Authorization: `Bearer ${localStorage.getItem('token')}` });\n",
          'web/src/orders.js': `import ky from 'ky';
import { authHeader } from './auth-header';

export const orders = () => ky.get('http://localhost:5000/api/orders', { headers: authHeader() }).json();
`,
        }),
      ),
      'ky',
    );
  });

  it('is seen by the sign-in that it asks for', async () => {
    expectRefused(
      await migrated(
        pages('ky', {
          'web/src/login.js': `import ky from 'ky';

export async function login(email) {
  const { token } = await ky.post('http://localhost:5000/api/auth/login', { json: { email } }).json();
  localStorage.setItem('token', token);
}
`,
          'web/src/orders.js':
            "export const orders = () => fetch('http://localhost:5000/api/orders', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });\n",
        }),
      ),
      'ky',
    );
  });

  it('is no matter where it asks others', async () => {
    const { out, written } = await migrated(
      pages('ky', {
        'web/src/login.js': LOGIN,
        'web/src/orders.js':
          "export const orders = () => fetch('http://localhost:5000/api/orders', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });\n",
        'web/src/weather.js': "import ky from 'ky';\n\nexport const weather = () => ky.get('https://weather.example.com/today').json();\n",
      }),
    );
    expect(out).not.toContain('is not rewritten yet');
    expect(written).toContain('web/src/orders.js');
  });

  const SOCKET = "import { io } from 'socket.io-client';\nexport const live = (id) => io('http://localhost:5000', { query: { id } });\n";

  it.each([
    [
      'the defaults of all requests',
      `import axios from 'axios';
${SOCKET}
export function signedIn(token) {
  localStorage.setItem('token', token);
  axios.defaults.headers.common['Authorization'] = \`Bearer \${token}\`;
}
`,
      'signedIn(data.token)',
    ],
    [
      'an interceptor of an instance',
      `import axios from 'axios';
${SOCKET}
const http = axios.create({ baseURL: 'http://localhost:5000' });
http.interceptors.request.use((config) => {
  const token = localStorage.getItem('token');
  if (token) config.headers.Authorization = \`Bearer \${token}\`;
  return config;
});
export const orders = () => http.get('/api/orders');
`,
      "localStorage.setItem('token', data.token)",
    ],
    [
      'the defaults of an instance',
      `import axios from 'axios';
${SOCKET}
const http = axios.create({ baseURL: 'http://localhost:5000' });
http.defaults.headers.common.Authorization = \`Bearer \${localStorage.getItem('token')}\`;
export const orders = () => http.get('/api/orders');
`,
      "localStorage.setItem('token', data.token)",
    ],
  ])('is none that a file imports beside the one that it tells of the token: %s', async (_, client, kept) => {
    const { code, out, text } = await migrated(
      pages('axios', {
        'web/src/client.js': client,
        'web/src/login.js': `import axios from 'axios';
${kept.startsWith('signedIn') ? "import { signedIn } from './client.js';\n" : "import './client.js';\n"}
export async function login(email) {
  const { data } = await axios.post('http://localhost:5000/api/auth/login', { email });
  ${kept};
}
export const logout = () => localStorage.removeItem('token');
`,
      }),
    );
    expect(out).not.toContain('is not rewritten yet');
    expect(text('web/src/client.js')).not.toMatch(/[Tt]oken/);
    expect(code).toBe(0);
  });
});
