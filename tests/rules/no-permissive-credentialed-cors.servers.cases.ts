import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-permissive-credentialed-cors',
  valid: [
    {
      name: 'Nest: a gateway of sockets for one origin, or for everybody without cookies',
      filename: 'src/live.gateway.ts',
      code: `
import { WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway({ cors: { origin: 'https://app.example.com', credentials: true } })
export class Live {}
@WebSocketGateway({ cors: { origin: '*' } })
export class Public {}
`,
    },
    {
      name: 'listed origins',
      filename: 'server/app.ts',
      code: `
import { createYoga } from 'graphql-yoga';
import { Elysia } from 'elysia';
import { cors } from '@elysiajs/cors';
import Hapi from '@hapi/hapi';
createYoga({ schema, cors: { origin: ['https://acme.example'], credentials: true } });
new Elysia().use(cors({ origin: 'https://acme.example', credentials: true }));
Hapi.server({ routes: { cors: { origin: ['https://acme.example'], credentials: true } } });
Hapi.server({ routes: { cors: { origin: ['*'] } } });
`,
    },
  ],
  invalid: [
    {
      name: 'Yoga: everybody',
      filename: 'server/app.ts',
      code: `
import { createYoga } from 'graphql-yoga';
createYoga({ schema, cors: { origin: '*', credentials: true } });
`,
      errors: [{ messageId: 'any', line: 3, column: 38, endLine: 3, endColumn: 41 }],
    },
    {
      name: 'Yoga: whoever asks',
      filename: 'server/app.ts',
      code: `
import { createYoga } from 'graphql-yoga';
createYoga({
  schema,
  cors: (request) => ({ origin: request.headers.get('origin') ?? '*', credentials: true }),
});
`,
      errors: [{ messageId: 'reflected', line: 5, column: 33, endLine: 5, endColumn: 69 }],
    },
    {
      name: 'Elysia: by default',
      filename: 'server/app.ts',
      code: `
import { Elysia } from 'elysia';
import { cors } from '@elysiajs/cors';
new Elysia().use(cors({ credentials: true }));
`,
      errors: [{ messageId: 'reflected', line: 4, column: 38, endLine: 4, endColumn: 42 }],
    },
    {
      name: 'hapi: everybody',
      filename: 'server/app.js',
      code: `
const Hapi = require('@hapi/hapi');
const server = Hapi.server({ port: 3000, routes: { cors: { origin: ['*'], credentials: true } } });
`,
      errors: [{ messageId: 'any', line: 3, column: 68, endLine: 3, endColumn: 73 }],
    },
    {
      name: 'hapi: of one route, by default',
      filename: 'server/app.js',
      code: `
const Hapi = require('@hapi/hapi');
server.route({ method: 'GET', path: '/me', options: { cors: { credentials: true } }, handler: () => ({}) });
`,
      errors: [{ messageId: 'reflected', line: 3, column: 76, endLine: 3, endColumn: 80 }],
    },
    {
      name: 'Nest: a gateway of sockets',
      filename: 'src/live.gateway.ts',
      code: `
import { WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway({ cors: { origin: '*', credentials: true }, namespace: '/' })
export class Live {}
`,
      errors: [{ messageId: 'any', line: 3, column: 37, endLine: 3, endColumn: 40 }],
    },
    {
      name: 'Nest: a gateway of sockets at a port of its own',
      filename: 'src/live.gateway.ts',
      code: `
import { WebSocketGateway as Gateway } from '@nestjs/websockets';
const everybody = { origin: true, credentials: true };
@Gateway(8081, { cors: everybody })
export class Live {}
`,
      errors: [{ messageId: 'reflected', line: 3, column: 29, endLine: 3, endColumn: 33 }],
    },
  ],
} satisfies RuleCases;
