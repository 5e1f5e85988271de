import { describe, expect, it } from 'vitest';
import { addressText, reaches } from '../../src/app/reached-routes.ts';
import type { SentRequest } from '../../src/app/sent-requests.ts';
import { sentRequestsIn } from '../../src/app/sent-requests.ts';
import { discover } from '../../src/project/discover.ts';
import { Project } from '../../src/project/project.ts';
import { temporaryProject } from '../support/temporary-project.ts';

function requestsIn(files: Readonly<Record<string, string>>): SentRequest[] {
  const root = temporaryProject({ 'package.json': '{ "dependencies": { "axios": "1", "react": "19" } }', ...files });
  const project = new Project(root, discover(root).files);
  project.learn();
  return sentRequestsIn(project.paths.flatMap((one) => project.file(one) ?? []));
}

/** Addresses as texts; what is not known is `…`. */
function addresses(files: Readonly<Record<string, string>>): string[] {
  return requestsIn(files).map(({ address }) => addressText(address).replaceAll('\0', '…'));
}

/** What each begins with, as it is written, and the rest. */
function bases(files: Readonly<Record<string, string>>): string[] {
  return requestsIn(files).map(({ address: { base, rest } }) => {
    const written = base ? base.file.text.slice(...base.node.range) : '-';
    return `${written} | ${rest.map((part) => (typeof part === 'string' ? part : '…')).join('')}`;
  });
}

const ENV = "import.meta.env.VITE_API || 'http://localhost:4000/api'";

describe('requests, where their address is named', () => {
  it('at the client itself, by template, sum and variable', () => {
    expect(
      bases({
        'api.js': `const ROOT = ${ENV};\nfetch(\`\${ROOT}/a\`);\nfetch(ROOT + '/b');\nconst url = \`\${ROOT}/c\`;\nfetch(url);\nfetch('/d');\nfetch(new URL('/e', ROOT));\n`,
      }),
    ).toEqual(['ROOT | /a', 'ROOT | /b', 'ROOT | /c', '- | /d', 'ROOT | /e']);
  });

  it('in settings that are kept in a variable, also of a wrapper that a hook hands out', () => {
    expect(
      addresses({
        'orders.js': "import axios from 'axios';\nconst settings = { method: 'GET', url: '/orders' };\naxios(settings);\n",
        'more.js':
          "import axios from 'axios';\nexport function ask(path, more) {\n  const config = { url: `/api${path}`, ...more };\n  if (more) config.data = more;\n  return axios.request(config);\n}\nask('/users');\n",
        'use-api.js': `import { useCallback } from 'react';
import axios from 'axios';
const ROOT = 'http://localhost:4000';
export const useApi = () => {
  const call = useCallback(async (method, endpoint) => {
    const config = { method, url: \`\${ROOT}\${endpoint}\` };
    return (await axios(config)).data;
  }, []);
  return { call };
};
`,
        'page.jsx': `import { useApi } from './use-api.js';
export function Page() {
  const { call } = useApi();
  return <button onClick={() => call('POST', '/login')} />;
}
`,
      }).toSorted(),
    ).toEqual(['/api/users', '/orders', 'http://localhost:4000/login']);
  });

  it('below the base of an instance, with a slash between them', () => {
    expect(
      addresses({
        'api.js':
          "import axios from 'axios';\nconst http = axios.create({ baseURL: 'http://localhost:4000/api' });\nhttp.get('auth/login');\nhttp.get('/notes');\nhttp.get('https://example.com/x');\n",
      }),
    ).toEqual(['http://localhost:4000/api/auth/login', 'http://localhost:4000/api/notes', 'https://example.com/x']);
  });

  it('at the calls of functions around it, in this file and in others', () => {
    expect(
      bases({
        'http.js': `import axios from 'axios';\nconst settings = { root: ${ENV} };\nexport const call = (method, path, body) => axios({ url: \`\${settings.root}\${path}\`, method, data: body });\n`,
        'index.js': "export { call } from './http';\n",
        'auth.js': "import { call } from './index';\nexport const enter = (pin) => call('post', '/enter', { pin });\n",
      }),
    ).toEqual(['settings.root | /enter']);
  });

  it('at the methods of a class whose base its maker gives', () => {
    expect(
      bases({
        'client.ts':
          'export class Client {\n  constructor(private readonly root: string) {}\n  private send(path: string, init = {}) {\n    return fetch(`${this.root}${path}`, init);\n  }\n  enter() { return this.send(`/enter`, { method: "POST" }); }\n}\n',
        'api.ts': `import { Client } from './client';\nconst API = ${ENV};\nexport const api = new Client(API);\n`,
      }),
    ).toEqual(['API | /enter']);
  });

  it('in what a function of another package makes, with its options', () => {
    expect(
      bases({
        'shared/create.ts':
          "import axios from 'axios';\nexport function createClient({ baseURL }: { baseURL: string }) {\n  const http = axios.create({ baseURL });\n  return { enter: (who: object) => http.post('/enter', who) };\n}\n",
        'web/api.ts': `import { createClient } from '../shared/create';\nexport const api = createClient({ baseURL: ${ENV} });\n`,
      }),
    ).toEqual([`${ENV} | /enter`]);
  });

  it('in an object that a wrapper takes', () => {
    expect(
      addresses({
        'api.js': "const send = ({ url, method }) => fetch('/api' + url, { method });\nsend({ url: '/enter', method: 'POST' });\n",
      }),
    ).toEqual(['/api/enter']);
  });
});

