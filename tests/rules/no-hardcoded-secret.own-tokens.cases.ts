import type { RuleCases } from '../support/rule-cases.ts';

const SIGNED = "const body = Buffer.from(JSON.stringify({ id, exp: Date.now() + DAY })).toString('base64url');";

export default {
  rule: 'no-hardcoded-secret',
  valid: [
    {
      name: 'what is signed is no session',
      filename: 'server/webhooks.js',
      code: `
import crypto from 'node:crypto';
const SECRET = process.env.HOOK_SECRET || 'hook-secret-for-development';
export const verifyWebhook = (body) => crypto.createHmac('sha256', SECRET).update(body).digest('hex');
export const csrfToken = (id) => crypto.createHmac('sha256', 'fixed-for-forms-secret').update(id).digest('hex');
export function downloadLink(path) { return path + crypto.createHmac('sha256', 'fixed-for-links-secret').update(path).digest('hex'); }
`,
    },
    {
      name: 'a secret of the environment',
      filename: 'server/session.js',
      code: `
import { createHmac } from 'crypto';
export function createSessionToken(id) {
  ${SIGNED}
  return body + '.' + createHmac('sha256', process.env.SESSION_SECRET).update(body).digest('base64url');
}
`,
    },
  ],
  invalid: [
    {
      name: 'a token that the app signs by itself, by a secret that falls back to a text',
      filename: 'server/session.js',
      code: `
import crypto from 'crypto';
const SECRET = process.env.ADMIN_SECRET || 'change-me-before-production';
export function createAdminToken(id) {
  ${SIGNED}
  return body + '.' + crypto.createHmac('sha256', SECRET).update(body).digest('base64url');
}
`,
      errors: [{ messageId: 'fallback', line: 3, column: 16, endLine: 3, endColumn: 73 }],
    },
    {
      name: 'the same of a text alone, where it is checked',
      filename: 'server/session.js',
      code: `
const { createHmac } = require('node:crypto');
const verifyToken = (token) => {
  const [body, mac] = token.split('.');
  return createHmac('sha256', 'our-own-signing-key').update(body).digest('hex') === mac;
};
`,
      errors: [{ messageId: 'literal', line: 5, column: 31, endLine: 5, endColumn: 52 }],
    },
    {
      name: 'of a session that is signed',
      filename: 'server/session.ts',
      code: `
import * as crypto from 'crypto';
const key = process.env.KEY ?? 'local-session-signing-key';
export class Sessions {
  signSession(id: string) { return crypto.createHmac('sha512', key).update(id).digest('hex'); }
}
`,
      errors: [{ messageId: 'fallback', line: 3, column: 13, endLine: 3, endColumn: 59 }],
    },
  ],
} satisfies RuleCases;
