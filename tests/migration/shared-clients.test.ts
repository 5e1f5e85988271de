import { describe, expect, it } from 'vitest';
import type { Migrated } from '../support/migrated-app.ts';
import { API, migrated } from '../support/migrated-app.ts';

const WORKSPACE = JSON.stringify({ name: 'acme', private: true, workspaces: ['api', 'apps/*', 'packages/*'] });

/** A client of a package of its own, which its app hands what keeps the token. */
const CLIENT = `export interface Store { get(): string | null; set(token: string): void; clear(): void }

export class Client {
  private readonly base: string;
  private readonly store: Store;

  constructor(options: { base: string; store: Store }) {
    this.base = options.base;
    this.store = options.store;
  }

  async signIn(email: string): Promise<void> {
    const response = await fetch(\`\${this.base}/auth/login\`, { method: 'POST', body: JSON.stringify({ email }) });
    const { token } = await response.json();
    this.store.set(token);
  }

  orders() {
    return fetch(\`\${this.base}/orders\`, { headers: { Authorization: \`Bearer \${this.store.get()}\` } });
  }

  signOut(): void {
    this.store.clear();
  }
}
`;

const app = (base: string): string => `import { Client, type Store } from '@acme/client';

const store: Store = {
  get: () => localStorage.getItem('token'),
  set: (token) => localStorage.setItem('token', token),
  clear: () => localStorage.removeItem('token'),
};

export const client = new Client({ base: ${base}, store });
export const isSignedIn = () => store.get() !== null;
`;

/** Front ends of a workspace that are built on a client. */
function workspace(apps: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}): Promise<Migrated> {
  const manifest = (name: string): string =>
    JSON.stringify({ name, private: true, dependencies: { '@acme/client': '*', react: '19', vite: '7' } });
  const own = Object.entries(apps).flatMap(([name, base]) => [
    [`apps/${name}/package.json`, manifest(name)],
    [`apps/${name}/src/api.ts`, app(base)],
    [`apps/${name}/tsconfig.json`, JSON.stringify({ extends: '../../tsconfig.base.json' })],
  ]);
  return migrated({
    ...API,
    'package.json': WORKSPACE,
    'tsconfig.base.json': JSON.stringify({
      compilerOptions: { module: 'ESNext', moduleResolution: 'bundler', paths: { '@acme/client': ['./packages/client/src/index.ts'] } },
    }),
    'packages/client/package.json': JSON.stringify({
      name: '@acme/client',
      private: true,
      type: 'module',
      main: './src/index.ts',
      exports: { '.': './src/index.ts' },
    }),
    'packages/client/src/index.ts': CLIENT,
    ...(Object.fromEntries(own) as Record<string, string>),
    ...files,
  });
}

describe('a client of a package that an app hands its storage', () => {
  it('gets the module of the session beside it, and the app takes it from there', async () => {
    const { code, text, written } = await workspace({ web: "'http://localhost:5000/api'" });
    expect(code).toBe(0);
    expect(written).toContain('packages/client/src/session.ts');
    expect(text('packages/client/src/session.ts')).toContain("const API = 'http://localhost:5000/api';");
    expect(text('packages/client/src/index.ts')).toContain("import { apiFetch } from './session';");
    expect(text('packages/client/src/index.ts')).toContain('export interface Store { clear(): void }');
    expect(text('apps/web/src/api.ts')).toContain("from '../../../packages/client/src/session';");
    expect(text('apps/web/src/api.ts')).toContain('export const isSignedIn = () => hasSession();');
  });

  it('is left where an object that is not seen may be handed over', async () => {
    const { code, out } = await workspace(
      { web: "'http://localhost:5000/api'" },
      {
        'apps/web/src/other.ts': `import { Client } from '@acme/client';
import { store } from 'acme-stores';

export const other = new Client({ base: 'http://localhost:5000/api', store });
`,
      },
    );
    expect(code).toBe(1);
    expect(out).toContain('token-needed');
  });

  it('is refused where several front ends tell it different addresses', async () => {
    const { code, out, written } = await workspace({ web: "'http://localhost:5000/api'", admin: "'http://localhost:5001/api'" });
    expect(code).toBe(1);
    expect(written).toEqual([]);
    expect(out).toContain('Several front ends sign in by one client (packages/client/src/index.ts)');
  });

  it('is not refused for that where they tell it the same', async () => {
    const { out } = await workspace({ web: "'http://localhost:5000/api'", admin: '"http://localhost:5000/api"' });
    expect(out).not.toContain('Several front ends');
  });
});

describe('a package that an app imports without naming it', () => {
  it('does not import the module of the session from the app', async () => {
    const { code, out, written } = await migrated({
      ...API,
      'package.json': WORKSPACE,
      'packages/http/package.json': JSON.stringify({ name: '@acme/http', private: true, type: 'module' }),
      'packages/http/src/index.js': `export const get = (url) => fetch(url, { headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` } });
`,
      'apps/web/package.json': JSON.stringify({ name: 'web', private: true, type: 'module', dependencies: { react: '19', vite: '7' } }),
      'apps/web/src/api.js': `import { get } from '../../../packages/http/src/index.js';

const API = 'http://localhost:5000/api';
export async function signIn(email) {
  const response = await fetch(\`\${API}/auth/login\`, { method: 'POST', body: JSON.stringify({ email }) });
  localStorage.setItem('token', (await response.json()).token);
}
export const orders = () => get(\`\${API}/orders\`);
`,
    });
    expect(code).toBe(1);
    expect(written).toEqual([]);
    expect(out).toContain('a package that its own does not depend on');
  });

  it('does not keep a server from a library that another one has installed', async () => {
    const { code, out, text } = await migrated({
      ...API,
      '.gitignore': 'node_modules\n',
      'api/node_modules/cookie-parser/package.json': JSON.stringify({ name: 'cookie-parser', version: '1.4.7', main: 'index.js' }),
      'api/node_modules/cookie-parser/index.js': 'module.exports = () => (req, res, next) => next();\n',
      'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { react: '19', vite: '7' } }),
      'web/src/api.js': `const API = 'http://localhost:5000/api';
export async function signIn(email) {
  const response = await fetch(\`\${API}/auth/login\`, { method: 'POST', body: JSON.stringify({ email }) });
  localStorage.setItem('token', (await response.json()).token);
}
export const orders = () => fetch(\`\${API}/orders\`, { headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` } });
export const signOut = () => localStorage.removeItem('token');
`,
    });
    expect(out).not.toContain('cannot be written as planned');
    expect(code).toBe(0);
    expect(text('api/package.json')).toContain('"cookie-parser": ');
  });
});
