import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'require-cookie-attributes',
  valid: [
    {
      name: "Better Auth's own attributes, and stricter ones",
      filename: 'server/auth.ts',
      code: `import { betterAuth } from 'better-auth';
export const auth = betterAuth({ advanced: { defaultCookieAttributes: { sameSite: 'strict' } } });
export const other = betterAuth({ advanced: { useSecureCookies: true, cookies: { session_token: { name: 'sid', attributes: { httpOnly: true } }, theme: { attributes: { httpOnly: false } } } } });
export const plain = betterAuth({ database });`,
    },
    {
      name: 'a weak default that no caller in the file leaves',
      filename: 'server/cookies.js',
      code: `
function open(res, token, options = { httpOnly: true }) {
  res.cookie('token', token, options);
}
export const login = (req, res) => open(res, issue(req), { httpOnly: true, secure: true, sameSite: 'lax' });
`,
    },
    {
      name: 'Fastify: all attributes',
      filename: 'src/login.js',
      code: `
export const login = async (request, reply) => {
  reply.setCookie('token', await issue(request.body), { path: '/', httpOnly: true, secure: process.env.NODE_ENV === 'production', sameSite: 'strict' });
};
`,
    },
    {
      name: 'Fastify: clearing, theme, locale and anti-forgery',
      filename: 'src/login.js',
      code: `
export const logout = async (request, reply) => {
  reply.clearCookie('token', { path: '/' });
  reply.setCookie('token', '', { maxAge: 0 });
  reply.setCookie('theme', 'dark');
  reply.setCookie('locale', request.query.locale);
  reply.setCookie('XSRF-TOKEN', await reply.generateCsrf());
};
`,
    },
    {
      name: 'Fastify: options from elsewhere',
      filename: 'src/login.js',
      code: `
import { cookieOptions } from './cookies.js';
export const login = async (request, reply) => {
  reply.setCookie('token', await issue(request.body), cookieOptions);
  reply.setCookie('refreshToken', await issue(request.body), { ...cookieOptions, path: '/refresh' });
};
`,
    },
    {
      name: '@fastify/session, guarded',
      code: `
import session from '@fastify/session';
app.register(session, { secret: process.env.SESSION_SECRET, cookie: { sameSite: 'lax', secure: process.env.NODE_ENV === 'production' } });
`,
    },
    {
      name: '@fastify/cookie by itself',
      code: `
import cookie from '@fastify/cookie';
app.register(cookie, { secret: process.env.COOKIE_SECRET });
`,
    },
    {
      name: '@fastify/secure-session, guarded',
      code: `
import secureSession from '@fastify/secure-session';
app.register(secureSession, { key, cookie: { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } });
`,
    },
    {
      name: 'Koa: HttpOnly and Secure by itself',
      filename: 'src/auth.js',
      code: `
router.post('/login', async (ctx) => {
  ctx.cookies.set('token', await issue(ctx), { sameSite: 'lax' });
  ctx.cookies.set('lang', ctx.query.lang, { httpOnly: false });
  ctx.cookies.set('token');
  ctx.cookies.set('consent', 'yes');
});
`,
    },
    {
      name: 'koa-session with SameSite',
      code: `
import session from 'koa-session';
app.use(session({ key: 'app.sess', sameSite: 'lax' }, app));
`,
    },
    {
      name: 'a store that is called cookies and has another owner',
      filename: 'src/jar.js',
      code: `
export function keep(jar, token) {
  jar.cookies.set('token', token);
}
`,
    },
    {
      name: 'Hono: all attributes, and a prefix that brings Secure',
      code: `
import { deleteCookie, setCookie } from 'hono/cookie';
app.post('/login', async (c) => {
  setCookie(c, 'token', await issue(c), { httpOnly: true, secure: true, sameSite: 'Lax' });
  setCookie(c, 'session', await issue(c), { prefix: 'host', httpOnly: true, sameSite: 'Lax' });
  setCookie(c, 'theme', 'dark');
  deleteCookie(c, 'token');
});
`,
    },
    {
      name: 'Nest: all attributes',
      filename: 'src/auth/auth.controller.ts',
      code: `
import { Controller, Post, Res } from '@nestjs/common';
@Controller('auth')
export class AuthController {
  @Post('login')
  async login(@Res({ passthrough: true }) res) {
    res.cookie('access_token', await this.auth.issue(), { httpOnly: true, secure: this.config.get('COOKIE_SECURE'), sameSite: 'lax' });
  }
}
`,
    },
    {
      name: 'Next: all attributes, in each form',
      filename: 'app/actions.ts',
      code: `
'use server';
import { cookies } from 'next/headers';
const options = { httpOnly: true, secure: process.env.NODE_ENV !== 'development', sameSite: 'lax' } as const;
export async function login(form: FormData) {
  cookies().set('token', await issue(form), options);
  (await cookies()).set({ name: 'session', value: await issue(form), ...options });
  const store = await cookies();
  store.set('theme', 'dark');
  store.delete('token');
  store.set('token', '', { expires: new Date(0) });
}
`,
    },
    {
      name: "Next: a response's cookies, guarded",
      filename: 'middleware.ts',
      code: `
import { NextResponse } from 'next/server';
export async function middleware(request) {
  const response = NextResponse.next();
  response.cookies.set({ name: 'session', value: await renew(request), httpOnly: true, secure: true, sameSite: 'lax' });
  response.cookies.set('NEXT_LOCALE', 'de');
  response.cookies.delete('session');
  return response;
}
`,
    },
    {
      name: 'a map that is called store',
      filename: 'lib/store.ts',
      code: `
const store = new Map();
store.set('token', issue());
`,
    },
    {
      name: 'Nitro: all attributes',
      filename: 'server/api/login.post.ts',
      code: `
export default defineEventHandler(async (event) => {
  setCookie(event, 'token', await issue(event), { httpOnly: true, secure: true, sameSite: 'lax' });
  setCookie(event, 'theme', 'dark');
  deleteCookie(event, 'token');
});
`,
    },
    {
      name: 'a function of the app that is called setCookie',
      filename: 'server/cookies.js',
      code: `
import { setCookie } from './jar.js';
setCookie(event, 'token', token);
`,
    },
    {
      name: 'h3: a session by its defaults',
      filename: 'server/utils/session.ts',
      code: `
export const session = (event) => useSession(event, { password: useRuntimeConfig(event).sessionPassword });
`,
    },
    {
      name: 'a hook that is called useSession',
      filename: 'components/Menu.tsx',
      code: `
import { useSession } from 'next-auth/react';
export const Menu = () => { const { data: session } = useSession(); return session.user.name; };
`,
    },
    {
      name: 'Node: all attributes',
      code: `
import http from 'node:http';
http.createServer((req, res) => {
  res.setHeader('Set-Cookie', \`token=\${issue(req)}; Path=/; HttpOnly; Secure; SameSite=Lax\`);
  res.end();
});
`,
    },
    {
      name: 'iron-session by its defaults, and guarded',
      filename: 'lib/session.ts',
      code: `
import { getIronSession, type SessionOptions } from 'iron-session';
export const options: SessionOptions = { password: process.env.SESSION_PASSWORD!, cookieName: 'me' };
export const strict: SessionOptions = { ...options, cookieOptions: { secure: process.env.NODE_ENV === 'production', sameSite: 'strict' } };
`,
    },
  ],
  invalid: [
    {
      name: 'Better Auth is told to show its cookies to scripts',
      filename: 'server/auth.ts',
      code: `import { betterAuth } from 'better-auth';
export const auth = betterAuth({
  advanced: { defaultCookieAttributes: { httpOnly: false, secure: true } },
});
export const other = betterAuth({
  advanced: { cookies: { session_token: { attributes: { httpOnly: false } } } },
});`,
      errors: [
        { messageId: 'missing', line: 3, column: 40 },
        { messageId: 'missing', line: 6, column: 55 },
      ],
    },
    {
      name: 'Fastify: setCookie without attributes',
      filename: 'src/login.js',
      code: `
export const login = async (request, reply) => {
  reply.setCookie('token', await issue(request.body));
};
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 19,
          endLine: 3,
          endColumn: 26,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
export const login = async (request, reply) => {
  reply.setCookie('token', await issue(request.body), { secure: process.env.NODE_ENV === 'production' });
};
`,
            },
            {
              messageId: 'addSameSite',
              output: `
export const login = async (request, reply) => {
  reply.setCookie('token', await issue(request.body), { sameSite: 'lax' });
};
`,
            },
          ],
        },
      ],
    },
    {
      name: 'Fastify: insecure on purpose',
      filename: 'src/login.ts',
      code: `
import type { FastifyInstance } from 'fastify';
export const login = async (fastify: FastifyInstance) => {
  fastify.post('/login', async (request, reply) => {
    const accessToken = await reply.accessJwtSign({ id: 1 });
    reply.setCookie('accessToken', accessToken, { path: '/', sameSite: 'lax', secure: false, httpOnly: true });
  });
};
`,
      errors: [
        {
          messageId: 'missing',
          line: 6,
          column: 49,
          endLine: 6,
          endColumn: 110,
          data: {
            name: "'accessToken'",
            reason: 'it is an access token by its name',
            attributes: 'Secure (it travels in clear over HTTP)',
            advice: "`secure: process.env.NODE_ENV === 'production'`",
          },
        },
      ],
    },
    {
      name: 'Fastify: reply.cookie, and a reply that is called res',
      filename: 'src/login.js',
      code: `
export async function login(request, reply) {
  reply.code(200).cookie('jwt', await issue(request), { httpOnly: true, secure: true }).send();
}
export async function renew(req, res) {
  res.setCookie('jwt', await issue(req), { httpOnly: true, sameSite: 'lax' });
}
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 55,
          endLine: 3,
          endColumn: 87,
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
export async function login(request, reply) {
  reply.code(200).cookie('jwt', await issue(request), { httpOnly: true, secure: true, sameSite: 'lax' }).send();
}
export async function renew(req, res) {
  res.setCookie('jwt', await issue(req), { httpOnly: true, sameSite: 'lax' });
}
`,
            },
          ],
        },
        {
          messageId: 'missing',
          line: 6,
          column: 42,
          endLine: 6,
          endColumn: 77,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
export async function login(request, reply) {
  reply.code(200).cookie('jwt', await issue(request), { httpOnly: true, secure: true }).send();
}
export async function renew(req, res) {
  res.setCookie('jwt', await issue(req), { httpOnly: true, sameSite: 'lax', secure: process.env.NODE_ENV === 'production' });
}
`,
            },
          ],
        },
      ],
    },
    {
      name: '@fastify/session',
      code: `
import session from '@fastify/session';
app.register(session, { secret: process.env.SESSION_SECRET, cookie: { secure: false } });
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 69,
          endLine: 3,
          endColumn: 86,
          data: {
            name: "'sessionId'",
            reason: 'it carries the session',
            attributes: 'Secure (it travels in clear over HTTP) and SameSite (other sites can have the browser send it)',
            advice: "`secure: process.env.NODE_ENV === 'production'` and `sameSite: 'lax'` or `'strict'`",
          },
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
import session from '@fastify/session';
app.register(session, { secret: process.env.SESSION_SECRET, cookie: { secure: false, sameSite: 'lax' } });
`,
            },
          ],
        },
      ],
    },
    {
      name: '@fastify/session without cookie options',
      code: `
const fastify = require('fastify')();
fastify.register(require('@fastify/session'), { secret: process.env.SESSION_SECRET });
`,
      errors: [{ messageId: 'missing', line: 3, column: 18, endLine: 3, endColumn: 45 }],
    },
    {
      name: '@fastify/secure-session',
      code: `
import secureSession from '@fastify/secure-session';
await app.register(secureSession, { cookieName: 'sid', key, cookie: { path: '/' } });
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 69,
          endLine: 3,
          endColumn: 82,
          data: {
            name: "'sid'",
            reason: 'it carries the session',
            attributes:
              'HttpOnly (scripts of the page can read it), Secure (it travels in clear over HTTP) and SameSite (other sites can have the browser send it)',
            advice: "`httpOnly: true`, `secure: process.env.NODE_ENV === 'production'` and `sameSite: 'lax'` or `'strict'`",
          },
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
import secureSession from '@fastify/secure-session';
await app.register(secureSession, { cookieName: 'sid', key, cookie: { path: '/', secure: process.env.NODE_ENV === 'production' } });
`,
            },
            {
              messageId: 'addSameSite',
              output: `
import secureSession from '@fastify/secure-session';
await app.register(secureSession, { cookieName: 'sid', key, cookie: { path: '/', sameSite: 'lax' } });
`,
            },
          ],
        },
      ],
    },
    {
      name: 'Koa: script can read it',
      filename: 'src/auth.js',
      code: `
router.post('/login', async (ctx) => {
  ctx.cookies.set('token', await issue(ctx), { httpOnly: false, sameSite: 'lax' });
});
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 46,
          endLine: 3,
          endColumn: 82,
          data: {
            name: "'token'",
            reason: 'its name says so',
            attributes: 'HttpOnly (scripts of the page can read it)',
            advice: '`httpOnly: true`',
          },
        },
      ],
    },
    {
      name: 'Koa: no attributes',
      filename: 'src/auth.js',
      code: `
exports.login = async (ctx) => {
  ctx.cookies.set('access_token', await issue(ctx));
};
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 19,
          endLine: 3,
          endColumn: 33,
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
exports.login = async (ctx) => {
  ctx.cookies.set('access_token', await issue(ctx), { sameSite: 'lax' });
};
`,
            },
          ],
        },
      ],
    },
    {
      name: 'koa-session',
      code: `
import Koa from 'koa';
import session from 'koa-session';
const app = new Koa();
app.use(session({ key: 'app.sess', httpOnly: false }, app));
`,
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 24,
          endLine: 5,
          endColumn: 34,
          data: {
            name: "'app.sess'",
            reason: 'it carries the session',
            attributes: 'HttpOnly (scripts of the page can read it) and SameSite (other sites can have the browser send it)',
            advice: "`httpOnly: true` and `sameSite: 'lax'` or `'strict'`",
          },
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
import Koa from 'koa';
import session from 'koa-session';
const app = new Koa();
app.use(session({ key: 'app.sess', httpOnly: false, sameSite: 'lax' }, app));
`,
            },
          ],
        },
      ],
    },
    {
      name: 'Hono: setCookie',
      code: `
import { setCookie } from 'hono/cookie';
app.post('/login', async (c) => {
  setCookie(c, 'token', await issue(c));
});
`,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 16,
          endLine: 4,
          endColumn: 23,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
import { setCookie } from 'hono/cookie';
app.post('/login', async (c) => {
  setCookie(c, 'token', await issue(c), { secure: process.env.NODE_ENV === 'production' });
});
`,
            },
            {
              messageId: 'addSameSite',
              output: `
import { setCookie } from 'hono/cookie';
app.post('/login', async (c) => {
  setCookie(c, 'token', await issue(c), { sameSite: 'lax' });
});
`,
            },
          ],
        },
      ],
    },
    {
      name: 'Hono: setCookie by a namespace, options in a variable',
      code: `
import * as cookies from 'hono/cookie';
const options = { httpOnly: true, secure: true };
app.post('/login', async (c) => {
  cookies.setCookie(c, 'session_token', await issue(c), options);
});
`,
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 24,
          endLine: 5,
          endColumn: 39,
          data: {
            name: "'session_token'",
            reason: 'its name says so',
            attributes: 'SameSite (other sites can have the browser send it)',
            advice: "`sameSite: 'lax'` or `'strict'`",
          },
        },
      ],
    },
    {
      name: 'Hono: setSignedCookie',
      code: `
import { setSignedCookie as sign } from 'hono/cookie';
app.post('/login', async (c) => {
  await sign(c, 'session', await issue(c), c.env.COOKIE_SECRET, { secure: true, sameSite: 'Lax' });
});
`,
      errors: [{ messageId: 'missing', line: 4, column: 65, endLine: 4, endColumn: 98 }],
    },
    {
      name: 'Hono: SameSite=None without Secure',
      code: `
import { setCookie } from 'hono/cookie';
app.post('/login', async (c) => {
  setCookie(c, 'token', await issue(c), { httpOnly: true, sameSite: 'None' });
});
`,
      errors: [{ messageId: 'missing', line: 4, column: 41, endLine: 4, endColumn: 77 }],
    },
    {
      name: 'Nest: @Res',
      filename: 'src/auth/auth.controller.ts',
      code: `
import { Controller, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
@Controller('auth')
export class AuthController {
  @Post('login')
  async login(@Res({ passthrough: true }) response: Response) {
    response.cookie('refresh_token', await this.auth.issue(), { httpOnly: true });
    return { ok: true };
  }
}
`,
      errors: [
        {
          messageId: 'missing',
          line: 8,
          column: 63,
          endLine: 8,
          endColumn: 81,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
import { Controller, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
@Controller('auth')
export class AuthController {
  @Post('login')
  async login(@Res({ passthrough: true }) response: Response) {
    response.cookie('refresh_token', await this.auth.issue(), { httpOnly: true, secure: process.env.NODE_ENV === 'production' });
    return { ok: true };
  }
}
`,
            },
            {
              messageId: 'addSameSite',
              output: `
import { Controller, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
@Controller('auth')
export class AuthController {
  @Post('login')
  async login(@Res({ passthrough: true }) response: Response) {
    response.cookie('refresh_token', await this.auth.issue(), { httpOnly: true, sameSite: 'lax' });
    return { ok: true };
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'Nest: options of a method',
      filename: 'src/auth/auth.controller.ts',
      code: `
import { Controller, Post, Res } from '@nestjs/common';
@Controller('auth')
export class AuthController {
  private cookieOptions() {
    return { httpOnly: true, sameSite: 'strict' as const };
  }
  @Post('login')
  async login(@Res({ passthrough: true }) res) {
    res.cookie('access_token', await this.auth.issue(), this.cookieOptions());
  }
}
`,
      errors: [
        {
          messageId: 'missing',
          line: 10,
          column: 16,
          endLine: 10,
          endColumn: 30,
          data: {
            name: "'access_token'",
            reason: 'its name says so',
            attributes: 'Secure (it travels in clear over HTTP)',
            advice: "`secure: process.env.NODE_ENV === 'production'`",
          },
        },
      ],
    },
    {
      name: 'Next: cookies().set',
      filename: 'app/actions.ts',
      code: `
'use server';
import { cookies } from 'next/headers';
export async function login(form: FormData) {
  cookies().set('token', await issue(form));
}
`,
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 17,
          endLine: 5,
          endColumn: 24,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
'use server';
import { cookies } from 'next/headers';
export async function login(form: FormData) {
  cookies().set('token', await issue(form), { secure: process.env.NODE_ENV === 'production' });
}
`,
            },
            {
              messageId: 'addSameSite',
              output: `
'use server';
import { cookies } from 'next/headers';
export async function login(form: FormData) {
  cookies().set('token', await issue(form), { sameSite: 'lax' });
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'Next: awaited cookies',
      filename: 'app/actions.ts',
      code: `
import { cookies } from 'next/headers';
export async function login() {
  (await cookies()).set('session', await issue(), { httpOnly: true, secure: true });
}
`,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 51,
          endLine: 4,
          endColumn: 83,
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
import { cookies } from 'next/headers';
export async function login() {
  (await cookies()).set('session', await issue(), { httpOnly: true, secure: true, sameSite: 'lax' });
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'Next: awaited cookies in a variable',
      filename: 'lib/session.ts',
      code: `
import { cookies } from 'next/headers';
export async function open() {
  const store = await cookies();
  store.set('accessToken', await issue(), { secure: true, sameSite: 'lax' });
}
`,
      errors: [{ messageId: 'missing', line: 5, column: 43, endLine: 5, endColumn: 76 }],
    },
    {
      name: 'Next: one object',
      filename: 'lib/session.ts',
      code: `
import { cookies } from 'next/headers';
export async function open() {
  const store = await cookies();
  store.set({ name: 'session', value: await issue(), httpOnly: true, secure: true });
}
`,
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 13,
          endLine: 5,
          endColumn: 84,
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
import { cookies } from 'next/headers';
export async function open() {
  const store = await cookies();
  store.set({ name: 'session', value: await issue(), httpOnly: true, secure: true, sameSite: 'lax' });
}
`,
            },
          ],
        },
      ],
    },
    {
      name: "Next: a response's cookies",
      filename: 'app/api/login/route.ts',
      code: `
import { NextResponse } from 'next/server';
export async function POST() {
  const response = NextResponse.json({ ok: true });
  response.cookies.set('token', await issue(), { httpOnly: true, sameSite: 'lax' });
  return response;
}
`,
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 48,
          endLine: 5,
          endColumn: 83,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
import { NextResponse } from 'next/server';
export async function POST() {
  const response = NextResponse.json({ ok: true });
  response.cookies.set('token', await issue(), { httpOnly: true, sameSite: 'lax', secure: process.env.NODE_ENV === 'production' });
  return response;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'Next: a middleware',
      filename: 'middleware.ts',
      code: `
import { NextResponse } from 'next/server';
export async function middleware(request) {
  const res = NextResponse.next();
  res.cookies.set({ name: 'session', value: await renew(request), httpOnly: true, sameSite: 'lax' });
  return res;
}
`,
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 19,
          endLine: 5,
          endColumn: 100,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
import { NextResponse } from 'next/server';
export async function middleware(request) {
  const res = NextResponse.next();
  res.cookies.set({ name: 'session', value: await renew(request), httpOnly: true, sameSite: 'lax', secure: process.env.NODE_ENV === 'production' });
  return res;
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'Next: pages/api, a header',
      filename: 'pages/api/login.ts',
      code: `
export default function handler(req, res) {
  const token = issue(req.body);
  res.setHeader('Set-Cookie', \`token=\${token}; Path=/; HttpOnly\`);
  res.status(204).end();
}
`,
      errors: [{ messageId: 'missing', line: 4, column: 31, endLine: 4, endColumn: 65 }],
    },
    {
      name: 'Nitro: setCookie, nothing imported',
      filename: 'server/api/login.post.ts',
      code: `
export default defineEventHandler(async (event) => {
  setCookie(event, 'token', await issue(event));
});
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 20,
          endLine: 3,
          endColumn: 27,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
export default defineEventHandler(async (event) => {
  setCookie(event, 'token', await issue(event), { secure: process.env.NODE_ENV === 'production' });
});
`,
            },
            {
              messageId: 'addSameSite',
              output: `
export default defineEventHandler(async (event) => {
  setCookie(event, 'token', await issue(event), { sameSite: 'lax' });
});
`,
            },
          ],
        },
      ],
    },
    {
      name: 'h3: setCookie by import',
      filename: 'src/login.ts',
      code: `
import { setCookie } from 'h3';
export const open = async (event) => setCookie(event, 'access_token', await issue(event), { secure: true, sameSite: 'lax' });
`,
      errors: [{ messageId: 'missing', line: 3, column: 91, endLine: 3, endColumn: 124 }],
    },
    {
      name: 'h3: useSession',
      filename: 'server/utils/session.ts',
      code: `
import { useSession } from 'h3';
export const session = (event) => useSession(event, { password: process.env.SESSION_PASSWORD!, cookie: { secure: false } });
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 104,
          endLine: 3,
          endColumn: 121,
          data: {
            name: "'h3'",
            reason: 'it carries the session',
            attributes: 'Secure (it travels in clear over HTTP)',
            advice: "`secure: process.env.NODE_ENV === 'production'`",
          },
        },
      ],
    },
    {
      name: 'Node: a header',
      code: `
import http from 'node:http';
http.createServer((req, res) => {
  const token = issue(req);
  res.setHeader('Set-Cookie', [\`token=\${token}; HttpOnly; Path=/\`, 'theme=dark']);
  res.end();
});
`,
      errors: [{ messageId: 'missing', line: 5, column: 32, endLine: 5, endColumn: 66 }],
    },
    {
      name: 'Node: writeHead',
      code: `
require('http').createServer((req, res) => {
  res.writeHead(200, { 'Set-Cookie': 'accessToken=' + issue(req) + '; Secure; SameSite=Lax' });
  res.end();
});
`,
      errors: [{ messageId: 'missing', line: 3, column: 38, endLine: 3, endColumn: 92 }],
    },
    {
      name: 'Sails: res.cookie',
      filename: 'api/controllers/AuthController.js',
      code: `
module.exports = {
  async login(req, res) {
    res.cookie('accessToken', await sails.helpers.issue(req.body), { httpOnly: true });
    return res.ok();
  },
};
`,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 68,
          endLine: 4,
          endColumn: 86,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
module.exports = {
  async login(req, res) {
    res.cookie('accessToken', await sails.helpers.issue(req.body), { httpOnly: true, secure: process.env.NODE_ENV === 'production' });
    return res.ok();
  },
};
`,
            },
            {
              messageId: 'addSameSite',
              output: `
module.exports = {
  async login(req, res) {
    res.cookie('accessToken', await sails.helpers.issue(req.body), { httpOnly: true, sameSite: 'lax' });
    return res.ok();
  },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "GraphQL: the context's response",
      filename: 'server/resolvers.js',
      code: `
export const resolvers = {
  Mutation: {
    login: async (parent, args, { res }) => {
      res.cookie('jid', await createRefreshToken(args));
      return { ok: true };
    },
  },
};
`,
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 18,
          endLine: 5,
          endColumn: 23,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
export const resolvers = {
  Mutation: {
    login: async (parent, args, { res }) => {
      res.cookie('jid', await createRefreshToken(args), { secure: process.env.NODE_ENV === 'production' });
      return { ok: true };
    },
  },
};
`,
            },
            {
              messageId: 'addSameSite',
              output: `
export const resolvers = {
  Mutation: {
    login: async (parent, args, { res }) => {
      res.cookie('jid', await createRefreshToken(args), { sameSite: 'lax' });
      return { ok: true };
    },
  },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: 'iron-session',
      filename: 'lib/session.ts',
      code: `
import type { SessionOptions } from 'iron-session';
export const sessionOptions: SessionOptions = {
  password: process.env.SESSION_PASSWORD!,
  cookieName: 'app_session',
  cookieOptions: { secure: false },
};
`,
      errors: [
        {
          messageId: 'missing',
          line: 6,
          column: 18,
          endLine: 6,
          endColumn: 35,
          data: {
            name: "'app_session'",
            reason: 'it carries the session',
            attributes: 'Secure (it travels in clear over HTTP)',
            advice: "`secure: process.env.NODE_ENV === 'production'`",
          },
        },
      ],
    },
    {
      name: 'iron-session at the call',
      filename: 'app/api/me/route.ts',
      code: `
import { getIronSession } from 'iron-session';
import { cookies } from 'next/headers';
export const session = async () => getIronSession(await cookies(), { password: process.env.SECRET, cookieName: 'me', cookieOptions: { httpOnly: false } });
`,
      errors: [{ messageId: 'missing', line: 4, column: 133, endLine: 4, endColumn: 152 }],
    },
    {
      name: 'the cookie package, in a web response',
      filename: 'app/api/login/route.ts',
      code: `
import { serialize } from 'cookie';
export async function POST(request: Request) {
  const cookie = serialize('token', await issue(request), { httpOnly: true, secure: true });
  return new Response(null, { headers: { 'Set-Cookie': cookie } });
}
`,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 59,
          endLine: 4,
          endColumn: 91,
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
import { serialize } from 'cookie';
export async function POST(request: Request) {
  const cookie = serialize('token', await issue(request), { httpOnly: true, secure: true, sameSite: 'lax' });
  return new Response(null, { headers: { 'Set-Cookie': cookie } });
}
`,
            },
          ],
        },
      ],
    },
    {
      name: "attributes by a parameter's default",
      filename: 'server/cookies.js',
      code: `
export function open(res, token, options = { httpOnly: true }) {
  res.cookie('token', token, options);
}
`,
      errors: [
        {
          messageId: 'missing',
          line: 2,
          column: 44,
          endLine: 2,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
export function open(res, token, options = { httpOnly: true, secure: process.env.NODE_ENV === 'production' }) {
  res.cookie('token', token, options);
}
`,
            },
            {
              messageId: 'addSameSite',
              output: `
export function open(res, token, options = { httpOnly: true, sameSite: 'lax' }) {
  res.cookie('token', token, options);
}
`,
            },
          ],
        },
      ],
    },
  ],
} satisfies RuleCases;
