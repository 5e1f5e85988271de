import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-in-memory-token-store',
  valid: [
    {
      name: 'attempts in Redis, of a game, of a request',
      filename: 'server/login.js',
      code: `
import { createClient } from 'redis';
const redis = createClient();
const retries = new Map();
const levelAttempts = new Map();
export const failed = (ip) => redis.incr('loginAttempts:' + ip);
export const play = (id, n) => { levelAttempts.set(id, n); retries.set(id, n); };
export function login(req) { const loginAttempts = []; loginAttempts.push(req.ip); return loginAttempts; }
`,
    },
    {
      name: 'what is left where Redis cannot be reached',
      filename: 'server/revocation.js',
      code: `
const client = require('./redis-client');
const revokedTokens = new Map();
exports.revoke = async (jti, seconds) => {
  if (client.redis?.isOpen) return client.redis.setEx('revoked:' + jti, seconds, '1');
  revokedTokens.set(jti, Date.now() + seconds * 1000);
};
exports.isRevoked = async (jti) => (client.redis?.isOpen ? (await client.redis.exists('revoked:' + jti)) === 1 : revokedTokens.has(jti));
`,
    },
    {
      name: 'a cache before a table',
      filename: 'server/blacklist.ts',
      code: `
import { prisma } from './prisma';
const blacklistedTokens = new Set<string>();
export async function add(token: string) {
  await prisma.blacklistedToken.create({ data: { token } });
  blacklistedTokens.add(token);
}
export const has = (token: string) => blacklistedTokens.has(token);
`,
    },
    {
      name: 'a field that is filled with what a model has',
      filename: 'server/denylist.ts',
      code: `
export class TokenDenylist {
  private readonly revoked = new Map<string, number>();
  async isRevoked(jti: string) {
    if (this.revoked.has(jti)) return true;
    const row = await RevokedToken.findOne({ jti });
    if (row) this.revoked.set(jti, row.until);
    return Boolean(row);
  }
}
`,
    },
    {
      name: 'one class for Redis, one for where there is none',
      filename: 'server/store.ts',
      code: `
class InRedis {
  constructor(private readonly redis: Redis) {}
  add(jti: string) { return this.redis.set('jti:' + jti, '1', 'EX', 3600); }
}
class InMemory {
  private revokedTokens = new Set<string>();
  async add(jti: string) { this.revokedTokens.add(jti); }
}
export const store = process.env.REDIS_URL ? new InRedis(connect()) : new InMemory();
`,
    },
    {
      name: 'a limit with a store, and one of other routes',
      filename: 'server/app.js',
      code: `
import express from 'express';
import rateLimit from 'express-rate-limit';
const app = express();
const shared = rateLimit({ windowMs: 60000, limit: 5, store });
const search = rateLimit({ windowMs: 60000, limit: 50 });
app.post('/login', shared, login);
app.get('/search', search, find);
`,
    },
    {
      name: 'in Redis',
      filename: 'server/blacklist.js',
      code: `
import { createClient } from 'redis';
const redis = createClient();
export const revoke = (jti, seconds) => redis.set('revoked:' + jti, '1', { EX: seconds });
`,
    },
    {
      name: "a cache of somebody else's tokens",
      filename: 'server/oauth.js',
      code: `
import express from 'express';
const tokenCache = new Map();
const cachedTokens = {};
export const remember = (tenant, token) => { tokenCache.set(tenant, token); cachedTokens[tenant] = token; };
`,
    },
    {
      name: 'tokens of another trade',
      filename: 'server/push.js',
      code: `
import express from 'express';
const pushTokens = new Set();
const activeTokenTypes = [];
const stopTokens = [];
export const add = (token) => { pushTokens.add(token); stopTokens.push(token); activeTokenTypes.push(token); };
`,
    },
    {
      name: 'sockets and games, which are in one process anyway',
      filename: 'server/ws.js',
      code: `
import { WebSocketServer } from 'ws';
import http from 'node:http';
const sessions = new Map();
const rooms = {};
export const join = (id, socket) => sessions.set(id, socket);
`,
    },
    {
      name: 'a list that is filled within one call',
      filename: 'server/tokens.js',
      code: `
import express from 'express';
export function revoked(rows) {
  const revokedTokens = new Set();
  for (const row of rows) revokedTokens.add(row.jti);
  return revokedTokens;
}
`,
    },
    {
      name: 'a constant list',
      filename: 'server/tokens.js',
      code: `
import express from 'express';
const blockedTokens = new Set(['a', 'b']);
export const isBlocked = (token) => blockedTokens.has(token);
`,
    },
    {
      name: "a page's own list",
      filename: 'client/tokens.jsx',
      code: `
import { useState } from 'react';
const activeTokens = new Set();
export const Row = ({ token }) => { const [on] = useState(); activeTokens.add(token); return <b>{on}</b>; };
`,
    },
    {
      name: 'sessions with a store',
      filename: 'server/app.js',
      code: `
import session from 'express-session';
import { RedisStore } from 'connect-redis';
app.use(session({ secret: process.env.SESSION_SECRET, store: new RedisStore({ client }), cookie: { secure: true, sameSite: 'lax' } }));
app.use(session(options));
app.use(session({ ...options, cookie: { secure: true, sameSite: 'lax' } }));
`,
    },
    {
      name: 'limits with a store, and limits of other routes',
      filename: 'server/app.js',
      code: `
import rateLimit from 'express-rate-limit';
const loginLimiter = rateLimit({ windowMs: 900000, limit: 5, store: new RedisStore() });
const searchLimiter = rateLimit({ windowMs: 60000, limit: 100 });
app.use('/search', rateLimit({ limit: 100 }));
`,
    },
  ],
  invalid: [
    {
      name: 'a map of attempts',
      filename: 'server/login.js',
      code: `
import express from 'express';
const loginAttempts = new Map();
export const failed = (ip) => loginAttempts.set(ip, (loginAttempts.get(ip) ?? 0) + 1);
`,
      errors: [{ messageId: 'attempts', line: 3, column: 7, endLine: 3, endColumn: 20 }],
    },
    {
      name: 'an object of failures, and a field',
      filename: 'server/login.ts',
      code: `
import bcrypt from 'bcrypt';
const attempts: Record<string, number> = {};
export class Guard {
  private readonly failedLogins = new Map<string, number>();
  note(email: string) { this.failedLogins.set(email, 1); }
}
export async function login(req, res) {
  if (!(await bcrypt.compare(req.body.password, user.hash))) attempts[req.ip] = (attempts[req.ip] ?? 0) + 1;
}
`,
      errors: [
        { messageId: 'attempts', line: 3, column: 7 },
        { messageId: 'attempts', line: 5, column: 20 },
      ],
    },
    {
      name: 'a limiter of any name on a route where people sign in',
      filename: 'server/app.js',
      code: `
import express from 'express';
import rateLimit from 'express-rate-limit';
const app = express();
const strict = rateLimit({ windowMs: 60000, limit: 5 });
app.post('/api/login', strict, login);
`,
      errors: [{ messageId: 'rateLimit', line: 5, column: 16 }],
    },
    {
      name: 'beside a database of other things, and a hash',
      filename: 'server/tokens.js',
      code: `
const { createHash } = require('node:crypto');
const refreshTokens = new Set();
exports.login = async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  const token = issue(user);
  await Visit.create({ of: user.id });
  refreshTokens.add(createHash('sha256').update(token).digest('hex'));
  res.cookie('token', token, { httpOnly: true, secure: true, sameSite: 'lax' }).end();
};
`,
      errors: [{ messageId: 'collection', line: 3, column: 7 }],
    },
    {
      name: 'revoked tokens in a Set',
      filename: 'server/blacklist.js',
      code: `
import express from 'express';
const tokenBlacklist = new Set();
export const logout = (req, res) => { tokenBlacklist.add(req.cookies.token); res.sendStatus(204); };
export const isRevoked = (token) => tokenBlacklist.has(token);
`,
      errors: [{ messageId: 'collection', line: 3, column: 7, endLine: 3, endColumn: 21 }],
    },
    {
      name: 'refresh tokens in an array, a Map, an object',
      filename: 'server/tokens.ts',
      code: `
import express from 'express';
let refreshTokens: string[] = [];
const revokedJtis = new Map<string, number>();
const activeTokens = {};
export const remember = (token, jti, user) => {
  refreshTokens.push(token);
  revokedJtis.set(jti, Date.now());
  activeTokens[user] = token;
};
`,
      errors: [
        { messageId: 'collection', line: 3, column: 5, endLine: 3, endColumn: 28 },
        { messageId: 'collection', line: 4, column: 7, endLine: 4, endColumn: 18 },
        { messageId: 'collection', line: 5, column: 7, endLine: 5, endColumn: 19 },
      ],
    },
    {
      name: 'a class of its own',
      filename: 'server/jwt-blacklist.ts',
      code: `
import type { Request } from 'express';
export class TokenBlacklist {
  private readonly entries = new Map<string, number>();
  private static revokedTokens = new Set<string>();
  add(token: string, expires: number) { this.entries.set(token, expires); }
  static revoke(token: string) { TokenBlacklist.revokedTokens.add(token); }
}
`,
      errors: [
        { messageId: 'collection', line: 4, column: 20, endLine: 4, endColumn: 27 },
        { messageId: 'collection', line: 5, column: 18, endLine: 5, endColumn: 31 },
      ],
    },
    {
      name: 'sessions without a store',
      filename: 'server/app.js',
      code: `
import session from 'express-session';
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, cookie: { secure: true, sameSite: 'lax' } }));
`,
      errors: [{ messageId: 'session', line: 3, column: 9, endLine: 3, endColumn: 16 }],
    },
    {
      name: 'limits on signing in',
      filename: 'server/app.js',
      code: `
import rateLimit from 'express-rate-limit';
import { rateLimit as limit } from 'express-rate-limit';
const loginLimiter = rateLimit({ windowMs: 900000, limit: 5 });
app.use('/auth/login', limit({ limit: 5 }));
`,
      errors: [
        { messageId: 'rateLimit', line: 4, column: 22, endLine: 4, endColumn: 31 },
        { messageId: 'rateLimit', line: 5, column: 24, endLine: 5, endColumn: 29 },
      ],
    },
  ],
} satisfies RuleCases;
