import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'require-credentialed-request',
  valid: [
    {
      name: 'said in both ways, by a wrapper and by a hook',
      filename: 'client/api.ts',
      settings: { apiOrigins: ['https://api.acme.example'] },
      code: `
import axios from 'axios';
import ky from 'ky';
fetch('https://api.acme.example/me', { credentials: 'include', withCredentials: true });
axios.get('https://api.acme.example/me', { withCredentials: true, credentials: 'include' });
axios.create({ baseURL: 'https://api.acme.example', adapter: 'fetch', fetchOptions: { credentials: 'include' } });
ky.extend({ prefixUrl: 'https://api.acme.example', hooks: { beforeRequest: [(request) => new Request(request, { credentials: 'include' })] } });
`,
    },
    {
      name: 'said by an interceptor that makes each request anew',
      filename: 'client/api.ts',
      settings: { apiOrigins: ['https://api.acme.example'] },
      code: `
import axios from 'axios';
const api = axios.create({ baseURL: 'https://api.acme.example' });
api.interceptors.request.use(function (config) {
  return { ...config, withCredentials: true };
});
`,
    },
  ],
  invalid: [
    {
      name: "axios is given fetch's option",
      filename: 'client/api.js',
      settings: { apiOrigins: ['https://api.acme.example'] },
      code: `
import axios from 'axios';
export const api = axios.create({ baseURL: 'https://api.acme.example', credentials: 'include' });
`,
      errors: [{ messageId: 'missingOnClient', line: 3, column: 20, endLine: 3, endColumn: 32 }],
    },
    {
      name: "fetch is given axios's option",
      filename: 'client/api.js',
      settings: { apiOrigins: ['https://api.acme.example'] },
      code: `
export const me = () => fetch('https://api.acme.example/me', { headers: { Accept: 'application/json' }, withCredentials: true });
`,
      errors: [{ messageId: 'missing', line: 2, column: 25, endLine: 2, endColumn: 30 }],
    },
    {
      name: 'either among the headers',
      filename: 'client/api.js',
      settings: { apiOrigins: ['https://api.acme.example'] },
      code: `
import axios from 'axios';
export const a = () => axios.post('https://api.acme.example/login', form, { headers: { 'Content-Type': 'application/json', withCredentials: true } });
export const b = () => fetch('https://api.acme.example/login', { method: 'POST', headers: { credentials: 'include', 'Access-Control-Allow-Credentials': 'true' } });
export const c = axios.create({ baseURL: 'https://api.acme.example/v1', headers: { 'Access-Control-Allow-Credentials': true } });
`,
      errors: [
        { messageId: 'missing', line: 3, column: 24, endLine: 3, endColumn: 34 },
        { messageId: 'missing', line: 4, column: 24, endLine: 4, endColumn: 29 },
        { messageId: 'missingOnClient', line: 5, column: 18, endLine: 5, endColumn: 30 },
      ],
    },
    {
      name: 'options that are put together elsewhere',
      filename: 'client/api.js',
      settings: { apiOrigins: ['https://api.acme.example'] },
      code: `
const headers = { 'Content-Type': 'application/json', credentials: 'include' };
export const b = (body) => fetch('https://api.acme.example/orders', { method: 'POST', body, headers, withCredentials: true });
`,
      errors: [{ messageId: 'missing', line: 3, column: 28, endLine: 3, endColumn: 33 }],
    },
  ],
} satisfies RuleCases;
