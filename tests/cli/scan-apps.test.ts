import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const RULES = /^require-(?:csrf-protection|security-headers|auth-rate-limit|refresh-rotation)$/;

/** The verdicts about the apps of a project, as `file:line rule`. */
function verdicts(files: Readonly<Record<string, string>>): string[] {
  return scan(temporaryProject(files), { preset: 'strict' })
    .findings.filter(({ rule }) => RULES.test(rule))
    .map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}

const PACKAGE = JSON.stringify({
  dependencies: { express: '5', helmet: '8', 'express-rate-limit': '8', 'cookie-parser': '1', cors: '2', jsonwebtoken: '9' },
});
const LIMIT = 'require-auth-rate-limit';
const HEADERS = 'require-security-headers';
const CSRF = 'require-csrf-protection';

const LOGIN_ROUTER =
  "const { Router } = require('express');\nconst router = Router();\nrouter.post('/login', (req, res) => res.json(signIn(req.body)));\nmodule.exports = router;\n";

describe('one verdict an app, over all its files', () => {
  it('names the routes of routers with their whole path, once', () => {
    const root = temporaryProject({
      'package.json': PACKAGE,
      'server.js':
        "const express = require('express');\nconst helmet = require('helmet');\nconst app = express();\napp.use(helmet());\napp.use('/api', require('./routes'));\napp.listen(3000);\n",
      'routes/index.js':
        "const express = require('express');\nconst router = express.Router();\nrouter.use('/auth', require('./auth'));\nmodule.exports = router;\n",
      'routes/auth.js': `${LOGIN_ROUTER}router.post('/refresh-token', renew);\n`,
    });
    const found = scan(root, { preset: 'strict' }).findings.filter(({ rule }) => RULES.test(rule));
    expect(found.map(({ file, line, rule, crossed }) => ({ file, line, rule, crossed }))).toEqual([
      { file: 'server.js', line: 3, rule: LIMIT, crossed: true },
    ]);
    expect(found[0]!.message).toContain('POST /api/auth/login and POST /api/auth/refresh-token');
  });

  it('sees middlewares that are imported', () => {
    expect(
      verdicts({
        'package.json': PACKAGE,
        'security.js':
          "import helmet from 'helmet';\nimport { rateLimit } from 'express-rate-limit';\nexport const headers = helmet();\nexport const few = (limit) => rateLimit({ limit });\n",
        'server.js':
          "import express from 'express';\nimport { few, headers } from './security.js';\nimport auth from './auth.js';\nconst app = express();\napp.use(headers);\napp.use('/auth', few(5), auth);\napp.listen(3000);\n",
        'auth.js': "import { Router } from 'express';\nconst router = Router();\nrouter.post('/login', login);\nexport default router;\n",
      }),
    ).toEqual([]);
  });

  it('and those that are imported and do nothing of the kind', () => {
    expect(
      verdicts({
        'package.json': PACKAGE,
        'log.js': 'export const log = (req, res, next) => { record(req.url); next(); };\n',
        'server.js':
          "import express from 'express';\nimport { log } from './log.js';\nimport auth from './auth.js';\nconst app = express();\napp.use(log);\napp.use('/auth', auth);\napp.listen(3000);\n",
        'auth.js': "import { Router } from 'express';\nconst router = Router();\nrouter.post('/login', login);\nexport default router;\n",
      }),
    ).toEqual([`server.js:4 ${LIMIT}`, `server.js:4 ${HEADERS}`]);
  });

  it('knows an app that others import, and a factory', () => {
    const files = (withHelmet: boolean) => ({
      'package.json': PACKAGE,
      'app.js':
        "import express from 'express';\nexport function createApp() {\n  const app = express();\n  app.use(express.json());\n  return app;\n}\n",
      'server.js': `import helmet from 'helmet';\nimport { createApp } from './app.js';\nimport { routes } from './routes.js';\nconst app = createApp();\n${withHelmet ? 'app.use(helmet());\n' : ''}routes(app);\napp.listen(3000);\n`,
      'routes.js': "export const routes = (app) => {\n  app.post('/login', limiter, (req, res) => res.json(signIn(req.body)));\n};\n",
    });
    expect(verdicts(files(true))).toEqual([]);
    expect(verdicts(files(false))).toEqual([`app.js:3 ${HEADERS}`]);
  });

  it('knows a class that is the app, and routes that it is given', () => {
    expect(
      verdicts({
        'package.json': PACKAGE,
        'app.ts':
          "import express from 'express';\nimport helmet from 'helmet';\nexport class App {\n  public app: express.Application;\n  constructor(routes: Route[]) {\n    this.app = express();\n    this.app.use(helmet());\n    routes.forEach((route) => { this.app.use('/', route.router); });\n  }\n}\n",
        'server.ts': "import { App } from './app';\nimport { AuthRoute } from './auth.route';\nnew App([new AuthRoute()]);\n",
        'auth.route.ts':
          "import { Router } from 'express';\nexport class AuthRoute {\n  public router = Router();\n  constructor() {\n    this.router.post('/login', login);\n  }\n}\n",
      }),
    ).toEqual([`app.ts:6 ${LIMIT}`]);
  });

  it('mounts routers that stand in a list', () => {
    expect(
      verdicts({
        'package.json': PACKAGE,
        'app.js':
          "const express = require('express');\nconst helmet = require('helmet');\nconst routes = require('./routes');\nconst app = express();\napp.use(helmet());\napp.use('/v1', routes);\nmodule.exports = app;\n",
        'routes/index.js':
          "const express = require('express');\nconst auth = require('./auth');\nconst router = express.Router();\nconst all = [{ path: '/auth', route: auth }];\nall.forEach((one) => { router.use(one.path, one.route); });\nmodule.exports = router;\n",
        'routes/auth.js': LOGIN_ROUTER,
      }),
    ).toEqual([`app.js:4 ${LIMIT}`]);
  });

  it('counts a session cookie of one file, a read of another, a route of a third', () => {
    const files = {
      'package.json': PACKAGE,
      'server.js':
        "import express from 'express';\nimport helmet from 'helmet';\nimport { user } from './user.js';\nimport notes from './notes.js';\nconst app = express();\napp.use(helmet());\napp.use(user);\napp.use('/notes', notes);\napp.listen(3000);\n",
      'user.js':
        "export const user = (req, res, next) => { req.user = verify(req.cookies.session); next(); };\nexport const enter = (res, token) => res.cookie('session', token, { httpOnly: true, secure: true, sameSite: 'none' });\n",
      'notes.js': "import { Router } from 'express';\nconst router = Router();\nrouter.post('/', add);\nexport default router;\n",
    };
    expect(verdicts(files)).toEqual([`server.js:5 ${CSRF}`]);
    expect(verdicts({ ...files, 'user.js': files['user.js'].replace("'none'", "'lax'") })).toEqual([]);
    expect(
      verdicts({
        ...files,
        'user.js': files['user.js'].replace(
          'req.user',
          "if (req.method !== 'GET' && req.get('Sec-Fetch-Site') !== 'same-origin') return res.sendStatus(403); req.user",
        ),
      }),
    ).toEqual([]);
  });

  it('a Hono router of another file is no app of its own', () => {
    expect(
      verdicts({
        'package.json': JSON.stringify({ dependencies: { hono: '4' } }),
        'index.ts':
          "import { Hono } from 'hono';\nimport { secureHeaders } from 'hono/secure-headers';\nimport auth from './auth';\nconst app = new Hono();\napp.use(secureHeaders());\napp.route('/auth', auth);\nexport default app;\n",
        'auth.ts':
          "import { Hono } from 'hono';\nconst auth = new Hono();\nauth.post('/login', (c) => c.json(signIn(c)));\nexport default auth;\n",
      }),
    ).toEqual([`index.ts:4 ${LIMIT}`]);
  });

  it('follows Fastify plugins, with a scope of their own and without', () => {
    expect(
      verdicts({
        'package.json': JSON.stringify({ dependencies: { fastify: '5', '@fastify/helmet': '13', 'fastify-plugin': '5' } }),
        'app.ts':
          "import Fastify from 'fastify';\nimport security from './security';\nimport auth from './auth';\nexport const build = () => {\n  const app = Fastify();\n  app.register(security);\n  app.register(auth, { prefix: '/auth' });\n  return app;\n};\n",
        'security.ts':
          "import fp from 'fastify-plugin';\nimport helmet from '@fastify/helmet';\nexport default fp(async (app) => { await app.register(helmet); });\n",
        'auth.ts':
          "import type { FastifyInstance } from 'fastify';\nexport default async function auth(app: FastifyInstance) {\n  app.post('/login', { schema }, async (request) => signIn(request.body));\n}\n",
        'index.ts': "import { build } from './app';\nawait build().listen({ port: 3000 });\n",
      }),
    ).toEqual([`app.ts:5 ${LIMIT}`]);
  });

  it('follows Nest modules to their controllers, services and global guards', () => {
    const files = {
      'package.json': JSON.stringify({
        dependencies: { '@nestjs/core': '11', '@nestjs/common': '11', '@nestjs/throttler': '6', helmet: '8' },
      }),
      'main.ts':
        "import { NestFactory } from '@nestjs/core';\nimport helmet from 'helmet';\nimport { AppModule } from './app.module';\nasync function bootstrap() {\n  const app = await NestFactory.create(AppModule);\n  app.use(helmet());\n  await app.listen(3000);\n}\nbootstrap();\n",
      'app.module.ts':
        "import { Module } from '@nestjs/common';\nimport { APP_GUARD } from '@nestjs/core';\nimport { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';\nimport { AuthModule } from './auth.module';\n@Module({ imports: [AuthModule, ThrottlerModule.forRoot([])], providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }] })\nexport class AppModule {}\n",
      'auth.module.ts':
        "import { Module } from '@nestjs/common';\nimport { AuthController } from './auth.controller';\n@Module({ controllers: [AuthController] })\nexport class AuthModule {}\n",
      'auth.controller.ts':
        "import { Body, Controller, Post } from '@nestjs/common';\nimport { AuthService } from './auth.service';\n@Controller('auth')\nexport class AuthController {\n  constructor(private readonly auth: AuthService) {}\n  @Post('login') login(@Body() body: Login) { return this.auth.login(body); }\n  @Post('refresh') refresh(@Body() body: Refresh) { return this.auth.refresh(body.refreshToken); }\n}\n",
      'auth.service.ts':
        'export class AuthService {\n  constructor(private readonly jwt: JwtService) {}\n  login(body) { return start(body); }\n  refresh(refreshToken: string) {\n    const { sub } = this.jwt.verify(refreshToken);\n    return { message: this.jwt.sign({ sub }) };\n  }\n}\n',
    };
    expect(verdicts(files)).toEqual(['main.ts:5 require-refresh-rotation']);
    expect(verdicts({ ...files, 'app.module.ts': files['app.module.ts'].replace(/providers: .*\}\]/, 'providers: []') })).toEqual([
      `main.ts:5 ${LIMIT}`,
      'main.ts:5 require-refresh-rotation',
    ]);
  });

  it('of two apps in one package, guesses nothing about what is loaded by name', () => {
    expect(
      verdicts({
        'package.json': PACKAGE,
        'a.js':
          "const express = require('express');\nconst app = express();\nfs.readdirSync('./routes').forEach((name) => app.use(require('./routes/' + name)));\napp.listen(1);\n",
        'b.js': "const express = require('express');\nconst app = express();\napp.get('/health', ok);\napp.listen(2);\n",
        'routes/auth.js': LOGIN_ROUTER,
      }),
    ).toEqual([]);
  });

  it('of one app, takes what is loaded by name for its', () => {
    expect(
      verdicts({
        'package.json': PACKAGE,
        'a.js':
          "const express = require('express');\nconst app = express();\napp.use(require('helmet')());\nfs.readdirSync('./routes').forEach((name) => app.use(require('./routes/' + name)));\napp.listen(1);\n",
        'routes/auth.js': LOGIN_ROUTER,
      }),
    ).toEqual([`a.js:2 ${LIMIT}`]);
  });

  it('asks of a Next app that signs users in for a policy, wherever it may be set', () => {
    const files = {
      'package.json': JSON.stringify({ dependencies: { next: '16', 'next-auth': '5', react: '19' } }),
      'next.config.mjs': 'export default { images: { remotePatterns: [] } };\n',
      'app/page.tsx': 'export default function Page() { return <p />; }\n',
    };
    expect(verdicts(files)).toEqual([`next.config.mjs:1 ${HEADERS}`]);
    expect(
      verdicts({
        ...files,
        'middleware.ts':
          "export function middleware() { response.headers.set('Content-Security-Policy', `script-src 'nonce-${nonce}'`); }\n",
      }),
    ).toEqual([]);
    expect(
      verdicts({
        ...files,
        'vercel.json':
          '{ "headers": [{ "source": "/(.*)", "headers": [{ "key": "Content-Security-Policy", "value": "default-src \'self\'" }] }] }',
      }),
    ).toEqual([]);
    expect(verdicts({ ...files, 'package.json': JSON.stringify({ dependencies: { next: '16', react: '19' } }) })).toEqual([]);
  });

  it('is quiet about mock servers and apps without users', () => {
    expect(
      verdicts({
        'package.json': PACKAGE,
        'mocks/server.js':
          "import express from 'express';\nconst app = express();\napp.post('/login', (req, res) => res.json({ ok: true }));\napp.listen(1);\n",
        'static.js': "import express from 'express';\nconst app = express();\napp.use(express.static('dist'));\napp.listen(2);\n",
      }),
    ).toEqual([]);
  });
});

