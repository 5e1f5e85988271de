import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-hardcoded-secret',
  valid: [
    {
      name: 'a list of names, each by itself',
      filename: 'server/config.js',
      code: "export const KEYS = { jwtKey: 'jwtKey', JWTKey: 'JWTKey', sessionSecret: 'sessionSecret' };",
    },
    {
      name: 'from the environment',
      code: `
import jwt from 'jsonwebtoken';
import session from 'express-session';
const JWT_SECRET = process.env.JWT_SECRET;
jwt.sign({ id: 1 }, JWT_SECRET);
app.use(session({ secret: process.env.SESSION_SECRET, cookie: { secure: true, sameSite: 'lax' } }));
`,
    },
    {
      name: 'asserted',
      code: `
const JWT_SECRET = process.env.JWT_SECRET!;
const sessionSecret = process.env.SESSION_SECRET as string;
`,
    },
    {
      name: 'missing is an error',
      code: `
const jwtSecret = process.env.JWT_SECRET;
if (!jwtSecret) throw new Error('JWT_SECRET is missing');
`,
    },
    {
      name: 'a helper that throws',
      code: `
const JWT_SECRET = requireEnv('JWT_SECRET');
const sessionSecret = process.env.SESSION_SECRET ?? fail('SESSION_SECRET is missing');
const cookieSecret = process.env.COOKIE_SECRET || (() => { throw new Error('COOKIE_SECRET is missing'); })();
`,
    },
    {
      name: 'a helper that is told what to say',
      code: `
const jwtSecret = getEnv('JWT_SECRET', 'JWT_SECRET must be set');
const cookieSecret = env('COOKIE_SECRET', 'The cookie secret is required.');
`,
    },
    {
      name: 'a setting without a default',
      code: `
const secret = config.get('JWT_SECRET');
const other = config.getOrThrow('SESSION_SECRET', { infer: true });
`,
    },
    {
      name: 'other settings with defaults',
      code: `
const PORT = process.env.PORT || '3000';
const HOST = process.env.HOST ?? 'localhost';
const { JWT_EXPIRES_IN = '15m', JWT_ISSUER = 'app', JWT_ALGORITHM = 'HS256' } = process.env;
const key = config.get('JWT_EXPIRATION', '1h');
`,
    },
    {
      name: 'path of a secret',
      code: `
const JWT_SECRET_FILE = process.env.JWT_SECRET_FILE || '/run/secrets/jwt';
const jwtSecretPath = process.env.JWT_SECRET_PATH ?? './jwt.key';
const JWT_SECRET = readFileSync(process.env.JWT_SECRET_FILE || '/run/secrets/jwt', 'utf8').trim();
`,
    },
    {
      name: 'name and length of a secret',
      code: `
const JWT_SECRET_NAME = 'prod-jwt';
const jwtSecretLength = '64';
const SESSION_SECRET_ID = process.env.SESSION_SECRET_ID || 'sessions';
`,
    },
    {
      name: 'public keys',
      code: `
import jwt from 'jsonwebtoken';
const JWT_PUBLIC_KEY = process.env.JWT_PUBLIC_KEY || '-----BEGIN PUBLIC KEY-----\\nMIIBIjAN...';
jwt.verify(token, '-----BEGIN PUBLIC KEY-----\\nMIIBIjAN...\\n-----END PUBLIC KEY-----');
jwt.verify(token, \`-----BEGIN CERTIFICATE-----
MIIC
-----END CERTIFICATE-----\`);
`,
    },
    {
      name: 'secrets of other parties',
      code: `
const clientSecret = process.env.GOOGLE_CLIENT_SECRET || 'not-set';
const STRIPE_WEBHOOK_SECRET = 'whsec_test';
const oauth = { clientSecret: 'x', appClientSecret: 'y', consumerSecret: 'z' };
const AWS_SECRET_ACCESS_KEY = process.env.AWS_SECRET_ACCESS_KEY || 'minio';
`,
    },
    {
      name: 'labels of a form, for every language',
      filename: 'src/locales/en.ts',
      code: "export default { jwtSecret: 'JWT secret', sessionSecret: 'Session secret', tokenSecret: 'Paste the token secret' };",
    },
    {
      name: 'labels beside the code',
      code: "export const labels = { jwtSecret: 'JWT secret', sessionSecret: 'Session secret' };",
    },
    {
      name: 'messages about a secret',
      code: `
const errors = {};
errors.jwtSecret = 'The JWT secret is required';
errors.sessionSecret = 'Enter at least 32 characters';
`,
    },
    {
      name: 'state of a form',
      code: `
const initial = { jwtSecret: '', sessionSecret: '' };
const [appSecret, setAppSecret] = useState('');
`,
    },
    {
      name: "a page's settings form",
      filename: 'client/Settings.tsx',
      code: `
import { useState } from 'react';
export const Settings = () => {
  const [form] = useState({ jwtSecret: 'unset', tokenSecret: 'unset' });
  return <input name="jwtSecret" placeholder="secret" value={form.jwtSecret} />;
};
`,
    },
    {
      name: 'random bytes',
      code: `
import crypto from 'node:crypto';
const jwtSecret = process.env.JWT_SECRET || crypto.randomBytes(64).toString('hex');
const sessionSecret = crypto.randomUUID();
process.env.COOKIE_SECRET ??= crypto.randomBytes(32).toString('base64');
`,
    },
    {
      name: 'read from elsewhere',
      code: `
const jwtSecret = await vault.read('secret/jwt');
const sessionSecret = fs.readFileSync('secret.txt', 'utf8');
const tokenSecret = secrets.get('token-secret');
`,
    },
    {
      name: 'for tests only',
      code: `
const jwtSecret = process.env.NODE_ENV === 'test' ? 'for-tests' : process.env.JWT_SECRET;
const sessionSecret = isTest ? 'for-tests' : requireEnv('SESSION_SECRET');
const cookieSecret = process.env.NODE_ENV !== 'test' ? process.env.COOKIE_SECRET : 'for-tests';
`,
    },
    {
      name: 'a test file',
      filename: 'server/auth.test.js',
      code: `
import jwt from 'jsonwebtoken';
const token = jwt.sign({ id: 1 }, 'secret');
process.env.JWT_SECRET = 'test';
`,
    },
    {
      name: 'set-up of tests',
      filename: 'tests/setup.ts',
      code: "process.env.JWT_SECRET = 'test';",
    },
    {
      name: 'names of variables',
      code: `
const names = { jwtSecret: 'JWT_SECRET', sessionSecret: 'SESSION_SECRET' };
export const JWT_SECRET = 'JWT_SECRET';
const required = ['JWT_SECRET', 'SESSION_SECRET'];
`,
    },
    {
      name: 'names of headers and fields',
      code: `
const field = { secret: 'password', type: 'text' };
const schema = { jwtSecret: { type: 'string', required: true } };
const shape = { jwtSecret: 'string', sessionSecret: 'string' };
`,
    },
    {
      name: 'a schema without a default',
      code: `
import { z } from 'zod';
export const schema = z.object({ JWT_SECRET: z.string().min(32), SESSION_SECRET: z.string({ required_error: 'Missing' }) });
`,
    },
    {
      name: 'a secret that merely starts like one',
      code: `
const secretary = 'Ms Jones';
const secretSanta = { name: 'Sam' };
const secrets = ['a', 'b'];
`,
    },
    {
      name: 'a secret that signs no session',
      code: `
const secret = 'abracadabra';
const game = { secret: 'rosebud' };
const otpSecret = 'JBSWY3DPEHPK3PXP';
`,
    },
    {
      name: 'decoding needs no secret',
      code: `
import jwt from 'jsonwebtoken';
jwt.decode('secret');
jwt.verify(token, getKey, { issuer: 'secret' });
jwt.verify(token, (header, done) => keys.get(header.kid, done));
`,
    },
    {
      name: 'another sign',
      code: `
import jwt from './my-jwt.js';
jwt.sign({ id: 1 }, 'shh');
crypto.sign('sha256', data, 'key');
`,
    },
    {
      name: 'cookie-parser and cookie-session without a literal',
      code: `
import cookieParser from 'cookie-parser';
import cookieSession from 'cookie-session';
app.use(cookieParser());
app.use(cookieParser(process.env.COOKIE_SECRET));
app.use(cookieSession({ name: 'session', keys: [process.env.KEY1, process.env.KEY2], sameSite: 'lax' }));
`,
    },
    {
      name: 'an empty fallback, which fails at once',
      code: `
import jwt from 'jsonwebtoken';
const jwtSecret = process.env.JWT_SECRET || '';
jwt.sign({ id: 1 }, process.env.JWT_SECRET ?? '');
`,
    },
    {
      name: 'a condition, not a fallback',
      code: `
const isSet = process.env.JWT_SECRET && 'yes';
const label = process.env.JWT_SECRET ? 'set' : 'missing';
`,
    },
    {
      name: 'a comparison',
      code: "if (process.env.JWT_SECRET === 'changeme') throw new Error('Change it');",
    },
    {
      name: 'a log',
      code: `
console.log(process.env.JWT_SECRET || 'not set');
console.warn('JWT secret:', process.env.JWT_SECRET ? 'yes' : 'no');
`,
    },
    {
      name: 'a template with a part of its own',
      code: 'const jwtSecret = `${process.env.JWT_SECRET}-${tenant}`;',
    },
    {
      name: 'type and enum',
      code: `
enum Setting { JwtSecret = 'jwt-secret' }
type Keys = 'jwtSecret' | 'sessionSecret';
interface Config { jwtSecret: 'a' }
`,
    },
    {
      name: 'dependency injection',
      code: `
const token = Symbol('JWT_SECRET');
export const providers = [{ provide: 'JWT_SECRET', useFactory: () => process.env.JWT_SECRET }];
`,
    },
    {
      name: 'an address of a secret',
      code: `
const jwtSecret = 'https://vault.example.com/v1/jwt';
const sessionSecret = 'arn:aws:secretsmanager:eu-west-1:1:secret:session';
const cookieSecret = 'projects/1/secrets/cookie/versions/latest';
`,
    },
    {
      name: 'pipelines and manifests',
      code: "const job = { env: { JWT_SECRET: '${{ secrets.JWT_SECRET }}', SESSION_SECRET: '${SESSION_SECRET}' } };",
    },
    {
      name: 'JWT libraries with a key from the environment',
      filename: 'server/auth.ts',
      code: `
import { SignJWT, jwtVerify } from 'jose';
import { JwtModule } from '@nestjs/jwt';
import { createSigner } from 'fast-jwt';
import jwt from '@fastify/jwt';
import { sign } from 'hono/jwt';
import { expressjwt } from 'express-jwt';
import koaJwt from 'koa-jwt';
import { Strategy } from 'passport-jwt';
import simple from 'jwt-simple';
const key = new TextEncoder().encode(process.env.JWT_SECRET);
await new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('2h').sign(key);
await jwtVerify(token, key);
JwtModule.registerAsync({ useFactory: (config) => ({ secret: config.getOrThrow('JWT_SECRET'), signOptions: { expiresIn: '15m' } }) });
createSigner({ key: process.env.JWT_SECRET });
app.register(jwt, { secret: { private: readFileSync('key.pem'), public: '-----BEGIN PUBLIC KEY-----' } });
await sign({ sub, exp }, env.JWT_SECRET);
app.use(expressjwt({ secret: jwks.expressJwtSecret({ jwksUri }), algorithms: ['RS256'] }));
app.use(koaJwt({ secret: [process.env.JWT_SECRET, process.env.OLD_JWT_SECRET] }));
passport.use(new Strategy({ jwtFromRequest, secretOrKeyProvider }, check));
passport.use(new Strategy({ jwtFromRequest, secretOrKey: publicKey }, check));
simple.encode({ sub, exp }, process.env.JWT_SECRET);
`,
    },
  ],
  invalid: [
    {
      name: 'a text like the name of a variable, where it signs',
      code: `import jwt from 'jsonwebtoken';
import { JwtModule } from '@nestjs/jwt';
JwtModule.register({ secret: process.env.JWT_SECRET || 'SUPER_SECRET_KEY' });
const key = process.env.TOKEN_KEY ?? 'MY_APP_SECRET';
jwt.sign({ id }, key, { expiresIn: '15m' });
jwt.verify(token, 'JWT_SECRET');`,
      errors: [
        { messageId: 'fallback', line: 3, column: 30 },
        { messageId: 'fallback', line: 4, column: 13 },
        { messageId: 'literal', line: 6, column: 19 },
      ],
    },
    {
      name: 'a secret that is its own name, and signs',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const config = { jwtKey: 'jwtKey' };
jwt.sign({ id: 1 }, config.jwtKey);
`,
      errors: [{ messageId: 'literal', line: 3, column: 26 }],
    },
    {
      name: 'environment, or a text',
      code: "const JWT_SECRET = process.env.JWT_SECRET || 'your-secret-key';",
      errors: [
        {
          messageId: 'fallback',
          line: 1,
          column: 20,
          endLine: 1,
          endColumn: 63,
          data: { taker: '`JWT_SECRET`', variable: '`JWT_SECRET`', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'environment, or a text, with ??',
      code: "export const config = { secret: process.env.JWT_SECRET ?? 'hT7#pQz9vLx2@kRm' };",
      errors: [
        {
          messageId: 'fallback',
          line: 1,
          column: 33,
          endLine: 1,
          endColumn: 77,
          data: { taker: '`JWT_SECRET`', variable: '`JWT_SECRET`', weak: '' },
        },
      ],
    },
    {
      name: 'environment, or a text, by an index',
      code: "const key = process.env['SESSION_SECRET'] || 'keyboard cat';",
      errors: [{ messageId: 'fallback', line: 1, column: 13, endLine: 1, endColumn: 60 }],
    },
    {
      name: 'environment of a bundler or of Bun',
      code: `
const authSecret = import.meta.env.AUTH_SECRET || 'secret';
const cookieSecret = Bun.env.COOKIE_SECRET ?? 'secret';
`,
      errors: [
        {
          messageId: 'fallback',
          line: 2,
          column: 20,
          endLine: 2,
          endColumn: 59,
          data: { taker: '`authSecret`', variable: '`AUTH_SECRET`', weak: '; and this one is weak enough to be guessed' },
        },
        { messageId: 'fallback', line: 3, column: 22, endLine: 3, endColumn: 55 },
      ],
    },
    {
      name: 'environment, or a text, as a ternary',
      code: "const refreshSecret = process.env.REFRESH_TOKEN_SECRET ? process.env.REFRESH_TOKEN_SECRET : 'refresh-me';",
      errors: [{ messageId: 'fallback', line: 1, column: 23, endLine: 1, endColumn: 105 }],
    },
    {
      name: 'environment, or a text, in a template and under its type',
      filename: 'server/config.ts',
      code: 'const sessionSecret: string = (process.env.SESSION_SECRET || `fallback`) as string;',
      errors: [{ messageId: 'fallback', line: 1, column: 32, endLine: 1, endColumn: 72 }],
    },
    {
      name: 'two variables, and then a text',
      code: `
import jwt from 'jsonwebtoken';
jwt.sign({ id: 1 }, process.env.JWT_SECRET || process.env.SECRET || 'shh');
`,
      errors: [
        {
          messageId: 'fallback',
          line: 3,
          column: 21,
          endLine: 3,
          endColumn: 74,
          data: { taker: '`jwt.sign`', variable: '`JWT_SECRET`', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'destructuring default',
      code: "const { JWT_SECRET = 'change-me', PORT = '3000' } = process.env;",
      errors: [
        {
          messageId: 'fallback',
          line: 1,
          column: 22,
          endLine: 1,
          endColumn: 33,
          data: { taker: '`JWT_SECRET`', variable: '`JWT_SECRET`', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'destructuring default under another name',
      code: `
import jwt from 'jsonwebtoken';
const { TOKEN_KEY: key = 'change-me' } = process.env;
export const sign = (id) => jwt.sign({ id }, key);
`,
      errors: [
        {
          messageId: 'fallback',
          line: 3,
          column: 26,
          endLine: 3,
          endColumn: 37,
          data: { taker: '`jwt.sign`', variable: '`TOKEN_KEY`', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'default parameter',
      code: `
import jwt from 'jsonwebtoken';
export const issue = (payload, secret = 'development') => jwt.sign(payload, secret);
`,
      errors: [
        {
          messageId: 'fallback',
          line: 3,
          column: 41,
          endLine: 3,
          endColumn: 54,
          data: { taker: '`jwt.sign`', variable: 'the parameter', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'default parameter, named for it',
      code: `
export function makeAuth(users, jwtSecret = 'development') {
  return new Auth(users, jwtSecret);
}
`,
      errors: [
        {
          messageId: 'fallback',
          line: 2,
          column: 45,
          endLine: 2,
          endColumn: 58,
          data: { taker: '`jwtSecret`', variable: 'the parameter', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'default of an option',
      code: "export const makeApp = ({ port = 3000, sessionSecret = 'dev' }) => start(port, sessionSecret);",
      errors: [
        {
          messageId: 'fallback',
          line: 1,
          column: 56,
          endLine: 1,
          endColumn: 61,
          data: { taker: '`sessionSecret`', variable: 'the parameter', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'class field',
      code: `
class Tokens {
  private readonly jwtSecret = process.env.JWT_SECRET || 'super-secret';
}
`,
      errors: [{ messageId: 'fallback', line: 3, column: 32, endLine: 3, endColumn: 72 }],
    },
    {
      name: 'class field with a literal, used by a method',
      code: `
import jwt from 'jsonwebtoken';

class Tokens {
  #key = 'hush';

  sign(id) {
    return jwt.sign({ id }, this.#key);
  }
}
`,
      errors: [
        {
          messageId: 'literal',
          line: 5,
          column: 10,
          endLine: 5,
          endColumn: 16,
          data: { taker: '`jwt.sign`', variable: 'the value before it', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'static class field',
      code: `
class Tokens {
  static readonly REFRESH_SECRET = 'Zk3rT90plmQwXa7b';
}
`,
      errors: [{ messageId: 'literal', line: 3, column: 36, endLine: 3, endColumn: 54 }],
    },
    {
      name: 'config object',
      code: "module.exports = { port: 3000, jwtSecret: 'my-jwt-secret', jwtExpiresIn: '1h' };",
      errors: [
        {
          messageId: 'literal',
          line: 1,
          column: 43,
          endLine: 1,
          endColumn: 58,
          data: { taker: '`jwtSecret`', variable: 'the value before it', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'config object, nested',
      code: `
export default {
  jwt: { secret: 'Zk3rT90plmQwXa7b', expiresIn: '1h' },
  session: { secret: process.env.SESSION_KEY || 'dev' },
  mail: { secret: 'Zk3rT90plmQwXa7b' },
};
`,
      errors: [
        {
          messageId: 'literal',
          line: 3,
          column: 18,
          endLine: 3,
          endColumn: 36,
          data: { taker: '`jwt.secret`', variable: 'the value before it', weak: '' },
        },
        {
          messageId: 'fallback',
          line: 4,
          column: 22,
          endLine: 4,
          endColumn: 54,
          data: { taker: '`session.secret`', variable: '`SESSION_KEY`', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'config object that is named for it',
      code: "export const jwtConstants = { secret: 'do not use this value' };",
      errors: [{ messageId: 'literal', line: 1, column: 39, endLine: 1, endColumn: 62 }],
    },
    {
      name: 'config file that is named for it',
      filename: 'server/config/auth.config.js',
      code: "module.exports = { secret: 'bloom-Secret-9x' };",
      errors: [{ messageId: 'literal', line: 1, column: 28, endLine: 1, endColumn: 45 }],
    },
    {
      name: 'text encoder',
      code: "const JWT_SECRET = new TextEncoder().encode(process.env.JWT_SECRET || 'dev-secret');",
      errors: [{ messageId: 'fallback', line: 1, column: 45, endLine: 1, endColumn: 83 }],
    },
    {
      name: 'text encoder in a constant of its own, with a literal',
      code: `
const encoder = new TextEncoder();
const jwtSecret = encoder.encode('0123456789abcdef0123456789abcdef');
`,
      errors: [{ messageId: 'literal', line: 3, column: 34, endLine: 3, endColumn: 68 }],
    },
    {
      name: 'Buffer.from',
      code: `
import jwt from 'jsonwebtoken';
export const sign = (id) => jwt.sign({ id }, Buffer.from('c2VjcmV0', 'base64'));
`,
      errors: [{ messageId: 'literal', line: 3, column: 58, endLine: 3, endColumn: 68 }],
    },
    {
      name: 'createSecretKey of a buffer',
      code: `
import { createSecretKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
const key = createSecretKey(Buffer.from(process.env.KEY ?? 'x', 'utf8'));
export const sign = (id) => jwt.sign({ id }, key);
`,
      errors: [{ messageId: 'fallback', line: 4, column: 41, endLine: 4, endColumn: 63 }],
    },
    {
      name: 'a constant in between: one report for all its uses',
      code: `
import jwt from 'jsonwebtoken';
const SECRET = 'secret';
export const sign = (id) => jwt.sign({ id }, SECRET);
export const check = (token) => jwt.verify(token, SECRET);
`,
      errors: [
        {
          messageId: 'literal',
          line: 3,
          column: 16,
          endLine: 3,
          endColumn: 24,
          data: { taker: '`jwt.sign`', variable: 'the value before it', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'two constants in between',
      code: `
import jwt from 'jsonwebtoken';
const fromEnvironment = process.env.KEY || 'secret';
const key = fromEnvironment;
export const check = (token) => jwt.verify(token, key);
`,
      errors: [{ messageId: 'fallback', line: 3, column: 25, endLine: 3, endColumn: 52 }],
    },
    {
      name: 'a member of a constant',
      code: `
import jwt from 'jsonwebtoken';
const keys = { access: 'first', refresh: process.env.REFRESH_KEY };
export const sign = (id) => [jwt.sign({ id }, keys.access), jwt.sign({ id }, keys.refresh)];
`,
      errors: [{ messageId: 'literal', line: 3, column: 24, endLine: 3, endColumn: 31 }],
    },
    {
      name: 'a function in between',
      code: `
import jwt from 'jsonwebtoken';
const getKey = () => process.env.KEY || 'x';
export const sign = (id) => jwt.sign({ id }, getKey());
`,
      errors: [{ messageId: 'fallback', line: 3, column: 22, endLine: 3, endColumn: 44 }],
    },
    {
      name: 'a function in between that gives a literal',
      code: `
import jwt from 'jsonwebtoken';
function getKey() {
  return 'Zk3rT90plmQwXa7b';
}
export const sign = (id) => jwt.sign({ id }, getKey());
`,
      errors: [{ messageId: 'literal', line: 4, column: 10, endLine: 4, endColumn: 28 }],
    },
    {
      name: 'argument of jwt.sign',
      code: `
const jwt = require('jsonwebtoken');
const token = jwt.sign({ id: 1 }, 'shhhhh', { expiresIn: '1h' });
`,
      errors: [
        {
          messageId: 'literal',
          line: 3,
          column: 35,
          endLine: 3,
          endColumn: 43,
          data: { taker: '`jwt.sign`', variable: 'the value before it', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'argument of jwt.sign with a callback, by its own name',
      code: `
import { sign } from 'jsonwebtoken';
sign({ id: 1 }, 'shhhhh', (error, token) => done(error, token));
`,
      errors: [{ messageId: 'literal', line: 3, column: 17, endLine: 3, endColumn: 25 }],
    },
    {
      name: 'argument of jwt.verify',
      code: `
import jwt from 'jsonwebtoken';
jwt.verify(token, 'Zk3rT90plmQwXa7b', { algorithms: ['HS256'] });
`,
      errors: [
        {
          messageId: 'literal',
          line: 3,
          column: 19,
          endLine: 3,
          endColumn: 37,
          data: { taker: '`jwt.verify`', variable: 'the value before it', weak: '' },
        },
      ],
    },
    {
      name: 'argument of promisified signing',
      code: `
import { promisify } from 'node:util';
import jwt from 'jsonwebtoken';
const sign = promisify(jwt.sign);
export const issue = (id) => sign({ id }, 'Zk3rT90plmQwXa7b');
`,
      errors: [{ messageId: 'literal', line: 5, column: 43, endLine: 5, endColumn: 61 }],
    },
    {
      name: 'a private key',
      code: `
import jwt from 'jsonwebtoken';
const key = '-----BEGIN RSA PRIVATE KEY-----\\nMIIEow...\\n-----END RSA PRIVATE KEY-----';
export const sign = (id) => jwt.sign({ id }, key, { algorithm: 'RS256' });
`,
      errors: [{ messageId: 'literal', line: 3, column: 13, endLine: 3, endColumn: 88 }],
    },
    {
      name: 'express-session, a text',
      code: `
import session from 'express-session';
app.use(session({ secret: 'keyboard cat', cookie: { secure: true, sameSite: 'lax' } }));
`,
      errors: [
        {
          messageId: 'literal',
          line: 3,
          column: 27,
          endLine: 3,
          endColumn: 41,
          data: { taker: '`express-session`', variable: 'the value before it', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'express-session, an array: the old one still opens sessions',
      code: `
import session from 'express-session';
app.use(session({ secret: [process.env.SESSION_SECRET, process.env.OLD_SECRET || 'old'], cookie: { secure: true, sameSite: 'lax' } }));
`,
      errors: [{ messageId: 'fallback', line: 3, column: 56, endLine: 3, endColumn: 87 }],
    },
    {
      name: 'express-session, options in a variable',
      code: `
import session from 'express-session';
const secrets = ['first-secret', 'second-secret'];
const options = { secret: secrets, cookie: { secure: true, sameSite: 'lax' } };
app.use(session(options));
`,
      errors: [
        { messageId: 'literal', line: 3, column: 18, endLine: 3, endColumn: 32 },
        { messageId: 'literal', line: 3, column: 34, endLine: 3, endColumn: 49 },
      ],
    },
    {
      name: 'express-session, a cookie without its attributes beside it',
      code: `
import session from 'express-session';
app.use(session({ resave: false, secret: 'hush' }));
`,
      errors: [{ messageId: 'literal', line: 3, column: 42, endLine: 3, endColumn: 48 }],
    },
    {
      name: 'cookie-session, keys',
      code: `
import cookieSession from 'cookie-session';
app.use(cookieSession({ keys: ['key1', process.env.KEY], sameSite: 'lax' }));
`,
      errors: [
        {
          messageId: 'literal',
          line: 3,
          column: 32,
          endLine: 3,
          endColumn: 38,
          data: { taker: '`cookie-session`', variable: 'the value before it', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'cookie-session, secret',
      code: `
const cookieSession = require('cookie-session');
app.use(cookieSession({ secret: 'Zk3rT90plmQwXa7b' }));
`,
      errors: [{ messageId: 'literal', line: 3, column: 33, endLine: 3, endColumn: 51 }],
    },
    {
      name: 'cookie-parser',
      code: `
import cookieParser from 'cookie-parser';
app.use(cookieParser('Zk3rT90plmQwXa7b'));
`,
      errors: [
        {
          messageId: 'literal',
          line: 3,
          column: 22,
          endLine: 3,
          endColumn: 40,
          data: { taker: '`cookie-parser`', variable: 'the value before it', weak: '' },
        },
      ],
    },
    {
      name: 'cookie-parser, several',
      code: `
import cookieParser from 'cookie-parser';
app.use(cookieParser([process.env.COOKIE_KEY, process.env.OLD_COOKIE_KEY || 'old']));
`,
      errors: [{ messageId: 'fallback', line: 3, column: 47, endLine: 3, endColumn: 82 }],
    },
    {
      name: 'passport-jwt',
      code: "passport.use(new JwtStrategy({ jwtFromRequest, secretOrKey: process.env.JWT_KEY || 'secret' }, verify));",
      errors: [
        {
          messageId: 'fallback',
          line: 1,
          column: 61,
          endLine: 1,
          endColumn: 92,
          data: { taker: '`secretOrKey`', variable: '`JWT_KEY`', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'assignment to the environment',
      code: "process.env.JWT_SECRET = 'dev-secret';",
      errors: [
        {
          messageId: 'literal',
          line: 1,
          column: 26,
          endLine: 1,
          endColumn: 38,
          data: { taker: '`JWT_SECRET`', variable: 'the value before it', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'assignment to the environment, where it is not set',
      code: "process.env.JWT_SECRET ||= 'dev-secret';",
      errors: [
        {
          messageId: 'fallback',
          line: 1,
          column: 28,
          endLine: 1,
          endColumn: 40,
          data: { taker: '`JWT_SECRET`', variable: '`JWT_SECRET`', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'assignment of a fallback',
      code: `
let jwtSecret = process.env.JWT_SECRET;
if (!jwtSecret) {
  console.warn('JWT_SECRET is not set');
  jwtSecret = 'development';
}
`,
      errors: [
        {
          messageId: 'fallback',
          line: 5,
          column: 15,
          endLine: 5,
          endColumn: 28,
          data: { taker: '`jwtSecret`', variable: '`JWT_SECRET`', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'assignment to a field',
      code: `
class Auth {
  constructor() {
    this.tokenSecret = 'Zk3rT90plmQwXa7b';
  }
}
`,
      errors: [{ messageId: 'literal', line: 4, column: 24, endLine: 4, endColumn: 42 }],
    },
    {
      name: 'config.get with a default',
      code: "const key = config.get('JWT_SECRET', 'dev');",
      errors: [
        {
          messageId: 'fallback',
          line: 1,
          column: 38,
          endLine: 1,
          endColumn: 43,
          data: { taker: '`JWT_SECRET`', variable: '`JWT_SECRET`', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'config.get with a dotted name',
      code: "const key = this.config.get<string>('jwt.secret', 'dev');",
      errors: [
        {
          messageId: 'fallback',
          line: 1,
          column: 51,
          endLine: 1,
          endColumn: 56,
          data: { taker: '`jwt.secret`', variable: '`jwt.secret`', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'config.get, or a text',
      code: "const jwtSecret = config.get('JWT_SECRET') || 'dev';",
      errors: [
        {
          messageId: 'fallback',
          line: 1,
          column: 19,
          endLine: 1,
          endColumn: 52,
          data: { taker: '`jwtSecret`', variable: '`JWT_SECRET`', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'a helper with a default',
      code: "const key = env('SESSION_SECRET', 'dev');",
      errors: [{ messageId: 'fallback', line: 1, column: 35, endLine: 1, endColumn: 40 }],
    },
    {
      name: "a schema's default",
      code: `
import { z } from 'zod';
export const schema = z.object({ JWT_SECRET: z.string().min(8).default('dev-secret'), PORT: z.string().default('3000') });
`,
      errors: [
        {
          messageId: 'fallback',
          line: 3,
          column: 72,
          endLine: 3,
          endColumn: 84,
          data: { taker: '`JWT_SECRET`', variable: '`JWT_SECRET`', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'a secret for development, when NODE_ENV is not set',
      code: "const jwtSecret = process.env.NODE_ENV === 'production' ? process.env.JWT_SECRET : 'dev-secret';",
      errors: [{ messageId: 'fallback', line: 1, column: 19, endLine: 1, endColumn: 96 }],
    },
    {
      name: "a secret that is not only a test's",
      code: "const jwtSecret = process.env.NODE_ENV === 'test' ? 'for-tests' : 'Zk3rT90plmQwXa7b';",
      errors: [{ messageId: 'literal', line: 1, column: 67, endLine: 1, endColumn: 85 }],
    },
    {
      name: "a fallback beside a test's secret",
      code: "const jwtSecret = process.env.NODE_ENV === 'test' ? 'for-tests' : process.env.JWT_SECRET || 'dev';",
      errors: [{ messageId: 'fallback', line: 1, column: 67, endLine: 1, endColumn: 98 }],
    },
    {
      name: 'a fallback in a call of another library',
      code: "app.register(jwtPlugin, { key: process.env.JWT_SECRET || 'supersecret' });",
      errors: [
        {
          messageId: 'fallback',
          line: 1,
          column: 32,
          endLine: 1,
          endColumn: 71,
          data: { taker: '`JWT_SECRET`', variable: '`JWT_SECRET`', weak: '; and this one is weak enough to be guessed' },
        },
      ],
    },
    {
      name: 'a test file, where the settings want it',
      filename: 'server/auth.test.js',
      settings: { tests: true },
      code: "const jwtSecret = process.env.JWT_SECRET || 'dev';",
      errors: [{ messageId: 'fallback', line: 1, column: 19, endLine: 1, endColumn: 50 }],
    },
    {
      name: 'jose',
      filename: 'server/auth.ts',
      code: `
import { SignJWT, jwtVerify } from 'jose';
import * as jose from 'jose';
const key = new TextEncoder().encode('keyboard cat');
await new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('2h').sign(key);
await jwtVerify(token, new TextEncoder().encode(process.env.KEY || 'change-me'));
await jose.jwtVerify(token, Buffer.from('another cat', 'utf8'));
`,
      errors: [
        { messageId: 'literal', line: 4, column: 38, endLine: 4, endColumn: 52 },
        { messageId: 'fallback', line: 6, column: 49, endLine: 6, endColumn: 79 },
        { messageId: 'literal', line: 7, column: 41, endLine: 7, endColumn: 54 },
      ],
    },
    {
      name: 'Nest',
      filename: 'server/auth.module.ts',
      code: `
import { JwtModule, JwtService } from '@nestjs/jwt';
import { constants } from './constants.js';
const KEY = 'keyboard cat';
JwtModule.register({ secret: 'hard to guess', signOptions: { expiresIn: '15m' } });
JwtModule.register({ global: true, secret: KEY });
JwtModule.registerAsync({ useFactory: (config) => ({ secret: config.get('KEY') ?? 'fallback' }) });
class A { constructor(private jwt: JwtService) {} sign() { return this.jwt.signAsync({ sub: 1 }, { secret: process.env.KEY || 'fallback' }); } }
`,
      errors: [
        { messageId: 'literal', line: 4, column: 13, endLine: 4, endColumn: 27 },
        { messageId: 'literal', line: 5, column: 30, endLine: 5, endColumn: 45 },
        { messageId: 'fallback', line: 7, column: 62, endLine: 7, endColumn: 93 },
        { messageId: 'fallback', line: 8, column: 108, endLine: 8, endColumn: 137 },
      ],
    },
    {
      name: 'Fastify, fast-jwt, Hono, jwt-simple',
      filename: 'server/app.ts',
      code: `
import fastifyJwt from '@fastify/jwt';
import { createSigner, createVerifier } from 'fast-jwt';
import { jwt, sign } from 'hono/jwt';
import simple from 'jwt-simple';
app.register(fastifyJwt, { secret: 'supersecret' });
app.register(require('fastify-jwt'), { secret: process.env.KEY || 'supersecret' });
createSigner({ key: 'supersecret' });
createVerifier({ key: async () => 'supersecret' });
createVerifier({ key: process.env.KEY ?? 'supersecret' });
app.use('/auth/*', jwt({ secret: 'it-is-very-secret' }));
await sign({ sub, exp }, 'it-is-very-secret');
simple.encode({ sub, exp }, 'xxx');
simple.decode(token, 'xxx');
`,
      errors: [
        { messageId: 'literal', line: 6, column: 36, endLine: 6, endColumn: 49 },
        { messageId: 'fallback', line: 7, column: 48, endLine: 7, endColumn: 80 },
        { messageId: 'literal', line: 8, column: 21, endLine: 8, endColumn: 34 },
        { messageId: 'literal', line: 9, column: 35, endLine: 9, endColumn: 48 },
        { messageId: 'fallback', line: 10, column: 23, endLine: 10, endColumn: 55 },
        { messageId: 'literal', line: 11, column: 34, endLine: 11, endColumn: 53 },
        { messageId: 'literal', line: 12, column: 26, endLine: 12, endColumn: 45 },
        { messageId: 'literal', line: 13, column: 29, endLine: 13, endColumn: 34 },
        { messageId: 'literal', line: 14, column: 22, endLine: 14, endColumn: 27 },
      ],
    },
    {
      name: 'Passport, express-jwt, koa-jwt',
      filename: 'server/jwt.strategy.ts',
      code: `
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy as JwtStrategy } from 'passport-jwt';
import { expressjwt } from 'express-jwt';
import koaJwt from 'koa-jwt';
export class Guard extends PassportStrategy(JwtStrategy) {
  constructor() { super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: 'keyboard cat' }); }
}
const options = { jwtFromRequest, secretOrKey: process.env.KEY || 'keyboard cat' };
passport.use(new JwtStrategy(options, check));
app.use(expressjwt({ secret: 'shhhhhhared', algorithms: ['HS256'] }));
app.use(koaJwt({ secret: ['old-shared', process.env.KEY ?? 'new-shared'] }));
`,
      errors: [
        { messageId: 'literal', line: 7, column: 98, endLine: 7, endColumn: 112 },
        { messageId: 'fallback', line: 9, column: 48, endLine: 9, endColumn: 81 },
        { messageId: 'literal', line: 11, column: 30, endLine: 11, endColumn: 43 },
        { messageId: 'literal', line: 12, column: 27, endLine: 12, endColumn: 39 },
        { messageId: 'fallback', line: 12, column: 41, endLine: 12, endColumn: 72 },
      ],
    },
    {
      name: 'a class field, a constant in between',
      filename: 'server/tokens.ts',
      code: `
import jwt from 'jsonwebtoken';
const KEY = 'keyboard cat';
export class Tokens {
  private readonly key = 'keyboard dog';
  issue() { return jwt.sign({ sub: 1 }, this.key, { expiresIn: '15m' }); }
  other() { return jwt.sign({ sub: 1 }, KEY, { expiresIn: '15m' }); }
}
`,
      errors: [
        { messageId: 'literal', line: 3, column: 13, endLine: 3, endColumn: 27 },
        { messageId: 'literal', line: 5, column: 26, endLine: 5, endColumn: 40 },
      ],
    },
  ],
} satisfies RuleCases;
