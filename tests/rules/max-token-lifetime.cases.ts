import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'max-token-lifetime',
  valid: [
    {
      name: 'a token that goes into a link of a mail',
      filename: 'server/accounts.js',
      options: [{ access: '1h', oneTime: '24h' }],
      code: `
app.post('/people', async (request, reply) => {
  const person = await people.add(request.body);
  const token = await reply.jwtSign({ sub: person.id }, { expiresIn: '24h' });
  await post.send({ to: person.email, html: \`<a href="\${home}/confirm?token=\${token}">Yes, it is me</a>\` });
  return reply.code(201).send({ id: person.id });
});
`,
    },
    {
      name: 'a token that a function mails',
      filename: 'server/accounts.js',
      options: [{ access: '1h', oneTime: '24h' }],
      code: `
import jwt from 'jsonwebtoken';
export const signUp = async (person) => {
  const t = jwt.sign({ id: person.id }, process.env.JWT_SECRET, { expiresIn: '12h' });
  await sendWelcomeMail(person.email, t);
};
`,
    },
    {
      name: 'a token that is signed in the link',
      filename: 'server/accounts.js',
      options: [{ access: '1h', oneTime: '24h' }],
      code: `
import jwt from 'jsonwebtoken';
export const linkFor = (person) => process.env.HOME_URL + '/activate/' + jwt.sign({ id: person.id }, process.env.JWT_SECRET, { expiresIn: '1d' });
`,
    },
    {
      name: 'refresh tokens of a plugin, by the name of its key',
      filename: 'server/jwt.ts',
      options: [{ access: '1h', refresh: '7d' }],
      code: `
import jwt from '@fastify/jwt';
export const jwtPlugin = fp(async (server) => {
  server.register(jwt, { secret: server.config.REFRESH_TOKEN_SECRET, sign: { expiresIn: '1d' }, namespace: 'refresh' });
});
`,
    },
    {
      name: 'an access token for minutes, a refresh token for weeks',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
export const createAccessToken = (user) => jwt.sign({ sub: user.id }, process.env.ACCESS_SECRET, { expiresIn: '15m' });
export const createRefreshToken = (user) => jwt.sign({ sub: user.id }, process.env.REFRESH_SECRET, { expiresIn: '30d' });
`,
    },
    {
      name: 'just under a week',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ sub: 1 }, key, { expiresIn: '6d' });
jwt.sign({ sub: 1 }, key, { expiresIn: 60 * 60 * 24 * 6 });
`,
    },
    {
      name: 'a refresh token by its variable, property, claim, secret or setting',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const refreshToken = jwt.sign({ sub: 1 }, key, { expiresIn: '14d' });
const pair = { refresh_token: jwt.sign({ sub: 1 }, key, { expiresIn: '14d' }) };
jwt.sign({ sub: 1, type: 'refresh' }, key, { expiresIn: '14d' });
jwt.sign({ sub: 1 }, process.env.REFRESH_TOKEN_SECRET, { expiresIn: '14d' });
const { REFRESH_TTL = '14d' } = settings;
jwt.sign({ sub: 1 }, key, { expiresIn: REFRESH_TTL });
const [access, refresh] = await Promise.all([sign('15m'), signer.sign({ sub: 1 }, { expiresIn: '14d' })]);
`,
    },
    {
      name: 'a refresh token among several',
      filename: 'server/tokens.ts',
      code: `
import { JwtService } from '@nestjs/jwt';
export class AuthService {
  constructor(private readonly jwtService: JwtService) {}
  async getTokens(id: string) {
    const [accessToken, refreshToken] = await Promise.all([
      this.jwtService.signAsync({ sub: id }, { expiresIn: '15m' }),
      this.jwtService.signAsync({ sub: id }, { expiresIn: '14d' }),
    ]);
    return { accessToken, refreshToken };
  }
}
`,
    },
    {
      name: 'links that confirm an address',
      filename: 'server/mail.js',
      code: `
import jwt from 'jsonwebtoken';
export const sendVerificationMail = (user) => send(user, jwt.sign({ id: user.id }, key, { expiresIn: '2h' }));
const resetToken = jwt.sign({ id: 1, purpose: 'password-reset' }, key, { expiresIn: '15m' });
`,
    },
    {
      name: 'tokens of machines and mailings',
      filename: 'server/mail.js',
      code: `
import jwt from 'jsonwebtoken';
const unsubscribeToken = jwt.sign({ id: 1 }, key);
const apiKey = jwt.sign({ id: 1 }, key, { expiresIn: '365d' });
export function appleClientSecret() {
  return jwt.sign({ iss: team }, key, { expiresIn: '180d', audience: 'https://appleid.apple.com' });
}
`,
    },
    {
      name: 'a lifetime from the environment alone',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ sub: 1 }, key, { expiresIn: process.env.JWT_EXPIRES_IN });
jwt.sign({ sub: 1 }, key, options);
jwt.sign({ sub: 1 }, key, { ...options });
`,
    },
    {
      name: 'a payload that may say when it ends',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
export const sign = (payload) => jwt.sign(payload, key);
jwt.sign({ ...claims }, key);
jwt.sign('text', key);
`,
    },
    {
      name: 'exp, in seconds from now',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ sub: 1, exp: Math.floor(Date.now() / 1000) + 60 * 60 }, key);
const now = Math.floor(new Date().getTime() / 1000);
jwt.sign({ sub: 1, iat: now, exp: now + 3600 }, key);
`,
    },
    {
      name: 'seconds as text are milliseconds',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ sub: 1 }, key, { expiresIn: '864000' });
