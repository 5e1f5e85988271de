import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-sensitive-jwt-claims',
  valid: [
    {
      name: 'an id and a role',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ sub: user.id, email: user.email, role: user.role, name: user.name }, key, { expiresIn: '15m' });
`,
    },
    {
      name: 'statements about a password',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ sub: user.id, hasPassword: true, passwordChangedAt: user.passwordChangedAt, mustChangePassword: user.expired, passwordVersion: 3, password: false }, key, { expiresIn: '15m' });
`,
    },
    {
      name: 'a fingerprint of a hash',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ name: user.name, h: shake256(user.password, 16) }, key, { expiresIn: '15m' });
`,
    },
    {
      name: 'a password as a key, not as a claim',
      filename: 'server/reset.js',
      code: `
import jwt from 'jsonwebtoken';
const resetToken = jwt.sign({ id: user.id }, process.env.JWT_SECRET + user.password, { expiresIn: '15m' });
`,
    },
    {
      name: 'an encrypted token',
      filename: 'server/tokens.ts',
      code: `
import { EncryptJWT } from 'jose';
await new EncryptJWT({ sub, ssn: user.ssn }).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).setExpirationTime('15m').encrypt(key);
`,
    },
    {
      name: 'a record of another thing',
      filename: 'server/rooms.js',
      code: `
import jwt from 'jsonwebtoken';
export const invite = async (id) => {
  const room = await Room.findById(id);
  return jwt.sign({ room }, key, { expiresIn: '15m' });
};
`,
    },
    {
      name: 'a record without its secrets',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
export async function a(id) {
  const user = await User.findById(id).select('-password');
  return jwt.sign({ user }, key, { expiresIn: '15m' });
}
export async function b(id) {
  const user = await prisma.user.findUnique({ where: { id }, select: { id: true, role: true } });
  return jwt.sign({ user }, key, { expiresIn: '15m' });
}
export async function c(id) {
  const { password, ...user } = await prisma.user.findUnique({ where: { id } });
  return jwt.sign(user, key, { expiresIn: '15m' });
}
export async function d(id) {
  const user = await prisma.user.findUnique({ where: { id } });
  delete user.password;
  return jwt.sign(user, key, { expiresIn: '15m' });
}
`,
    },
    {
      name: 'the id of a record',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
export async function login(id) {
  const user = await User.findById(id);
  return jwt.sign({ sub: user._id, role: user.role }, key, { expiresIn: '15m' });
}
`,
    },
    {
      name: 'claims from elsewhere',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
export const sign = (claims) => jwt.sign(claims, key, { expiresIn: '15m' });
export const signUser = (user) => jwt.sign({ user }, key, { expiresIn: '15m' });
jwt.sign({ ...claims, iat }, key, { expiresIn: '15m' });
`,
    },
    {
      name: 'labels, and objects that are no payload',
      filename: 'server/form.js',
      code: `
import jwt from 'jsonwebtoken';
export const labels = { password: 'Password', ssn: 'Social security number' };
send({ password, token: jwt.sign({ sub: 1 }, key, { expiresIn: '15m' }) });
`,
    },
    {
      name: "other secrets' ways of speaking",
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ sub: 1, secretary: 'x', pinned: ['a'], healthy: true, cardCount: 3, last4: card.last4 }, key, { expiresIn: '15m' });
`,
    },
  ],
  invalid: [
    {
      name: 'a password',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ id: user.id, password: user.password }, key, { expiresIn: '15m' });
`,
      errors: [{ messageId: 'claim', line: 3, column: 25, endLine: 3, endColumn: 48 }],
    },
    {
      name: 'a hash, a secret, a card, a number of the state, a diagnosis',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const payload = {
  sub: user.id,
  passwordHash: user.passwordHash,
  twoFactorSecret: user.twoFactorSecret,
  cardNumber: user.cardNumber,
  ssn: user.ssn,
  diagnosis: patient.diagnosis,
};
jwt.sign(payload, key, { expiresIn: '15m' });
`,
      errors: [
        { messageId: 'claim', line: 5, column: 3, endLine: 5, endColumn: 34 },
        { messageId: 'claim', line: 6, column: 3, endLine: 6, endColumn: 40 },
        { messageId: 'claim', line: 7, column: 3, endLine: 7, endColumn: 30 },
        { messageId: 'claim', line: 8, column: 3, endLine: 8, endColumn: 16 },
        { messageId: 'claim', line: 9, column: 3, endLine: 9, endColumn: 31 },
      ],
    },
    {
      name: "by its value's name",
      filename: 'server/tokens.js',
      code: `
import { sign } from 'jsonwebtoken';
sign({ id: user.id, p: user.password }, key, { expiresIn: '15m' });
`,
      errors: [{ messageId: 'claim', line: 3, column: 21, endLine: 3, endColumn: 37 }],
    },
    {
      name: 'a whole record',
      filename: 'server/login.js',
      code: `
import jwt from 'jsonwebtoken';
export const login = async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  const token = jwt.sign({ user }, key, { expiresIn: '15m' });
  res.cookie('token', token, { httpOnly: true, secure: true, sameSite: 'lax' });
};
`,
      errors: [{ messageId: 'document', line: 5, column: 28, endLine: 5, endColumn: 32 }],
    },
    {
      name: 'a whole record as the payload, spread, or as an object',
      filename: 'server/login.js',
      code: `
