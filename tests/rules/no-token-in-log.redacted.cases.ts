import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-token-in-log',
  valid: [
    {
      name: "a request's copy without its header",
      code: `
api.interceptors.request.use((request) => {
  request.headers.Authorization = 'Bearer ' + accessToken;
  const shown = { ...request, headers: { ...request.headers } };
  delete shown.headers.Authorization;
  logger.debug('outgoing', shown);
  return request;
});`,
    },
    {
      name: 'a header written anew behind the spread',
      code: `
export function send(url, accessToken) {
  const init = { method: 'PUT', headers: { Authorization: \`Bearer \${accessToken}\`, Accept: 'text/plain' } };
  console.log(url, { ...init, headers: { ...init.headers, Authorization: '[hidden]' } });
  return fetch(url, init);
}`,
    },
    {
      name: 'a deep copy with stars',
      code: `
export function send(url, accessToken) {
  const init = { headers: { Authorization: \`Bearer \${accessToken}\` } };
  const copy = JSON.parse(JSON.stringify(init));
  copy.headers.Authorization = '*****';
  console.log(copy);
  const other = structuredClone(init);
  if (other.headers.Authorization) other.headers['Authorization'] = accessToken ? '***' : undefined;
  console.log('sending', other);
  return fetch(url, init);
}`,
    },
    {
      name: 'request headers without the one that is read',
      filename: 'server/log.js',
      code: `
export function trace(req, res, next) {
  const headers = { ...req.headers };
  delete headers.authorization;
  console.info(req.method, req.path, headers);
  req.user = verify(req.headers.authorization);
  next();
}`,
    },
    {
      name: 'what a list names is deleted',
      code: `
const PRIVATE = ['accessToken', 'refreshToken'];
export async function enter(form) {
  const answer = await login(form);
  localStorage.setItem('jwt', answer.accessToken);
  const shown = { ...answer };
  for (const key of PRIVATE) delete shown[key];
  console.log('signed in', shown);
  const masked = { ...answer };
  PRIVATE.forEach((key) => { if (masked[key]) masked[key] = '***'; });
  console.log('signed in', masked);
}`,
    },
    {
      name: 'a replacing function that knows the name',
      code: `
export async function enter(form) {
  const answer = await login(form);
  sessionStorage.setItem('jwt', answer.accessToken);
  console.log(JSON.stringify(answer, (key, value) => (key === 'accessToken' ? undefined : value)));
  console.log(JSON.stringify({ accessToken: answer.accessToken, id: 1 }, ['id']));
}`,
    },
    {
      name: 'headers that are emptied',
      code: `
export function failed(error, accessToken) {
  const config = { url: error.url, headers: { Authorization: 'Bearer ' + accessToken } };
  config.headers = {};
  console.error('failed', config);
}`,
    },
    {
      name: "the beginning of a JWT, which is its header's",
      code: `
import { jwtDecode } from 'jwt-decode';
const token = localStorage.getItem('token');
console.log('token', token.substring(0, 10) + '...', jwtDecode(token).sub);
console.log(token ? \`\${token.slice(0, 12)}…\` : 'none');
export const show = (session) => console.debug({ jwt: session.jwt.slice(0, 20), id: session.idToken?.substr(0, 16) });`,
    },
  ],
  invalid: [
    {
      name: 'deleted behind the log',
      code: `
export async function enter(form) {
  const answer = await login(form);
  localStorage.setItem('jwt', answer.accessToken);
  const shown = { ...answer };
  console.log('signed in', shown);
  delete shown.accessToken;
}`,
      errors: [{ messageId: 'logged', line: 6, column: 3 }],
    },
    {
      name: 'another part taken off',
      code: `
export function send(url, accessToken) {
  const init = { method: 'PUT', body: form, headers: { Authorization: \`Bearer \${accessToken}\` } };
  const shown = { ...init, body: '…' };
  delete shown.headers.Accept;
  console.log(url, shown);
  return fetch(url, init);
}`,
      errors: [{ messageId: 'logged', line: 6, column: 3 }],
    },
    {
      name: 'the copy is redacted, the original logged',
      code: `
export function send(url, accessToken) {
  const init = { headers: { Authorization: \`Bearer \${accessToken}\` } };
  const copy = structuredClone(init);
  copy.headers.Authorization = '***';
  console.log(init);
  return fetch(url, init);
}`,
      errors: [{ messageId: 'logged', line: 6, column: 3 }],
    },
    {
      name: 'overwritten with another token',
      code: `
export async function enter(form, refreshToken) {
  const answer = { accessToken: await login(form) };
  answer.accessToken = refreshToken;
  console.log(answer);
}`,
      errors: [{ messageId: 'logged', line: 5, column: 3 }],
    },
    {
      name: 'ten signs of what may be no JWT',
      code: "const token = localStorage.getItem('token');\nconsole.log(token.substring(0, 10));",
      errors: [{ messageId: 'logged', line: 2, column: 1 }],
    },
    {
      name: 'a piece of the middle, and a long one',
      code: `
const token = localStorage.getItem('token');
console.log(token.slice(8, 30), 'of the JWT');
console.log(token.substring(0, 40));`,
      errors: [
        { messageId: 'logged', line: 3, column: 1 },
        { messageId: 'logged', line: 4, column: 1 },
      ],
    },
    {
      name: 'under another name, which the reason does not take for the token',
      code: 'export function show(answer, user) {\n  const given = answer.accessToken;\n  const mine = user.session.refreshToken;\n  const jwtToken = answer.accessToken;\n  console.log(given);\n  console.log(mine);\n  console.log(jwtToken);\n}',
      errors: [
        {
          messageId: 'logged',
          line: 5,
          column: 3,
          data: { log: 'console.log', what: 'an access token', reason: 'it comes from `accessToken`, an access token by its name' },
        },
        {
          messageId: 'logged',
          line: 6,
          column: 3,
          data: { log: 'console.log', what: 'a refresh token', reason: 'it comes from `refreshToken`, a refresh token by its name' },
        },
        {
          messageId: 'logged',
          line: 7,
          column: 3,
          data: { log: 'console.log', what: 'an access token', reason: 'it is an access token by its name' },
        },
      ],
    },
  ],
} satisfies RuleCases;
