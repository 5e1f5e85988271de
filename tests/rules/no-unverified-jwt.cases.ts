import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-unverified-jwt',
  valid: [
    {
      name: 'verified',
      filename: 'server/auth.js',
      code: `
import jwt from 'jsonwebtoken';
export const auth = (req, res, next) => {
  req.user = jwt.verify(req.headers.authorization.split(' ')[1], process.env.JWT_SECRET, { algorithms: ['HS256'] });
  next();
};
`,
    },
    {
      name: 'decoded for the header, then verified with the key that it names',
      filename: 'server/auth.js',
      code: `
import jwt from 'jsonwebtoken';
export async function auth(req, res, next) {
  const token = req.headers.authorization.split(' ')[1];
  const { header } = jwt.decode(token, { complete: true });
  const key = await client.getSigningKey(header.kid);
  req.user = jwt.verify(token, key.getPublicKey(), { algorithms: ['RS256'] });
  next();
}
`,
    },
    {
      name: 'decoded for the issuer, then verified elsewhere',
      filename: 'server/auth.js',
      code: `
import { decodeJwt } from 'jose';
export async function auth(req, res, next) {
  const token = req.cookies.token;
  const { iss } = decodeJwt(token);
  req.user = await verifiers.get(iss).verifyToken(token);
  next();
}
`,
    },
    {
      name: 'decoded in a browser for display',
      filename: 'client/Header.jsx',
      code: `
import { jwtDecode } from 'jwt-decode';
import { useState } from 'react';
export const Header = ({ token }) => {
  const user = jwtDecode(token);
  return user.role === 'admin' ? <a href="/admin">{user.name}</a> : <b>{user.name}</b>;
};
`,
    },
    {
      name: 'decoded in a browser by hand',
      filename: 'client/session.js',
      code: `
const payload = JSON.parse(atob(token.split('.')[1]));
document.title = payload.name;
if (payload.role === 'admin') location.assign('/admin');
`,
    },
    {
      name: 'when it ends, for the list of revoked tokens',
      filename: 'server/logout.js',
      code: `
import jwt from 'jsonwebtoken';
export const logout = async (req, res) => {
  const token = req.cookies.token;
  const { exp, jti } = jwt.decode(token);
  await redis.set('revoked:' + jti, '1', { EXAT: exp });
  res.sendStatus(204);
};
`,
    },
    {
      name: 'after a middleware that verified',
      filename: 'server/routes.js',
      code: `
import jwt from 'jsonwebtoken';
router.get('/me', requireAuth, async (req, res) => {
  const claims = jwt.decode(req.cookies.token);
  res.json(await User.findById(claims.sub, req.user.tenant));
});
`,
    },
    {
      name: "one's own token, just signed",
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
export const issue = async (user) => {
  const token = jwt.sign({ sub: user.id }, key, { expiresIn: '15m' });
  const claims = jwt.decode(token);
  await Token.create({ user: claims.sub, expires: claims.exp });
  return token;
};
`,
    },
    {
      name: 'an ID token, straight from its issuer',
      filename: 'server/oauth.js',
      code: `
import { jwtDecode } from 'jwt-decode';
import express from 'express';
export async function callback(code) {
  const tokens = await client.getTokens(code);
  const profile = jwtDecode(tokens.id_token);
  return User.findOne({ email: profile.email });
}
`,
    },
    {
      name: 'a helper beside one that verifies',
      filename: 'server/guard.js',
      code: `
const jwt = require('jsonwebtoken');
module.exports = {
  verify: (token) => jwt.verify(token, process.env.JWT_SECRET),
  parse(token) {
    const claims = jwt.decode(token);
    return db.getUser(claims.username);
  },
};
`,
    },
    {
      name: 'shown in a log',
      filename: 'server/debug.js',
      code: `
import jwt from 'jsonwebtoken';
export const debug = (req) => {
  const claims = jwt.decode(req.cookies.token);
  console.log(claims.sub);
  if (!claims) throw new Error('not a token');
};
`,
    },
    {
      name: 'expiry ignored to renew, to sign out, or to look at it by hand',
      filename: 'server/refresh.js',
      code: `
import jwt from 'jsonwebtoken';
export const refresh = (req, res) => jwt.verify(req.cookies.token, key, { ignoreExpiration: true });
export const logout = (req, res) => jwt.verify(req.cookies.token, key, { ignoreExpiration: true });
export const peek = (expiredToken) => jwt.verify(expiredToken, key, { ignoreExpiration: true });
export const check = (token) => jwt.verify(token, key, { ignoreExpiration: true }).exp > now() - grace;
`,
    },
    {
      name: 'expiry not ignored',
      filename: 'server/jwt.strategy.ts',
      code: `
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), ignoreExpiration: false, secretOrKey: process.env.JWT_SECRET });
  }
}
`,
    },
    {
      name: 'keys that are looked up',
      filename: 'server/auth.js',
      code: `
