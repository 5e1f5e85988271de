import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-token-in-response-body',
  valid: [
    {
      name: 'Fastify: the cookie carries it',
      code: `
import Fastify from 'fastify';
const app = Fastify();
app.post('/login', async (request, reply) => {
  const token = app.jwt.sign({ id: 1 });
  reply.setCookie('session', token, { httpOnly: true, secure: true, sameSite: 'lax' });
  return { user: 1, expires_at: 2 };
});
`,
    },
    {
      name: 'Fastify: anti-forgery token',
      filename: 'src/auth.js',
      code: `
export default async (fastify) => {
  fastify.get('/csrf', async (request, reply) => ({ token: await reply.generateCsrf() }));
  fastify.get('/csrf-token', async (request, reply) => reply.send({ csrfToken: await reply.generateCsrf() }));
};
`,
    },
    {
      name: 'Fastify: an object of its own with a send method',
      filename: 'src/auth/mailer.js',
      code: `
export const welcome = (mailer, token) => mailer.send({ token });
`,
    },
    {
      name: "Fastify: a plugin's options",
      filename: 'src/auth/plugin.js',
      code: `
export default async (fastify) => {
  fastify.register(require('@fastify/jwt'), { secret: process.env.JWT_SECRET, sign: { accessToken: true } });
};
`,
    },
    {
      name: 'a helper that gives a token to its caller',
      filename: 'server/auth/tokens.js',
      code: `
export function issueTokens(user) {
  return { accessToken: sign(user), refreshToken: sign(user) };
}
`,
    },
    {
      name: 'Koa: nothing secret',
      filename: 'src/auth.js',
      code: `
router.post('/login', async (ctx) => {
  ctx.cookies.set('session', await issue(ctx.request.body), { sameSite: 'lax' });
  ctx.body = { user: ctx.state.user, expires_at: 1 };
});
`,
    },
    {
      name: 'Koa: echoed from the request',
      filename: 'src/auth.js',
      code: `
router.post('/verify', async (ctx) => {
  const { token } = ctx.request.body;
  ctx.body = { token, valid: true };
});
`,
    },
    {
      name: "a canvas' ctx, and a request's body that is written",
      filename: 'src/auth/draw.js',
      code: `
export function prepare(request, token) {
  request.body = { token };
  return request;
}
`,
    },
    {
      name: 'Hono: nothing secret',
      code: `
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
new Hono().post('/login', async (c) => {
  setCookie(c, 'session', await issue(c), { httpOnly: true, secure: true, sameSite: 'Lax' });
  return c.json({ ok: true, tokenType: 'cookie' });
});
`,
    },
    {
      name: 'another thing that is called c and has a json method',
      filename: 'src/auth/clients.js',
      code: `
export const all = (clients, token) => clients.map((c) => c.json({ token }));
`,
    },
    {
      name: 'another object with a json method',
      filename: 'server/auth.js',
      code: `
export async function login(request, api) {
  const token = await issue(request);
  return api.json({ token });
}
`,
    },
    {
      name: 'Nest: a controller that sets the cookie',
      filename: 'src/auth/auth.controller.ts',
      code: `
import { Controller, Post, Res } from '@nestjs/common';
@Controller('auth')
export class AuthController {
  @Post('login')
  async login(@Res({ passthrough: true }) response) {
    const token = await this.auth.issue();
    response.cookie('session', token, { httpOnly: true, secure: true, sameSite: 'lax' });
    return { message: 'Welcome' };
  }
}
`,
    },
    {
      name: 'Nest: a service that gives back a bare token',
      filename: 'src/auth/token.service.ts',
      code: `
import { Injectable } from '@nestjs/common';
import { sign } from 'jsonwebtoken';
@Injectable()
export class TokenService {
  issue(user) {
    return sign({ id: user.id }, process.env.JWT_SECRET);
  }
}
`,
    },
    {
      name: 'Nest: a service that gives back what it was given',
      filename: 'src/auth/auth.service.ts',
      code: `
import { Injectable } from '@nestjs/common';
@Injectable()
export class AuthService {
  async find(accessToken: string) {
    return { accessToken, session: await this.sessions.find(accessToken) };
  }
}
`,
    },
    {
      name: "Nest: a strategy's user",
      filename: 'src/auth/jwt.strategy.ts',
      code: `
import { Injectable } from '@nestjs/common';
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  validate(payload) {
    return { id: payload.sub, tokenVersion: payload.tokenVersion };
  }
}
`,
    },
    {
      name: 'Nest: an endpoint for programs',
      filename: 'src/auth/auth.controller.ts',
      settings: { programmaticEndpoints: ['/auth/token'] },
      code: `
import { Controller, Post } from '@nestjs/common';
@Controller('auth')
export class AuthController {
  @Post('token')
  token() {
    return { access_token: issue() };
  }
}
`,
    },
    {
      name: 'Nest: an endpoint that is documented as one for programs',
      filename: 'src/auth/auth.controller.ts',
      code: `
import { Controller, Post } from '@nestjs/common';
@Controller('auth')
export class AuthController {
  /** For programmatic clients only: a browser signs in by cookie. */
  @Post('token')
  token() {
    return { access_token: issue() };
  }
}
`,
    },
    {
      name: 'tsoa: nothing secret',
      filename: 'src/auth/authController.ts',
      code: `
import { Controller, Post, Route } from 'tsoa';
@Route('auth')
export class AuthController extends Controller {
  @Post('login')
  public async login() {
    this.setHeader('Set-Cookie', await sessionCookie());
    return { expires_at: 1 };
  }
}
`,
    },
    {
      name: 'a method that another decorator marks',
      filename: 'src/auth/auth.job.ts',
      code: `
import { Cron } from '@nestjs/schedule';
export class AuthJob {
  @Cron('0 * * * *')
  renew() {
    return { accessToken: issue() };
  }
}
`,
    },
    {
      name: 'Next: the cookie carries it',
      filename: 'app/api/login/route.ts',
      code: `
import { NextResponse } from 'next/server';
export async function POST(request: Request) {
  const response = NextResponse.json({ message: 'Welcome' });
  response.cookies.set('token', await issue(request), { httpOnly: true, secure: true, sameSite: 'lax' });
  return response;
}
`,
    },
    {
      name: 'Next: an endpoint for programs',
      filename: 'app/api/auth/token/route.ts',
      settings: { programmaticEndpoints: ['/api/auth/token'] },
      code: `
export async function POST(request: Request) {
  return Response.json({ access_token: await issue(request) });
}
`,
    },
    {
      name: 'Next: an endpoint that is documented as one for programs',
      filename: 'app/api/auth/token/route.ts',
      code: `
/** For programmatic clients only: a browser signs in by cookie. */
export async function POST(request: Request) {
  return Response.json({ access_token: await issue(request) });
}
`,
    },
    {
      name: 'Next: a helper of the server that is no action',
      filename: 'lib/session.ts',
      code: `
import 'server-only';
export async function readSession(store) {
  const accessToken = store.get('session');
  return { accessToken };
}
`,
    },
    {
      name: 'a mocked Response in a page',
      filename: 'src/mocks.js',
      code: `
window.fetch = async () => new Response(JSON.stringify({ token: 'x', accessToken: makeToken() }));
`,
    },
    {
      name: 'Nitro: nothing secret',
      filename: 'server/api/auth/login.post.ts',
      code: `
export default defineEventHandler(async (event) => {
  const token = await issue(await readBody(event));
  setCookie(event, 'session', token, { httpOnly: true, secure: true, sameSite: 'lax' });
  return { expires_at: 1 };
});
`,
    },
    {
      name: 'Nitro: an endpoint for programs',
      filename: 'server/api/auth/token.post.ts',
      settings: { programmaticEndpoints: ['/api/auth/token'] },
      code: `
export default defineEventHandler(async (event) => ({ token: await issue(event) }));
`,
    },
    {
      name: 'an event handler of a page',
      filename: 'src/auth/form.js',
      code: `
export const onLogin = defineHandler((e) => ({ token: e.detail.token }));
`,
    },
    {
      name: 'Node: another thing that ends',
      filename: 'src/auth.js',
      code: `
export function finish(stream, accessToken) {
  stream.end(JSON.stringify({ accessToken }));
}
`,
    },
    {
      name: 'GraphQL: nothing secret',
      filename: 'src/resolvers/user.js',
      code: `
export default {
  Query: {
    me: async (parent, args, { me }) => ({ id: me.id, tokenVersion: me.tokenVersion }),
  },
};
`,
    },
    {
      name: 'another object with a member called Query',
      filename: 'src/auth/database.js',
      code: `
export const auth = { LoginQuery: { build: (token) => ({ token }) } };
`,
    },
    {
      name: 'Sails: a helper for its caller',
      filename: 'api/helpers/utils/create-jwt-token.js',
      code: `
const jwt = require('jsonwebtoken');
module.exports = {
  sync: true,
  inputs: { subject: {} },
  exits: {},
  fn(inputs) {
    return { token: jwt.sign({ sub: inputs.subject }, sails.config.custom.secret) };
  },
};
`,
    },
    {
      name: 'a helper that sets the cookie',
      filename: 'controllers/auth.js',
      code: `
import { sendRefreshToken, setSessionCookieResponse } from '../utils/cookies.js';
export const login = async (req, res) => {
  const token = await issue(req.body);
  sendRefreshToken(res, token);
  setSessionCookieResponse(res, token);
  res.sendStatus(204);
};
`,
    },
    {
      name: 'a helper that is given no response',
      filename: 'controllers/auth.js',
      code: `
export const login = async (req, res) => {
  const token = await issue(req.body);
  await audit.buildResponse(req, { token });
  res.sendStatus(204);
};
`,
    },
    {
      name: 'a callback that is told of the tokens, and what handles their errors',
      filename: 'server/oauth/provider.ts',
      code: `
import { eventHandler } from 'h3';
export const provider = ({ onSuccess, onError }) => eventHandler(async (event) => {
  const tokens = await requestAccessToken(event);
  if (tokens.error) return handleAccessTokenErrorResponse(event, 'provider', tokens, onError);
  return onSuccess(event, { user: await fetchUser(tokens), tokens });
});
`,
    },
    {
      name: 'a token in an address',
      filename: 'server/auth.js',
      code: `
router.post('/login/link', async (req, res) => {
  const token = await linkFor(req.user);
  res.json({ returnTo: \`/sign/\${token}\`, address: origin + '/sign?t=' + token });
});
`,
    },
    {
      name: 'tokens of other parties, which their SDKs take in the page',
      filename: 'server/routes.js',
      code: `
app.get('/livekit/token', async (req, res) => {
  const access = new AccessToken(key, secret, { identity: req.user.id });
  res.json({ token: await access.toJwt() });
});
app.get('/api/chat/token', (req, res) => res.json({ token: streamClient.createToken(req.user.id) }));
fastify.get('/video/token', async (request) => ({ token: twilioToken(request.user) }));
`,
    },
    {
      name: 'an envelope without a token',
      filename: 'controllers/user.controller.js',
      code: `
const refresh = async (req, res) => {
  const { accessToken, refreshToken } = await generateTokens(req.user.id);
  return res.cookie('accessToken', accessToken, options).json(new ApiResponse(200, {}, 'Token refreshed'));
};
`,
    },
  ],
  invalid: [
    {
      name: 'Fastify: reply.send',
      code: `
import Fastify from 'fastify';
const app = Fastify();
app.post('/login', async (request, reply) => {
  const token = app.jwt.sign({ id: 1 });
  reply.send({ token });
});
`,
      errors: [{ messageId: 'sent', line: 6, column: 16, endLine: 6, endColumn: 21 }],
    },
    {
      name: 'Fastify: a status before',
      filename: 'src/auth.controller.js',
      code: `
export async function login(request, reply) {
  return reply.code(200).send({ accessToken: await issue(request.body) });
}
`,
      errors: [{ messageId: 'sent', line: 3, column: 33, endLine: 3, endColumn: 71 }],
    },
    {
      name: 'Fastify: what the handler gives back',
      code: `
import fastify from 'fastify';
const server = fastify({ logger: true });
server.post('/login', async (request) => {
  const user = await check(request.body);
  return { user, token: createToken(user) };
});
`,
      errors: [{ messageId: 'sent', line: 6, column: 18, endLine: 6, endColumn: 42 }],
    },
    {
      name: 'Fastify: a plugin with a typed instance',
      filename: 'src/routes/auth.ts',
      code: `
import type { FastifyInstance } from 'fastify';
export default async function routes(server: FastifyInstance) {
  server.post('/login', { schema }, async (request) => ({ token: await issue(request.body) }));
}
`,
      errors: [{ messageId: 'sent', line: 4, column: 59, endLine: 4, endColumn: 91 }],
    },
    {
      name: 'Fastify: a full declaration of a route',
      filename: 'src/login.js',
      code: `
export default async (fastify) => {
  fastify.route({
    method: 'POST',
    url: '/login',
    handler: async (request) => {
      const tokens = await signIn(request.body);
      return { refreshToken: tokens.refresh };
    },
  });
};
`,
      errors: [{ messageId: 'sent', line: 8, column: 16, endLine: 8, endColumn: 44 }],
    },
    {
      name: 'Fastify: a typed reply under another name',
      filename: 'src/login.ts',
      code: `
import type { FastifyReply as Reply, FastifyRequest } from 'fastify';
export const login = async (req: FastifyRequest, answer: Reply) => answer.status(201).send({ jwt: await issue(req.body) });
`,
      errors: [{ messageId: 'sent', line: 3, column: 94, endLine: 3, endColumn: 120 }],
    },
    {
      name: "Fastify: a decorator of the app's own",
      filename: 'src/login.ts',
      code: `
export const login = async (request, reply) => {
  const token = await issue(request.body);
  return reply.sendSuccess('Welcome', { token });
};
`,
      errors: [{ messageId: 'sent', line: 4, column: 41, endLine: 4, endColumn: 46 }],
    },
    {
      name: 'Koa: ctx.body',
      filename: 'src/auth.js',
      code: `
router.post('/login', async (ctx) => {
  const token = await issue(ctx.request.body);
  ctx.body = { token, user: ctx.state.user };
});
`,
      errors: [{ messageId: 'sent', line: 4, column: 16, endLine: 4, endColumn: 21 }],
    },
    {
      name: 'Koa: ctx.response.body',
      code: `
import Koa from 'koa';
import jwt from 'jsonwebtoken';
const app = new Koa();
app.use(async (ctx) => {
  ctx.response.body = { data: { access: jwt.sign({ id: 1 }, process.env.JWT_SECRET, { expiresIn: '15m' }) } };
});
`,
      errors: [{ messageId: 'sent', line: 6, column: 33, endLine: 6, endColumn: 87 }],
    },
    {
      name: 'Koa: a typed context',
      filename: 'src/users/login.ts',
      code: `
import type { Context } from 'koa';
export async function login(context: Context) {
  context.body = { token: await issue(context.request.body) };
}
`,
      errors: [{ messageId: 'sent', line: 4, column: 20, endLine: 4, endColumn: 60 }],
    },
    {
      name: 'Koa: the whole body',
      filename: 'src/auth.js',
      code: `
exports.login = async (ctx) => {
  const token = await issue(ctx.request.body);
  ctx.status = 200;
  ctx.body = token;
};
`,
      errors: [{ messageId: 'sent', line: 5, column: 14, endLine: 5, endColumn: 19 }],
    },
    {
      name: 'Strapi: ctx.send',
      filename: 'extensions/auth/controllers/auth.js',
      code: `
module.exports = {
  async callback(ctx) {
    const user = await check(ctx.request.body);
    ctx.send({ jwt: getService('jwt').issue({ id: user.id }), user });
  },
};
`,
      errors: [{ messageId: 'sent', line: 5, column: 16, endLine: 5, endColumn: 61 }],
    },
    {
      name: 'Hono: c.json',
      code: `
import { Hono } from 'hono';
const app = new Hono();
app.post('/login', async (c) => {
  const token = await issue(await c.req.json());
  return c.json({ token }, 200);
});
`,
      errors: [{ messageId: 'sent', line: 6, column: 19, endLine: 6, endColumn: 24 }],
    },
    {
      name: 'Hono: c.text',
      code: `
import { Hono } from 'hono';
new Hono().post('/login', async (c) => {
  const accessToken = await issue(c);
  return c.text(accessToken);
});
`,
      errors: [{ messageId: 'sent', line: 5, column: 17, endLine: 5, endColumn: 28 }],
    },
    {
      name: 'Hono: a handler in a file of its own',
      filename: 'src/auth/login.ts',
      code: `
export const login = async (c) => {
  const body = await c.req.json();
  return c.json({ user: body.name, accessToken: await issue(body) });
};
`,
      errors: [{ messageId: 'sent', line: 4, column: 36, endLine: 4, endColumn: 66 }],
    },
    {
      name: 'Hono: a typed context',
      filename: 'src/login.ts',
      code: `
import type { Context } from 'hono';
export async function login(context: Context<Env>) {
  return context.json({ token: await issue(context) });
}
`,
      errors: [{ messageId: 'sent', line: 4, column: 25, endLine: 4, endColumn: 52 }],
    },
    {
      name: "Nest: a controller's method",
      filename: 'src/auth/auth.controller.ts',
      code: `
import { Body, Controller, Post } from '@nestjs/common';
@Controller('auth')
export class AuthController {
  @Post('login')
  async login(@Body() body: LoginDto) {
    const token = await this.auth.issue(body);
    return { token };
  }
}
`,
      errors: [{ messageId: 'sent', line: 8, column: 14, endLine: 8, endColumn: 19 }],
    },
    {
      name: 'Nest: @Res',
      filename: 'src/auth/auth.controller.ts',
      code: `
import { Controller, Post, Req, Res } from '@nestjs/common';
import { Response } from 'express';
@Controller()
export class AuthController {
  @Post('login')
  async login(@Req() req, @Res() res: Response) {
    return res.status(200).json({ access_token: await this.auth.issue(req.user) });
  }
}
`,
      errors: [{ messageId: 'sent', line: 8, column: 35, endLine: 8, endColumn: 80 }],
    },
    {
      name: 'Nest: an answer of a helper method',
      filename: 'src/users/users.controller.ts',
      code: `
import { Controller, Post } from '@nestjs/common';
@Controller('users')
export class UsersController {
  @Post()
  create() {
    return this.answer(this.users.create());
  }
  private answer(user) {
    return { user: { email: user.email, token: generateToken(user) } };
  }
}
`,
      errors: [{ messageId: 'sent', line: 10, column: 41, endLine: 10, endColumn: 67 }],
    },
    {
      name: 'Nest: a resolver',
      filename: 'src/auth/auth.resolver.ts',
      code: `
import { Args, Mutation, Resolver } from '@nestjs/graphql';
@Resolver()
export class AuthResolver {
  @Mutation(() => Auth)
  async login(@Args('input') input: LoginInput) {
    return { accessToken: await this.auth.issue(input) };
  }
}
`,
      errors: [{ messageId: 'sent', line: 7, column: 14, endLine: 7, endColumn: 55 }],
    },
    {
      name: 'Nest: a service that signs',
      filename: 'src/auth/auth.service.ts',
      code: `
import { Injectable } from '@nestjs/common';
import * as jwt from 'jsonwebtoken';
@Injectable()
export class AuthService {
  async login(user) {
    return { user, access_token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET, { expiresIn: '15m' }) };
  }
}
`,
      errors: [{ messageId: 'returned', line: 7, column: 20, endLine: 7, endColumn: 87 }],
    },
    {
      name: 'Nest: a service that signs in a method of its own',
      filename: 'src/user/user.service.ts',
      code: `
import { Injectable } from '@nestjs/common';
import { sign } from 'jsonwebtoken';
@Injectable()
export class UserService {
  private sign(user) {
    return sign({ id: user.id }, process.env.JWT_SECRET);
  }
  private present(user) {
    const shown = { email: user.email, token: this.sign(user) };
    return { user: shown };
  }
}
`,
      errors: [{ messageId: 'returned', line: 10, column: 40, endLine: 10, endColumn: 62 }],
    },
    {
      name: 'tsoa',
      filename: 'src/auth/authController.ts',
      code: `
import { Body, Controller, Post, Route } from 'tsoa';
@Route('auth')
export class AuthController extends Controller {
  @Post('login')
  public async login(@Body() body: Login): Promise<Session> {
    const user = await check(body);
    return { user, token: await issue(user) };
  }
}
`,
      errors: [{ messageId: 'sent', line: 8, column: 20, endLine: 8, endColumn: 44 }],
    },
    {
      name: 'routing-controllers',
      filename: 'src/AuthController.ts',
      code: `
import { JsonController, Post } from 'routing-controllers';
@JsonController()
export class AuthController {
  @Post('/login')
  login() {
    return { token: issue(this.user) };
  }
}
`,
      errors: [{ messageId: 'sent', line: 7, column: 14, endLine: 7, endColumn: 37 }],
    },
    {
      name: 'Next: a route handler',
      filename: 'app/api/login/route.ts',
      code: `
import { NextResponse } from 'next/server';
export async function POST(request: Request) {
  const token = await issue(await request.json());
  return NextResponse.json({ token });
}
`,
      errors: [{ messageId: 'sent', line: 5, column: 30, endLine: 5, endColumn: 35 }],
    },
    {
      name: "Next: a route handler with the standard's Response",
      filename: 'app/api/auth/login/route.ts',
      code: `
export async function POST(request: Request) {
  const accessToken = await issue(await request.json());
  return Response.json({ user: 1, accessToken }, { status: 201 });
}
`,
      errors: [{ messageId: 'sent', line: 4, column: 35, endLine: 4, endColumn: 46 }],
    },
    {
      name: 'Next: a text',
      filename: 'app/api/auth/login/route.ts',
      code: `
export async function POST(request) {
  const token = await issue(await request.json());
  return new Response(JSON.stringify({ token }), { headers: { 'Content-Type': 'application/json' } });
}
`,
      errors: [{ messageId: 'sent', line: 4, column: 40, endLine: 4, endColumn: 45 }],
    },
    {
      name: 'Next: new NextResponse',
      filename: 'src/app/api/session/route.js',
      code: `
import { NextResponse as Answer } from 'next/server';
export const POST = async (request) => new Answer(JSON.stringify({ jwt: await issue(request) }));
`,
      errors: [{ messageId: 'sent', line: 3, column: 68, endLine: 3, endColumn: 93 }],
    },
    {
      name: 'Next: pages/api',
      filename: 'pages/api/login.ts',
      code: `
import type { NextApiRequest, NextApiResponse } from 'next';
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const token = await issue(req.body);
  res.status(200).json({ token });
}
`,
      errors: [{ messageId: 'sent', line: 5, column: 26, endLine: 5, endColumn: 31 }],
    },
    {
      name: 'Next: a server action',
      filename: 'app/login/actions.ts',
      code: `
'use server';
export async function login(form: FormData) {
  const accessToken = await issue(form.get('email'));
  return { ok: true, accessToken };
}
`,
      errors: [{ messageId: 'sent', line: 5, column: 22, endLine: 5, endColumn: 33 }],
    },
    {
      name: 'Next: a server action in a page',
      filename: 'app/login/page.js',
      code: `
export default function Page() {
  async function login(form) {
    'use server';
    const accessToken = await issue(form.get('email'));
    return { accessToken };
  }
  return render(login);
}
`,
      errors: [{ messageId: 'sent', line: 6, column: 14, endLine: 6, endColumn: 25 }],
    },
    {
      name: 'SvelteKit: json',
      filename: 'src/routes/api/login/+server.ts',
      code: `
import { json } from '@sveltejs/kit';
export async function POST({ request }) {
  const token = await issue(await request.json());
  return json({ token });
}
`,
      errors: [{ messageId: 'sent', line: 5, column: 17, endLine: 5, endColumn: 22 }],
    },
    {
      name: 'Nitro: what the handler gives back, nothing imported',
      filename: 'server/api/auth/login.post.ts',
      code: `
export default defineEventHandler(async (event) => {
  const body = await readBody(event);
  const token = await issue(body);
  return { token };
});
`,
      errors: [{ messageId: 'sent', line: 5, column: 12, endLine: 5, endColumn: 17 }],
    },
    {
      name: 'h3: eventHandler by import, renamed',
      filename: 'src/login.ts',
      code: `
import { eventHandler as handler } from 'h3';
export default handler(async (event) => {
  const user = await check(event);
  return { user, token: generateToken(user) };
});
`,
      errors: [{ messageId: 'sent', line: 5, column: 18, endLine: 5, endColumn: 44 }],
    },
    {
      name: 'h3: a handler as an object',
      filename: 'server/api/login.ts',
      code: `
import { defineEventHandler } from 'h3';
export default defineEventHandler({
  onRequest: [limit],
  handler: async (event) => ({ accessToken: await issue(event) }),
});
`,
      errors: [{ messageId: 'sent', line: 5, column: 32, endLine: 5, endColumn: 63 }],
    },
    {
      name: 'h3: send',
      filename: 'src/login.ts',
      code: `
import { defineEventHandler, send } from 'h3';
export default defineEventHandler(async (event) => {
  const accessToken = await issue(event);
  return send(event, JSON.stringify({ accessToken }));
});
`,
      errors: [{ messageId: 'sent', line: 5, column: 39, endLine: 5, endColumn: 50 }],
    },
    {
      name: 'Node: res.end',
      code: `
import { createServer } from 'node:http';
createServer(async (req, res) => {
  const accessToken = await issue(req);
  res.end(JSON.stringify({ accessToken }));
}).listen(3000);
`,
      errors: [{ messageId: 'sent', line: 5, column: 28, endLine: 5, endColumn: 39 }],
    },
    {
      name: 'Node: res.write',
      filename: 'src/login.js',
      code: `
const http = require('http');
http.createServer((req, res) => {
  const token = issue(req);
  res.write(JSON.stringify({ token }));
  res.end();
});
`,
      errors: [{ messageId: 'sent', line: 5, column: 30, endLine: 5, endColumn: 35 }],
    },
    {
      name: 'GraphQL: a map of resolvers',
      filename: 'src/resolvers/user.js',
      code: `
export default {
  Mutation: {
    signIn: async (parent, { login, password }, { models, secret }) => {
      const user = await models.User.findByLogin(login);
      return { token: createToken(user, secret, '30m') };
    },
  },
};
`,
      errors: [{ messageId: 'sent', line: 6, column: 16, endLine: 6, endColumn: 55 }],
    },
    {
      name: 'GraphQL: methods, and a nested type',
      filename: 'server/graph/resolvers/user.js',
      code: `
module.exports = {
  UserMutation: {
    async login(obj, args, context) {
      const fresh = await context.models.users.refreshToken(args.id);
      return { responseResult: success('Welcome'), jwt: fresh.token };
    },
  },
};
`,
      errors: [{ messageId: 'sent', line: 6, column: 52, endLine: 6, endColumn: 68 }],
    },
    {
      name: 'GraphQL: resolvers in variables, behind guards',
      filename: 'src/schema.ts',
      code: `
import { combineResolvers } from 'graphql-resolvers';
const login = combineResolvers(isGuest, async (_, args) => ({ accessToken: await issue(args) }));
const Mutation = { login };
export const resolvers = { Mutation };
`,
      errors: [{ messageId: 'sent', line: 3, column: 63, endLine: 3, endColumn: 93 }],
    },
    {
      name: 'GraphQL: type-graphql',
      filename: 'src/UserResolver.ts',
      code: `
import { Arg, Mutation, Resolver } from 'type-graphql';
@Resolver()
export class UserResolver {
  @Mutation(() => LoginResponse)
  async login(@Arg('email') email: string) {
    const user = await User.findOne({ email });
    return { accessToken: createAccessToken(user), user };
  }
}
`,
      errors: [{ messageId: 'sent', line: 8, column: 14, endLine: 8, endColumn: 50 }],
    },
    {
      name: 'Sails: an action gives it back',
      filename: 'api/controllers/access-tokens/create.js',
      code: `
module.exports = {
  inputs: { email: { type: 'string' } },
  exits: { invalid: { responseType: 'unauthorized' } },
  async fn(inputs) {
    const { token: accessToken } = sails.helpers.utils.createJwtToken(inputs.email);
    return { item: accessToken };
  },
};
`,
      errors: [{ messageId: 'sent', line: 7, column: 14, endLine: 7, endColumn: 31 }],
    },
    {
      name: 'Sails: exits.success',
      filename: 'api/controllers/entrance/login.js',
      code: `
module.exports = {
  exits: { success: {} },
  fn: async function (inputs, exits) {
    const token = await sails.helpers.issue(inputs.email);
    return exits.success({ token });
  },
};
`,
      errors: [{ messageId: 'sent', line: 6, column: 28, endLine: 6, endColumn: 33 }],
    },
    {
      name: 'Sails: res.ok',
      filename: 'api/controllers/AuthController.js',
      code: `
module.exports = {
  login: async function (req, res) {
    const token = await sails.helpers.issue(req.body.email);
    return res.ok({ token });
  },
};
`,
      errors: [{ messageId: 'sent', line: 5, column: 21, endLine: 5, endColumn: 26 }],
    },
    {
      name: 'Sails: a helper that answers for actions',
      filename: 'api/helpers/access-tokens/finish.js',
      code: `
module.exports = {
  inputs: { user: { type: 'ref' }, response: { type: 'ref' } },
  exits: {},
  async fn(inputs) {
    const accessToken = await issue(inputs.user);
    return { item: accessToken };
  },
};
`,
      errors: [{ messageId: 'sent', line: 7, column: 14, endLine: 7, endColumn: 31 }],
    },
    {
      name: 'through a helper of another file, by its name',
      filename: 'controllers/auth.js',
      code: `
import { sendResponse } from '../utils/http.js';
export const login = async (req, res) => {
  const token = await issue(req.body);
  return sendResponse(res, 200, 'Welcome', { token });
};
`,
      errors: [{ messageId: 'sent', line: 5, column: 46, endLine: 5, endColumn: 51 }],
    },
    {
      name: 'through a helper of another file, bare',
      filename: 'controllers/auth.js',
      code: `
const { standardRes } = require('../utils/standardRes');
exports.login = async (req, res) => {
  const token = await issue(req.body);
  return standardRes(res, 200, 'Welcome', token);
};
`,
      errors: [{ messageId: 'sent', line: 5, column: 43, endLine: 5, endColumn: 48 }],
    },
    {
      name: 'in an envelope that sends itself',
      filename: 'src/routes/access/token.ts',
      code: `
router.post('/', asyncHandler(async (req, res) => {
  const tokens = await createTokens(req.user, req.keys.access, req.keys.refresh);
  new TokenRefreshResponse('Token issued', tokens.accessToken, tokens.refreshToken).send(res);
}));
`,
      errors: [
        { messageId: 'sent', line: 4, column: 44, endLine: 4, endColumn: 62 },
        { messageId: 'sent', line: 4, column: 64, endLine: 4, endColumn: 83 },
      ],
    },
    {
      name: 'in an envelope, with a user, that sends itself',
      filename: 'src/routes/access/login.ts',
      code: `
router.post('/', asyncHandler(async (req, res) => {
  const user = await check(req.body);
  const tokens = await createTokens(user, req.keys.access, req.keys.refresh);
  return new SuccessResponse('Welcome', { user, tokens }).send(res);
}));
`,
      errors: [{ messageId: 'sent', line: 5, column: 49, endLine: 5, endColumn: 55 }],
    },
    {
      name: 'in an envelope',
      filename: 'controllers/user.controller.js',
      code: `
const login = async (req, res) => {
  const { accessToken, refreshToken } = await generateTokens(req.user.id);
  return res.status(200).json(new ApiResponse(200, { user: req.user, accessToken, refreshToken }, 'Welcome'));
};
`,
      errors: [
        { messageId: 'sent', line: 4, column: 70, endLine: 4, endColumn: 81 },
        { messageId: 'sent', line: 4, column: 83, endLine: 4, endColumn: 95 },
      ],
    },
    {
      name: 'in an envelope that a function makes',
      filename: 'controllers/user.controller.js',
      code: `
const login = async (req, res) => {
  const token = await issue(req.user.id);
  return res.json(successResponse('Welcome', { token }));
};
`,
      errors: [{ messageId: 'sent', line: 4, column: 48, endLine: 4, endColumn: 53 }],
    },
    {
      name: 'by a function of the file that puts the answer together',
      filename: 'controllers/user.js',
      code: `
const shown = (user) => ({ id: user.id, token: generateToken(user._id) });
export const login = async (req, res) => res.json(shown(await check(req.body)));
`,
      errors: [{ messageId: 'sent', line: 2, column: 41, endLine: 2, endColumn: 71 }],
    },
    {
      name: 'in a callback of jwt.sign, for Koa',
      filename: 'src/index.js',
      code: `
import jwt from 'jsonwebtoken';
router.post('/', (ctx) => jwt.sign({ id: 1 }, secret, (error, made) => {
  ctx.body = { value: made };
}));
`,
      errors: [{ messageId: 'sent', line: 4, column: 16, endLine: 4, endColumn: 27 }],
    },
    {
      name: 'a function behind a gateway',
      filename: 'functions/login.js',
      code: `
export const handler = async (event) => {
  const token = await issue(event.body);
  return { statusCode: 200, body: JSON.stringify({ token }) };
};
`,
      errors: [{ messageId: 'sent', line: 4, column: 52, endLine: 4, endColumn: 57 }],
    },
    {
      name: 'Nest: tokens that are signed together',
      filename: 'src/auth/auth.service.ts',
      code: `
import { Injectable } from '@nestjs/common';
import { signAsync } from './keys';
import * as jwt from 'jsonwebtoken';
@Injectable()
export class AuthService {
  async tokens(user) {
    const [accessToken, refreshToken] = await Promise.all([jwt.sign(user, process.env.A), jwt.sign(user, process.env.R)]);
    return { accessToken, refreshToken };
  }
}
`,
      errors: [
        { messageId: 'returned', line: 9, column: 14, endLine: 9, endColumn: 25 },
        { messageId: 'returned', line: 9, column: 27, endLine: 9, endColumn: 39 },
      ],
    },
  ],
} satisfies RuleCases;
