import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-token-in-response-body',
  valid: [
    {
      name: 'other headers, an anti-forgery token, what the caller sent',
      filename: 'server/auth.js',
      code: `
export const login = async (req, res) => {
  res.setHeader('X-CSRF-Token', makeCsrfToken(req));
  res.set('x-auth-token', req.headers['x-auth-token']);
  res.header('x-request-id', req.id).set({ 'Cache-Control': 'no-store', 'WWW-Authenticate': 'Bearer' });
  res.setHeader('Set-Cookie', \`token=\${await issue(req.user)}; HttpOnly; Secure; SameSite=Lax\`);
  res.setHeader('Access-Control-Expose-Headers', 'x-total-count');
};
`,
    },
    {
      name: 'a header of a request that the server sends',
      filename: 'server/proxy.js',
      code: `
const express = require('express');
export const proxy = async (req, res) => {
  const headers = new Headers();
  headers.set('Authorization', \`Bearer \${req.session.accessToken}\`);
  res.json(await (await fetch(process.env.API, { headers })).json());
};
`,
    },
  ],
  invalid: [
    {
      name: 'Express: Authorization, and a header of its own',
      filename: 'server/auth.js',
      code: `
import jwt from 'jsonwebtoken';
export const login = (req, res) => {
  const made = jwt.sign({ id: req.user.id }, process.env.KEY, { expiresIn: '5m' });
  res.setHeader('Authorization', \`Bearer \${made}\`);
  res.header('x-auth-token', made).sendStatus(204);
};
`,
      errors: [
        { messageId: 'header', line: 5, column: 17, endLine: 5, endColumn: 32 },
        { messageId: 'header', line: 6, column: 14, endLine: 6, endColumn: 28 },
      ],
    },
    {
      name: 'Express: in an object',
      filename: 'server/auth.js',
      code: `
export const renew = async (req, res) => {
  const accessToken = await sign(req.user);
  res.set({ 'Access-Control-Expose-Headers': 'x-access-token', 'x-access-token': accessToken }).end();
};
`,
      errors: [{ messageId: 'header', line: 4, column: 64, endLine: 4, endColumn: 80 }],
    },
    {
      name: 'Koa',
      filename: 'server/auth.js',
      code: `
router.post('/login', async (ctx) => {
  const token = await issueToken(ctx.request.body);
  ctx.set('X-Token', token);
  ctx.status = 204;
});
`,
      errors: [{ messageId: 'header', line: 4, column: 11, endLine: 4, endColumn: 20 }],
    },
    {
      name: 'Fastify, Hono',
      filename: 'server/auth.ts',
      code: `
import { Hono } from 'hono';
export const login = async (request, reply) => {
  reply.header('authorization', 'Bearer ' + (await makeAccessToken(request.body))).code(204).send();
};
export default new Hono().post('/login', async (c) => {
  c.header('x-refresh-token', await makeRefreshToken(c.req));
  return c.body(null, 204);
});
`,
      errors: [
        { messageId: 'header', line: 4, column: 16, endLine: 4, endColumn: 31 },
        { messageId: 'header', line: 7, column: 12, endLine: 7, endColumn: 29 },
      ],
    },
    {
      name: "a route's answer, made with its headers or given them later",
      filename: 'app/api/login/route.ts',
      code: `
import { NextResponse } from 'next/server';
export async function POST(request: Request) {
  const { accessToken } = await signIn(await request.json());
  const response = NextResponse.json({ ok: true });
  response.headers.set('x-access-token', accessToken);
  return response;
}
export async function PUT(request: Request) {
  const { accessToken } = await renew(request);
  return new Response(null, { status: 204, headers: { Authorization: \`Bearer \${accessToken}\` } });
}
`,
      errors: [
        { messageId: 'header', line: 6, column: 24, endLine: 6, endColumn: 40 },
        { messageId: 'header', line: 11, column: 55, endLine: 11, endColumn: 68 },
      ],
    },
  ],
} satisfies RuleCases;
