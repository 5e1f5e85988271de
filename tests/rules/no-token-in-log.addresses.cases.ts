import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-token-in-log',
  valid: [
    {
      name: 'addresses without a token',
      filename: 'server/a.js',
      code: `
const express = require('express');
export const call = (req, res) => {
  const url = new URL('/orders', process.env.API);
  url.searchParams.set('page', req.query.page);
  console.log('calling', url.href, String(url));
  console.log(req.method, req.originalUrl);
};
`,
    },
    {
      name: 'an address of which the token is cut',
      filename: 'server/a.js',
      code: `
const express = require('express');
export const call = (session) => {
  const url = \`\${process.env.API}/orders\`;
  console.log('calling', url);
  return fetch(url, { headers: { Authorization: \`Bearer \${session.accessToken}\` } });
};
`,
    },
    {
      name: 'the address of a link that is used once',
      filename: 'server/verify.js',
      code: `
const express = require('express');
export const verify = (req, res) => {
  console.log(req.originalUrl);
  return confirm(req.query.token);
};
`,
    },
  ],
  invalid: [
    {
      name: 'an address that is a text',
      filename: 'server/a.js',
      code: `
const express = require('express');
export const call = (session) => {
  const params = new URLSearchParams({ access_token: session.accessToken, page: 1 });
  const url = \`\${process.env.API}/orders?\${params}\`;
  console.log('calling', url);
  logger.info({ url: process.env.API + '/orders?' + params.toString() });
};
`,
      errors: [
        { messageId: 'logged', line: 6, column: 3, endLine: 6, endColumn: 30 },
        { messageId: 'logged', line: 7, column: 3, endLine: 7, endColumn: 73 },
      ],
    },
    {
      name: 'an address that is an object',
      filename: 'server/a.js',
      code: `
const express = require('express');
export const call = (session) => {
  const url = new URL('/orders', process.env.API);
  url.searchParams.append('access_token', session.accessToken);
  console.log(\`calling \${url}\`);
  console.debug(url.href);
};
`,
      errors: [
        { messageId: 'logged', line: 6, column: 3, endLine: 6, endColumn: 32 },
        { messageId: 'logged', line: 7, column: 3, endLine: 7, endColumn: 26 },
      ],
    },
    {
      name: 'parameters by themselves',
      filename: 'client/a.js',
      code: `
const query = new URLSearchParams();
query.set('jwt', localStorage.getItem('jwt'));
console.log('asking for', query.toString());
`,
      errors: [{ messageId: 'logged', line: 4, column: 1, endLine: 4, endColumn: 44 }],
    },
    {
      name: 'the address of a request whose query has it',
      filename: 'server/ws.js',
      code: `
const express = require('express');
export const live = (req, res) => {
  const claims = verify(req.query.access_token);
  logger.warn('stream', req.originalUrl, claims.sub);
};
`,
      errors: [{ messageId: 'logged', line: 5, column: 3, endLine: 5, endColumn: 53 }],
    },
  ],
} satisfies RuleCases;