`,
    },
    {
      name: 'long only while developing',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ sub: 1 }, key, { expiresIn: process.env.NODE_ENV === 'production' ? '15m' : '30d' });
`,
    },
    {
      name: 'jose: a span, a moment, a Date',
      filename: 'server/tokens.ts',
      code: `
import { EncryptJWT, SignJWT } from 'jose';
await new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('2h').sign(key);
await new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(Math.floor(Date.now() / 1000) + 900).sign(key);
await new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(new Date(Date.now() + 15 * 60 * 1000)).sign(key);
await new SignJWT({ sub, exp: iat + 60 }).setProtectedHeader({ alg: 'HS256' }).sign(key);
await new EncryptJWT({ sub }).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).setExpirationTime('1 day from now').encrypt(key);
`,
    },
    {
      name: 'jose: a builder that is told more elsewhere',
      filename: 'server/tokens.ts',
      code: `
import { SignJWT } from 'jose';
const builder = new SignJWT({ sub });
if (ttl) builder.setExpirationTime(ttl);
export const token = builder.sign(key);
`,
    },
    {
      name: 'Nest: what a call leaves out, the module says',
      filename: 'server/auth.ts',
      code: `
import { JwtModule, JwtService } from '@nestjs/jwt';
JwtModule.register({ secret: process.env.JWT_SECRET, signOptions: { expiresIn: '60s' } });
JwtModule.register({ secret: process.env.JWT_SECRET });
class A { constructor(private jwt: JwtService) {} sign() { return this.jwt.sign({ sub: 1 }); } }
`,
    },
    {
      name: 'fast-jwt counts milliseconds',
      filename: 'server/auth.js',
      code: `
import { createSigner } from 'fast-jwt';
const sign = createSigner({ key: process.env.KEY, expiresIn: 604_800 });
sign({ sub: 1 });
const signFor = createSigner({ key: process.env.KEY });
signFor({ sub: 1, exp: Math.floor(Date.now() / 1000) + 60 });
`,
    },
    {
      name: 'Fastify: what a call leaves out, the plugin says',
      filename: 'server/app.js',
      code: `
import fastify from 'fastify';
import jwt from '@fastify/jwt';
const app = fastify();
app.register(jwt, { secret: process.env.JWT_SECRET, sign: { expiresIn: '15m' } });
app.post('/login', async (request, reply) => reply.setCookie('sid', await reply.jwtSign({ sub: 1 })));
app.jwt.sign({ sub: 1 }, { expiresIn: 900 });
`,
    },
    {
      name: 'Hono: exp in the payload',
      filename: 'server/app.ts',
      code: `
import { sign } from 'hono/jwt';
await sign({ sub: 1, exp: Math.floor(Date.now() / 1000) + 60 * 5 }, secret);
`,
    },
    {
      name: 'jwt-simple: exp in the payload, through moment',
      filename: 'server/auth.js',
      code: `
const jwt = require('jwt-simple');
const moment = require('moment');
jwt.encode({ sub: 1, exp: moment().add(1, 'hour').unix() }, key);
`,
    },
    {
      name: 'a cookie around a token that ends sooner',
      filename: 'server/auth.js',
      code: `
import jwt from 'jsonwebtoken';
export const login = (req, res) => {
  const token = jwt.sign({ sub: 1 }, key, { expiresIn: '15m' });
  res.cookie('token', token, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 30 * 24 * 60 * 60 * 1000 });
};
`,
    },
    {
      name: "cookies of another kind, and those of the browser's session",
      filename: 'server/auth.js',
      code: `
export const login = (req, res) => {
  res.cookie('theme', 'dark', { maxAge: 31536000000 });
  res.cookie('consent', 'yes', { expires: new Date(Date.now() + 365 * 864e5) });
  res.cookie('token', token, { httpOnly: true, secure: true, sameSite: 'lax' });
  res.cookie('refreshToken', token, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 14 * 24 * 60 * 60 * 1000 });
  res.cookie('token', '', { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 0 });
};
`,
    },
    {
      name: 'a session that the server looks up, for two weeks',
      filename: 'server/app.js',
      code: `
import session from 'express-session';
app.use(session({ secret: process.env.SESSION_SECRET, store, cookie: { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 1000 * 60 * 60 * 24 * 14 } }));
`,
    },
    {
      name: 'expiresIn of another trade',
      filename: 'server/files.js',
      code: `
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
getSignedUrl(client, command, { expiresIn: 604800 });
cache.set('token-list', list, { maxAge: 31536000 });
sign({ id: 1 }, 'x', { expiresIn: '1y' });
`,
    },
    {
      name: 'a signed token in a test',
      filename: 'server/auth.test.js',
      code: `
import jwt from 'jsonwebtoken';
const token = jwt.sign({ sub: 1 }, 'test');
`,
    },
    {
      name: "limits of one's own",
      filename: 'server/tokens.js',
      options: [{ access: '30d', refresh: '90d' }],
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ sub: 1 }, key, { expiresIn: '30d' });
const refreshToken = jwt.sign({ sub: 1 }, key, { expiresIn: '90d' });
`,
    },
  ],
  invalid: [
    {
      name: 'a token that is mailed and answered too',
      filename: 'server/accounts.js',
      options: [{ access: '1h', oneTime: '24h' }],
      code: `
