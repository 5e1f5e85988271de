import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-token-in-log',
  valid: [
    {
      name: 'what tells of an answer',
      filename: 'src/api.js',
      code: `
import axios from 'axios';
const api = axios.create({ baseURL: '/api' });
api.interceptors.response.use(
  (answer) => {
    console.log(answer.status, answer.config.url, answer.data.length);
    return answer;
  },
  (failure) => {
    console.error(failure.response.data, failure.response.status);
    throw failure;
  },
);
export const enter = async (form) => localStorage.setItem('token', (await api.post('/auth/login', form)).data.token);
`,
    },
    {
      name: 'answers of a client by which nobody signs in',
      filename: 'src/api.js',
      code: `
import axios from 'axios';
const api = axios.create({ baseURL: '/api' });
api.interceptors.response.use((answer) => {
  console.log(answer.data);
  return answer;
});
export const orders = async () => (await api.get('/orders')).data.items; // no token
`,
    },
    {
      name: 'answers that have a token for another end',
      filename: 'src/api.js',
      code: `
import axios from 'axios';
axios.interceptors.response.use((answer) => {
  console.info('answer', answer.data);
  return answer;
});
export const protect = async () => (await axios.get('/csrf')).data.csrfToken;
`,
    },
    {
      name: 'what tells of a request',
      filename: 'server/log.js',
      code: `
module.exports = (req, res, next) => {
  console.log(req.method, req.url, req.ip, req.headers['user-agent'], Object.keys(req.headers));
  req.token = req.headers.authorization?.split(' ')[1];
  next();
};
`,
    },
    {
      name: 'a request of another kind',
      filename: 'server/log.js',
      code: `
module.exports = (req, res, next) => {
  console.log(req.route, res);
  req.userId = verify(req.headers.authorization);
  next();
};
exports.sendRequest = (order) => console.log(order);
`,
    },
    {
      name: "a logger's own form of a request",
      filename: 'server/log.js',
      code: `
const logger = require('pino')();
module.exports = (req, res, next) => {
  logger.info(req);
  req.token = req.headers.authorization?.split(' ')[1];
  next();
};
`,
    },
    {
      name: 'a link that confirms an address',
      filename: 'server/accounts.js',
      code: `
const { randomBytes } = require('crypto');
exports.register = async (req, res) => {
  const token = randomBytes(20).toString('hex');
  const link = \`\${process.env.PAGES}/verify-email?token=\${token}\`;
  console.log('Verification link:', link);
};
`,
    },
    {
      name: 'a link that is mailed, made by others',
      filename: 'server/accounts.js',
      code: `
exports.mailPasswordReset = (user, token) => console.log(\`Link: \${process.env.PAGES}/reset?token=\${token}\`, 'password');
`,
    },
    {
      name: 'a link without its token',
      filename: 'server/accounts.js',
      code: `
const { randomBytes } = require('crypto');
exports.sendMagicLink = async (user) => {
  const token = randomBytes(20).toString('hex');
  console.log('magic link', \`\${process.env.PAGES}/enter\`, 'for', user.id, Boolean(token));
};
`,
    },
    {
      name: 'a link, while developing',
      filename: 'server/accounts.js',
      code: `
const { randomUUID } = require('node:crypto');
exports.sendMagicLink = async (user) => {
  const token = randomUUID();
  if (process.env.NODE_ENV !== 'production') console.log(\`magic link: \${process.env.PAGES}/enter?token=\${token}\`);
};
`,
    },
  ],
  invalid: [
    {
      name: 'the body of every answer',
      filename: 'src/api.js',
      code: `
import axios from 'axios';
const api = axios.create({ baseURL: '/api' });
api.interceptors.response.use((answer) => {
  console.log('answer', answer.config.url, answer.data);
  return answer;
});
export const enter = async (form) => localStorage.setItem('token', (await api.post('/auth/login', form)).data.token);
`,
      errors: [{ messageId: 'logged', line: 5, column: 3 }],
    },
    {
      name: 'every answer as it is',
      filename: 'src/api.ts',
      code: `
import axios from 'axios';
axios.interceptors.response.use(function (response) {
  console.debug(response);
  return response;
});
export async function enter(form: Form) {
  const { data } = await axios.post(\`\${BASE}/sign-in\`, form);
  keep(data.accessToken);
}
`,
      errors: [{ messageId: 'logged', line: 4, column: 3 }],
    },
    {
      name: 'every answer as text',
      filename: 'src/client.ts',
      code: `
import axios from 'axios';
export const client = axios.create({ baseURL: import.meta.env.VITE_API });
client.interceptors.response.use((one) => {
  console.log(\`got \${JSON.stringify(one.data)}\`);
  return one;
});
export const enter = async (form: Form) => {
  const answer = await client.post('/users/login', form);
  const { jwt } = answer.data;
  return jwt;
};
`,
      errors: [{ messageId: 'logged', line: 5, column: 3 }],
    },
    {
      name: 'a whole request',
      filename: 'server/log.js',
      code: `
module.exports = (req, res, next) => {
  console.log('request', req);
  req.token = req.headers.authorization?.split(' ')[1];
  next();
};
`,
      errors: [{ messageId: 'logged', line: 3, column: 3 }],
    },
    {
      name: 'a whole request of a handler beside',
      filename: 'server/routes.ts',
      code: `
export const guard = (request: Request, reply: Reply) => verify(request.headers['x-access-token']);
export const list = async (request: Request, reply: Reply) => {
  console.log(request);
  return find();
};
`,
      errors: [{ messageId: 'logged', line: 4, column: 3 }],
    },
    {
      name: 'headers as they came over the line',
      filename: 'server/raw.js',
      code: `
const http = require('http');
http.createServer((req, res) => {
  console.log(req.rawHeaders);
  if (!isValid(req.headers.authorization)) res.writeHead(401);
  res.end();
});
`,
      errors: [{ messageId: 'logged', line: 4, column: 3 }],
    },
    {
      name: 'a link by which somebody signs in',
      filename: 'server/enter.js',
      code: `
const { randomBytes } = require('crypto');
app.post('/enter/magic-link', async (req, res) => {
  const token = randomBytes(24).toString('hex');
  const link = \`\${process.env.PAGES}/enter?token=\${token}\`;
  console.log('mail', link);
  res.end();
});
`,
      errors: [{ messageId: 'logged', line: 6, column: 3 }],
    },
    {
      name: 'a link for a new password',
      filename: 'server/password.ts',
      code: `
import { nanoid } from 'nanoid';
export async function forgotPassword(user: User) {
  const token = nanoid(32);
  const url = process.env.PAGES + '/reset-password/' + token;
  logger.info(\`mail to \${user.id}: \${url}\`);
}
`,
      errors: [{ messageId: 'logged', line: 6, column: 3 }],
    },
    {
      name: 'a link of a helper',
      filename: 'server/links.js',
      code: `
import crypto from 'node:crypto';
const makeToken = () => crypto.randomUUID();
export function inviteMember(login) {
  const address = new URL('/join', process.env.PAGES);
  const token = makeToken();
  address.searchParams.set('token', token);
  console.info('invite', address.toString());
}
`,
      errors: [{ messageId: 'logged', line: 8, column: 3 }],
    },
  ],
} satisfies RuleCases;