describe('which route a request reaches', () => {
  const asked = (code: string): SentRequest => requestsIn({ 'api.js': code })[0]!;
  it.each([
    ["fetch('/api/auth/login')", '/api/auth/login', 'yes'],
    ["fetch('http://localhost:4000/api/auth/login?x=1')", '/api/auth/login', 'yes'],
    ["fetch(window.ROOT + '/auth/login')", '/api/auth/login', 'yes'],
    ["fetch(window.ROOT + '/login')", '/api/auth/login', 'unknown'],
    ["fetch('/api/notes')", '/api/auth/login', 'no'],
    ['fetch(`/api/${what}/login`)', '/api/auth/login', 'unknown'],
    ['fetch(`/api/users/${id}`)', '/api/users/:id', 'yes'],
    ['fetch(`/api/users/${id}/notes`)', '/api/users/:id', 'no'],
    ['fetch(address)', '/api/auth/login', 'unknown'],
  ] as const)('%s at %s: %s', (code, path, answer) => {
    expect(reaches(asked(code), { path, isWhole: true })).toBe(answer);
  });
});

describe('requests by a client that another file makes, in files that do not name its library', () => {
  const made = "import axios from 'axios';\nconst api = axios.create({ baseURL: 'http://localhost:4000' });\n";
  const sent = (files: Readonly<Record<string, string>>): string[] =>
    requestsIn(files)
      .filter(({ file }) => !file.text.includes('axios'))
      .map(({ address }) => addressText(address).replaceAll('\0', '…'));

  it.each<[string, Readonly<Record<string, string>>]>([
    ['default import', { 'api.js': `${made}export default api;\n`, 'a.js': "import http from './api';\nhttp.post('/join', form);\n" }],
    [
      'named import, renamed',
      { 'api.js': `${made}export { api as web };\n`, 'a.js': "import { web as w } from './api';\nw.post('/join', form);\n" },
    ],
    ['namespace', { 'api.js': `${made}export { api };\n`, 'a.js': "import * as net from './api';\nnet.api.post('/join', form);\n" }],
    [
      're-export',
      {
        'api.js': `${made}export default api;\n`,
        'index.js': "export { default as web } from './api';\n",
        'a.js': "import { web } from './index';\nweb.post('/join');\n",
      },
    ],
    [
      'CommonJS',
      {
        'api.js': "const axios = require('axios');\nmodule.exports = axios.create({ baseURL: 'http://localhost:4000' });\n",
        'a.js': "const api = require('./api');\napi.post('/join');\n",
      },
    ],
    ['required in place', { 'api.js': `${made}module.exports = { api };\n`, 'a.js': "require('./api').api.post('/join');\n" }],
    [
      'a hook',
      {
        'api.js': `${made}export const useApi = () => api;\n`,
        'a.js': "import { useApi } from './api';\nexport function Join() { const api = useApi(); return () => api.post('/join'); }\n",
      },
    ],
    [
      'a part of what a hook returns',
      {
        'api.js': `${made}export const useApi = () => ({ api, busy: false });\n`,
        'a.js': "import { useApi } from './api';\nexport function Join() { const { api } = useApi(); return () => api.post('/join'); }\n",
      },
    ],
    [
      'an object of clients',
      {
        'api.js': `${made}export const clients = { main: api };\n`,
        'a.js': "import { clients } from './api';\nconst { main } = clients;\nmain.post('/join');\n",
      },
    ],
    [
      'the class that a class extends',
      {
        'api.js': `${made}export class Service { client = api; }\n`,
        'a.js': "import { Service } from './api';\nexport class Joining extends Service { join() { return this.client.post('/join'); } }\n",
      },
    ],
    [
      'an instance that is called',
      { 'api.js': `${made}export default api;\n`, 'a.js': "import api from './api';\napi({ url: '/join', method: 'post' });\n" },
    ],
  ])('are known: %s', (_, files) => {
    expect(sent(files)).toEqual(['http://localhost:4000/join']);
  });

  it('and nothing else that has such methods is one', () => {
    expect(
      sent({
        'api.js': `${made}export default api;\nexport const cache = new Map();\nexport const router = createRouter();\n`,
        'a.js':
          "import { cache, router } from './api';\nimport other from 'other';\ncache.get('/join');\nrouter.post('/join', join);\nother.post('/join');\nexport const keep = (store) => store.get('/join');\n",
      }),
    ).toEqual([]);
  });

  it('sockets of another file too', () => {
    expect(
      requestsIn({
        'socket.js': "import { io } from 'socket.io-client';\nexport default io('http://localhost:4000');\n",
        'api.js': "export * as live from './api-of-sockets';\n",
        'api-of-sockets.js': "import axios from 'axios';\nexport const send = (path) => axios.post(`http://localhost:4000${path}`);\n",
        'a.js': "import { live } from './api';\nlive.send('/join');\n",
      }).map(({ address }) => addressText(address).replaceAll('\0', '…')),
    ).toContain('http://localhost:4000/join');
  });
});
