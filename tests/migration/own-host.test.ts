import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

const VERCEL = '{\n  "rewrites": [{ "source": "/(.*)", "destination": "/index.html" }]\n}\n';

/** A page whose API is on another site, with the constant that says where. */
function pages(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return {
    ...API,
    'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { axios: '1', react: '19', vite: '7' } }),
    'web/vercel.json': VERCEL,
    'web/vite.config.js': "import { defineConfig } from 'vite';\n\nexport default defineConfig({ plugins: [] });\n",
    'web/src/api.js': `import axios from 'axios';
import { BASE } from './where';

const api = axios.create({ baseURL: BASE });
api.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${localStorage.getItem('token')}\`;
  return config;
});

export async function login(email) {
  const { data } = await api.post('/api/auth/login', { email });
  localStorage.setItem('token', data.token);
  return data.user;
}
export const orders = () => api.get('/api/orders');
export const logout = () => localStorage.removeItem('token');
`,
    ...files,
  };
}

const FALLBACK = "export const BASE = import.meta.env.VITE_API || 'https://shop-api.onrender.com';\n";

describe('pages that ask an API on another site', () => {
  it('ask their own host in a file of constants, too', async () => {
    const { text, out } = await migrated(pages({ 'web/src/where.js': "export const BASE = 'https://shop-api.onrender.com';\n" }));
    expect(text('web/src/where.js')).toBe("export const BASE = '';\n");
    expect(text('web/vercel.json')).toContain('"destination": "https://shop-api.onrender.com/api/:path*"');
    expect(out).not.toContain('second plan');
  });

  it('ask whom a variable of the environment names in development, which the server then lets in', async () => {
    const { text, out } = await migrated(pages({ 'web/src/where.js': FALLBACK }));
    expect(text('web/src/where.js')).toBe("export const BASE = import.meta.env.VITE_API || '';\n");
    expect(text('api/app.js')).toContain('app.use(cors({ origin: clientOrigin, credentials: true }));');
    expect(text('api/csrf-check.js')).toContain("'http://localhost:5173'");
    expect(out).not.toContain('second plan');
  });

  it.each([
    [
      'a member',
      "window.API = 'https://shop-api.onrender.com';\nexport const shown = window.API || 'http://localhost:5000';\nexport const BASE = 'https://shop-api.onrender.com';\n",
      'window.API',
    ],
    [
      'a variable',
      "const HOST = 'https://shop-api.onrender.com';\nexport const BASE = HOST ? HOST : 'http://localhost:5000';\n",
      'const HOST',
    ],
    [
      'a test for none',
      "const HOST = 'https://shop-api.onrender.com';\nif (!HOST) throw new Error('where?');\nexport const BASE = HOST;\n",
      'const HOST',
    ],
    [
      'an URL',
      "const HOST = 'https://shop-api.onrender.com';\nexport const logo = new URL('/logo.png', HOST);\nexport const BASE = HOST;\n",
      'const HOST',
    ],
  ])('keep an address where an empty one would count as none: %s', async (_, where, begin) => {
    const { text } = await migrated(pages({ 'web/src/where.js': where }));
    expect(text('web/src/where.js').split('\n')[0]).toBe(`${begin} = window.location.origin;`);
  });

  it('have one prefix passed on, where the server hands out files beside its routes', async () => {
    const files = pages({
      'web/src/where.js': "export const BASE = 'https://shop-api.onrender.com';\n",
      'web/src/photo.js': 'export const photo = (name) => `https://shop-api.onrender.com/uploads/${name}`;\n',
    });
    const server = files['api/app.js']!.replace(
      'app.use(express.json());',
      "app.use(express.json());\napp.use('/uploads', express.static('uploads'));",
    );
    const { text } = await migrated({ ...files, 'api/app.js': server });
    expect(text('web/src/where.js')).toBe("export const BASE = '/api';\n");
    expect(text('web/src/photo.js')).toBe('export const photo = (name) => `/api/uploads/${name}`;\n');
    expect(text('web/vercel.json')).toContain('"destination": "https://shop-api.onrender.com/:path*"');
  });

  it('leave other hosts, and what the server says of itself', async () => {
    const { text } = await migrated(
      pages({
        'web/src/where.js':
          "export const BASE = 'https://shop-api.onrender.com';\nexport const OTHER = 'https://shop-api.onrender.com.example.org/x';\n",
        'api/awake.js': "setInterval(() => fetch('https://shop-api.onrender.com/health'), 60000);\nmodule.exports = require('express');\n",
      }),
    );
    expect(text('web/src/where.js')).toContain("'https://shop-api.onrender.com.example.org/x'");
    expect(text('api/awake.js')).toContain("'https://shop-api.onrender.com/health'");
  });

  it('do not need what another script of the page sets before the script of the session is read', async () => {
    const { text, out } = await migrated({
      ...API,
      'web/package.json': JSON.stringify({ name: 'web' }),
      'web/vercel.json': VERCEL,
      'web/index.html': '<body>\n<script src="sign-in.js"></script>\n<script src="orders.js"></script>\n</body>\n',
      'web/sign-in.js': `window.API = 'https://shop-api.onrender.com';
async function signIn(email) {
  const answer = await fetch(\`\${window.API}/api/auth/login\`, { method: 'POST', body: email });
  localStorage.setItem('token', (await answer.json()).token);
}
`,
      'web/orders.js': `const API = window.API || 'http://localhost:5000';
const orders = () => fetch(\`\${API}/api/orders\`, { headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` } });
`,
    });
    expect(text('web/sign-in.js')).toContain('window.API = window.location.origin;');
    expect(text('web/session.js')).not.toContain('window.API');
    expect(out).not.toContain('second plan');
  });
});
