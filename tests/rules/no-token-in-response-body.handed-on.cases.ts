import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-token-in-response-body',
  valid: [
    {
      name: "another server's answer without the token of which the cookie is made",
      filename: 'server/api/login.post.ts',
      code: `
export default defineEventHandler(async (event) => {
  const answer = await $fetch(BACKEND + '/login', { method: 'POST', body: await readBody(event) });
  const { access_token, ...others } = answer;
  setCookie(event, 'token', access_token, { httpOnly: true, secure: true, sameSite: 'lax' });
  return others;
});
`,
    },
    {
      name: 'an answer out of which the token is deleted',
      filename: 'server/auth.js',
      code: `
import express from 'express';
const router = express.Router();
router.post('/login', async (req, res) => {
  const found = await signIn(req.body);
  res.cookie('accessToken', found.accessToken, { httpOnly: true, secure: true, sameSite: 'strict', maxAge: 600000 });
  delete found.accessToken;
  res.json(found);
});
router.get('/me', async (req, res) => {
  const answer = await fetch(BACKEND, { headers: { cookie: req.headers.cookie } }).then((one) => one.json());
  res.json(answer);
});
`,
    },
    {
      name: 'a promise of something else',
      filename: 'server/users.js',
      code: `
router.get('/users', (req, res) => db.listUsers().then((users) => res.json(users)));
router.post('/logout', (req, res) => revoke(req.body.token).then((done) => res.json({ done })));
`,
    },
    {
      name: 'a helper that puts in what is none',
      filename: 'server/auth.js',
      code: `
const withCount = (user) => {
  const shown = user.toJSON();
  shown.tokenCount = user.tokens.length;
  return shown;
};
export const me = async (req, res) => res.json(withCount(req.user));
`,
    },
    {
      name: 'a server action that uses the cookie, and tells whether there is one',
      filename: 'app/actions.ts',
      code: `
'use server';
import { cookies } from 'next/headers';
export async function isSignedIn() {
  const token = (await cookies()).get('token')?.value;
  return { signedIn: Boolean(token), known: token !== undefined, length: token?.length };
}
export async function orders() {
  const token = (await cookies()).get('token')?.value;
  return (await fetch(process.env.API + '/orders', { headers: { Authorization: \`Bearer \${token}\` } })).json();
}
export async function theme() {
  return (await cookies()).get('theme')?.value;
}
`,
    },
    {
      name: 'a token of another trade, that a server action was answered',
      filename: 'app/upload.ts',
      code: `
'use server';
export async function start(form: FormData) {
  const { token } = await (await fetch(\`\${process.env.BACKEND}/uploads\`, { method: 'POST', body: form })).json();
  return { ok: true, token };
}
`,
    },
    {
      name: 'a helper of the server that no page can call',
      filename: 'lib/session.ts',
      code: `
import 'server-only';
import { cookies } from 'next/headers';
export const getToken = async () => (await cookies()).get('token')?.value;
`,
    },
    {
      name: 'what is sent by mail, or set as a cookie',
      filename: 'server/auth.js',
      code: `
export const forgot = async (req, res) => {
  sendResetMail(res, { token: await makeResetToken(req.user) });
  sendTokenCookie(res, { token: await issue(req.user) });
};
`,
    },
    {
      name: 'a model that is called like an envelope',
      filename: 'server/results.js',
      code: `
export const find = async (req, res) => res.json(await Result.find({ token: req.body.token }));
`,
    },
    {
      name: 'a class that keeps the token for itself',
      filename: 'server/auth.ts',
      code: `
class LoginResult {
  constructor(private readonly token: string, public readonly name: string) {}
}
export const login = async (req, res) => res.json(new LoginResult(await issue(req.user), req.user.name));
`,
    },
  ],
  invalid: [
    {
      name: 'in what is promised',
      filename: 'server/auth.controller.js',
      code: `
const signIn = async (body) => {
  const user = await check(body);
  return { user, accessToken: sign(user) };
};
export const login = (req, res, next) => signIn(req.body).then((result) => res.status(200).json(result)).catch(next);
`,
      errors: [{ messageId: 'sent', line: 4, column: 18, endLine: 4, endColumn: 41 }],
    },
    {
      name: 'promised by a maker of tokens',
      filename: 'server/auth.js',
      code: `
export function login(req, res) {
  issueAccessToken(req.user).then((value) => res.send(value));
}
`,
      errors: [{ messageId: 'sent', line: 3, column: 55, endLine: 3, endColumn: 60 }],
    },
    {
      name: 'promised, in an object',
      filename: 'server/login.js',
      code: `
import jwt from 'jsonwebtoken';
const enter = (user) => Promise.resolve(jwt.sign({ id: user.id }, process.env.KEY, { expiresIn: '1h' }));
export const login = (req, res) => enter(req.user).then((made) => res.json({ status: 'ok', data: made }));
`,
      errors: [{ messageId: 'sent', line: 4, column: 92, endLine: 4, endColumn: 102 }],
    },
    {
      name: 'put in by a helper that gives the rest back too',
      filename: 'server/auth.js',
      code: `
const withToken = (user) => {
  const shown = user.toObject();
  shown.token = generateToken(user.id);
  return shown;
};
export const login = async (req, res) => res.json(withToken(await check(req.body)));
`,
      errors: [{ messageId: 'sent', line: 4, column: 3, endLine: 4, endColumn: 39 }],
    },
    {
      name: 'put in by a method, under another name',
      filename: 'server/users.js',
      code: `
import jwt from 'jsonwebtoken';
class Users {
  shown(user) {
    const body = { id: user.id };
    body.key = jwt.sign({ id: user.id }, process.env.KEY, { expiresIn: '1h' });
    return body;
  }
  enter(req, res) {
    res.json(this.shown(req.user));
  }
}
`,
      errors: [{ messageId: 'sent', line: 6, column: 5, endLine: 6, endColumn: 61 }],
    },
    {
      name: 'put in by a helper that is awaited, and spread',
      filename: 'server/signin.js',
      code: `
async function complete(account) {
  const result = {};
  result.accessToken = await issue(account);
  return result;
}
export const signin = async (req, res) => res.json({ ok: true, ...(await complete(req.body)) });
`,
      errors: [{ messageId: 'sent', line: 4, column: 3, endLine: 4, endColumn: 44 }],
    },
    {
      name: 'a static envelope, and one that is made',
      filename: 'server/auth.ts',
      code: `
import { ApiResponse } from './http';
export const login = async (req, res) => res.json(ApiResponse.of({ accessToken: await sign(req.user) }));
export const renew = async (req, res) => ApiResponse.success({ accessToken: await sign(req.user) }).send(res);
`,
      errors: [
        { messageId: 'sent', line: 3, column: 68, endLine: 3, endColumn: 101 },
        { messageId: 'sent', line: 4, column: 64, endLine: 4, endColumn: 97 },
      ],
    },
    {
      name: 'an envelope of the file, whatever it is called',
      filename: 'server/auth.ts',
      code: `
class Parcel {
  constructor(public readonly content: unknown, readonly code = 200) {}
}
class Box {
  static around(content) {
    return { ok: true, content };
  }
}
export const login = async (req, res) => res.json(new Parcel({ accessToken: await sign(req.user) }));
export const renew = async (req, res) => res.json(Box.around({ accessToken: await sign(req.user) }));
`,
      errors: [
        { messageId: 'sent', line: 10, column: 64, endLine: 10, endColumn: 97 },
        { messageId: 'sent', line: 11, column: 64, endLine: 11, endColumn: 97 },
      ],
    },
    {
      name: 'a sender that is handed response, status, message and data',
      filename: 'server/auth.js',
      code: `
import { sendResult, sendOk } from './http';
export const login = async (req, res) => sendResult(res, 200, 'Welcome', { token: await issueToken(req.user) });
export const renew = async (req, res) => {
  const accessToken = await sign(req.user);
  sendOk(res, { accessToken });
};
`,
      errors: [
        { messageId: 'sent', line: 3, column: 76, endLine: 3, endColumn: 109 },
        { messageId: 'sent', line: 6, column: 17, endLine: 6, endColumn: 28 },
      ],
    },
    {
      name: "an answer's maker of another module, in a route by its file",
      filename: 'app/api/session/route.ts',
      code: `
import { ok } from '@/lib/http';
export async function POST(request: Request) {
  const accessToken = await signIn(await request.json());
  return ok({ accessToken });
}
`,
      errors: [{ messageId: 'sent', line: 5, column: 15, endLine: 5, endColumn: 26 }],
    },
    {
      name: "the cookie as a server action's result",
      filename: 'app/session/actions.ts',
      code: `
'use server';
import { cookies } from 'next/headers';
export async function current() {
  const jar = await cookies();
  return jar.get('access_token')?.value ?? null;
}
export const both = async () => {
  const { value: jwt } = (await cookies()).get('jwt')!;
  return { user: await who(jwt), jwt };
};
export async function maybe() {
  const found = (await cookies()).get('auth-token');
  return found ? found.value : undefined;
}
`,
      errors: [
        { messageId: 'sent', line: 6, column: 10, endLine: 6, endColumn: 48 },
        { messageId: 'sent', line: 10, column: 34, endLine: 10, endColumn: 37 },
        { messageId: 'sent', line: 14, column: 18, endLine: 14, endColumn: 29 },
      ],
    },
    {
      name: 'what a server action was answered where people sign in',
      filename: 'app/enter.ts',
      code: `
'use server';
export async function enter(form: FormData) {
  const response = await fetch(\`\${process.env.BACKEND}/auth/login\`, { method: 'POST', body: form });
  const { token } = await response.json();
  return { ok: true, token };
}
export async function again() {
  const answer = await axios.post(\`\${process.env.BACKEND}/sign-in\`);
  return { token: answer.data.token };
}
`,
      errors: [
        { messageId: 'sent', line: 6, column: 22, endLine: 6, endColumn: 27 },
        { messageId: 'sent', line: 10, column: 12, endLine: 10, endColumn: 36 },
      ],
    },
    {
      name: 'the cookie, by Express, Koa, Hono and Nitro',
      filename: 'server/me.js',
      code: `
app.get('/profile', (req, res) => res.json({ name: req.user.name, value: req.cookies.access_token }));
router.get('/profile', (ctx) => {
  ctx.body = { name: ctx.state.user, value: ctx.cookies.get('jwt') };
});
`,
      errors: [
        { messageId: 'sent', line: 2, column: 67, endLine: 2, endColumn: 98 },
        { messageId: 'sent', line: 4, column: 38, endLine: 4, endColumn: 67 },
      ],
    },
    {
      name: 'the cookie, by Hono',
      filename: 'src/index.ts',
      code: `
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
export default new Hono().get('/', (c) => c.json({ value: getCookie(c, 'session') }));
`,
      errors: [{ messageId: 'sent', line: 4, column: 52, endLine: 4, endColumn: 82 }],
    },
    {
      name: 'the cookie, by Nitro',
      filename: 'server/api/profile.get.ts',
      code: `
export default defineEventHandler((event) => {
  const value = getCookie(event, 'auth_token');
  return { value };
});
`,
      errors: [{ messageId: 'sent', line: 4, column: 12, endLine: 4, endColumn: 17 }],
    },
    {
      name: 'on a condition',
      filename: 'server/auth.js',
      code: `
import jwt from 'jsonwebtoken';
router.post('/login', (req, res) => {
  const token = req.body.remember && jwt.sign({ sub: req.user.id }, process.env.JWT_SECRET, { expiresIn: '15m' });
  res.json({ user: req.user.name, ...(token && { token }) });
});
router.post('/refresh', (req, res) => {
  const accessToken = jwt.sign({ sub: req.user.id }, process.env.JWT_SECRET, { expiresIn: '15m' });
  res.json({ ok: true, ...(req.query.full ? { accessToken } : {}) });
});
router.post('/register', (req, res) => {
  const jwtToken = jwt.sign({ sub: req.user.id }, process.env.JWT_SECRET, { expiresIn: '15m' });
  res.json(req.user.active && { jwtToken, user: req.user.name });
});
`,
      errors: [
        { messageId: 'sent', line: 5, column: 50, endLine: 5, endColumn: 55 },
        { messageId: 'sent', line: 9, column: 47, endLine: 9, endColumn: 58 },
        { messageId: 'sent', line: 13, column: 33, endLine: 13, endColumn: 41 },
      ],
    },
    {
      name: "another server's answer, of which the cookie is made",
      filename: 'server/api/login.post.ts',
      code: `
import axios from 'axios';
export default defineEventHandler(async (event) => {
  const answer = await axios.post(BACKEND + '/login', await readBody(event));
  setCookie(event, 'token', answer.data.access_token, { httpOnly: true, secure: true, sameSite: 'lax' });
  return answer.data;
});
`,
      errors: [{ messageId: 'sent', line: 6, column: 10, endLine: 6, endColumn: 21 }],
    },
    {
      name: 'the same with the token taken out of it before, in Express',
      filename: 'server/auth.js',
      code: `
import express from 'express';
const router = express.Router();
router.post('/login', async (req, res) => {
  const found = await fetch(BACKEND, { method: 'POST', body: JSON.stringify(req.body) }).then((one) => one.json());
  const { accessToken } = found;
  res.cookie('accessToken', accessToken, { httpOnly: true, secure: true, sameSite: 'strict', maxAge: 600000 });
  res.json({ ok: true, ...found });
});
`,
      errors: [{ messageId: 'sent', line: 8, column: 27, endLine: 8, endColumn: 32 }],
    },
    {
      name: 'a route of Next.js that answers with it',
      filename: 'app/api/login/route.ts',
      code: `
import { NextResponse } from 'next/server';
export async function POST(request: Request) {
  const data = await signIn(await request.json());
  const response = NextResponse.json(data);
  response.cookies.set('token', data.token, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600 });
  return response;
}
`,
      errors: [{ messageId: 'sent', line: 5, column: 38, endLine: 5, endColumn: 42 }],
    },
  ],
} satisfies RuleCases;
