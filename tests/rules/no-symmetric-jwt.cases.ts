import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-symmetric-jwt',
  valid: [
    {
      name: "a part of a file's name, which nobody guesses",
      filename: 'server/screenshots.js',
      code: `
import jwt from 'jsonwebtoken';
const file = jwt.sign(monitor.id, key) + '.png';
const path = '/screenshots/' + jwt.sign(monitor.id, key) + '.png';
const other = \`reports/\${jwt.sign(report.id, key)}.pdf\`;
`,
    },
    {
      name: 'asymmetric',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ sub: 1 }, key, { algorithm: 'RS256', expiresIn: '15m' });
jwt.sign({ sub: 1 }, key, { algorithm: 'ES256', expiresIn: '15m' });
`,
    },
    {
      name: 'said elsewhere',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ sub: 1 }, key, options);
jwt.sign({ sub: 1 }, key, { ...options, expiresIn: '15m' });
jwt.sign({ sub: 1 }, key, { algorithm: process.env.JWT_ALGORITHM, expiresIn: '15m' });
`,
    },
    {
      name: 'verifying',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
jwt.verify(token, key, { algorithms: ['HS256'] });
`,
    },
    {
      name: 'other libraries, asymmetric or by their key',
      filename: 'server/tokens.ts',
      code: `
import { SignJWT } from 'jose';
import { createSigner } from 'fast-jwt';
import { sign } from 'hono/jwt';
import { JwtModule } from '@nestjs/jwt';
import fastifyJwt from '@fastify/jwt';
import simple from 'jwt-simple';
await new SignJWT({ sub }).setProtectedHeader({ alg: 'EdDSA' }).setExpirationTime('15m').sign(key);
createSigner({ key: privateKey, expiresIn: 900_000 });
createSigner({ key: privateKey, algorithm: 'EdDSA' });
await sign({ sub, exp }, key, 'RS256');
simple.encode({ sub, exp }, key, 'RS256');
JwtModule.register({ privateKey, publicKey, signOptions: { algorithm: 'RS256', expiresIn: '15m' } });
app.register(fastifyJwt, { secret: { private: privateKey, public: publicKey }, sign: { algorithm: 'RS256' } });
`,
    },
    {
      name: 'another HS256',
      filename: 'server/tokens.js',
      code: `
const names = ['HS256', 'RS256'];
sign({ sub: 1 }, key, { algorithm: 'HS256' });
`,
    },
  ],
  invalid: [
    {
      name: "in a text that is no file's name",
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const header = 'Bearer ' + jwt.sign({ sub: 1 }, key, { expiresIn: '15m' });
`,
      errors: [{ messageId: 'symmetric', line: 3, column: 28 }],
    },
    {
      name: 'said',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ sub: 1 }, key, { algorithm: 'HS256', expiresIn: '15m' });
jwt.sign({ sub: 1 }, key, { algorithm: 'HS512', expiresIn: '15m' });
`,
      errors: [
        { messageId: 'symmetric', line: 3, column: 40, endLine: 3, endColumn: 47 },
        { messageId: 'symmetric', line: 4, column: 40, endLine: 4, endColumn: 47 },
      ],
    },
    {
      name: 'not said',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
import { sign } from 'jsonwebtoken';
jwt.sign({ sub: 1 }, key, { expiresIn: '15m' });
jwt.sign({ sub: 1 }, key);
sign({ sub: 1 }, key, { expiresIn: '15m' });
`,
      errors: [
        { messageId: 'symmetric', line: 4, column: 1, endLine: 4, endColumn: 4 },
        { messageId: 'symmetric', line: 5, column: 1, endLine: 5, endColumn: 4 },
        { messageId: 'symmetric', line: 6, column: 1, endLine: 6, endColumn: 5 },
      ],
    },
    {
      name: 'through a constant',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const ALGORITHM = 'HS384';
const options = { algorithm: ALGORITHM, expiresIn: '15m' };
jwt.sign({ sub: 1 }, key, options);
`,
      errors: [{ messageId: 'symmetric', line: 4, column: 30, endLine: 4, endColumn: 39 }],
    },
    {
      name: 'other libraries',
      filename: 'server/tokens.ts',
      code: `
import { SignJWT } from 'jose';
import { createSigner } from 'fast-jwt';
import { sign } from 'hono/jwt';
import { JwtModule, JwtService } from '@nestjs/jwt';
import fastifyJwt from '@fastify/jwt';
import simple from 'jwt-simple';
await new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('15m').sign(key);
createSigner({ key: process.env.KEY, algorithm: 'HS256' });
await sign({ sub, exp }, key);
await sign({ sub, exp }, key, 'HS512');
simple.encode({ sub, exp }, key);
JwtModule.register({ secret: process.env.JWT_SECRET, signOptions: { expiresIn: '15m' } });
app.register(fastifyJwt, { secret: process.env.JWT_SECRET });
class A { constructor(private jwt: JwtService) {} issue() { return this.jwt.sign({ sub: 1 }, { algorithm: 'HS256' }); } }
`,
      errors: [
        { messageId: 'symmetric', line: 8, column: 54, endLine: 8, endColumn: 61 },
        { messageId: 'symmetric', line: 9, column: 49, endLine: 9, endColumn: 56 },
        { messageId: 'symmetric', line: 10, column: 7, endLine: 10, endColumn: 11 },
        { messageId: 'symmetric', line: 11, column: 31, endLine: 11, endColumn: 38 },
        { messageId: 'symmetric', line: 12, column: 1, endLine: 12, endColumn: 7 },
        { messageId: 'symmetric', line: 13, column: 1, endLine: 13, endColumn: 10 },
        { messageId: 'symmetric', line: 14, column: 1, endLine: 14, endColumn: 4 },
        { messageId: 'symmetric', line: 15, column: 107, endLine: 15, endColumn: 114 },
      ],
    },
  ],
} satisfies RuleCases;
