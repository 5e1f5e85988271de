import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-script-readable-token-cookie',
  valid: [
    {
      name: "a module's own maker of cookies, and a cookie of another trade",
      filename: 'client/a.js',
      code: `
import { createCookie, createStorage } from './cookies';
export const access = createCookie('token', { maxAge: 900 });
export const kept = createStorage('token', value);
document.title = access.name;
`,
    },
    {
      name: 'another trade',
      filename: 'client/a.js',
      code: `
createCookie('theme', 'dark', 365);
createCookie('csrftoken', window.csrf, 1);
`,
    },
    {
      name: 'on a server',
      filename: 'server/a.js',
      code: `
const http = require('http');
http.createServer((req, res) => createCookie('token', issue(req), 7));
`,
    },
  ],
  invalid: [
    {
      name: 'made by a function of another script',
      filename: 'client/login.js',
      code: `
function signedIn(data) {
  createCookie('token', data.token, 7);
  window.location = '/';
}
`,
      errors: [{ messageId: 'written', line: 3, column: 3, endLine: 3, endColumn: 39 }],
    },
    {
      name: 'under a global object, read and made',
      filename: 'client/login.js',
      code: `
$.post('/login', form, function (answer) {
  createCookie('access_token', answer.access_token);
});
var token = readCookie('access_token');
document.title = token ? 'in' : 'out';
`,
      errors: [
        { messageId: 'written', line: 3, column: 3, endLine: 3, endColumn: 52 },
        { messageId: 'read', line: 5, column: 13, endLine: 5, endColumn: 39 },
      ],
    },
    {
      name: 'in capitals and with a line',
      filename: 'client/login.js',
      code: `
document.getElementById('go').onclick = function () {
  create_cookie('jwt', jwt, 30);
};
`,
      errors: [{ messageId: 'written', line: 3, column: 3, endLine: 3, endColumn: 32 }],
    },
  ],
} satisfies RuleCases;
