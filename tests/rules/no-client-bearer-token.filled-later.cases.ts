import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const sent = (name: string, code: string, more = {}) => marked(name, 'sent', code, { filename: 'client/session.ts', ...more });

/** Fields that start empty, and have the token later. */
export default {
  rule: 'no-client-bearer-token',
  valid: [
    {
      name: 'empty constants are texts',
      filename: 'client/session.ts',
      code: `
const KEYS = { suffix: '' };
class Api {
  static readonly suffix = '';
  load() { return fetch('/api', { headers: { Authorization: 'Bearer ' + Api.suffix, 'x-kind': KEYS.suffix } }); }
}
`,
    },
    {
      name: 'an empty object that nothing fills',
      filename: 'client/session.ts',
      code: "const none = { token: '' };\nexport const load = () => fetch('/api', { headers: { Authorization: 'Bearer ' + none.token } });",
    },
    {
      name: 'an object with null that nothing fills',
      filename: 'client/session.ts',
      code: "const none = { token: null };\nexport const load = () => fetch('/api', { headers: { Authorization: 'Bearer ' + none.token } });",
    },
    {
      name: 'a field of another trade',
      filename: 'client/session.ts',
      code: "class Form { csrfToken = ''; send() { return fetch('/api', { headers: { 'x-csrf-token': this.csrfToken } }); } }",
    },
  ],
  invalid: [
    sent(
      'a property of an element',
      "import { LitElement } from 'lit';\nexport class Panel extends LitElement {\n  authToken = '';\n  load() { return fetch('/api', { headers: { «Authorization: `Bearer ${this.authToken}` } }); }\n}",
    ),
    sent(
      'an object of a module',
      "import axios from 'axios';\nconst session = { token: '', user: null };\nexport const signedIn = ({ data }) => { session.token = data.token; };\nexport const load = () => axios.get('/api', { headers: { «Authorization: 'Bearer ' + session.token } });",
    ),
    sent(
      'a field that a method fills, null until then',
      "class Api {\n  private token: string | null = null;\n  restore() { this.token = localStorage.getItem('token'); }\n  load() { return fetch('/api', { headers: { «Authorization: `Bearer ${this.token}` } }); }\n}",
    ),
    sent(
      'an object of a module, null until somebody signs in',
      "const session = { token: null };\nexport const signedIn = ({ data }) => { session.token = data.token; };\nexport const load = () => { const headers = {};\n  «headers['Authorization'] = `Bearer ${session.token}`; return fetch('/api', { headers }); };",
    ),
    sent(
      "a service's field",
      "import { HttpHeaders } from '@angular/common/http';\nexport class Session {\n  private jwt = '';\n  signedIn(answer) { this.jwt = answer.jwt; }\n  headers() { return new HttpHeaders({ «Authorization: `Bearer ${this.jwt}` }); }\n}",
    ),
  ],
} satisfies RuleCases;
