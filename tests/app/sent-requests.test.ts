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