import jwt from 'jsonwebtoken';
export const a = async (id) => {
  const account = await prisma.user.findUnique({ where: { id } });
  return jwt.sign(account, key, { expiresIn: '15m' });
};
export const b = async (id) => {
  const member = await Member.findByPk(id);
  return jwt.sign({ ...member, kind: 'access' }, key, { expiresIn: '15m' });
};
export const c = (user) => jwt.sign(user.toObject(), key, { expiresIn: '15m' });
export const d = (user) => jwt.sign({ ...user._doc }, key, { expiresIn: '15m' });
`,
      errors: [
        { messageId: 'document', line: 5, column: 19, endLine: 5, endColumn: 26 },
        { messageId: 'document', line: 9, column: 21, endLine: 9, endColumn: 30 },
        { messageId: 'document', line: 11, column: 37, endLine: 11, endColumn: 52 },
        { messageId: 'document', line: 12, column: 39, endLine: 12, endColumn: 51 },
      ],
    },
    {
      name: 'jose',
      filename: 'server/tokens.ts',
      code: `
import { SignJWT } from 'jose';
await new SignJWT({ sub: user.id, password: user.password }).setProtectedHeader({ alg: 'ES256' }).setExpirationTime('15m').sign(key);
`,
      errors: [{ messageId: 'claim', line: 3, column: 35, endLine: 3, endColumn: 58 }],
    },
    {
      name: 'Nest, Fastify, fast-jwt, Hono, jwt-simple',
      filename: 'server/tokens.ts',
      code: `
import { JwtService } from '@nestjs/jwt';
import { createSigner } from 'fast-jwt';
import { sign } from 'hono/jwt';
import jwt from 'jwt-simple';
import fastify from 'fastify';
const signer = createSigner({ key: process.env.KEY, expiresIn: '15m' });
class A { constructor(private jwtService: JwtService) {} issue(user) { return this.jwtService.sign({ sub: user.id, password: user.password }); } }
signer({ sub: user.id, password: user.password, exp });
await sign({ sub: user.id, password: user.password, exp }, secret);
jwt.encode({ sub: user.id, password: user.password, exp }, secret);
export default (app, reply) => [app.jwt.sign({ password: user.password }), reply.jwtSign({ password: user.password })];
`,
      errors: [
        { messageId: 'claim', line: 8, column: 116, endLine: 8, endColumn: 139 },
        { messageId: 'claim', line: 9, column: 24, endLine: 9, endColumn: 47 },
        { messageId: 'claim', line: 10, column: 28, endLine: 10, endColumn: 51 },
        { messageId: 'claim', line: 11, column: 28, endLine: 11, endColumn: 51 },
        { messageId: 'claim', line: 12, column: 48, endLine: 12, endColumn: 71 },
        { messageId: 'claim', line: 12, column: 92, endLine: 12, endColumn: 115 },
      ],
    },
  ],
} satisfies RuleCases;
