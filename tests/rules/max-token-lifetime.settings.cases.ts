import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'max-token-lifetime',
  valid: [
    {
      name: 'defaults that are short',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const env = (name, fallback) => process.env[name] ?? fallback;
const other = env('REFRESH_TTL', '90d');
export const a = (user) => jwt.sign({ id: user.id }, key, { expiresIn: env('JWT_TTL', '15m') });
export const b = (user) => jwt.sign({ id: user.id }, key, { expiresIn: config.get('jwt.expiresIn', '10m') });
export const c = (user) => jwt.sign({ id: user.id }, key, { expiresIn: config.get('jwt.expiresIn') });
`,
    },
    {
      name: 'a helper whose callers say when it ends, or may',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const issue = (payload, options) => jwt.sign(payload, key, options);
export const a = (user) => issue({ id: user.id }, { expiresIn: '5m' });
export const b = (user) => issue({ id: user.id, exp: soon() });
export const c = (user) => issue({ ...user });
const seal = (payload) => jwt.sign(payload, key);
export const d = (payload) => seal(payload);
`,
    },
  ],
  invalid: [
    {
      name: "a setting's default, by a getter and by a function of the app's",
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
function setting(name, fallback) {
  const value = process.env[name];
  if (value === undefined) return fallback;
  return value;
}
export const a = (user) => jwt.sign({ id: user.id }, key, { expiresIn: setting('JWT_TTL', '30d') });
export const b = (user) => jwt.sign({ id: user.id }, key, { expiresIn: config.get('jwt.expiresIn', '60 days') });
export const c = (user) => jwt.sign({ id: user.id }, key, { expiresIn: getEnv('TTL', 2592000) });
`,
      errors: [
        { messageId: 'tooLong', line: 8, column: 61, endLine: 8, endColumn: 97 },
        { messageId: 'tooLong', line: 9, column: 61, endLine: 9, endColumn: 110 },
        { messageId: 'tooLong', line: 10, column: 61, endLine: 10, endColumn: 94 },
      ],
    },
    {
      name: 'a default of a parameter, and of a setting that is taken out',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const { JWT_TTL = '30d' } = process.env;
export const a = (user, expiresIn = '45d') => jwt.sign({ id: user.id }, key, { expiresIn });
export const b = (user) => jwt.sign({ id: user.id }, key, { expiresIn: JWT_TTL });
`,
      errors: [
        { messageId: 'tooLong', line: 4, column: 80, endLine: 4, endColumn: 89 },
        { messageId: 'tooLong', line: 5, column: 61, endLine: 5, endColumn: 79 },
      ],
    },
    {
      name: 'what a function of the app chooses',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const life = (user) => (user.remember ? '90d' : '15m');
export const a = (user) => jwt.sign({ id: user.id }, key, { expiresIn: life(user) });
`,
      errors: [{ messageId: 'tooLong', line: 4, column: 61, endLine: 4, endColumn: 82 }],
    },
    {
      name: 'a helper whose payload and options are parameters',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const issue = (payload, options) => jwt.sign(payload, key, options);
export const a = (user) => issue({ id: user.id }, { expiresIn: '30d' });
function seal(claims) {
  return jwt.sign(claims, key);
}
export const b = (user) => seal({ id: user.id, role: 'admin' });
`,
      errors: [
        { messageId: 'tooLong', line: 4, column: 53, endLine: 4, endColumn: 69 },
        { messageId: 'forEver', line: 6, column: 14, endLine: 6, endColumn: 18 },
      ],
    },
  ],
} satisfies RuleCases;