import jwt from 'jsonwebtoken';
import { jwtVerify, createRemoteJWKSet } from 'jose';
jwt.verify(token, getKey, callback);
await jwtVerify(token, createRemoteJWKSet(new URL(issuer)), { issuer });
jwt.verify(...args);
`,
    },
    {
      name: 'other splits',
      filename: 'server/files.js',
      code: `
import fs from 'node:fs';
export const extension = (req) => JSON.parse(req.query.file.split('.')[1] ?? '{}');
const version = process.version.split('.')[1];
`,
    },
    {
      name: 'Nest and Fastify with what they were told',
      filename: 'server/auth.ts',
      code: `
import { JwtService } from '@nestjs/jwt';
class A { constructor(private jwt: JwtService) {} check(token: string) { return this.jwt.verify(token); } }
export default async function plugin(fastify) {
  fastify.addHook('onRequest', (request) => request.jwtVerify());
  fastify.jwt.verify(token);
}
`,
    },
  ],
  invalid: [
    {
      name: 'decoded into req.user',
      filename: 'server/auth.js',
      code: `
const jwt = require('jsonwebtoken');
module.exports = (req, res, next) => {
  req.user = jwt.decode(req.headers.authorization.split(' ')[1]);
  next();
};
`,
      errors: [{ messageId: 'decoded', line: 4, column: 14, endLine: 4, endColumn: 65 }],
    },
    {
      name: 'decoded into a variable, then into req.user',
      filename: 'server/auth.js',
      code: `
import jwt from 'jsonwebtoken';
export const auth = (req, res, next) => {
  const token = req.cookies.token;
  const decoded = jwt.decode(token);
  req.user = { id: decoded.sub, role: decoded.role };
  next();
};
`,
      errors: [{ messageId: 'decoded', line: 5, column: 19, endLine: 5, endColumn: 36 }],
    },
    {
      name: 'decoded to find the user',
      filename: 'server/me.js',
      code: `
import jwt from 'jsonwebtoken';
export const me = async (req, res) => {
  const { sub } = jwt.decode(req.get('authorization').slice(7));
  const user = await User.findById(sub);
  res.render('me', { user });
};
`,
      errors: [{ messageId: 'decoded', line: 4, column: 19, endLine: 4, endColumn: 64 }],
    },
    {
      name: 'decoded to let an administrator pass',
      filename: 'server/admin.js',
      code: `
import { jwtDecode } from 'jwt-decode';
import express from 'express';
export const admin = (req, res, next) => {
  const claims = jwtDecode(req.cookies.token);
  if (claims.role !== 'admin') return res.sendStatus(403);
  next();
};
`,
      errors: [{ messageId: 'decoded', line: 5, column: 18, endLine: 5, endColumn: 46 }],
    },
    {
      name: 'before version 4',
      filename: 'server/admin.js',
      code: `
const jwt_decode = require('jwt-decode');
const express = require('express');
module.exports = (req, res, next) => {
  if (jwt_decode(req.headers['x-auth-token']).isAdmin) next();
};
`,
      errors: [{ messageId: 'decoded', line: 5, column: 7, endLine: 5, endColumn: 46 }],
    },
    {
      name: 'jose',
      filename: 'server/auth.ts',
      code: `
