import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-token-in-response-body',
  valid: [
    {
      name: 'hapi: what a handler knows of a token',
      filename: 'src/auth.js',
      code: `
const Hapi = require('@hapi/hapi');
const server = Hapi.server();
server.route({ method: 'POST', path: '/login', handler: (request, h) => h.response({ expires_at: 900 }).state('token', issue(request.payload)) });
`,
    },
    {
      name: "a description of a route that is no server's",
      filename: 'src/routes.js',
      code: `
export const calls = [{ method: 'POST', path: '/login', handler: (form) => ({ token: form.token }) }];
`,
    },
    {
      name: "Elysia: another thing's get",
      filename: 'src/auth.ts',
      code: `
import { Elysia } from 'elysia';
const cache = new Map();
export const known = () => cache.get('/login', () => ({ accessToken: 1 }));
export const app = new Elysia().get('/', () => ({ ok: true }));
`,
    },
    {
      name: 'tRPC: an anti-forgery token, and a mutation of a query library',
      filename: 'src/auth.ts',
      code: `
import { publicProcedure, router } from './trpc';
export const app = router({ csrfToken: publicProcedure.query(() => ({ csrfToken: make() })) });
export const api = client.mutation(() => ({ token: 1 }));
`,
    },
    {
      name: 'SvelteKit: a form action that tells what went wrong',
      filename: 'src/routes/login/+page.server.ts',
      code: `
import { fail } from '@sveltejs/kit';
export const actions = {
  default: async ({ request, cookies }) => {
    const { token } = await signIn(await request.formData());
    if (!token) return fail(400, { missing: true });
    cookies.set('token', token, { path: '/' });
    return { success: true };
  },
};
`,
    },
    {
      name: 'Remix: an action that sends the token on in a cookie',
      filename: 'app/routes/login.tsx',
      code: `
import { redirect } from '@remix-run/node';
import { sessions } from '../session.server';
export async function action({ request }) {
  const { accessToken } = await signIn(await request.formData());
  const session = await sessions.getSession();
  session.set('accessToken', accessToken);
  return redirect('/', { headers: { 'Set-Cookie': await sessions.commitSession(session) } });
}
`,
    },
    {
      name: 'a store of a page whose action is called so',
      filename: 'src/store.ts',
      code: `
import { configureStore } from '@reduxjs/toolkit';
export const action = (token) => ({ type: 'signedIn', token });
`,
    },
  ],
  invalid: [
    {
      name: 'hapi: in a response with a status',
      filename: 'src/sessions.js',
      code: `
const Hapi = require('@hapi/hapi');
const jwt = require('jsonwebtoken');
exports.plugin = {
  name: 'sessions',
  register: (server) => server.route({
    method: 'POST',
    path: '/sessions',
    options: { auth: false, handler: async (request, h) => h.response({ jwt: jwt.sign({ sub: 1 }, process.env.KEY, { expiresIn: '5m' }) }).code(201) },
  }),
};
`,
      errors: [{ messageId: 'sent', line: 9, column: 73, endLine: 9, endColumn: 118 }],
    },
    {
      name: 'hapi: a controller of its own that is told by its toolkit',
      filename: 'src/auth.controller.js',
      code: `
export const login = async (request, h) => {
  const accessToken = await sign(request.payload);
  return h.response({ data: { accessToken } });
};
`,
      errors: [{ messageId: 'sent', line: 4, column: 31, endLine: 4, endColumn: 42 }],
    },
    {
      name: 'hapi: a list of typed routes',
      filename: 'src/routes/auth.ts',
      code: `
import type { ServerRoute } from '@hapi/hapi';
import { issue } from '../tokens';
async function refresh(request) {
  return { accessToken: await issue(request.auth.credentials) };
}
export const routes: ServerRoute[] = [{ method: 'POST', path: '/refresh', handler: refresh }];
`,
      errors: [{ messageId: 'sent', line: 5, column: 12, endLine: 5, endColumn: 62 }],
    },
    {
      name: 'Elysia: by a plugin that is handed in',
      filename: 'src/modules/auth.ts',
      code: `
import { Elysia, t } from 'elysia';
export const auth = (app: Elysia) =>
  app.post('/sign-in', async ({ body, jwt }) => {
    const accessToken = await jwt.sign({ id: body.id });
    return { user: body.id, accessToken };
  }, { body: t.Object({ id: t.String() }) });
`,
      errors: [{ messageId: 'sent', line: 6, column: 29, endLine: 6, endColumn: 40 }],
    },
    {
      name: 'Elysia: in a group, as the token alone',
      filename: 'src/index.ts',
      code: `
import { Elysia } from 'elysia';
import { jwt } from '@elysiajs/jwt';
new Elysia()
  .use(jwt({ name: 'accessJwt', secret: Bun.env.SECRET!, exp: '10m' }))
  .group('/auth', (app) => app.get('/token', ({ accessJwt }) => accessJwt.sign({ id: 7 })))
  .listen(3000);
`,
      errors: [{ messageId: 'sent', line: 6, column: 65, endLine: 6, endColumn: 90 }],
    },
    {
      name: 'Elysia: a handler by name',
      filename: 'src/login.ts',
      code: `
import { Elysia } from 'elysia';
const login = async ({ body }) => ({ session: { refreshToken: await renew(body) } });
export const app = new Elysia({ prefix: '/auth' }).post('/login', login);
`,
      errors: [{ messageId: 'sent', line: 3, column: 49, endLine: 3, endColumn: 80 }],
    },
    {
      name: 'tRPC: a procedure that is guarded and has an input',
      filename: 'src/server/session.ts',
      code: `
import { z } from 'zod';
import { protectedProcedure, createTRPCRouter } from './trpc';
export const session = createTRPCRouter({
  renew: protectedProcedure.input(z.object({ id: z.string() })).mutation(async ({ ctx, input }) => {
    const accessToken = await ctx.tokens.issue(input.id);
    return { accessToken, at: new Date() };
  }),
});
`,
      errors: [{ messageId: 'sent', line: 7, column: 14, endLine: 7, endColumn: 25 }],
    },
    {
      name: 'tRPC: by the name under which it is asked for',
      filename: 'src/router.ts',
      code: `
import { t } from './t';
export const login = t.procedure.mutation(async ({ input }) => {
  const token = await check(input);
  return { token };
});
`,
      errors: [{ messageId: 'sent', line: 5, column: 12, endLine: 5, endColumn: 17 }],
    },
    {
      name: 'tRPC: a resolver by name',
      filename: 'src/auth.ts',
      code: `
import { publicProcedure } from './t';
const resolve = async () => ({ id_token: await exchange() });
export const callback = publicProcedure.query(resolve);
`,
      errors: [{ messageId: 'sent', line: 3, column: 32, endLine: 3, endColumn: 58 }],
    },
    {
      name: 'SvelteKit: a named form action',
      filename: 'src/routes/(auth)/signin/+page.server.ts',
      code: `
import type { Actions } from './$types';
const enter = async ({ request, fetch }) => {
  const answer = await fetch('https://api.acme.example/session', { method: 'POST', body: await request.text() });
  const { token } = await answer.json();
  return { ok: true, token };
};
export const actions = { enter } satisfies Actions;
`,
      errors: [{ messageId: 'sent', line: 6, column: 22, endLine: 6, endColumn: 27 }],
    },
    {
      name: 'SvelteKit: an endpoint hands the cookie out',
      filename: 'src/routes/api/me/+server.ts',
      code: `
import { json } from '@sveltejs/kit';
export const GET = async ({ cookies }) => json({ session: cookies.get('session_token') });
`,
      errors: [{ messageId: 'sent', line: 3, column: 50, endLine: 3, endColumn: 87 }],
    },
    {
      name: 'React Router: an action that gives back an object',
      filename: 'app/routes/signin.tsx',
      code: `
import type { Route } from './+types/signin';
export async function action({ request }: Route.ActionArgs) {
  const { accessToken } = await signIn(await request.formData());
  return { accessToken };
}
`,
      errors: [{ messageId: 'sent', line: 5, column: 12, endLine: 5, endColumn: 23 }],
    },
    {
      name: 'Astro: an endpoint hands the cookie out',
      filename: 'src/pages/api/token.ts',
      code: `
import type { APIContext } from 'astro';
export async function GET(context: APIContext) {
  const jwt = context.cookies.get('jwt')?.value ?? null;
  return new Response(JSON.stringify({ value: jwt }));
}
`,
      errors: [{ messageId: 'sent', line: 5, column: 40, endLine: 5, endColumn: 50 }],
    },
  ],
} satisfies RuleCases;
