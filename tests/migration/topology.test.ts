import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

function pages(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return {
    ...API,
    'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { axios: '1', react: '19', vite: '7' } }),
    ...files,
  };
}

const CLIENT = `import axios from 'axios';

export class Client {
  constructor(baseURL) {
    this.http = axios.create({ baseURL });
    this.http.interceptors.request.use((config) => {
      config.headers.Authorization = \`Bearer \${localStorage.getItem('token')}\`;
      return config;
    });
  }
  post(path, body) {
    return this.http.post(path, body);
  }
}
`;

const SIGN_IN = `
  async login(email) {
    const { data } = await this.post('/auth/login', { email });
    localStorage.setItem('token', data.token);
  }
`;

describe('the address of the API', () => {
  it.each([
    [
      'handed to a class',
      {
        'web/src/client.js': CLIENT.replace(/\}\n$/, `${SIGN_IN}}\n`),
        'web/src/shop.js': "import { Client } from './client';\n\nexport const shop = new Client('http://localhost:5000/api');\n",
      },
    ],
    [
      'handed to a class that extends another',
      {
        'web/src/client.js': CLIENT,
        'web/src/shop.js': `import { Client } from './client';

class Shop extends Client {${SIGN_IN}}

export const shop = new Shop('http://localhost:5000/api');
`,
      },
    ],
    [
      'handed on by super',
      {
        'web/src/client.js': CLIENT,
        'web/src/shop.js': `import { Client } from './client';

class Shop extends Client {
  constructor() {
    super('http://localhost:5000/api');
  }
${SIGN_IN}}

export const shop = new Shop();
`,
      },
    ],
  ])('is %s', async (_, files) => {
    const { out, text } = await migrated(pages(files));
    expect(out).toContain('same-site: the API is at localhost');
    expect(text('web/src/session.js')).toContain("const API = 'http://localhost:5000/api';");
    expect(text('api/app.js')).toContain('credentials: true');
  });

  it('is that of the only instance, where the sign-in is an effect of a saga', async () => {
    const { code, out, text } = await migrated(
      pages({
        'web/src/http.js': `import axios from 'axios';

export const http = axios.create({ baseURL: import.meta.env.VITE_API || 'http://localhost:5000/api' });
const keep = (token) => {
  if (token) http.defaults.headers.common.Authorization = \`Bearer \${token}\`;
  else delete http.defaults.headers.common.Authorization;
};
`.replace('const keep', 'export const keep'),
        'web/src/saga.js': `import { call, put } from 'redux-saga/effects';
import { http, keep } from './http';

export function* signIn({ payload }) {
  const { data } = yield call([http, 'post'], '/auth/login', payload);
  yield call([localStorage, 'setItem'], 'token', data.token);
  yield call(keep, data.token);
  yield put({ type: 'in', user: data.user });
}

export function* restore() {
  const token = yield call([localStorage, 'getItem'], 'token');
  if (!token) return;
  yield call(keep, token);
  yield put({ type: 'restored' });
}

export function* signOut() {
  yield call([localStorage, 'removeItem'], 'token');
  yield call(keep, null);
}
`,
      }),
    );
    expect(out).toContain('same-site');
    expect(text('web/src/session.js')).toContain("const API = import.meta.env.VITE_API || 'http://localhost:5000/api';");
    expect(text('web/src/session.js')).toContain('`${API}/auth/session`');
    expect(text('web/src/saga.js')).toContain('if (!hasSession()) return;');
    expect(text('web/src/saga.js')).not.toMatch(/keep|[Tt]oken/);
    expect(code).toBe(0);
  });

  it('is that of an instance in a typed field, whose sign-in is taken note of', async () => {
    const { code, out } = await migrated(
      pages({
        'web/src/api.ts': `import axios, { type AxiosInstance } from 'axios';

export class Api {
  private readonly http: AxiosInstance;

  constructor() {
    this.http = axios.create({ baseURL: 'http://localhost:5000/api' });
    this.http.interceptors.request.use((config) => {
      config.headers.set('Authorization', \`Bearer \${localStorage.getItem('token')}\`);
      return config;
    });
  }

  async login(email: string) {
    const { data } = await this.http.post<{ token: string; user: object }>('/auth/login', { email });
    localStorage.setItem('token', data.token);
    return data.user;
  }
}
`,
      }),
    );
    expect(out).toContain('same-site');
    expect(out).toContain('nothing is left to do by hand');
    expect(code).toBe(0);
  });

  it('is not taken for relative where it is not known', async () => {
    const { code, out } = await migrated(
      pages({
        'web/src/client.js': CLIENT.replace(/\}\n$/, `${SIGN_IN}}\n`),
        'web/src/shop.js':
          "import { Client } from './client';\nimport { settings } from 'our-settings';\n\nexport const shop = new Client(settings().api);\n",
      }),
    );
    expect(out).toContain('it was not found at which address pages ask for /api/auth/login');
    expect(code).toBe(1);
  });
});

