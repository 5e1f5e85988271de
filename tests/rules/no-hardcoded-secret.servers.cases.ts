import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-hardcoded-secret',
  valid: [
    {
      name: 'from the environment',
      filename: 'server/app.ts',
      code: `
import { Elysia } from 'elysia';
import { jwt } from '@elysiajs/jwt';
import { createCookieSessionStorage } from '@remix-run/node';
import Hapi from '@hapi/hapi';
new Elysia().use(jwt({ name: 'jwt', secret: process.env.JWT_SECRET! }));
createCookieSessionStorage({ cookie: { name: '__session', secrets: [process.env.SESSION_SECRET!] } });
Hapi.server().auth.strategy('jwt', 'jwt', { keys: process.env.JWT_SECRET });
`,
    },
  ],
  invalid: [
    {
      name: 'Elysia',
      filename: 'server/app.ts',
      code: `
import { Elysia } from 'elysia';
import { jwt } from '@elysiajs/jwt';
export const app = new Elysia().use(jwt({ name: 'jwt', secret: 'a walrus in a purple boat' }));
`,
      errors: [{ messageId: 'literal', line: 4, column: 64, endLine: 4, endColumn: 91 }],
    },
    {
      name: 'Remix, one of two',
      filename: 'app/session.server.ts',
      code: `
import { createCookieSessionStorage } from '@remix-run/node';
export const sessions = createCookieSessionStorage({
  cookie: { name: '__session', httpOnly: true, secure: true, secrets: [process.env.SESSION_SECRET!, 'before-2024'] },
});
`,
      errors: [{ messageId: 'literal', line: 4, column: 101, endLine: 4, endColumn: 114 }],
    },
    {
      name: 'hapi, of tokens',
      filename: 'server/app.js',
      code: `
const Hapi = require('@hapi/hapi');
const Jwt = require('@hapi/jwt');
const server = Hapi.server();
server.auth.strategy('jwt', 'jwt', { keys: 'an otter in a red canoe', verify: { aud: false } });
exports.issue = (user) => Jwt.token.generate({ sub: user.id }, { key: 'an otter in a red canoe', algorithm: 'HS256' }, { ttlSec: 900 });
`,
      errors: [
        { messageId: 'literal', line: 5, column: 44, endLine: 5, endColumn: 69 },
        { messageId: 'literal', line: 6, column: 71, endLine: 6, endColumn: 96 },
      ],
    },
    {
      name: 'hapi, of a session',
      filename: 'server/app.js',
      code: `
const Hapi = require('@hapi/hapi');
const server = Hapi.server();
server.auth.strategy('session', 'cookie', { cookie: { name: 'sid', password: 'password-that-is-long-enough-for-iron' } });
`,
      errors: [{ messageId: 'literal', line: 4, column: 78, endLine: 4, endColumn: 117 }],
    },
  ],
} satisfies RuleCases;
