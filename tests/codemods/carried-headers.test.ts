import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

const TOKEN = "Authorization: `Bearer ${localStorage.getItem('token')}`";
const JSON_TYPE = "'Content-Type': 'application/json'";

/** Ways to make headers with a token and more, each with a request by fetch that takes them. */
const SHAPES: readonly { readonly title: string; readonly files: Readonly<Record<string, string>> }[] = [
  {
    title: 'a function of the file',
    files: {
      'src/api.js': `function headers() {\n  return { ${JSON_TYPE}, ${TOKEN} };\n}\nexport const add = (body) => fetch('/notes', { method: 'POST', headers: headers(), body });\n`,
    },
  },
  {
    title: 'a function of another file',
    files: {
      'src/headers.js': `export const headers = () => ({ ${JSON_TYPE}, ${TOKEN} });\n`,
      'src/api.js': `import { headers } from './headers';\nexport const add = (body) => fetch('/notes', { method: 'POST', headers: headers(), body });\n`,
    },
  },
  {
    title: 'a method of a constant object',
    files: {
      'src/settings.js': `export default { root: '/v1', headers: () => ({ ${JSON_TYPE}, ${TOKEN} }) };\n`,
      'src/api.js': `import settings from './settings';\nexport const add = (body) => fetch(settings.root + '/notes', { headers: settings.headers(), body });\n`,
    },
  },
  {
    title: 'a getter of a class',
    files: {
      'src/api.js': `export class Api {\n  get headers() {\n    return { ${JSON_TYPE}, ${TOKEN} };\n  }\n  add(body) {\n    return fetch('/notes', { method: 'POST', headers: this.headers, body });\n  }\n}\n`,
    },
  },
  {
    title: 'a function that fills Headers',
    files: {
      'src/api.js': `function headers() {\n  const all = new Headers({ ${JSON_TYPE} });\n  const token = localStorage.getItem('token');\n  if (token) all.append('Authorization', 'Bearer ' + token);\n  return all;\n}\nexport const add = (body) => fetch('/notes', { method: 'POST', headers: headers(), body });\n`,
    },
  },
  {
    title: 'a function that fills an object',
    files: {
      'src/api.js': `function headers() {\n  const all = { ${JSON_TYPE} };\n  const token = localStorage.getItem('token');\n  if (token) all.Authorization = 'Bearer ' + token;\n  return all;\n}\nexport const add = (body) => fetch('/notes', { method: 'POST', headers: headers(), body });\n`,
    },
  },
  {
    title: 'a function whose headers are spread',
    files: {
      'src/api.js': `const base = () => ({ ${JSON_TYPE}, ${TOKEN} });\nexport const add = (body) => fetch('/notes', { headers: { ...base(), 'X-Trace': '1' }, body });\n`,
    },
  },
  {
    title: 'a function that returns all options',
    files: {
      'src/api.js': `const options = (method) => ({ method, headers: { ${JSON_TYPE}, ${TOKEN} } });\nexport const add = (body) => fetch('/notes', { ...options('POST'), body });\nexport const all = () => fetch('/notes', options('GET'));\n`,
    },
  },
  {
    title: 'a getter of a store',
    files: {
      'src/store.js': `import { createStore } from 'vuex';\nexport default createStore({\n  actions: {\n    async add({ getters }, body) {\n      await fetch('/notes', { method: 'POST', headers: getters.headers, body });\n    },\n  },\n  getters: {\n    headers() {\n      return { ${JSON_TYPE}, ${TOKEN} };\n    },\n  },\n});\n`,
    },
  },
];

describe('a request whose headers are made somewhere else', () => {
  it.each(SHAPES)('is sent with the cookie: $title', ({ files }) => {
    const { texts, notes } = migratedPages(files);
    const all = Object.values(texts).join('\n');
    expect(all).not.toMatch(/Authorization|getItem/);
    expect(all).not.toMatch(/\Wfetch\(/);
    expect(all).toContain('apiFetch(');
    expect(all).toContain("'Content-Type': 'application/json'");
    expect(notes).toEqual([]);
  });

  it('has the one client of a package followed, where the request goes by it', () => {
    const { texts } = migratedPages({
      'src/http.js': `import axios from 'axios';\nconst settings = { headers: () => ({ ${JSON_TYPE}, ${TOKEN} }) };\nexport const call = (method, url, data) => axios({ method, url, data, headers: settings.headers() });\n`,
    });
    expect(texts['src/http.js']).toContain('followSession(axios);');
  });

  it('stays as it is where the headers never had one', () => {
    const files = {
      'src/api.js': `const plain = () => ({ ${JSON_TYPE} });\nconst headers = () => ({ ${JSON_TYPE}, ${TOKEN} });\nexport const rates = () => fetch('https://rates.example.com/all', { headers: plain() });\nexport const add = (body) => fetch('/notes', { headers: headers(), body });\n`,
    };
    const { texts } = migratedPages(files);
    expect(texts['src/api.js']).toContain("fetch('https://rates.example.com/all', { headers: plain() })");
    expect(texts['src/api.js']).toContain("apiFetch('/notes', { headers: headers(), body })");
  });
});