describe('a server that hands out the pages', () => {
  const page = `const API = import.meta.env.VITE_API || '';
export async function signIn(email) {
  const response = await fetch(\`\${API}/api/auth/login\`, { method: 'POST', body: email });
  const { token } = await response.json();
  localStorage.setItem('token', token);
}
export const orders = () =>
  fetch(\`\${API}/api/orders\`, { headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` } });
`;
  const withServer = (line: string): Record<string, string> => ({
    ...pages({ 'web/src/api.js': page }),
    'api/app.js': API['api/app.js']!.replace('app.listen', `${line}\napp.listen`),
  });
  const NEEDED = 'CLIENT_ORIGIN=https://app.example.com';

  it.each([
    "app.use('/', express.static('../web/dist/'));",
    "app.use(express.static(require('path').join(__dirname, '..', 'web', 'dist')));",
    "if (process.env.NODE_ENV === 'production') app.use(express.static('web/build'));",
    "const folder = '../web/dist';\napp.use(express.static(folder));",
    "app.use(express.static('../web'));\napp.get('*', (req, res) => res.sendFile('index.html', { root: '../web' }));",
  ])('needs no origin of theirs in production: %s', async (line) => {
    const { out, text } = await migrated(withServer(line));
    expect(out).toContain('in production the server hands out the pages');
    expect(out).not.toContain(NEEDED);
    expect(text('api/csrf-check.js')).not.toContain('throw new Error');
  });

  it.each([
    "app.use('/uploads', express.static('uploads/build'));",
    "app.use(express.static('public'));",
    "app.use('/docs', express.static('docs/dist'));",
  ])('is not one that hands out other files: %s', async (line) => {
    expect((await migrated(withServer(line))).out).toContain(NEEDED);
  });
});

describe('the site of the API', () => {
  const web = (address: string): Readonly<Record<string, string>> => ({
    'web/src/api.js': `import axios from 'axios';

const api = axios.create({ baseURL: '${address}' });
api.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${localStorage.getItem('token')}\`;
  return config;
});

export async function login(email) {
  const { data } = await api.post('/auth/login', { email });
  localStorage.setItem('token', data.token);
}
`,
  });
  const cors = (origin: string): Readonly<Record<string, string>> => ({
    'api/app.js': API['api/app.js']!.replace(/cors\([^)]*\)/, `cors({ origin: ${origin} })`),
  });

  it.each([
    ['a host of a platform', 'https://shop.up.railway.app/api', "'http://localhost:5173'", 'where every app is a site of its own'],
    ['another than that of the pages', 'https://api.shop.example/api', "'https://shop.web-of-others.example'", 'which is another site'],
    [
      'another than that of all pages',
      'https://api.shop.co.uk/api',
      "['http://localhost:5173', 'https://other.co.uk']",
      'the API is at api.shop.co.uk and the pages at other.co.uk',
    ],
  ])('is %s', async (_, address, origin, reason) => {
    const { out } = await migrated(pages({ ...web(address), ...cors(origin) }), '--same-site', 'none');
    expect(/topology +(\S.*\n.*)/.exec(out)?.[1]?.replace(/\s+/g, ' ')).toContain(reason);
  });

  it.each([
    ['a domain that pages are below', 'https://api.shop.co.uk/api', "['http://localhost:5173', 'https://www.shop.co.uk']"],
    ['one of which pages are not known', 'https://api.shop.example/api', 'process.env.ORIGIN'],
  ])('is that of the pages: %s', async (_, address, origin) => {
    const { out } = await migrated(pages({ ...web(address), ...cors(origin) }));
    expect(/topology +(.*)/.exec(out)?.[1]).toMatch(/^same-site: the API is at api\.shop/);
  });
});

