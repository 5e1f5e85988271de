import type { RuleCases } from '../support/rule-cases.ts';

/** An Express app with a session and a route that changes something; `guard` goes between. */
const withSession = (guard: string, imports = ''): string => `
import express from 'express';
import session from 'express-session';
${imports}
const app = express();
app.use(express.json());
app.use(express.urlencoded({ extended: false }));
app.use(session({ secret: process.env.SESSION_SECRET, cookie: { secure: true } }));
${guard}
app.post('/transfer', (req, res) => res.json(transfer(req.session.user, req.body)));
app.listen(3000);
`;

const unprotected = (line: number, column: number) => [{ messageId: 'unprotected', line, column }];

export default {
  rule: 'require-csrf-protection',
  valid: [
    { name: 'csurf', filename: 'server/app.js', code: withSession('app.use(csrf());', "import csrf from 'csurf';") },
    {
      name: 'csurf through a constant',
      filename: 'server/app.js',
      code: withSession('const protect = csurf({ cookie: true });\napp.use(protect);', "import csurf from 'csurf';"),
    },
    {
      name: 'csrf-csrf, renamed',
      filename: 'server/app.js',
      code: withSession(
        'const { doubleCsrfProtection: protect } = doubleCsrf({ getSecret });\napp.use(protect);',
        "import { doubleCsrf } from 'csrf-csrf';",
      ),
    },
    {
      name: 'csrf-sync',
      filename: 'server/app.js',
      code: withSession(
        'const { csrfSynchronisedProtection } = csrfSync();\napp.use(csrfSynchronisedProtection);',
        "import { csrfSync } from 'csrf-sync';",
      ),
    },
    { name: 'lusca', filename: 'server/app.js', code: withSession('app.use(lusca.csrf());', "import lusca from 'lusca';") },
    {
      name: 'a check of Origin, by hand',
      filename: 'server/app.js',
      code: withSession(
        "app.use((req, res, next) => {\n  if (req.method !== 'GET' && req.headers.origin !== ORIGIN) return res.sendStatus(403);\n  next();\n});",
      ),
    },
    {
      name: 'a check of Sec-Fetch-Site in a function of its own, which asks another',
      filename: 'server/app.js',
      code: withSession(`
const isOwn = (req) => ['same-origin', 'none'].includes(req.get('Sec-Fetch-Site'));
function refuse(req, res, next) {
  if (isOwn(req)) next();
  else res.status(403).json({ error: 'This request comes from another site.' });
}
app.use(refuse);`),
    },
    {
      name: 'a header that no form can send',
      filename: 'server/app.js',
      code: withSession("app.use((req, res, next) => (req.get('X-Requested-With') ? next() : res.sendStatus(403)));"),
    },
    {
      name: 'on the route',
      filename: 'server/app.js',
      code: withSession('', "import csrf from 'csurf';").replace("'/transfer', ", "'/transfer', csrf(), "),
    },
    {
      name: 'an imported middleware, of which nothing can be seen',
      filename: 'server/app.js',
      code: withSession('app.use(guard);', "import { guard } from './guard.js';"),
    },
    {
      name: 'a middleware that is called so',
      filename: 'server/app.js',
      code: withSession('app.use(csrfProtection);', "import { csrfProtection } from '@acme/http';"),
    },
    {
      name: 'routes elsewhere',
      filename: 'server/app.js',
      code: withSession('', "import routes from './routes.js';").replace(/app\.post.*\n/, 'app.use(routes);\n'),
    },
    { name: 'an app that is exported', filename: 'server/app.js', code: `${withSession('')}export default app;\n` },
    {
      name: 'an app that is handed on',
      filename: 'server/app.js',
      code: withSession('secure(app);', "import { secure } from './secure.js';"),
    },
    {
      name: 'SameSite and JSON only',
      filename: 'server/app.js',
      code: withSession('')
        .replace(/app\.use\(express\.urlencoded.*\n/, '')
        .replace('secure: true', 'secure: true, sameSite: same()'),
    },
    {
      name: 'forms, and a cookie that is Lax',
      filename: 'server/app.js',
      code: withSession("app.get('/', (req, res) => res.render('home', { notes: db.notes.find() }));").replace(
        'secure: true',
        "secure: true, sameSite: 'lax'",
      ),
    },
    {
      name: 'forms, and a cookie of its own that is Strict',
      filename: 'server/app.js',
      code: `
import express from 'express';
const app = express();
app.use(express.urlencoded({ extended: true }));
app.post('/login', (req, res) => res.cookie('session', issue(req.body), { httpOnly: true, secure: true, sameSite: 'strict' }).redirect('/'));
app.get('/seen', async (req, res) => res.json(await Note.updateOne({ user: req.cookies.session }, { seen: true })));
app.post('/notes', (req, res) => res.json(add(req.cookies.session, req.body)));
app.listen(3000);
`,
    },
    {
      name: 'a Lax cookie, and links that sign in and out',
      filename: 'server/app.js',
      code: `
import express from 'express';
import jwt from 'jsonwebtoken';
const app = express();
app.use(express.urlencoded({ extended: false }));
const attributes = { httpOnly: true, secure: true, sameSite: 'lax' };
app.get('/refresh', async (req, res) => {
  const user = await User.findOneAndUpdate({ session: req.cookies.session }, { seen: Date.now() });
  res.cookie('session', jwt.sign({ sub: user.id }, process.env.SECRET, { expiresIn: '15m' }), attributes).sendStatus(204);
});
app.get('/logout', async (req, res) => {
  await User.updateOne({ session: req.cookies.session }, { session: null });
  res.clearCookie('session').redirect('/');
});
app.post('/notes', (req, res) => res.json(add(req.cookies.session, req.body)));
app.listen(3000);
`,
    },
    {
      name: "cookie-session's Lax under a router",
      filename: 'server/app.js',
      code: `
import express, { Router } from 'express';
import session from 'cookie-session';
const app = express();
app.use(express.urlencoded({ extended: false }), session({ keys: [process.env.KEY], sameSite: 'Lax', secure: true }));
const notes = Router();
notes.post('/', (req, res) => res.json(Note.create({ ...req.body, of: req.session.user })));
notes.get('/', async (req, res) => res.json(await Note.find({ of: req.session.user })));
app.use('/notes', notes);
app.listen(3000);
`,
    },
    {
      name: 'Bearer only',
      filename: 'server/app.js',
      code: `
import express from 'express';
import { expressjwt } from 'express-jwt';
const app = express();
app.use(expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }));
app.post('/notes', (req, res) => res.json(add(req.auth, req.body)));
app.listen(3000);
`,
    },
    {
      name: 'no users at all',
      filename: 'server/app.js',
      code: "import express from 'express';\nconst app = express();\napp.post('/hook', (req, res) => res.sendStatus(204));\napp.listen(3000);\n",
    },
    {
      name: 'cookies for other things',
      filename: 'server/app.js',
      code: `
import express from 'express';
const app = express();
app.post('/theme', (req, res) => res.cookie('theme', req.body.theme).json({ was: req.cookies.theme, csrf: req.cookies['XSRF-TOKEN'] }));
app.listen(3000);
`,
    },
    {
      name: 'a cookie that only renews the session',
      filename: 'server/app.js',
      code: `
import express from 'express';
const app = express();
app.post('/refresh', (req, res) => res.json(renew(req.cookies.refreshToken)));
app.listen(3000);
`,
    },
    {
      name: 'nothing that changes anything',
      filename: 'server/app.js',
      code: withSession('').replace('app.post', 'app.get'),
    },
    {
      name: 'a static file server',
      filename: 'server/app.js',
      code: "import express from 'express';\nconst app = express();\napp.use(express.static('public'));\napp.listen(8080);\n",
    },
    {
      name: 'a serverless function',
      filename: 'api/notes.js',
      code: "export default async function handler(req, res) {\n  const { token } = req.cookies;\n  if (req.method === 'POST') res.json(await add(verify(token), req.body));\n}\n",
    },
    {
      name: 'hono/csrf',
      filename: 'server/app.ts',
      code: `
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { serve } from '@hono/node-server';
const app = new Hono();
app.use(csrf());
app.post('/notes', async (c) => c.json(await add(getCookie(c, 'session'), await c.req.parseBody())));
serve(app);
`,
    },
    {
      name: '@fastify/csrf-protection in a hook',
      filename: 'server/app.ts',
      code: `
import Fastify from 'fastify';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
const app = Fastify();
await app.register(cookie);
await app.register(csrf);
app.addHook('preHandler', app.csrfProtection);
app.post('/notes', async (request) => add(request.cookies.session, request.body));
await app.listen({ port: 3000 });
`,
    },
  ],
  invalid: [
    {
      name: 'a Lax cookie, and a link that deletes',
      filename: 'server/app.js',
      code: withSession(
        "app.get('/notes/:id/delete', async (req, res) => { await Note.findByIdAndDelete(req.params.id); res.redirect('/'); });",
      ).replace('secure: true', "secure: true, sameSite: 'lax'"),
      errors: unprotected(5, 13),
    },
    {
      name: 'one cookie Lax, another for all sites',
      filename: 'server/app.js',
      code: `
import express from 'express';
const app = express();
app.use(express.urlencoded({ extended: false }));
app.post('/login', (req, res) => res.cookie('token', issue(req.body), { httpOnly: true, secure: true, sameSite: 'lax' }).redirect('/'));
app.post('/other', (req, res) => res.cookie('session', issue(req.body), { httpOnly: true, secure: true, sameSite: 'none' }).redirect('/'));
app.post('/notes', (req, res) => res.json(add(req.cookies.session ?? req.cookies.token, req.body)));
app.listen(3000);
`,
      errors: unprotected(3, 13),
    },
    { name: 'a session, forms and no check', filename: 'server/app.js', code: withSession(''), errors: unprotected(5, 13) },
    {
      name: 'CommonJS, and a cookie that is read',
      filename: 'server/app.js',
      code: `
const express = require('express');
const bodyParser = require('body-parser');
const app = express();
app.use(bodyParser.urlencoded({ extended: true }));
app.use((req, res, next) => {
  req.user = verify(req.cookies.token);
  next();
});
app.delete('/notes/:id', (req, res) => res.json(remove(req.params.id)));
app.listen(3000);
`,
      errors: [
        {
          messageId: 'unprotected',
          line: 4,
          column: 13,
          data: { routes: 'DELETE /notes/:id', reason: "it takes requests with the cookie 'token' for its user's", advice: 'csrf-csrf' },
        },
      ],
    },
    {
      name: 'a cookie without SameSite',
      filename: 'server/app.js',
      code: `
import createServer, { json } from 'express';
const api = createServer();
api.use(json());
api.post('/login', (req, res) => res.cookie('session', issue(req.body), { httpOnly: true, secure: true }).sendStatus(204));
api.post('/notes', (req, res) => res.json(add(req.cookies.session, req.body)));
api.listen(3000);
`,
      errors: unprotected(3, 13),
    },
    {
      name: 'a cookie for all sites',
      filename: 'server/app.js',
      code: `
import * as express from 'express';
const app = express.default();
app.post('/login', (req, res) => res.cookie('session', issue(req.body), { httpOnly: true, secure: true, sameSite: 'none' }).sendStatus(204));
app.post('/notes', (req, res) => res.json(add(req.cookies?.session, req.body)));
app.listen(3000);
`,
      errors: unprotected(3, 13),
    },
    {
      name: 'a router of the same file, in a function that makes the app',
      filename: 'server/app.ts',
      code: `
import express, { Router } from 'express';
import session from 'cookie-session';
function createApp() {
  const app = express();
  app.use(session({ keys: [process.env.KEY] }));
  const notes = Router();
  notes.route('/').post((req, res) => res.json(add(req.session, req.body)));
  app.use('/notes', notes);
  return app;
}
createApp().listen(3000);
`,
      errors: [
        {
          messageId: 'unprotected',
          line: 5,
          column: 15,
          data: { routes: 'POST /notes', reason: 'it keeps sessions with cookie-session', advice: 'csrf-csrf' },
        },
      ],
    },
    {
      name: 'a class that is the app',
      filename: 'server/app.ts',
      code: `
import express from 'express';
import session from 'express-session';
class App {
  private readonly app = express();
  constructor() {
    this.app.use(session({ secret: process.env.SECRET }));
    this.routes();
  }
  private routes() {
    this.app.put('/notes/:id', (req, res) => res.json(update(req.session, req.body)));
  }
  listen() {
    this.app.listen(3000);
  }
}
new App().listen();
`,
      errors: unprotected(5, 26),
    },
    {
      name: 'CORS and helmet are no check of where a request comes from',
      filename: 'server/app.js',
      code: withSession(
        'app.use(cors({ origin: ORIGIN, credentials: true }));\napp.use(helmet());',
        "import cors from 'cors';\nimport helmet from 'helmet';",
      ),
      errors: unprotected(6, 13),
    },
    {
      name: 'a check that is registered for a plugin and never used',
      filename: 'server/app.ts',
      code: `
import Fastify from 'fastify';
import form from '@fastify/formbody';
import csrf from '@fastify/csrf-protection';
const app = Fastify();
await app.register(form);
await app.register(csrf);
app.route({ method: 'POST', url: '/notes', handler: async (request) => add(request.cookies.session, request.body) });
await app.listen({ port: 3000 });
`,
      errors: [
        {
          messageId: 'unprotected',
          line: 5,
          column: 13,
          data: {
            routes: 'POST /notes',
            reason: "it takes requests with the cookie 'session' for its user's",
            advice: '@fastify/csrf-protection',
          },
        },
      ],
    },
    {
      name: 'Koa',
      filename: 'server/app.js',
      code: `
import Koa from 'koa';
import Router from '@koa/router';
import session from 'koa-session';
const app = new Koa();
const router = new Router({ prefix: '/api' });
app.use(session({}, app));
router.post('/notes', (ctx) => { ctx.body = add(ctx.session, ctx.request.body); });
app.use(router.routes());
app.listen(3000);
`,
      errors: [
        {
          messageId: 'unprotected',
          line: 5,
          column: 13,
          data: { routes: 'POST /api/notes', reason: 'it keeps sessions with koa-session', advice: 'koa-csrf' },
        },
      ],
    },
    {
      name: 'Hono, in a chain',
      filename: 'server/app.ts',
      code: `
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { serve } from '@hono/node-server';
const app = new Hono()
  .basePath('/api')
  .post('/login', async (c) => {
    c.header('Set-Cookie', \`session=\${await issue(c)}; HttpOnly; Secure\`);
    return c.body(null, 204);
  })
  .post('/notes', async (c) => c.json(await add(getCookie(c, 'session'), await c.req.json())));
serve(app);
`,
      errors: [{ messageId: 'unprotected', line: 5, column: 13 }],
    },
  ],
} satisfies RuleCases;