describe('an app of Nest that answers nobody', () => {
  const MODULE = `import { Body, Controller, Module, Post, Res } from '@nestjs/common';
@Controller('auth')
export class AuthController {
  @Post('login') login(@Body() body, @Res({ passthrough: true }) res) { res.cookie('token', sign(body), { httpOnly: true, secure: true, sameSite: 'lax' }); }
}
@Module({ controllers: [AuthController] })
export class AppModule {}
`;
  const created = (does: string): string[] =>
    verdicts({
      'package.json': JSON.stringify({ dependencies: { '@nestjs/core': '11', '@nestjs/common': '11' } }),
      'src/app.module.ts': MODULE,
      'src/run.ts': `import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
async function run() {
  const app = await NestFactory.create(AppModule);
  ${does}
}
run();
`,
    });

  it('was made to read a configuration, to fill a database, to write a schema', () => {
    expect(created('console.log(app.get(ConfigService).get("host")); await app.close();')).toEqual([]);
    expect(created('app.useLogger(false); await app.get(Seeder).run();')).toEqual([]);
    expect(created('const seeder = await app.resolve(Seeder); await seeder.run(); await app.close();')).toEqual([]);
  });

  it('is not one that listens, or is handed to a platform', () => {
    expect(created('await app.listen(3000);')).toContain(`src/run.ts:4 ${LIMIT}`);
    expect(created('app.get(Logger); await app.init();')).toContain(`src/run.ts:4 ${LIMIT}`);
  });
});