import { decodeJwt, UnsecuredJWT } from 'jose';
import type { Request } from 'express';
export const auth = (req: Request, res, next) => {
  req.user = decodeJwt(req.cookies.token);
  next();
};
export const other = (req: Request, res, next) => {
  const { payload } = UnsecuredJWT.decode(req.cookies.token);
  req.user = payload;
};
`,
      errors: [
        { messageId: 'decoded', line: 5, column: 14, endLine: 5, endColumn: 42 },
        { messageId: 'decoded', line: 9, column: 23, endLine: 9, endColumn: 61 },
      ],
    },
    {
      name: 'Nest',
      filename: 'server/guard.ts',
      code: `
import { JwtService } from '@nestjs/jwt';
export class Guard {
  constructor(private readonly jwtService: JwtService) {}
  canActivate(context) {
    const request = context.switchToHttp().getRequest();
    const token = request.headers.authorization?.split(' ')[1];
    request.user = this.jwtService.decode(token);
    return true;
  }
}
`,
      errors: [{ messageId: 'decoded', line: 8, column: 20, endLine: 8, endColumn: 49 }],
    },
    {
      name: 'Fastify',
      filename: 'server/app.js',
      code: `
import fastify from 'fastify';
const app = fastify();
app.addHook('onRequest', async (request) => {
  request.user = app.jwt.decode(request.cookies.token);
});
`,
      errors: [{ messageId: 'decoded', line: 5, column: 18, endLine: 5, endColumn: 55 }],
    },
    {
      name: 'fast-jwt',
      filename: 'server/app.js',
      code: `
import { createDecoder } from 'fast-jwt';
import express from 'express';
const decode = createDecoder();
export const auth = (req, res, next) => {
  req.user = decode(req.cookies.token);
  next();
};
`,
      errors: [{ messageId: 'decoded', line: 6, column: 14, endLine: 6, endColumn: 39 }],
    },
    {
      name: 'Hono',
      filename: 'server/app.ts',
      code: `
import { Hono } from 'hono';
import { decode } from 'hono/jwt';
app.use(async (c, next) => {
  const { payload } = decode(c.req.header('authorization').slice(7));
  c.set('user', payload);
  await next();
});
`,
      errors: [{ messageId: 'decoded', line: 5, column: 23, endLine: 5, endColumn: 69 }],
    },
    {
      name: 'jwt-simple without verification',
      filename: 'server/auth.js',
      code: `
const jwt = require('jwt-simple');
const express = require('express');
module.exports = (req, res, next) => {
  req.user = jwt.decode(req.headers['x-access-token'], process.env.JWT_SECRET, true);
  next();
};
`,
      errors: [{ messageId: 'decoded', line: 5, column: 14, endLine: 5, endColumn: 85 }],
    },
    {
      name: 'by hand',
      filename: 'server/auth.js',
      code: `
import express from 'express';
export const auth = (req, res, next) => {
  const token = req.headers.authorization.split(' ')[1];
  req.user = JSON.parse(atob(token.split('.')[1]));
  next();
};
export const other = (req, res, next) => {
  const [, payload] = req.cookies.token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  req.userId = claims.sub;
  next();
};
`,
      errors: [
        { messageId: 'decoded', line: 5, column: 14, endLine: 5, endColumn: 51 },
        { messageId: 'decoded', line: 10, column: 18, endLine: 10, endColumn: 80 },
      ],
    },
    {
      name: 'in a helper of a file that verifies nothing',
      filename: 'server/session.js',
      code: `
import jwt from 'jsonwebtoken';
export const currentUser = (token) => {
  const claims = jwt.decode(token);
  return User.findById(claims.id);
};
`,
      errors: [{ messageId: 'decoded', line: 4, column: 18, endLine: 4, endColumn: 35 }],
    },
    {
      name: 'expiry ignored',
      filename: 'server/auth.js',
      code: `
