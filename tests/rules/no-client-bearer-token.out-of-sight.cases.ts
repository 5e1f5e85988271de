import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-client-bearer-token',
  valid: [
    {
      name: 'what is waited for',
      filename: 'lib/call.js',
      code: `
import { getToken } from './machine';
export const call = async (path) => fetch(\`\${process.env.UPSTREAM}\${path}\`, { headers: { Authorization: \`Bearer \${await getToken()}\` } });
`,
    },
    {
      name: 'what is asked for a request',
      filename: 'lib/call.js',
      code: `
import { getToken } from './session';
export const headersFor = (req) => ({ Authorization: \`Bearer \${getToken(req)}\` });
`,
    },
    {
      name: 'a library of others',
      filename: 'lib/call.js',
      code: `
import { getToken } from 'cloud-identity';
export const headers = () => ({ Authorization: \`Bearer \${getToken()}\` });
`,
    },
    {
      name: 'a file of a server',
      filename: 'server/call.js',
      code: `
import express from 'express';
import { getToken } from './token';
export const headers = () => ({ Authorization: \`Bearer \${getToken()}\` });
`,
    },
    {
      name: 'another scheme',
      filename: 'lib/call.js',
      code: `
import { getApiKey } from './keys';
export const headers = () => ({ Authorization: \`Bearer \${getApiKey()}\` });
`,
    },
  ],
  invalid: [
    {
      name: 'a helper that makes headers',
      filename: 'lib/headers.js',
      code: `
import { getToken } from '../session';
export function headers() {
  return { Authorization: \`Bearer \${getToken()}\` };
}
`,
      errors: [{ messageId: 'sent', line: 4, column: 12 }],
    },
    {
      name: 'a request',
      filename: 'services/orders.js',
      code: `
import { readAccessToken } from './kept';
export const orders = () => fetch(BASE + '/orders', { headers: { Accept: 'application/json', Authorization: 'Bearer ' + readAccessToken() } });
`,
      errors: [{ messageId: 'sent', line: 3, column: 94 }],
    },
    {
      name: 'a method of what the app exports',
      filename: 'services/client.ts',
      code: `
import auth from '@/lib/auth';
import request from '@/lib/request';
export const list = () => request({ url: '/orders', headers: { Authorization: \`Bearer \${auth.getToken()}\` } });
`,
      errors: [{ messageId: 'sent', line: 4, column: 64 }],
    },
    {
      name: 'kept before',
      filename: 'services/upload.ts',
      code: `
import { getJwt } from '~/session';
export async function upload(file: Blob) {
  const jwt = getJwt();
  return send('/files', { body: file, headers: { Authorization: \`Bearer \${jwt}\` } });
}
`,
      errors: [{ messageId: 'sent', line: 5, column: 50 }],
    },
  ],
} satisfies RuleCases;
