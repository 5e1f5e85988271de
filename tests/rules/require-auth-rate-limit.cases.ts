import type { RuleCases } from '../support/rule-cases.ts';

const express = (body: string, imports = ''): string => `
import express, { Router } from 'express';
${imports}
const app = express();
${body}
app.listen(3000);
`;

const LOGIN = "app.post('/api/login', (req, res) => res.json(signIn(req.body)));";

const unlimited = (line: number, column: number, routes: string, advice = 'express-rate-limit') => [
  { messageId: 'unlimited', line, column, data: { routes, advice } },
];

export default {
  rule: 'require-auth-rate-limit',
  valid: [
    {
      name: 'on the path of what a router has below',
      filename: 'server/app.js',
      code: express(
        "const v1 = Router();\nconst auth = Router();\nauth.post('/login', login);\nv1.use('/auth', auth);\nif (config.isProduction) app.use('/v1/auth', rateLimit());\napp.use('/v1', v1);",
        "import rateLimit from 'express-rate-limit';",
      ),
    },
    {
      name: 'on the route',
      filename: 'server/app.js',
      code: express("app.post('/login', rateLimit({ limit: 5 }), login);", "import { rateLimit } from 'express-rate-limit';"),
    },
    {
      name: 'on the route, in a list',
      filename: 'server/app.js',
      code: express(
        "const before = [slowDown({ delayAfter: 1 }), express.json()];\napp.post('/login', before, login);",
        "import slowDown from 'express-slow-down';",
      ),
    },
    {
      name: 'on the app',
      filename: 'server/app.js',
      code: express(`const limit = rateLimit();\napp.use(limit);\n${LOGIN}`, "import rateLimit from 'express-rate-limit';"),
    },
    {
      name: 'on the path above',
      filename: 'server/app.js',
      code: express(`app.use('/api', rateLimit());\n${LOGIN}`, "import rateLimit from 'express-rate-limit';"),
    },
    {
      name: 'on the router',
      filename: 'server/app.js',
      code: express(
        "const auth = Router();\nauth.use(makeLimiter(5));\nauth.post('/login', login);\napp.use('/auth', auth);\nfunction makeLimiter(limit) { return rateLimit({ limit }); }",
        "import rateLimit from 'express-rate-limit';",
      ),
    },
    {
      name: 'beside the router',
      filename: 'server/app.js',
      code: express(
        "const auth = Router();\nauth.post('/login', login);\napp.use('/auth', rateLimit(), auth);",
        "import rateLimit from 'express-rate-limit';",
      ),
    },
    {
      name: 'asked by hand',
      filename: 'server/app.js',
      code: express(
        "app.post('/login', async (req, res) => {\n  await limiter.consume(req.ip);\n  res.json(signIn(req.body));\n});\nconst limiter = new RateLimiterMemory({ points: 5, duration: 60 });",
        "import { RateLimiterMemory } from 'rate-limiter-flexible';",
      ),
    },
    {
      name: 'attempts counted by hand',
      filename: 'server/app.js',
      code: express(
        "app.post('/login', (req, res) => {\n  if (user(req).failedAttempts > 5) return res.sendStatus(429);\n  res.json(signIn(req.body));\n});",
      ),
    },
    {
      name: 'only in production',
      filename: 'server/app.js',
      code: express(
        `if (process.env.NODE_ENV === 'production') app.use(rateLimit());\n${LOGIN}`,
        "import rateLimit from 'express-rate-limit';",
      ),
    },
    {
      name: 'an imported middleware before it',
      filename: 'server/app.js',
      code: express("app.post('/login', guard, login);", "import { guard } from './guard.js';"),
    },
    {
      name: 'handlers that are spread in from elsewhere',
      filename: 'server/app.js',
      code: express("app.post('/login', ...before, login);", "import { before } from './before.js';"),
    },
    { name: 'an app that is exported', filename: 'server/app.js', code: `${express(LOGIN)}export { app };\n` },
    {
      name: 'no route at which anything can be tried',
      filename: 'server/app.js',
      code: express(
        "app.get('/login', page);\napp.post('/notes', add);\napp.post('/device-token', register);\napp.post('/logout', end);\napp.post('/cache/refresh', refresh);",
      ),
    },
    { name: 'a mock server', filename: 'tests/mocks/server.js', code: express(LOGIN) },
    { name: 'a serverless function', filename: 'api/login.js', code: 'export default (req, res) => res.json(signIn(req.body));\n' },
    {
      name: 'a client of the same word',
      filename: 'server/app.js',
      code: "import express from 'express';\nconst app = express();\naxios.post('/login', body);\napp.listen(3000);\n",
    },
    {
      name: '@fastify/rate-limit, for all',
      filename: 'server/app.js',
      code: "import Fastify from 'fastify';\nimport limit from '@fastify/rate-limit';\nconst app = Fastify();\nawait app.register(limit, { max: 100 });\napp.post('/login', async (request) => signIn(request.body));\nawait app.listen({ port: 3000 });\n",
    },
    {
      name: '@fastify/rate-limit, where it is asked for',
      filename: 'server/app.js',
      code: "import Fastify from 'fastify';\nimport limit from '@fastify/rate-limit';\nconst app = Fastify();\nawait app.register(limit, { global: false });\napp.post('/login', { config: { rateLimit: { max: 5 } } }, async (request) => signIn(request.body));\nawait app.listen({ port: 3000 });\n",
    },
    {
      name: 'koa-ratelimit',
      filename: 'server/app.js',
      code: "import Koa from 'koa';\nimport Router from '@koa/router';\nimport ratelimit from 'koa-ratelimit';\nconst app = new Koa();\nconst router = new Router();\nrouter.post('/login', ratelimit({ driver: 'memory', db: new Map(), max: 5 }), login);\napp.use(router.routes());\napp.listen(3000);\n",
    },
    {
      name: 'hono-rate-limiter',
      filename: 'server/app.ts',
      code: "import { Hono } from 'hono';\nimport { rateLimiter } from 'hono-rate-limiter';\nconst app = new Hono();\napp.use('/auth/*', rateLimiter({ limit: 5 }));\napp.post('/auth/login', (c) => c.json(signIn(c)));\nserve({ fetch: app.fetch });\n",
    },
  ],
  invalid: [
    { name: 'login', filename: 'server/app.js', code: express(LOGIN), errors: unlimited(4, 13, 'POST /api/login') },
    {
      name: 'several routes are one report, and those with a limiter are not named',
      filename: 'server/app.js',
      code: express(
        "app.post('/login', rateLimit(), login);\napp.post('/auth/refresh', renew);\napp.post('/forgot-password', forgot);\napp.post('/reset-password/:token', reset);",
        "import rateLimit from 'express-rate-limit';",
      ),
      errors: unlimited(4, 13, 'POST /auth/refresh, POST /forgot-password and POST /reset-password/:token'),
    },
    {
      name: 'CommonJS, aliased, a router in a chain',
      filename: 'server/app.js',
      code: `
const express = require('express');
const { Router: makeRouter } = express;
const server = express();
const router = makeRouter();
router.route('/login').get(page).post(signIn);
server.use('/users', router);
server.listen(3000);
`,
      errors: unlimited(4, 16, 'POST /users/login'),
    },
    {
      name: 'a path that says nothing, a handler that compares a password',
      filename: 'server/app.js',
      code: express(
        `
const enter = async (req, res) => {
  if (await bcrypt.compare(req.body.password, user.hash)) res.json(issue(user));
};
app.post('/api/auth', enter);`,
        "import bcrypt from 'bcryptjs';",
      ),
      errors: unlimited(4, 13, 'POST /api/auth'),
    },
    {
      name: 'a limiter on another path',
      filename: 'server/app.js',
      code: express(`app.use('/upload', rateLimit());\n${LOGIN}`, "import rateLimit from 'express-rate-limit';"),
      errors: unlimited(4, 13, 'POST /api/login'),
    },
    {
      name: 'routers in a list',
      filename: 'server/app.js',
      code: express(`
const auth = Router();
auth.post('/login', login);
[{ path: '/auth', router: auth }].forEach(({ path, router }) => app.use(path, router));`),
      errors: unlimited(4, 13, 'POST /auth/login'),
    },
    {
      name: 'Fastify, with a plugin, a prefix, and a limiter that is off',
      filename: 'server/app.js',
      code: `
import { fastify } from 'fastify';
import limit from '@fastify/rate-limit';
const app = fastify({ logger: true });
app.register(limit, { global: false });
app.register(async (auth) => {
  auth.post('/login', async (request) => signIn(request.body));
}, { prefix: '/auth' });
app.listen({ port: 3000 });
`,
      errors: unlimited(4, 13, 'POST /auth/login', '@fastify/rate-limit'),
    },
    {
      name: 'Koa',
      filename: 'server/app.js',
      code: "const Koa = require('koa');\nconst Router = require('koa-router');\nconst router = new Router();\nrouter.post('/login', login);\nconst app = new Koa();\napp.use(router.routes()).use(router.allowedMethods());\napp.listen(3000);\n",
      errors: unlimited(5, 13, 'POST /login', 'koa-ratelimit'),
    },
    {
      name: 'Hono, a router on a path',
      filename: 'server/app.ts',
      code: "import { Hono } from 'hono';\nimport { serve } from '@hono/node-server';\nconst app = new Hono();\nconst auth = new Hono();\nauth.post('/login', (c) => c.json(signIn(c)));\napp.route('/auth', auth);\nserve(app);\n",
      errors: unlimited(3, 13, 'POST /auth/login', 'hono-rate-limiter'),
    },
    {
      name: 'Nest, all in one file',
      filename: 'server/main.ts',
      code: `
import { Controller, Module, Post, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
@Controller('auth')
class AuthController {
  @UseGuards(LocalGuard)
  @Post('login')
  login() {}
}
class LocalGuard { canActivate() { return true; } }
@Module({ controllers: [AuthController] })
class AppModule {}
const app = await NestFactory.create(AppModule);
app.setGlobalPrefix('api');
await app.listen(3000);
`,
      errors: unlimited(13, 19, 'POST /api/auth/login', '@nestjs/throttler with its guard'),
    },
  ],
} satisfies RuleCases;
