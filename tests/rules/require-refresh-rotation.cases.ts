import type { RuleCases } from '../support/rule-cases.ts';

const express = (handler: string, extra = ''): string => `
import express from 'express';
import jwt from 'jsonwebtoken';
const app = express();
${extra}
app.post('/auth/refresh', ${handler});
app.listen(3000);
`;

const notRotated = (line: number, column: number, route: string) => [
  { messageId: 'notRotated', line, column, data: { route, where: 'line 6' } },
];

export default {
  rule: 'require-refresh-rotation',
  valid: [
    {
      name: 'two tokens are signed',
      filename: 'server/app.js',
      code: express(
        "(req, res) => {\n  const { sub } = jwt.verify(req.cookies.refreshToken, REFRESH_SECRET);\n  res.cookie('refreshToken', jwt.sign({ sub }, REFRESH_SECRET));\n  res.cookie('session', jwt.sign({ sub }, SECRET)).sendStatus(204);\n}",
      ),
    },
    {
      name: 'functions that make both',
      filename: 'server/app.js',
      code: express(
        '(req, res) => {\n  const user = verify(req.body.refreshToken);\n  res.json({ accessToken: createAccessToken(user), refreshToken: createRefreshToken(user) });\n}',
      ),
    },
    {
      name: 'a function that makes the pair',
      filename: 'server/app.js',
      code: express(
        'renew',
        'const issueTokens = (user) => ({ access: jwt.sign(user, A), refresh: jwt.sign(user, B) });\nasync function renew(req, res) {\n  const old = await RefreshToken.findOne({ token: req.body.refreshToken });\n  res.json(issueTokens(old.user));\n}',
      ),
    },
    {
      name: 'the stored one is replaced',
      filename: 'server/app.js',
      code: express(
        'async (req, res) => {\n  const old = await RefreshToken.findOne({ token: req.body.refreshToken });\n  const next = await RefreshToken.create({ user: old.user });\n  res.json({ accessToken: jwt.sign(old.user, SECRET), refreshToken: next.token });\n}',
      ),
    },
    {
      name: 'a rotation by name',
      filename: 'server/app.js',
      code: express(
        'async (req, res) => {\n  const session = await rotate(req.cookies.refreshToken);\n  res.json({ accessToken: signToken(session) });\n}',
      ),
    },
    { name: 'a handler that cannot be seen', filename: 'server/app.js', code: express('renew', "import { renew } from './renew.js';") },
    {
      name: 'a refresh of another thing',
      filename: 'server/app.js',
      code: express('(req, res) => res.json({ feed: load() })').replace('/auth/refresh', '/feed/refresh'),
    },
    {
      name: 'a session that is prolonged, without a refresh token',
      filename: 'server/app.js',
      code: express('(req, res) => res.json({ token: jwt.sign(req.user, SECRET) })'),
    },
    {
      name: 'an app that is exported',
      filename: 'server/app.js',
      code: `${express('(req, res) => res.json({ accessToken: jwt.sign(jwt.verify(req.body.refreshToken, KEY), SECRET) })')}export default app;\n`,
    },
    {
      name: 'a mock server',
      filename: 'tests/mock-server.js',
      code: express('(req, res) => res.json({ accessToken: jwt.sign(jwt.verify(req.body.refreshToken, KEY), SECRET) })'),
    },
  ],
  invalid: [
    {
      name: 'inline',
      filename: 'server/app.js',
      code: express('(req, res) => res.json({ accessToken: jwt.sign(jwt.verify(req.body.refreshToken, KEY), SECRET) })'),
      errors: notRotated(4, 13, 'POST /auth/refresh'),
    },
    {
      name: 'a function of its own, and one that signs',
      filename: 'server/app.js',
      code: express(
        'renew',
        "async function renew(req, res) {\n  const stored = await RefreshToken.findOne({ token: req.cookies.refreshToken });\n  res.json({ accessToken: generateAccessToken(stored.user) });\n}\nconst generateAccessToken = (user) => jwt.sign({ sub: user.id }, SECRET, { expiresIn: '15m' });",
      ),
      errors: [{ messageId: 'notRotated', line: 4, column: 13 }],
    },
    {
      name: 'the same one is given back',
      filename: 'server/app.js',
      code: express(
        'async (req, res) => {\n  const { refreshToken } = req.body;\n  const user = jwt.verify(refreshToken, KEY);\n  res.json({ accessToken: jwt.sign({ sub: user.sub }, SECRET), refreshToken });\n}',
      ),
      errors: notRotated(4, 13, 'POST /auth/refresh'),
    },
    {
      name: 'an endpoint that is called /token, in a wrapper',
      filename: 'server/app.js',
      code: express(
        'wrap(async (req, res) => {\n  const { refreshToken } = req.body;\n  res.json({ accessToken: jwt.sign(await find(refreshToken), SECRET) });\n})',
      ).replace('/auth/refresh', '/token'),
      errors: notRotated(4, 13, 'POST /token'),
    },
    {
      name: 'Fastify, a full route',
      filename: 'server/app.ts',
      code: "import Fastify from 'fastify';\nconst app = Fastify();\napp.route({\n  method: 'POST',\n  url: '/refresh-token',\n  handler: async (request, reply) => reply.send({ accessToken: app.jwt.sign({ sub: check(request.body.refreshToken) }) }),\n});\nawait app.listen({ port: 3000 });\n",
      errors: [{ messageId: 'notRotated', line: 2, column: 13, data: { route: 'POST /refresh-token', where: 'line 3' } }],
    },
    {
      name: 'Nest, all in one file',
      filename: 'server/main.ts',
      code: `
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
@Controller('auth')
class AuthController {
  constructor(private readonly jwt: JwtService) {}
  @Post('refresh')
  async refresh(@Body() body) {
    const { sub } = await this.jwt.verifyAsync(body.refreshToken);
    return { accessToken: await this.jwt.signAsync({ sub }) };
  }
}
@Module({ controllers: [AuthController] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
`,
      errors: [{ messageId: 'notRotated', line: 15, column: 19, data: { route: 'POST /auth/refresh', where: 'line 7' } }],
    },
  ],
} satisfies RuleCases;
