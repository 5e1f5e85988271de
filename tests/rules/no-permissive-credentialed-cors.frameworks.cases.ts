import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-permissive-credentialed-cors',
  valid: [
    {
      name: 'an origin from the environment or a configuration',
      code: `
import cors from 'cors';
app.use(cors({ origin: process.env.ORIGIN, credentials: true }));
app.use(cors({ origin: config.cors.origin, credentials: true }));
`,
    },
    {
      name: 'headers that a page sends, in vain',
      filename: 'src/api/client.ts',
      code: `
import axios from 'axios';
export const api = axios.create({ headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' } });
`,
    },
    {
      name: '@fastify/cors: one origin',
      code: `
import cors from '@fastify/cors';
app.register(cors, { origin: process.env.CLIENT_ORIGIN, credentials: true });
app.register(cors, { origin: true });
app.register(cors, { origin: 'https://app.example.com', credentials: true });
app.register(cors, { origin: [/\\.example\\.com$/], credentials: true });
`,
    },
    {
      name: '@fastify/cors: a function that asks',
      code: `
import cors from '@fastify/cors';
app.register(cors, { credentials: true, origin: (origin, done) => done(null, allowed.has(origin)) });
`,
    },
    {
      name: 'another plugin with such options',
      code: `
import proxy from '@fastify/http-proxy';
app.register(proxy, { origin: '*', credentials: true });
`,
    },
    {
      name: '@koa/cors: one origin, and none without credentials',
      code: `
import cors from '@koa/cors';
app.use(cors());
app.use(cors({ origin: '*' }));
app.use(cors({ origin: process.env.CLIENT_ORIGIN, credentials: true }));
app.use(cors({ credentials: true, origin: (ctx) => (allowed.includes(ctx.get('Origin')) ? ctx.get('Origin') : '') }));
`,
    },
    {
      name: 'hono/cors: one origin, a list, a question',
      code: `
import { cors } from 'hono/cors';
app.use(cors());
app.use(cors({ origin: ['https://a.example.com', 'https://b.example.com'], credentials: true }));
app.use(cors({ origin: (origin) => (origin.endsWith('.example.com') ? origin : null), credentials: true }));
app.use((c, next) => cors({ origin: c.env.CLIENT_ORIGIN, credentials: true })(c, next));
`,
    },
    {
      name: 'Nest: one origin',
      code: `
const app = await NestFactory.create(AppModule);
app.enableCors();
app.enableCors({ origin: process.env.CLIENT_ORIGIN, credentials: true });
app.enableCors({ origin: ['http://localhost:3000'], credentials: true });
`,
    },
    {
      name: 'Next: no credentials, or one origin',
      filename: 'next.config.js',
      code: `
module.exports = {
  headers: async () => [
    { source: '/a', headers: [{ key: 'Access-Control-Allow-Origin', value: '*' }] },
    { source: '/b', headers: [{ key: 'Access-Control-Allow-Origin', value: 'https://app.example.com' }, { key: 'Access-Control-Allow-Credentials', value: 'true' }] },
  ],
};
`,
    },
    {
      name: 'h3: one origin',
      filename: 'server/middleware/cors.ts',
      code: `
export default defineEventHandler((event) => {
  handleCors(event, { origin: ['https://app.example.com'], credentials: true });
  handleCors(event, { origin: '*' });
});
`,
    },
    {
      name: 'headers by hand, after a question',
      filename: 'middleware.ts',
      code: `
import { NextResponse } from 'next/server';
export function middleware(request) {
  const origin = request.headers.get('origin');
  const response = NextResponse.next();
  if (allowed.includes(origin)) {
    response.headers.set('Access-Control-Allow-Origin', origin);
    response.headers.set('Access-Control-Allow-Credentials', 'true');
  }
  return response;
}
`,
    },
  ],
  invalid: [
    {
      name: '@fastify/cors: a star',
      code: `
import cors from '@fastify/cors';
app.register(cors, { origin: '*', credentials: true });
`,
      errors: [{ messageId: 'any', line: 3, column: 30, endLine: 3, endColumn: 33 }],
    },
    {
      name: '@fastify/cors: true reflects',
      code: `
const fastify = require('fastify')();
fastify.register(require('@fastify/cors'), { credentials: true, origin: true });
`,
      errors: [{ messageId: 'reflected', line: 3, column: 73, endLine: 3, endColumn: 77 }],
    },
    {
      name: '@fastify/cors: a function that always says yes',
      code: `
import fastifyCors from '@fastify/cors';
await app.register(fastifyCors, { credentials: true, origin: (origin, done) => done(null, true) });
`,
      errors: [{ messageId: 'reflected', line: 3, column: 62, endLine: 3, endColumn: 96 }],
    },
    {
      name: '@fastify/cors: no origin',
      code: `
await app.register(import('@fastify/cors'), { credentials: true });
`,
      errors: [{ messageId: 'unset', line: 2, column: 60, endLine: 2, endColumn: 64 }],
    },
    {
      name: '@fastify/cors: options in a variable',
      code: `
import cors, { type FastifyCorsOptions } from '@fastify/cors';
const options: FastifyCorsOptions = { origin: true, credentials: true };
export default (app) => app.register(cors, options);
`,
      errors: [{ messageId: 'reflected', line: 3, column: 47, endLine: 3, endColumn: 51 }],
    },
    {
      name: '@koa/cors: a star',
      code: `
import cors from '@koa/cors';
app.use(cors({ origin: '*', credentials: true }));
`,
      errors: [{ messageId: 'any', line: 3, column: 24, endLine: 3, endColumn: 27 }],
    },
    {
      name: "@koa/cors: no origin gives the caller's",
      code: `
const cors = require('@koa/cors');
app.use(cors({ credentials: true }));
`,
      errors: [{ messageId: 'reflected', line: 3, column: 29, endLine: 3, endColumn: 33 }],
    },
    {
      name: "@koa/cors: the caller's header",
      code: `
const cors = require('@koa/cors');
app.use(cors({ origin: (ctx) => ctx.request.header.origin, credentials: true }));
`,
      errors: [{ messageId: 'reflected', line: 3, column: 24, endLine: 3, endColumn: 58 }],
    },
    {
      name: "koa2-cors: the caller's header by its getter",
      code: `
import cors from 'koa2-cors';
app.use(cors({ origin: function (ctx) { return ctx.get('Origin'); }, credentials: true }));
`,
      errors: [{ messageId: 'reflected', line: 3, column: 24, endLine: 3, endColumn: 68 }],
    },
    {
      name: 'hono/cors: a star',
      code: `
import { cors } from 'hono/cors';
app.use('/api/*', cors({ origin: '*', credentials: true }));
`,
      errors: [{ messageId: 'any', line: 3, column: 34, endLine: 3, endColumn: 37 }],
    },
    {
      name: 'hono/cors: no origin',
      code: `
import { cors as allow } from 'hono/cors';
app.use(allow({ credentials: true }));
`,
      errors: [{ messageId: 'unset', line: 3, column: 30, endLine: 3, endColumn: 34 }],
    },
    {
      name: "hono/cors: the caller's, given back",
      code: `
import { cors } from 'hono/cors';
app.use(cors({ origin: (origin) => origin, credentials: true }));
`,
      errors: [{ messageId: 'reflected', line: 3, column: 24, endLine: 3, endColumn: 42 }],
    },
    {
      name: "hono/cors: the caller's, or nothing",
      code: `
import { cors } from 'hono/cors';
app.use(cors({ origin: (origin, c) => origin || '*', credentials: true }));
`,
      errors: [{ messageId: 'reflected', line: 3, column: 24, endLine: 3, endColumn: 52 }],
    },
    {
      name: 'Nest: enableCors with true',
      code: `
import { NestFactory } from '@nestjs/core';
const app = await NestFactory.create(AppModule);
app.enableCors({ origin: true, credentials: true });
`,
      errors: [{ messageId: 'reflected', line: 4, column: 26, endLine: 4, endColumn: 30 }],
    },
    {
      name: 'Nest: enableCors with a star',
      code: `
export async function bootstrap(app: INestApplication) {
  app.enableCors({ credentials: true, origin: '*' });
}
`,
      errors: [{ messageId: 'any', line: 3, column: 47, endLine: 3, endColumn: 50 }],
    },
    {
      name: "Nest: cors among the app's options",
      code: `
import { NestFactory } from '@nestjs/core';
const app = await NestFactory.create(AppModule, { cors: { origin: true, credentials: true } });
`,
      errors: [{ messageId: 'reflected', line: 3, column: 67, endLine: 3, endColumn: 71 }],
    },
    {
      name: 'Next: headers of next.config',
      filename: 'next.config.js',
      code: `
module.exports = {
  async headers() {
    return [{
      source: '/api/:path*',
      headers: [
        { key: 'Access-Control-Allow-Credentials', value: 'true' },
        { key: 'Access-Control-Allow-Origin', value: '*' },
      ],
    }];
  },
};
`,
      errors: [{ messageId: 'any', line: 8, column: 54, endLine: 8, endColumn: 57 }],
    },
    {
      name: 'Next: headers of an answer',
      filename: 'app/api/me/route.ts',
      code: `
export async function GET(request: Request) {
  return Response.json({}, { headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' } });
}
`,
      errors: [{ messageId: 'any', line: 3, column: 72, endLine: 3, endColumn: 75 }],
    },
    {
      name: "Next: the caller's origin, in a middleware",
      filename: 'middleware.ts',
      code: `
import { NextResponse } from 'next/server';
export function middleware(request) {
  const response = NextResponse.next();
  response.headers.set('Access-Control-Allow-Origin', request.headers.get('origin'));
  response.headers.set('Access-Control-Allow-Credentials', 'true');
  return response;
}
`,
      errors: [{ messageId: 'reflected', line: 5, column: 55, endLine: 5, endColumn: 84 }],
    },
    {
      name: 'Next: headers in a variable',
      filename: 'pages/api/me.ts',
      code: `
const corsHeaders = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' };
export default function handler(req, res) {
  for (const [name, value] of Object.entries(corsHeaders)) res.setHeader(name, value);
  res.end();
}
`,
      errors: [{ messageId: 'any', line: 2, column: 54, endLine: 2, endColumn: 57 }],
    },
    {
      name: 'h3: handleCors',
      filename: 'server/middleware/cors.ts',
      code: `
export default defineEventHandler((event) => {
  handleCors(event, { origin: '*', credentials: true });
});
`,
      errors: [{ messageId: 'any', line: 3, column: 31, endLine: 3, endColumn: 34 }],
    },
    {
      name: 'h3: handleCors by import, a function that always says yes',
      filename: 'server/middleware/cors.ts',
      code: `
import { defineEventHandler, handleCors } from 'h3';
export default defineEventHandler((event) => {
  if (handleCors(event, { origin: () => true, credentials: true })) return;
});
`,
      errors: [{ messageId: 'reflected', line: 4, column: 35, endLine: 4, endColumn: 45 }],
    },
    {
      name: 'h3: headers',
      filename: 'server/middleware/cors.ts',
      code: `
export default defineEventHandler((event) => {
  setResponseHeaders(event, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' });
});
`,
      errors: [{ messageId: 'any', line: 3, column: 62, endLine: 3, endColumn: 65 }],
    },
    {
      name: 'Koa: headers by hand',
      filename: 'src/cors.js',
      code: `
app.use(async (ctx, next) => {
  ctx.set('Access-Control-Allow-Origin', ctx.headers.origin);
  ctx.set('Access-Control-Allow-Credentials', 'true');
  await next();
});
`,
      errors: [{ messageId: 'reflected', line: 3, column: 42, endLine: 3, endColumn: 60 }],
    },
    {
      name: 'Hono: headers by hand',
      code: `
import { Hono } from 'hono';
new Hono().use(async (c, next) => {
  c.header('Access-Control-Allow-Origin', c.req.header('Origin'));
  c.header('Access-Control-Allow-Credentials', 'true');
  await next();
});
`,
      errors: [{ messageId: 'reflected', line: 4, column: 43, endLine: 4, endColumn: 65 }],
    },
    {
      name: 'Fastify: headers by hand',
      filename: 'src/cors.js',
      code: `
fastify.addHook('onRequest', async (request, reply) => {
  reply.header('Access-Control-Allow-Origin', request.headers.origin);
  reply.header('Access-Control-Allow-Credentials', 'true');
});
`,
      errors: [{ messageId: 'reflected', line: 3, column: 47, endLine: 3, endColumn: 69 }],
    },
    {
      name: 'Node: headers by hand',
      filename: 'server.js',
      code: `
require('http').createServer((req, res) => {
  res.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' });
  res.end();
});
`,
      errors: [{ messageId: 'any', line: 3, column: 55, endLine: 3, endColumn: 58 }],
    },
    {
      name: 'socket.io',
      code: `
import { Server } from 'socket.io';
const io = new Server(http, { cors: { origin: '*', credentials: true } });
`,
      errors: [{ messageId: 'any', line: 3, column: 47, endLine: 3, endColumn: 50 }],
    },
    {
      name: 'socket.io by require',
      code: `
const io = require('socket.io')(server, { cors: { origin: true, credentials: true } });
`,
      errors: [{ messageId: 'reflected', line: 2, column: 59, endLine: 2, endColumn: 63 }],
    },
    {
      name: 'a function behind a gateway',
      filename: 'functions/me.js',
      code: `
exports.handler = async () => ({
  statusCode: 200,
  headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' },
});
`,
      errors: [{ messageId: 'any', line: 4, column: 45, endLine: 4, endColumn: 48 }],
    },
  ],
} satisfies RuleCases;