import jwt from 'jsonwebtoken';
export const auth = (req, res, next) => {
  req.user = jwt.verify(req.cookies.token, process.env.JWT_SECRET, { ignoreExpiration: true });
  next();
};
`,
      errors: [{ messageId: 'expiryIgnored', line: 4, column: 70, endLine: 4, endColumn: 92 }],
    },
    {
      name: 'expiry ignored by a strategy or a middleware',
      filename: 'server/jwt.strategy.ts',
      code: `
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { expressjwt } from 'express-jwt';
import koaJwt from 'koa-jwt';
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor() {
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), ignoreExpiration: true, secretOrKey: process.env.JWT_SECRET });
  }
}
passport.use(new Strategy({ jwtFromRequest, secretOrKey, jsonWebTokenOptions: { ignoreExpiration: true } }, check));
app.use(expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'], ignoreExpiration: true }));
app.use(koaJwt({ secret: process.env.JWT_SECRET, ignoreExpiration: true }));
`,
      errors: [
        { messageId: 'expiryIgnored', line: 8, column: 71, endLine: 8, endColumn: 93 },
        { messageId: 'expiryIgnored', line: 11, column: 81, endLine: 11, endColumn: 103 },
        { messageId: 'expiryIgnored', line: 12, column: 77, endLine: 12, endColumn: 99 },
        { messageId: 'expiryIgnored', line: 13, column: 50, endLine: 13, endColumn: 72 },
      ],
    },
    {
      name: 'expiry ignored by what a verifier is told',
      filename: 'server/app.ts',
      code: `
import { createVerifier } from 'fast-jwt';
import { JwtService } from '@nestjs/jwt';
import jwt from '@fastify/jwt';
createVerifier({ key: process.env.KEY, ignoreExpiration: true });
fastify.register(jwt, { secret: process.env.JWT_SECRET, verify: { ignoreExpiration: true } });
class A { constructor(private jwt: JwtService) {} check(token: string) { return this.jwt.verifyAsync(token, { ignoreExpiration: true }); } }
`,
      errors: [
        { messageId: 'expiryIgnored', line: 5, column: 40, endLine: 5, endColumn: 62 },
        { messageId: 'expiryIgnored', line: 6, column: 67, endLine: 6, endColumn: 89 },
        { messageId: 'expiryIgnored', line: 7, column: 111, endLine: 7, endColumn: 133 },
      ],
    },
    {
      name: 'no signature needed',
      filename: 'server/auth.js',
      code: `
import jwt from 'jsonwebtoken';
import { expressjwt } from 'express-jwt';
jwt.verify(token, key, { algorithms: ['HS256', 'none'] });
jwt.verify(token, null, { algorithms: ['none'] });
jwt.sign({ sub: 1 }, '', { algorithm: 'none', expiresIn: '1h' });
app.use(expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['none'] }));
`,
      errors: [
        { messageId: 'noneAllowed', line: 4, column: 48, endLine: 4, endColumn: 54 },
        { messageId: 'noneAllowed', line: 5, column: 40, endLine: 5, endColumn: 46 },
        { messageId: 'noneAllowed', line: 6, column: 39, endLine: 6, endColumn: 45 },
        { messageId: 'noneAllowed', line: 7, column: 67, endLine: 7, endColumn: 73 },
      ],
    },
    {
      name: 'no key',
      filename: 'server/auth.js',
      code: `
import jwt from 'jsonwebtoken';
import { jwtVerify } from 'jose';
import { verify } from 'hono/jwt';
jwt.verify(token);
jwt.verify(token, '');
jwt.verify(token, null);
await jwtVerify(token);
await verify(token, undefined);
`,
      errors: [
        { messageId: 'noKey', line: 5, column: 1, endLine: 5, endColumn: 11 },
        { messageId: 'noKey', line: 6, column: 1, endLine: 6, endColumn: 11 },
        { messageId: 'noKey', line: 7, column: 1, endLine: 7, endColumn: 11 },
        { messageId: 'noKey', line: 8, column: 7, endLine: 8, endColumn: 16 },
        { messageId: 'noKey', line: 9, column: 7, endLine: 9, endColumn: 13 },
      ],
    },
  ],
} satisfies RuleCases;
