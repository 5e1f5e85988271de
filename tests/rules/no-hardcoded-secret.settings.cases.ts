import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-hardcoded-secret',
  valid: [
    {
      name: 'a default that is none',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const env = (name, fallback) => process.env[name] ?? fallback;
export const a = (user) => jwt.sign({ id: user.id }, env('JWT_SECRET'), { expiresIn: '5m' });
export const b = (user) => jwt.sign({ id: user.id }, env('JWT_SECRET', ''), { expiresIn: '5m' });
`,
    },
  ],
  invalid: [
    {
      name: "a default that is handed to a function of the app's",
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const option = (name, fallback) => process.env[name] ?? fallback;
function required(name, otherwise) {
  if (process.env[name]) return process.env[name];
  return otherwise;
}
export const a = (user) => jwt.sign({ id: user.id }, option('JWT_SECRET', 'two otters in a canoe'), { expiresIn: '5m' });
export const b = (token) => jwt.verify(token, required('KEY_OF_TOKENS', 'three otters in a canoe'));
`,
      errors: [
        { messageId: 'fallback', line: 8, column: 75, endLine: 8, endColumn: 98 },
        { messageId: 'fallback', line: 9, column: 73, endLine: 9, endColumn: 98 },
      ],
    },
  ],
} satisfies RuleCases;
