import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'require-cookie-attributes',
  valid: [
    {
      name: 'SvelteKit: its defaults',
      filename: 'src/routes/login/+page.server.ts',
      code: `
export const actions = {
  default: async ({ cookies, request }) => {
    cookies.set('token', await signIn(request), { path: '/' });
    cookies.set('theme', 'dark', { path: '/', httpOnly: false });
    cookies.delete('token', { path: '/' });
  },
};
`,
    },
    {
      name: 'Astro: all said, and another cookie',
      filename: 'src/pages/api/login.ts',
      code: `
import type { APIRoute } from 'astro';
export const POST: APIRoute = async ({ cookies, request }) => {
  cookies.set('token', await signIn(request), { httpOnly: true, secure: true, sameSite: 'lax', path: '/' });
  cookies.set('locale', 'de', { path: '/' });
  return new Response(null, { status: 204 });
};
`,
    },
    {
      name: 'Remix: all said, and a cookie for a theme',
      filename: 'app/session.server.ts',
      code: `
import { createCookie, createCookieSessionStorage } from '@remix-run/node';
export const theme = createCookie('theme');
export const toast = createCookieSessionStorage({ cookie: { name: 'toast', secrets: [process.env.SECRET] } });
export const sessions = createCookieSessionStorage({
  cookie: { name: '__session', httpOnly: true, secure: true, sameSite: 'lax', secrets: [process.env.SECRET] },
});
`,
    },
    {
      name: 'hapi: its defaults, under its own names',
      filename: 'src/auth.js',
      code: `
const Hapi = require('@hapi/hapi');
export const login = (request, h) => h.response({ ok: true }).state('token', issue(request), { isSecure: process.env.NODE_ENV === 'production', ttl: 9e5 });
export const logout = (request, h) => h.response().unstate('token');
`,
    },
    {
      name: 'Elysia: assigned one by one, or said for all of them',
      filename: 'src/auth.ts',
      code: `
import { Elysia } from 'elysia';
new Elysia().post('/login', ({ cookie: { token, theme }, body }) => {
  token.value = issue(body);
  token.httpOnly = true;
  token.secure = true;
  token.sameSite = 'lax';
  theme.value = 'dark';
});
`,
    },
    {
      name: 'Elysia: said for all of them',
      filename: 'src/auth.ts',
      code: `
import { Elysia } from 'elysia';
new Elysia({ cookie: { httpOnly: true, secure: true, sameSite: 'lax' } }).post('/login', ({ cookie, body }) => {
  cookie.token.value = issue(body);
});
`,
    },
    {
      name: 'the store of the browser',
      filename: 'client/consent.ts',
      code: `
window.cookieStore.set({ name: 'token', value: token });
`,
    },
  ],
  invalid: [
    {
      name: 'SvelteKit: switched off',
      filename: 'src/routes/login/+page.server.ts',
      code: `
import { redirect } from '@sveltejs/kit';
export const actions = {
  default: async (event) => {
    event.cookies.set('jwt', await signIn(event.request), { path: '/', httpOnly: false });
    redirect(303, '/');
  },
};
`,
      errors: [{ messageId: 'missing', line: 5, column: 59, endLine: 5, endColumn: 89 }],
    },
    {
      name: 'SvelteKit: in hooks',
      filename: 'src/hooks.server.ts',
      code: `
export const handle = async ({ event, resolve }) => {
  const { cookies } = event;
  cookies.set('access_token', await renew(event), { path: '/', secure: false });
  return resolve(event);
};
`,
      errors: [{ messageId: 'missing', line: 4, column: 51, endLine: 4, endColumn: 79 }],
    },
    {
      name: 'SvelteKit: by a helper that is given the cookies',
      filename: 'src/lib/session.ts',
      code: `
import type { Cookies } from '@sveltejs/kit';
export function keep(cookies: Cookies, token: string) {
  cookies.set('session', token, { path: '/', sameSite: 'none', secure: false });
}
`,
      errors: [{ messageId: 'missing', line: 4, column: 33, endLine: 4, endColumn: 79 }],
    },
    {
      name: 'Astro: by a helper that is given the cookies',
      filename: 'src/lib/session.ts',
      code: `
import type { AstroCookies } from 'astro';
export function keep(cookies: AstroCookies, token: string) {
  cookies.set('token', token, { path: '/', httpOnly: true, sameSite: 'lax', secure: false });
}
`,
      errors: [{ messageId: 'missing', line: 4, column: 31, endLine: 4, endColumn: 92 }],
    },
    {
      name: 'Astro: in middleware',
      filename: 'src/middleware.ts',
      code: `
import { defineMiddleware } from 'astro:middleware';
export const onRequest = defineMiddleware(async (context, next) => {
  context.cookies.set('jwt', await renew(context), { httpOnly: true });
  return next();
});
`,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 52,
          endLine: 4,
          endColumn: 70,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
import { defineMiddleware } from 'astro:middleware';
export const onRequest = defineMiddleware(async (context, next) => {
  context.cookies.set('jwt', await renew(context), { httpOnly: true, secure: process.env.NODE_ENV === 'production' });
  return next();
});
`,
            },
            {
              messageId: 'addSameSite',
              output: `
import { defineMiddleware } from 'astro:middleware';
export const onRequest = defineMiddleware(async (context, next) => {
  context.cookies.set('jwt', await renew(context), { httpOnly: true, sameSite: 'lax' });
  return next();
});
`,
            },
          ],
        },
      ],
    },
    {
      name: 'Astro: in an action',
      filename: 'src/actions/index.ts',
      code: `
import { defineAction } from 'astro:actions';
export const server = {
  enter: defineAction({
    handler: async (input, context) => {
      context.cookies.set('session', await signIn(input));
    },
  }),
};
`,
      errors: [
        {
          messageId: 'missing',
          line: 6,
          column: 27,
          endLine: 6,
          endColumn: 36,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
import { defineAction } from 'astro:actions';
export const server = {
  enter: defineAction({
    handler: async (input, context) => {
      context.cookies.set('session', await signIn(input), { secure: process.env.NODE_ENV === 'production' });
    },
  }),
};
`,
            },
            {
              messageId: 'addSameSite',
              output: `
import { defineAction } from 'astro:actions';
export const server = {
  enter: defineAction({
    handler: async (input, context) => {
      context.cookies.set('session', await signIn(input), { sameSite: 'lax' });
    },
  }),
};
`,
            },
          ],
        },
      ],
    },
    {
      name: 'Remix: a session that lacks all but Lax',
      filename: 'app/session.server.ts',
      code: `
import { createCookieSessionStorage } from '@remix-run/node';
export const sessions = createCookieSessionStorage({ cookie: { name: '__session', secrets: [process.env.SECRET] } });
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 70,
          endLine: 3,
          endColumn: 81,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
import { createCookieSessionStorage } from '@remix-run/node';
export const sessions = createCookieSessionStorage({ cookie: { name: '__session', secrets: [process.env.SECRET], secure: process.env.NODE_ENV === 'production' } });
`,
            },
          ],
        },
      ],
    },
    {
      name: 'Remix: a cookie for a token',
      filename: 'app/cookies.server.ts',
      code: `
import { createCookie } from '@remix-run/cloudflare';
export const access = createCookie('access_token', { maxAge: 900, httpOnly: true });
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 36,
          endLine: 3,
          endColumn: 50,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
import { createCookie } from '@remix-run/cloudflare';
export const access = createCookie('access_token', { maxAge: 900, httpOnly: true, secure: process.env.NODE_ENV === 'production' });
`,
            },
          ],
        },
      ],
    },
    {
      name: 'React Router: a session without a name, whose cookie is made apart',
      filename: 'app/session.server.ts',
      code: `
import { createSessionStorage } from 'react-router';
const cookie = { httpOnly: true, sameSite: 'strict' };
export const sessions = createSessionStorage({ cookie, createData, readData, updateData, deleteData });
`,
      errors: [{ messageId: 'missing', line: 4, column: 25, endLine: 4, endColumn: 45 }],
    },
    {
      name: 'hapi: switched off under its own names',
      filename: 'src/auth.js',
      code: `
const Hapi = require('@hapi/hapi');
const login = (request, h) => {
  h.state('jwt', issue(request), { isHttpOnly: false, isSecure: false });
  return h.response('ok').state('session', issue(request), { isSameSite: false });
};
`,
      errors: [
        { messageId: 'missing', line: 4, column: 34, endLine: 4, endColumn: 72 },
        { messageId: 'missing', line: 5, column: 60, endLine: 5, endColumn: 81 },
      ],
    },
    {
      name: 'hapi: the cookie of a session',
      filename: 'src/server.js',
      code: `
const Hapi = require('@hapi/hapi');
const server = Hapi.server();
server.auth.strategy('session', 'cookie', { cookie: { name: 'sid-example', password: process.env.COOKIE_PASSWORD, isSecure: false } });
`,
      errors: [{ messageId: 'missing', line: 4, column: 61, endLine: 4, endColumn: 74 }],
    },
    {
      name: 'Elysia: set with its attributes',
      filename: 'src/auth.ts',
      code: `
import { Elysia } from 'elysia';
new Elysia().post('/login', ({ body, cookie }) => {
  cookie.session.set({ value: issue(body), httpOnly: true });
});
`,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 22,
          endLine: 4,
          endColumn: 60,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
import { Elysia } from 'elysia';
new Elysia().post('/login', ({ body, cookie }) => {
  cookie.session.set({ value: issue(body), httpOnly: true, secure: process.env.NODE_ENV === 'production' });
});
`,
            },
            {
              messageId: 'addSameSite',
              output: `
import { Elysia } from 'elysia';
new Elysia().post('/login', ({ body, cookie }) => {
  cookie.session.set({ value: issue(body), httpOnly: true, sameSite: 'lax' });
});
`,
            },
          ],
        },
      ],
    },
    {
      name: 'Elysia: its value alone',
      filename: 'src/auth.ts',
      code: `
import { Elysia } from 'elysia';
new Elysia().post('/login', ({ body, cookie: { jwt } }) => {
  jwt.value = issue(body);
});
`,
      errors: [{ messageId: 'missing', line: 4, column: 3, endLine: 4, endColumn: 26 }],
    },
    {
      name: "Yoga: the request's store",
      filename: 'src/schema.ts',
      code: `
import { createSchema } from 'graphql-yoga';
export const resolvers = {
  Mutation: {
    login: async (parent, { email }, { request }) => {
      await request.cookieStore.set({ name: 'token', value: issue(email), secure: true });
      await request.cookieStore.set('refresh_token', issue(email));
      return true;
    },
  },
};
`,
      errors: [
        { messageId: 'missing', line: 6, column: 37, endLine: 6, endColumn: 89 },
        { messageId: 'missing', line: 7, column: 37, endLine: 7, endColumn: 52 },
      ],
    },
  ],
} satisfies RuleCases;
