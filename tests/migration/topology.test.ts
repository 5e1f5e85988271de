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