import jwt from 'jsonwebtoken';
export const signUp = async (req, res) => {
  const t = jwt.sign({ id: req.body.id }, process.env.JWT_SECRET, { expiresIn: '12h' });
  await sendWelcomeMail(req.body.email, t);
  res.json({ t });
};
`,
      errors: [
        {
          messageId: 'tooLong',
          line: 4,
          column: 69,
          data: {
            subject: 'The token that `jwt.sign` issues',
            span: '12 hours',
            role: 'an access token',
            limit: 'at most 1 hour',
            power: 'act as the user',
            advice: 'Let it live for minutes (1h at most), and renew it with a refresh token in an HttpOnly cookie.',
          },
        },
      ],
    },
    {
      name: 'a session that a verified code opens',
      filename: 'server/accounts.js',
      code: `
import jwt from 'jsonwebtoken';
export async function verifyOtp(req, res) {
  if (!(await codes.take(req.body.code))) return res.sendStatus(400);
  const token = jwt.sign({ id: req.user.id, role: req.user.role }, process.env.JWT_SECRET, { expiresIn: '7d' });
  res.cookie('sid', token, { httpOnly: true, secure: true, sameSite: 'lax' });
}
`,
      errors: [
        {
          messageId: 'tooLong',
          line: 5,
          column: 94,
          data: {
            subject: 'The token that `jwt.sign` issues',
            span: '7 days',
            role: 'an access token',
            limit: 'less than 7 days',
            power: 'act as the user',
            advice: 'Let it live for minutes (15m), and renew it with a refresh token in an HttpOnly cookie.',
          },
        },
      ],
    },
    {
      name: 'a link for a new password that works for a month',
      filename: 'server/accounts.js',
      code: `
