import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-hardcoded-secret',
  valid: [
    {
      name: 'a key that tokens are stored under, a public key, the name of a setting',
      filename: 'src/keys.js',
      code: `
export const JWT_STORAGE_KEY = 'jwt';
export const jwtCookieKey = 'session';
export const keys = { jwtPublicKey: 'MFkwEwYHKoZIzj0CAQYIKoZI', sessionSecret: 'auth.session.secret' };
`,
    },
    {
      name: 'secrets from the environment',
      code: `
import session from '@fastify/session';
import cookie from '@fastify/cookie';
import Koa from 'koa';
import { setSignedCookie } from 'hono/cookie';
app.register(session, { secret: process.env.SESSION_SECRET });
app.register(cookie, { secret: config.cookieSecret, parseOptions: { path: '/' } });
const koa = new Koa();
koa.keys = [process.env.APP_KEY];
app.get('/', (c) => setSignedCookie(c, 'seen', 'yes', c.env.COOKIE_SECRET));
`,
    },
    {
      name: 'keys from a file',
      code: `
const secureSession = require('@fastify/secure-session');
app.register(secureSession, { key: fs.readFileSync(path.join(__dirname, 'secret-key')), cookieName: 'me' });
`,
    },
    {
      name: 'a stop where it is missing',
      code: `
import { getIronSession } from 'iron-session';
const password = process.env.SESSION_PASSWORD;
if (!password) throw new Error('SESSION_PASSWORD is required');
export const session = (req, res) => getIronSession(req, res, { cookieName: 'me', password });
`,
    },
    {
      name: 'passwords of people, and labels',
      filename: 'src/i18n/de.js',
      code: `
export default { password: 'Passwort', session: { secret: 'Geheimnis' }, login: { password: 'Password' } };
`,
    },
    {
      name: "a database's password is another rule's",
      filename: 'server/db.js',
      code: `
export const db = connect({ host: 'localhost', user: 'root', password: 'root', database: 'app' });
`,
    },
    {
      name: 'ports, hosts, public keys, paths of files, addresses of wallets',
      filename: 'server/config.js',
      code: `
export const PORT = process.env.PORT || '3000';
export const HOST = process.env.HOST || 'localhost';
export const JWT_PUBLIC_KEY = process.env.JWT_PUBLIC_KEY || '-----BEGIN PUBLIC KEY-----\\nMFkw';
export const JWT_SECRET_FILE = process.env.JWT_SECRET_FILE || '/run/secrets/jwt';
export const TOKEN_ADDRESS = process.env.TOKEN_ADDRESS || '0x6B175474E89094C44Da98b954EedeAC495271d0F';
`,
    },
    {
      name: "another app's keys",
      code: `
const piano = new Piano();
piano.keys = ['C', 'D', 'E'];
`,
    },
    {
      name: 'a list of what nobody may use',
      filename: 'src/auth/auth.config.ts',
      code: `
const PLACEHOLDER_SECRETS = { AUTH_JWT_SECRET: 'secret', AUTH_REFRESH_SECRET: 'secret_for_refresh' } as const;
export const isPlaceholder = (name) => process.env[name] === PLACEHOLDER_SECRETS[name];
`,
    },
    {
      name: "a test's fixture",
      filename: 'test/session.test.js',
      code: `
import session from '@fastify/session';
app.register(session, { secret: 'a secret with minimum length of 32 characters' });
`,
    },
    {
      name: 'the name of a secret in a vault',
      filename: 'server/vault.js',
      code: `
export const session = await vault.read({ sessionSecret: 'projects/app/secrets/session' });
`,
    },
  ],
  invalid: [
    marked(
      'NextAuth in a middleware, whose file says nothing of secrets',
      'literal',
      `import { getToken, decode } from 'next-auth/jwt';
export async function middleware(req) {
  const token = await getToken({ req, secret: «'78zFZvyspgAIBXPKdA0AhFqcNWXX16/CEmxFOHU3i9g=' });
  return token ?? decode({ token: req.text, secret: «'78zFZvyspgAIBXPKdA0AhFqcNWXX16/DEmxFOHU3i9g=' });
}`,
      { filename: 'middleware.ts' },
    ),
    {
      name: '@fastify/session',
      code: `
import session from '@fastify/session';
app.register(session, { secret: 'a secret with minimum length of 32 characters' });
`,
      errors: [
        {
          messageId: 'literal',
          line: 3,
          column: 33,
          endLine: 3,
          endColumn: 80,
          data: { taker: '`@fastify/session`', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: '@fastify/session, a fallback',
      code: `
import session from '@fastify/session';
app.register(session, { secret: process.env.SESSION_KEY ?? 'q7Zr!pLw0xVt5#mNc2Bk8@', cookie: {} });
`,
      errors: [
        {
          messageId: 'fallback',
          line: 3,
          column: 33,
          endLine: 3,
          endColumn: 84,
          data: { taker: '`@fastify/session`', variable: '`SESSION_KEY`', weak: '' },
        },
      ],
    },
    {
      name: '@fastify/secure-session',
      code: `
const fastify = require('fastify')();
fastify.register(require('@fastify/secure-session'), { secret: 'averylogphrasebiggerthanthirtytwochars', salt: 'mq9hDxBVDbspDR6n' });
`,
      errors: [{ messageId: 'literal', line: 3, column: 64, endLine: 3, endColumn: 104 }],
    },
    {
      name: '@fastify/cookie',
      code: `
import cookie from '@fastify/cookie';
const COOKIE_KEY = 'my-cookies';
app.register(cookie, { secret: COOKIE_KEY });
`,
      errors: [
        {
          messageId: 'literal',
          line: 3,
          column: 20,
          endLine: 3,
          endColumn: 32,
          data: { taker: '`@fastify/cookie`', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: '@fastify/cookie, a list',
      code: `
import cookie from '@fastify/cookie';
app.register(cookie, { secret: [process.env.COOKIE_KEY, 'old-key-old-key'] });
`,
      errors: [{ messageId: 'literal', line: 3, column: 57, endLine: 3, endColumn: 74 }],
    },
    {
      name: 'Koa: app.keys',
      code: `
import Koa from 'koa';
const app = new Koa();
app.keys = ['im a newer secret', 'i like turtle'];
`,
      errors: [
        {
          messageId: 'literal',
          line: 4,
          column: 13,
          endLine: 4,
          endColumn: 32,
          data: { taker: '`app.keys`', weak: '; and this one is weak enough to be guessed' },
        },
        {
          messageId: 'literal',
          line: 4,
          column: 34,
          endLine: 4,
          endColumn: 49,
          data: { taker: '`app.keys`', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'Koa: app.keys with a fallback',
      code: `
const Koa = require('koa');
const session = require('koa-session');
const app = new Koa();
app.keys = [process.env.APP_KEY || 'development'];
app.use(session({ sameSite: 'lax' }, app));
`,
      errors: [{ messageId: 'fallback', line: 5, column: 13, endLine: 5, endColumn: 49 }],
    },
    {
      name: 'Hono: setSignedCookie and getSignedCookie',
      code: `
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
app.get('/', async (c) => {
  const before = await getSignedCookie(c, 'signing-things', 'session');
  await setSignedCookie(c, 'seen', before, 'signing-things');
});
`,
      errors: [
        { messageId: 'literal', line: 4, column: 43, endLine: 4, endColumn: 59 },
        { messageId: 'literal', line: 5, column: 44, endLine: 5, endColumn: 60 },
      ],
    },
    {
      name: 'h3: useSession',
      filename: 'server/api/me.ts',
      code: `
export default defineEventHandler(async (event) => {
  const session = await useSession(event, { password: '80d42cfb-1cd2-462c-8f17-e3237d9027e9' });
  return session.data;
});
`,
      errors: [{ messageId: 'literal', line: 3, column: 55, endLine: 3, endColumn: 93 }],
    },
    {
      name: 'h3: a fallback, by import',
      filename: 'src/session.ts',
      code: `
import { getSession } from 'h3';
export const session = (event) => getSession(event, { password: process.env.SESSION_PASSWORD || 'change-me-change-me-change-me-32' });
`,
      errors: [{ messageId: 'fallback', line: 3, column: 65, endLine: 3, endColumn: 131 }],
    },
    {
      name: 'iron-session',
      filename: 'lib/session.ts',
      code: `
import { SessionOptions } from 'iron-session';
export const options: SessionOptions = { cookieName: 'me', password: 'complex_password_at_least_32_characters_long' };
`,
      errors: [{ messageId: 'literal', line: 3, column: 70, endLine: 3, endColumn: 116 }],
    },
    {
      name: 'iron-session, keys by their age',
      filename: 'lib/session.ts',
      code: `
import { getIronSession } from 'iron-session';
const ttl = 60;
export const session = (req, res) => getIronSession(req, res, { ttl, cookieName: 'me', password: { 2: process.env.PASSWORD_2, 1: 'complex_password_at_least_32_characters_long' } });
`,
      errors: [{ messageId: 'literal', line: 4, column: 130, endLine: 4, endColumn: 176 }],
    },
    {
      name: 'Nest: express-session in main',
      filename: 'src/main.ts',
      code: `
import { NestFactory } from '@nestjs/core';
import * as session from 'express-session';
const app = await NestFactory.create(AppModule);
app.use(session({ secret: 'my-secret', resave: false }));
`,
      errors: [{ messageId: 'literal', line: 5, column: 27, endLine: 5, endColumn: 38 }],
    },
    {
      name: "Nest: a strategy's key",
      filename: 'src/auth/jwt.strategy.ts',
      code: `
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: 'topSecret51' });
  }
}
`,
      errors: [{ messageId: 'literal', line: 6, column: 84, endLine: 6, endColumn: 97 }],
    },
    {
      name: "Nest: a strategy's key from a module of constants, with a fallback",
      filename: 'src/auth/constants.ts',
      code: `
export const jwtConstants = { secret: process.env.JWT_SECRET || 'secretKey' };
`,
      errors: [{ messageId: 'fallback', line: 2, column: 39, endLine: 2, endColumn: 76 }],
    },
    {
      name: 'Next: a key for jose',
      filename: 'lib/session.ts',
      code: `
import 'server-only';
const secretKey = process.env.SESSION_SECRET || 'default';
const encodedKey = new TextEncoder().encode(secretKey);
`,
      errors: [{ messageId: 'fallback', line: 3, column: 19, endLine: 3, endColumn: 58 }],
    },
    {
      name: "Sails: the session's secret",
      filename: 'config/session.js',
      code: `
module.exports.session = { secret: '6dc24e84b9f4c7b2d3f9a0c1e5' };
`,
      errors: [{ messageId: 'literal', line: 2, column: 36, endLine: 2, endColumn: 64 }],
    },
    {
      name: 'express-session by a spread and a default',
      filename: 'server/session.js',
      code: `
import session from 'express-session';
const { SESSION_KEY = 'keyboard cat' } = process.env;
const common = { secret: SESSION_KEY, resave: false };
export default session({ ...common, saveUninitialized: false });
`,
      errors: [{ messageId: 'fallback', line: 3, column: 23, endLine: 3, endColumn: 37 }],
    },
    {
      name: 'express-session by a class field',
      filename: 'server/app.ts',
      code: `
import session from 'express-session';
class App {
  private readonly key = 'sess10n-s1gning-k3y';
  use(app) {
    app.use(session({ secret: this.key }));
  }
}
`,
      errors: [{ messageId: 'literal', line: 4, column: 26, endLine: 4, endColumn: 47 }],
    },
    {
      name: 'cookie-parser by a default parameter',
      filename: 'server/app.js',
      code: `
import cookieParser from 'cookie-parser';
export const parse = (key = 'signed with this') => cookieParser(key);
`,
      errors: [{ messageId: 'fallback', line: 3, column: 29, endLine: 3, endColumn: 47 }],
    },
    {
      name: 'defaults that a declaration of the environment gives',
      filename: 'server/env.ts',
      code: `
import convict from 'convict';
import { cleanEnv, str } from 'envalid';
export const env = cleanEnv(process.env, { JWT_SECRET: str({ default: 'dev-secret' }), SESSION_SECRET: str({ devDefault: 'dev' }) });
export const config = convict({ sessionSecret: { env: 'SESSION_SECRET', format: String, default: 'keyboard cat' } });
`,
      errors: [
        { messageId: 'fallback', line: 4, column: 71, endLine: 4, endColumn: 83 },
        { messageId: 'fallback', line: 5, column: 98, endLine: 5, endColumn: 112 },
      ],
    },
  ],
} satisfies RuleCases;