describe('a base whose end only the environment knows', () => {
  const asking = (base: string, path: string, ahead = ''): Readonly<Record<string, string>> =>
    pages({
      'web/src/http.js': `import axios from 'axios';

${ahead}export const http = axios.create({ baseURL: ${base} });
http.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${localStorage.getItem('token')}\`;
  return config;
});
export const login = async (email) => {
  const { data } = await http.post('${path}', { email });
  localStorage.setItem('token', data.token);
};
export const orders = () => http.get('${path.replace('auth/login', 'orders')}');
export const logout = () => localStorage.removeItem('token');
`,
    });

  it.each([
    ['a variable', 'import.meta.env.VITE_API', 'api/auth/login', '/api/auth/session'],
    ['a default with a slash', "import.meta.env.VITE_API || 'http://localhost:5000/api/'", 'auth/login', '/auth/session'],
    ['a default without one', "import.meta.env.VITE_API || 'http://localhost:5000/api'", 'auth/login', '/auth/session'],
  ])('loses a slash there, where paths have none: %s', async (_, base, path, asked) => {
    const { text } = await migrated(asking(base, path));
    const session = text('web/src/session.js');
    expect(session).toContain(`const API = (${base.includes('||') ? `(${base})` : base} ?? '').replace(/\\/$/, '');`);
    expect(session).toContain(`fetch(\`\${API}${asked}\``);
  });

  it.each([
    ['paths begin with one', 'import.meta.env.VITE_API', '/api/auth/login', '/api/auth/session'],
    ['the code says it', "'http://localhost:5000/api/'", 'auth/login', 'auth/session'],
  ])('stays as it is where %s', async (_, base, path, asked) => {
    const { text } = await migrated(asking(base, path));
    expect(text('web/src/session.js')).toContain(`const API = ${base};`);
    expect(text('web/src/session.js')).toContain(`fetch(\`\${API}${asked}\``);
  });

  it('is that of settings which several instances share', async () => {
    const { text, out } = await migrated({
      ...pages({}),
      'web/src/where.js': "export const API_URL = import.meta.env.VITE_API || 'http://localhost:5000/api/';\n",
      'web/src/http.js': `import axios from 'axios';
import { API_URL } from './where.js';

const settings = { baseURL: API_URL };
export const guest = axios.create(settings);
export const http = axios.create(settings);
http.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${localStorage.getItem('token')}\`;
  return config;
});
export const login = async (email) => {
  const { data } = await guest.post('auth/login', { email });
  localStorage.setItem('token', data.token);
};
export const orders = () => http.get('orders');
export const logout = () => localStorage.removeItem('token');
`,
    });
    expect(out).toContain("topology  same-site: the API's address comes from the environment");
    expect(text('web/src/session.js')).toContain("const API = (API_URL ?? '').replace(/\\/$/, '');");
    expect(text('web/src/session.js')).toContain('fetch(`${API}/auth/session`');
    expect(text('api/csrf-check.js')).toContain("'http://localhost:5173'");
  });

  it('is found by a sign-in of another file, whose path begins with no slash', async () => {
    const { text, out } = await migrated({
      ...pages({}),
      'web/src/http.js': `import axios from 'axios';

const settings = { baseURL: import.meta.env.VITE_API || 'http://localhost:5000/api/' };
const guest = axios.create(settings);
const member = axios.create(settings);
member.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${localStorage.getItem('token')}\`;
  return config;
});
export { guest, member };
`,
      'web/src/user.js': `import { guest, member } from './http.js';

export const login = async (email) => {
  const answer = await guest.post('auth/login', { email });
  localStorage.setItem('token', answer.data.token);
};
export const orders = () => member.get('orders');
export const logout = () => localStorage.removeItem('token');
`,
    });
    expect(out).toContain("topology  same-site: the API's address comes from the environment");
    expect(text('web/src/session.js')).toContain('fetch(`${API}/auth/session`');
    expect(text('web/src/user.js')).toContain("  await guest.post('auth/login', { email });");
  });

  it('is what a function makes of the environment', async () => {
    const { out } = await migrated(
      asking(
        '`${base()}/api`',
        '/auth/login',
        "const base = () => {\n  const said = import.meta.env.VITE_API || 'http://localhost:5000';\n  return said.replace(/x$/, '');\n};\n",
      ),
    );
    expect(out).toContain("topology  same-site: the API's address comes from the environment");
  });
});