import jwt from 'jsonwebtoken';
export const createResetToken = (person) => jwt.sign({ id: person.id }, process.env.JWT_SECRET, { expiresIn: '30d' });
`,
      errors: [
        {
          messageId: 'tooLong',
          line: 3,
          column: 99,
          data: {
            subject: 'The token that `jwt.sign` issues',
            span: '30 days',
            role: 'a token for a single step',
            limit: 'less than 7 days',
            power: 'take that step',
            advice:
              'Let it live as long as the step takes: minutes for a link that opens an account, hours for one that confirms an address.',
          },
        },
      ],
    },
    {
      name: 'a week',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
export const issue = (user) => jwt.sign({ sub: user.id }, process.env.JWT_SECRET, { expiresIn: '7d' });
`,
      errors: [{ messageId: 'tooLong', line: 3, column: 85, endLine: 3, endColumn: 100 }],
    },
    {
      name: 'never',
      filename: 'server/tokens.js',
      code: `
const jwt = require('jsonwebtoken');
exports.issue = (user) => jwt.sign({ sub: user.id }, process.env.JWT_SECRET);
`,
      errors: [{ messageId: 'forEver', line: 3, column: 31, endLine: 3, endColumn: 35 }],
    },
    {
      name: 'never, with other options, by a renamed import',
      filename: 'server/tokens.js',
      code: `
import { sign as seal } from 'jsonwebtoken';
export const issue = (user) => seal({ sub: user.id }, process.env.JWT_SECRET, { algorithm: 'RS256' });
`,
      errors: [{ messageId: 'forEver', line: 3, column: 32, endLine: 3, endColumn: 36 }],
    },
    {
      name: 'never, by a namespace import, to a callback',
      filename: 'server/tokens.js',
      code: `
import * as jwt from 'jsonwebtoken';
jwt.sign({ sub: 1 }, process.env.JWT_SECRET, (error, token) => done(error, token));
`,
      errors: [{ messageId: 'forEver', line: 3, column: 5, endLine: 3, endColumn: 9 }],
    },
    {
      name: 'arithmetic, seconds, a constant, a member, words',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const DAY = 24 * 60 * 60;
const config = { jwt: { expiresIn: '30 days' } };
jwt.sign({ sub: 1 }, key, { expiresIn: 60 * 60 * 24 * 30 });
jwt.sign({ sub: 1 }, key, { expiresIn: 604800 });
jwt.sign({ sub: 1 }, key, { expiresIn: 30 * DAY });
jwt.sign({ sub: 1 }, key, { expiresIn: config.jwt.expiresIn });
jwt.sign({ sub: 1 }, key, { expiresIn: \`\${90}d\` });
jwt.sign({ sub: 1 }, key, { expiresIn: '1y' });
jwt.sign({ sub: 1 }, key, { expiresIn: 2 ** 20 });
`,
      errors: [
        { messageId: 'tooLong', line: 5, column: 29, endLine: 5, endColumn: 57 },
        { messageId: 'tooLong', line: 6, column: 29, endLine: 6, endColumn: 46 },
        { messageId: 'tooLong', line: 7, column: 29, endLine: 7, endColumn: 48 },
        { messageId: 'tooLong', line: 8, column: 29, endLine: 8, endColumn: 60 },
        { messageId: 'tooLong', line: 9, column: 29, endLine: 9, endColumn: 48 },
        { messageId: 'tooLong', line: 10, column: 29, endLine: 10, endColumn: 44 },
        { messageId: 'tooLong', line: 11, column: 29, endLine: 11, endColumn: 47 },
      ],
    },
    {
      name: 'milliseconds where seconds are asked for',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ sub: 1 }, key, { expiresIn: 60 * 60 * 1000 });
jwt.sign({ sub: 1, exp: Date.now() + 3600 }, key);
`,
      errors: [
        { messageId: 'tooLong', line: 3, column: 29, endLine: 3, endColumn: 54 },
        { messageId: 'forEver', line: 4, column: 5, endLine: 4, endColumn: 9 },
      ],
    },
    {
      name: 'where the environment says nothing, or the user stays',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ sub: 1 }, key, { expiresIn: process.env.JWT_EXPIRES_IN || '30d' });
jwt.sign({ sub: 1 }, key, { expiresIn: process.env.JWT_EXPIRES_IN ?? '30d' });
jwt.sign({ sub: 1 }, key, { expiresIn: rememberMe ? '30d' : '1h' });
`,
      errors: [
        { messageId: 'tooLong', line: 3, column: 29, endLine: 3, endColumn: 75 },
        { messageId: 'tooLong', line: 4, column: 29, endLine: 4, endColumn: 75 },
        { messageId: 'tooLong', line: 5, column: 29, endLine: 5, endColumn: 65 },
      ],
    },
    {
      name: 'options in a variable',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const options = { algorithm: 'HS256', expiresIn: '30d' };
export const issue = (payload) => jwt.sign(payload, key, options);
`,
      errors: [{ messageId: 'tooLong', line: 3, column: 39, endLine: 3, endColumn: 55 }],
    },
    {
      name: 'promisified',
      filename: 'server/tokens.js',
      code: `
import { promisify } from 'node:util';
import jwt from 'jsonwebtoken';
const sign = promisify(jwt.sign);
export const issue = (id) => sign({ id }, key, { expiresIn: '90d' });
`,
      errors: [{ messageId: 'tooLong', line: 5, column: 50, endLine: 5, endColumn: 66 }],
    },
    {
      name: 'exp, far away',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ sub: 1, exp: Math.floor(Date.now() / 1000) + 60 * 60 * 24 * 60 }, key);
jwt.sign({ sub: 1, exp: 9999999999 }, key);
`,
      errors: [
        { messageId: 'tooLong', line: 3, column: 5, endLine: 3, endColumn: 9 },
        { messageId: 'forEver', line: 4, column: 5, endLine: 4, endColumn: 9 },
      ],
    },
    {
      name: 'exp of a date that is moved',
      filename: 'server/tokens.ts',
      code: `
import * as jwt from 'jsonwebtoken';
export const issue = (user) => {
  const today = new Date();
  const until = new Date(today);
  until.setDate(today.getDate() + 60);
  return jwt.sign({ id: user.id, exp: until.getTime() / 1000 }, SECRET);
};
`,
      errors: [{ messageId: 'tooLong', line: 6, column: 3, endLine: 6, endColumn: 38 }],
    },
    {
      name: 'a refresh token for a year',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const refreshToken = jwt.sign({ sub: 1 }, key, { expiresIn: '1y' });
`,
      errors: [{ messageId: 'tooLong', line: 3, column: 50, endLine: 3, endColumn: 65 }],
    },
    {
      name: 'a link that confirms an address, for a month',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const verificationToken = jwt.sign({ sub: 1 }, key, { expiresIn: '30d' });
`,
      errors: [{ messageId: 'tooLong', line: 3, column: 55, endLine: 3, endColumn: 71 }],
    },
    {
      name: 'jose',
      filename: 'server/tokens.ts',
      code: `
import * as jose from 'jose';
import { SignJWT, EncryptJWT } from 'jose';
await new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).setIssuedAt().setExpirationTime('30d').sign(key);
await new jose.SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(new Date(Date.now() + 30 * 864e5)).sign(key);
await new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(Math.floor(Date.now() / 1000) + 2592000).sign(key);
await new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).sign(key);
await new EncryptJWT({ sub }).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).setExpirationTime('4 weeks').encrypt(key);
`,
      errors: [
        { messageId: 'tooLong', line: 4, column: 97, endLine: 4, endColumn: 102 },
        { messageId: 'tooLong', line: 5, column: 88, endLine: 5, endColumn: 121 },
        { messageId: 'tooLong', line: 6, column: 83, endLine: 6, endColumn: 122 },
        { messageId: 'forEver', line: 7, column: 65, endLine: 7, endColumn: 69 },
        { messageId: 'tooLong', line: 8, column: 100, endLine: 8, endColumn: 109 },
      ],
    },
    {
      name: 'jose by date-fns',
      filename: 'server/tokens.ts',
      code: `
import { addDays } from 'date-fns';
import { SignJWT } from 'jose';
await new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(addDays(new Date(), 30)).sign(key);
`,
      errors: [{ messageId: 'tooLong', line: 4, column: 83, endLine: 4, endColumn: 106 }],
    },
    {
      name: 'Nest',
      filename: 'server/auth.ts',
      code: `
import { JwtModule, JwtService } from '@nestjs/jwt';
JwtModule.register({ secret: process.env.JWT_SECRET, signOptions: { expiresIn: '30d' } });
JwtModule.registerAsync({ useFactory: () => ({ secret: env('JWT_SECRET'), signOptions: { expiresIn: 60 * 60 * 24 * 30 } }) });
export class AuthService {
  constructor(private readonly jwtService: JwtService) {}
  login(id: string) { return this.jwtService.sign({ sub: id }, { expiresIn: '30d' }); }
  enter(id: string) { return this.jwtService.signAsync({ sub: id, exp: 9999999999 }); }
}
`,
      errors: [
        { messageId: 'tooLong', line: 3, column: 69, endLine: 3, endColumn: 85 },
        { messageId: 'tooLong', line: 4, column: 90, endLine: 4, endColumn: 118 },
        { messageId: 'tooLong', line: 7, column: 66, endLine: 7, endColumn: 82 },
        { messageId: 'forEver', line: 8, column: 46, endLine: 8, endColumn: 55 },
      ],
    },
    {
      name: 'fast-jwt',
      filename: 'server/auth.js',
      code: `
import { createSigner } from 'fast-jwt';
const sign = createSigner({ key: process.env.KEY, expiresIn: 30 * 24 * 60 * 60 * 1000 });
const seal = createSigner({ key: process.env.KEY, expiresIn: '30d' });
const forEver = createSigner({ key: process.env.KEY });
forEver({ sub: 1 });
`,
      errors: [
        { messageId: 'tooLong', line: 3, column: 51, endLine: 3, endColumn: 86 },
        { messageId: 'tooLong', line: 4, column: 51, endLine: 4, endColumn: 67 },
        { messageId: 'forEver', line: 6, column: 1, endLine: 6, endColumn: 8 },
      ],
    },
    {
      name: 'Fastify',
      filename: 'server/app.js',
      code: `
const fastify = require('fastify')();
fastify.register(require('@fastify/jwt'), { secret: process.env.JWT_SECRET, sign: { expiresIn: '30d' } });
fastify.post('/login', async (request, reply) => {
  await reply.jwtSign({ sub: 1 }, { expiresIn: 2592000 });
  await reply.jwtSign({ sub: 1 }, { sign: { expiresIn: '30d' } });
  return fastify.jwt.sign({ sub: 1 }, { expiresIn: '30d' });
});
`,
      errors: [
        { messageId: 'tooLong', line: 3, column: 85, endLine: 3, endColumn: 101 },
        { messageId: 'tooLong', line: 5, column: 37, endLine: 5, endColumn: 55 },
        { messageId: 'tooLong', line: 6, column: 45, endLine: 6, endColumn: 61 },
        { messageId: 'tooLong', line: 7, column: 41, endLine: 7, endColumn: 57 },
      ],
    },
    {
      name: 'Hono',
      filename: 'server/app.ts',
      code: `
import { sign } from 'hono/jwt';
await sign({ sub: 1 }, secret);
await sign({ sub: 1, exp: Math.floor(Date.now() / 1000) + 60 * 60 * 24 * 30 }, secret, 'HS256');
`,
      errors: [
        { messageId: 'forEver', line: 3, column: 7, endLine: 3, endColumn: 11 },
        { messageId: 'tooLong', line: 4, column: 7, endLine: 4, endColumn: 11 },
      ],
    },
    {
      name: 'jwt-simple',
      filename: 'server/auth.js',
      code: `
const jwt = require('jwt-simple');
const moment = require('moment');
jwt.encode({ sub: 1 }, key);
jwt.encode({ sub: 1, exp: moment().add(14, 'days').unix() }, key);
`,
      errors: [
        { messageId: 'forEver', line: 4, column: 5, endLine: 4, endColumn: 11 },
        { messageId: 'tooLong', line: 5, column: 5, endLine: 5, endColumn: 11 },
      ],
    },
    {
      name: 'cookies whose tokens are made elsewhere',
      filename: 'server/auth.js',
      code: `
const WEEK = 7 * 24 * 60 * 60 * 1000;
export const login = (req, res) => {
  const token = issue(req.user);
  res.cookie('token', token, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: WEEK });
  res.cookie('token', token, { httpOnly: true, secure: true, sameSite: 'lax', expires: new Date(Date.now() + 30 * 864e5) });
  res.cookie('refreshToken', token, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 1000 * 60 * 60 * 24 * 365 });
};
`,
      errors: [
        { messageId: 'tooLong', line: 5, column: 14, endLine: 5, endColumn: 21 },
        { messageId: 'tooLong', line: 6, column: 14, endLine: 6, endColumn: 21 },
        { messageId: 'tooLong', line: 7, column: 14, endLine: 7, endColumn: 28 },
      ],
    },
    {
      name: 'options of cookies in a variable',
      filename: 'server/auth.js',
      code: `
const options = { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 2592000000 };
export const login = (req, res) => res.cookie('jwt', issue(req.user), options).end();
`,
      errors: [{ messageId: 'tooLong', line: 2, column: 66, endLine: 2, endColumn: 84 }],
    },
    {
      name: 'a header by hand, and the cookie package',
      filename: 'server/auth.js',
      code: `
import { serialize } from 'cookie';
export const login = (req, res) => {
  res.setHeader('Set-Cookie', \`token=\${issue(req.user)}; HttpOnly; Secure; SameSite=Lax; Max-Age=2592000\`);
  res.setHeader('Set-Cookie', serialize('token', issue(req.user), { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 60 * 60 * 24 * 30 }));
};
`,
      errors: [
        { messageId: 'tooLong', line: 4, column: 3, endLine: 4, endColumn: 16 },
        { messageId: 'tooLong', line: 5, column: 41, endLine: 5, endColumn: 48 },
      ],
    },
    {
      name: 'a session for a year',
      filename: 'server/app.js',
      code: `
import session from 'express-session';
import cookieSession from 'cookie-session';
app.use(session({ secret: process.env.SESSION_SECRET, store, cookie: { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 1000 * 60 * 60 * 24 * 365 } }));
app.use(cookieSession({ keys: [process.env.KEY], sameSite: 'lax', maxAge: 365 * 24 * 60 * 60 * 1000 }));
`,
      errors: [
        { messageId: 'tooLong', line: 4, column: 62, endLine: 4, endColumn: 68 },
        { messageId: 'tooLong', line: 5, column: 67, endLine: 5, endColumn: 100 },
      ],
    },
    {
      name: 'one hour at most',
      filename: 'server/tokens.js',
      options: [{ access: '1h', refresh: '7d', session: '7d', oneTime: '24h' }],
      code: `
import jwt from 'jsonwebtoken';
const accessToken = jwt.sign({ sub: 1 }, key, { expiresIn: '1h' });
const token = jwt.sign({ sub: 1 }, key, { expiresIn: '61m' });
const refreshToken = jwt.sign({ sub: 1 }, key, { expiresIn: '8d' });
const resetToken = jwt.sign({ sub: 1 }, key, { expiresIn: '24h' });
`,
      errors: [
        { messageId: 'tooLong', line: 4, column: 43, endLine: 4, endColumn: 59 },
        { messageId: 'tooLong', line: 5, column: 50, endLine: 5, endColumn: 65 },
      ],
    },
  ],
} satisfies RuleCases;
