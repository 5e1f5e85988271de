import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-sensitive-jwt-claims',
  valid: [
    {
      name: 'a helper that is handed what everybody may know',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const issue = (payload) => jwt.sign(payload, key, { expiresIn: '5m' });
export const a = (user) => issue({ id: user.id, name: user.name });
export const b = (user) => hash({ password: user.password });
`,
    },
  ],
  invalid: [
    {
      name: 'handed to a helper',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
const issue = (payload) => jwt.sign(payload, key, { expiresIn: '5m' });
export const a = (user) => issue({ id: user.id, password: user.password });
`,
      errors: [{ messageId: 'claim', line: 4, column: 49, endLine: 4, endColumn: 72 }],
    },
    {
      name: 'handed to a method as the second',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
export const tokens = {
  make(kind, claims) {
    return jwt.sign(claims, keys[kind], { expiresIn: '5m' });
  },
  access(user) {
    return this.make('access', { sub: user.id, ssn: user.ssn });
  },
};
`,
      errors: [{ messageId: 'claim', line: 8, column: 48, endLine: 8, endColumn: 61 }],
    },
    {
      name: 'a record, handed to a helper',
      filename: 'server/tokens.js',
      code: `
import jwt from 'jsonwebtoken';
function issue(payload) {
  return jwt.sign(payload, key, { expiresIn: '5m' });
}
export async function login(email) {
  const user = await User.findOne({ email });
  return issue({ user });
}
`,
      errors: [{ messageId: 'document', line: 8, column: 18, endLine: 8, endColumn: 22 }],
    },
  ],
} satisfies RuleCases;