const PASSED_ON = {
  'web/vite.config.js': "export default { server: { proxy: { '/api': 'http://localhost:5000' } } };\n",
  'web/src/main.js': "import './session-of-pages.js';\nimport './orders.js';\n",
  'web/src/session-of-pages.js': `import axios from 'axios';

export async function signIn(email) {
  const { data } = await axios.post('/api/auth/login', { email });
  localStorage.setItem('token', data.token);
}

export const signOut = () => localStorage.removeItem('token');
`,
};

describe('an app that asks its API at two addresses', () => {
  it.each([
    [
      'written whole',
      `import axios from 'axios';

export const orders = () =>
  axios.get('http://localhost:5000/api/orders', { headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` } });
`,
    ],
    [
      'of a constant',
      `const HOST = 'http://localhost:5000';

export async function orders(page) {
  const headers = { Authorization: \`Bearer \${localStorage.getItem('token')}\` };
  const response = await fetch(\`\${HOST}/api/orders?page=\${page}\`, { headers });
  return response.json();
}
`,
    ],
    [
      'that counts where the environment says nothing',
      `const HOST = import.meta.env.VITE_API || 'http://localhost:5000';

export const orders = () =>
  fetch(HOST + '/api/orders', { headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` } });
`,
    ],
    [
      'of an instance',
      `import axios from 'axios';

const http = axios.create({ baseURL: 'http://localhost:5000/api' });
http.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${localStorage.getItem('token')}\`;
  return config;
});

export const orders = () => http.get('/orders');
`,
    ],
  ])('lets its pages in by CORS, with their cookie: an address %s', async (_, orders) => {
    const { out, text } = await migrated(pages({ ...PASSED_ON, 'web/src/orders.js': orders }));
    expect(out).toContain('some requests are relative, and others go to http://localhost:5000');
    expect(text('api/app.js')).toContain('cors({ origin: clientOrigin, credentials: true })');
    expect(text('api/csrf-check.js')).toContain('http://localhost:5173');
  });

  it.each([
    [
      'of no route of the server',
      "export const guess = (text) => fetch('http://localhost:8000/predict', { method: 'POST', body: text });\n",
    ],
    ['that is relative too', "export const orders = () => fetch('/api/orders');\n"],
  ])('stays of one origin with a request %s', async (_, orders) => {
    const { out, text } = await migrated(pages({ ...PASSED_ON, 'web/src/orders.js': orders }));
    expect(out).toContain('requests are relative and the dev server passes them on');
    expect(text('api/app.js')).toContain('app.use(cors());');
  });
});
