import type { RuleCases } from '../support/rule-cases.ts';

const express = (body: string, imports = ''): string => `
import express from 'express';
${imports}
const app = express();
${body}
app.post('/login', (req, res) => res.json(signIn(req.body)));
app.get('*', (req, res) => res.sendFile('index.html', { root: 'dist' }));
app.listen(3000);
`;

const HELMET = "import helmet from 'helmet';";

export default {
  rule: 'require-security-headers',
  valid: [
    { name: 'helmet', filename: 'server/app.js', code: express('app.use(helmet());', HELMET) },
    {
      name: 'helmet, namespace import',
      filename: 'server/app.js',
      code: express('app.use(h.default({ hsts: false }));', "import * as h from 'helmet';"),
    },
    {
      name: 'a policy of its own',
      filename: 'server/app.js',
      code: express(
        'app.use(helmet({ contentSecurityPolicy: { directives: { scriptSrc: ["\'self\'"], styleSrc: ["\'unsafe-inline\'"] } } }));',
        HELMET,
      ),
    },
    {
      name: 'unsafe-inline beside a nonce is ignored by browsers',
      filename: 'server/app.js',
      code: express(
        "app.use(helmet.contentSecurityPolicy({ directives: { scriptSrc: [\"'unsafe-inline'\", (req, res) => `'nonce-${res.locals.nonce}'`] } }));",
        HELMET,
      ),
    },
    {
      name: 'off in development only',
      filename: 'server/app.js',
      code: express("app.use(helmet({ contentSecurityPolicy: process.env.NODE_ENV === 'production' ? undefined : false }));", HELMET),
    },
    {
      name: 'off here, and set there',
      filename: 'server/app.js',
      code: express(
        "app.use(helmet({ contentSecurityPolicy: false }));\napp.use((req, res, next) => { res.setHeader('Content-Security-Policy', \"script-src 'self'\"); next(); });",
        HELMET,
      ),
    },
    {
      name: 'by hand',
      filename: 'server/app.js',
      code: express(
        "app.use((req, res, next) => {\n  res.set({ 'Content-Security-Policy': \"default-src 'none'\", 'X-Frame-Options': 'DENY' });\n  next();\n});",
      ),
    },
    {
      name: 'a middleware of its own around helmet',
      filename: 'server/app.js',
      code: express('const harden = (target) => { target.use(helmet()); };\nharden(app);', HELMET),
    },
    { name: 'an imported middleware', filename: 'server/app.js', code: express('app.use(guard);', "import { guard } from './guard.js';") },
    {
      name: 'a package that is called so',
      filename: 'server/app.js',
      code: express('app.use(securityHeaders());', "import { securityHeaders } from '@acme/http';"),
    },
    { name: 'an app that is exported', filename: 'server/app.js', code: `${express('')}export default app;\n` },
    {
      name: 'an app without users',
      filename: 'server/app.js',
      code: "import express from 'express';\nconst app = express();\napp.get('/health', (req, res) => res.sendStatus(204));\napp.listen(3000);\n",
    },
    {
      name: 'a static file server',
      filename: 'server/app.js',
      code: "import express from 'express';\nconst app = express();\napp.use(express.static('public'));\napp.listen(8080);\n",
    },
    { name: 'a mock server', filename: 'mocks/server.js', code: express('') },
    {
      name: '@fastify/helmet',
      filename: 'server/app.js',
      code: "import Fastify from 'fastify';\nimport helmet from '@fastify/helmet';\nconst app = Fastify();\nawait app.register(helmet);\napp.post('/login', login);\nawait app.listen({ port: 3000 });\n",
    },
    {
      name: 'koa-helmet',
      filename: 'server/app.js',
      code: "import Koa from 'koa';\nimport Router from '@koa/router';\nimport helmet from 'koa-helmet';\nconst app = new Koa();\nconst router = new Router();\napp.use(helmet());\nrouter.post('/login', login);\napp.use(router.routes());\napp.listen(3000);\n",
    },
    {
      name: 'hono/secure-headers',
      filename: 'server/app.ts',
      code: "import { Hono } from 'hono';\nimport { secureHeaders } from 'hono/secure-headers';\nconst app = new Hono();\napp.use(secureHeaders());\napp.post('/login', login);\nserve({ fetch: app.fetch });\n",
    },
    {
      name: 'the policy switched off beside data',
      filename: 'server/api.js',
      code: "import express from 'express';\nimport helmet from 'helmet';\nconst app = express();\napp.use(helmet({ contentSecurityPolicy: false }));\napp.post('/login', (req, res) => res.json(signIn(req.body)));\napp.listen(3000);\n",
    },
    {
      name: 'headers without a policy beside data',
      filename: 'server/api.ts',
      code: "import { Hono } from 'hono';\nimport { secureHeaders } from 'hono/secure-headers';\nconst api = new Hono();\napi.use(secureHeaders({ xFrameOptions: false }));\napi.post('/sessions', (c) => c.json(open(c)));\nserve({ fetch: api.fetch });\n",
    },
    {
      name: 'inline scripts of nobody: a policy beside data',
      filename: 'server/api.js',
      code: "const app = require('express')();\napp.use((req, res, next) => { res.setHeader('Content-Security-Policy', \"default-src 'self' 'unsafe-inline'\"); next(); });\napp.post('/login', (req, res) => res.send({ ok: true }));\napp.listen(80);\n",
    },
    {
      name: 'a Next configuration whose headers may be set elsewhere',
      filename: 'next.config.js',
      code: 'const nextConfig = { reactStrictMode: true };\nmodule.exports = nextConfig;\n// login\n',
    },
    {
      name: 'a Next configuration with a policy',
      filename: 'next.config.js',
      code: "// the session's pages\nmodule.exports = { async headers() { return [{ source: '/(.*)', headers: [{ key: 'Content-Security-Policy', value: \"default-src 'self'; script-src 'self'; style-src 'unsafe-inline'\" }] }]; } };\n",
    },
  ],
  invalid: [
    {
      name: 'nothing',
      filename: 'server/app.js',
      code: express(''),
      errors: [{ messageId: 'missing', line: 4, column: 13, data: { label: 'Express', where: '', advice: '`app.use(helmet())`' } }],
    },
    {
      name: 'data alone',
      filename: 'server/api.js',
      code: "import express from 'express';\nconst app = express();\napp.post('/login', (req, res) => res.json(signIn(req.body)));\napp.listen(3000);\n",
      errors: [{ messageId: 'missingForData', line: 2, column: 13, data: { label: 'Express', where: '', advice: '`app.use(helmet())`' } }],
    },
    {
      name: 'data, and a folder of what people upload',
      filename: 'server/api.js',
      code: "import express from 'express';\nconst app = express();\napp.use('/uploads', express.static('uploads'));\napp.post('/login', (req, res) => res.json(signIn(req.body)));\napp.listen(3000);\n",
      errors: [{ messageId: 'missingForData', line: 2, column: 13 }],
    },
    {
      name: 'data of Hono',
      filename: 'server/api.ts',
      code: "import { Hono } from 'hono';\nconst api = new Hono();\napi.post('/auth/login', (c) => c.json(open(c)));\nserve({ fetch: api.fetch });\n",
      errors: [
        { messageId: 'missingForData', line: 2, column: 13, data: { label: 'Hono', where: '', advice: '`app.use(secureHeaders())`' } },
      ],
    },
    {
      name: 'a page that is written by hand',
      filename: 'server/app.js',
      code: "import express from 'express';\nconst app = express();\napp.get('/', (req, res) => res.send('<!doctype html><form action=/login method=post>'));\napp.post('/login', (req, res) => res.redirect('/'));\napp.listen(3000);\n",
      errors: [{ messageId: 'missing', line: 2, column: 13 }],
    },
    {
      name: 'a folder of pages',
      filename: 'server/app.js',
      code: "import express from 'express';\nconst app = express();\napp.use(express.static('public'));\napp.post('/login', (req, res) => res.json(signIn(req.body)));\napp.listen(3000);\n",
      errors: [{ messageId: 'missing', line: 2, column: 13 }],
    },
    {
      name: 'nothing that sets headers',
      filename: 'server/app.js',
      code: express(
        "app.use(cors());\napp.use(morgan('tiny'));\napp.disable('x-powered-by');",
        "import cors from 'cors';\nimport morgan from 'morgan';",
      ),
      errors: [{ messageId: 'missing', line: 5, column: 13 }],
    },
    {
      name: 'the policy switched off',
      filename: 'server/app.js',
      code: express('app.use(helmet({ contentSecurityPolicy: false }));', HELMET),
      errors: [{ messageId: 'policyOff', line: 4, column: 13, data: { label: 'Express', where: 'line 5', advice: '`app.use(helmet())`' } }],
    },
    {
      name: 'the policy switched off through a constant',
      filename: 'server/app.js',
      code: express(
        'const options = { contentSecurityPolicy: false, hsts: true };\napp.use(protect(options));',
        "const protect = require('helmet');",
      ),
      errors: [{ messageId: 'policyOff', line: 4, column: 13 }],
    },
    {
      name: 'inline scripts',
      filename: 'server/app.js',
      code: express(
        'app.use(helmet({ contentSecurityPolicy: { directives: { "script-src": ["\'self\'", "\'unsafe-inline\'"] } } }));',
        HELMET,
      ),
      errors: [{ messageId: 'unsafeInline', line: 4, column: 13 }],
    },
    {
      name: 'inline scripts by default-src, in parts of helmet',
      filename: 'server/app.js',
      code: express('app.use(helmet.contentSecurityPolicy({ directives: { defaultSrc: ["\'self\'", "\'unsafe-inline\'"] } }));', HELMET),
      errors: [{ messageId: 'unsafeInline', line: 4, column: 13 }],
    },
    {
      name: 'parts of helmet without a policy',
      filename: 'server/app.js',
      code: express('app.use(helmet.frameguard());\napp.use(helmet.noSniff());', HELMET),
      errors: [{ messageId: 'noPolicy', line: 4, column: 13 }],
    },
    {
      name: 'inline scripts, by hand',
      filename: 'server/app.js',
      code: express(
        "app.use((req, res, next) => {\n  res.setHeader('Content-Security-Policy', \"default-src 'self'; script-src 'self' 'unsafe-inline'\");\n  next();\n});",
      ),
      errors: [
        { messageId: 'unsafeInline', line: 4, column: 13, data: { label: 'Express', where: 'line 6', advice: '`app.use(helmet())`' } },
      ],
    },
    {
      name: 'headers by hand, and no policy',
      filename: 'server/app.js',
      code: express("app.use((req, res, next) => {\n  res.setHeader('X-Frame-Options', 'DENY');\n  next();\n});"),
      errors: [{ messageId: 'noPolicy', line: 4, column: 13 }],
    },
    {
      name: 'Fastify',
      filename: 'server/app.js',
      code: "const app = require('fastify')({ logger: true });\napp.register(require('@fastify/jwt'), { secret: process.env.JWT_SECRET });\napp.register(require('@fastify/static'), { root });\napp.post('/login', login);\napp.listen({ port: 3000 });\n",
      errors: [{ messageId: 'missing', line: 1, column: 13 }],
    },
    {
      name: 'Fastify with the policy switched off',
      filename: 'server/app.js',
      code: "import Fastify from 'fastify';\nimport helmet from '@fastify/helmet';\nconst app = Fastify();\nawait app.register(helmet, { contentSecurityPolicy: false });\napp.get('/', (request, reply) => reply.view('home'));\napp.post('/login', login);\nawait app.listen({ port: 3000 });\n",
      errors: [{ messageId: 'policyOff', line: 3, column: 13 }],
    },
    {
      name: 'Koa',
      filename: 'server/app.js',
      code: "import Koa from 'koa';\nimport session from 'koa-session';\nconst app = new Koa();\napp.use(session({ sameSite: 'lax' }, app));\napp.use(async (ctx) => ctx.render('home'));\napp.listen(3000);\n",
      errors: [{ messageId: 'missing', line: 3, column: 13 }],
    },
    {
      name: 'Hono, renamed',
      filename: 'server/app.ts',
      code: "import { Hono as Server } from 'hono';\nconst app = new Server();\napp.get('/', (c) => c.html(page));\napp.post('/auth/login', login);\nserve({ fetch: app.fetch });\n",
      errors: [{ messageId: 'missing', line: 2, column: 13 }],
    },
    {
      name: 'a Next configuration with inline scripts',
      filename: 'next.config.mjs',
      code: "const policy = `default-src 'self'; script-src 'self' 'unsafe-inline';`;\n// the session's pages\nexport default { async headers() { return [{ source: '/(.*)', headers: [{ key: 'Content-Security-Policy', value: policy }] }]; } };\n",
      errors: [
        {
          messageId: 'unsafeInline',
          line: 3,
          column: 16,
          data: {
            label: 'Next',
            where: 'line 1',
            advice: 'a Content-Security-Policy in `headers()` of the configuration, or with a nonce in the middleware',
          },
        },
      ],
    },
  ],
} satisfies RuleCases;
