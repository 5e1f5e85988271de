import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

const PAGES = {
  'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { axios: '1', vite: '7' } }),
  'web/src/http.js': `import axios from 'axios';

export const http = axios.create({ baseURL: 'http://localhost:5000/api' });
http.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${localStorage.getItem('token')}\`;
  return config;
});
export async function signIn(email) {
  const { data } = await http.post('/auth/login', { email });
  localStorage.setItem('token', data.data.token);
  return data.data.user;
}
`,
};

const TOKEN = "{ user, token: jwt.sign({ sub: user.id, name: user.name }, process.env.JWT_SECRET, { expiresIn: '1h' }) }";

/** Ways in which a server puts its answers into something, and what answers with the token. */
const ENVELOPES: readonly { readonly title: string; readonly answer: string; readonly reply: string }[] = [
  {
    title: 'a static method of a class',
    answer: `res.json(Reply.good('Welcome', ${TOKEN}));`,
    reply:
      'class Reply {\n  static good(message, data) {\n    return { success: true, message, data };\n  }\n}\nmodule.exports = { Reply };\n',
  },
  {
    title: 'a function',
    answer: `res.json(good('Welcome', ${TOKEN}));`,
    reply: 'exports.good = (message, data) => ({ success: true, message, data });\n',
  },
  {
    title: 'a function that answers',
    answer: `sendGood(res, 200, 'Welcome', ${TOKEN});`,
    reply: 'exports.sendGood = (res, status, message, data) => res.status(status).json({ success: true, message, data });\n',
  },
  {
    title: 'an instance',
    answer: `res.status(200).json(new ApiReply(200, ${TOKEN}));`,
    reply:
      'class ApiReply {\n  constructor(status, data) {\n    this.status = status;\n    this.data = data;\n  }\n}\nmodule.exports = { ApiReply };\n',
  },
  { title: 'a property', answer: `res.json({ success: true, data: ${TOKEN} });`, reply: '' },
];

function withAnswer(answer: string, reply: string): Record<string, string> {
  const app = API['api/app.js']!.replace(/ {2}res\.json\(\{ user.*\n/, `  ${answer}\n`).replace(
    "const guard = require('./guard');",
    "const guard = require('./guard');\nconst { good, sendGood, Reply, ApiReply } = require('./reply');",
  );
  return { ...API, 'api/app.js': app, 'api/reply.js': reply, ...PAGES };
}

describe('an answer that is put into something', () => {
  it.each(ENVELOPES)('has pages look for the session there: $title', async ({ answer, reply }) => {
    const { code, out, text } = await migrated(withAnswer(answer, reply));
    expect(out).toContain('nothing is left to do by hand');
    expect(code).toBe(0);
    expect(text('api/app.js')).toMatch(/\{ user, expires_at: expiresAt \}/);
    expect(text('web/src/session.js')).toContain('[body, body?.data].find(');
  });

  it('has them look in two places where there are two', async () => {
    const two = `if (req.body.old) res.json({ result: ${TOKEN} });\n  else res.json({ data: ${TOKEN} });`;
    const { code, text } = await migrated(withAnswer(two, ''));
    expect(code).toBe(0);
    expect(text('web/src/session.js')).toContain('[body, body?.result, body?.data].find(');
  });

  it('is left to a person where it is not seen', async () => {
    const { code, out } = await migrated(
      withAnswer(`sendGood(res, 200, 'Welcome', ${TOKEN});`, "exports.sendGood = require('@acme/reply').sendGood;\n"),
    );
    expect(code).toBe(1);
    expect(out).toContain('this answers with the session inside an envelope');
  });

  it('needs nothing where the body is the answer', async () => {
    const { code, text } = await migrated(withAnswer(`res.json(${TOKEN});`, ''));
    expect(code).toBe(0);
    expect(text('web/src/session.js')).not.toContain('body?.');
  });

  it('is left to a person where it is one of several shapes, and no token of another step becomes the session', async () => {
    const service =
      "const jwt = require('jsonwebtoken');\nexports.login = async (email, code) => {\n  if (!code) return { needsCode: true, step: jwt.sign({ email }, process.env.STEP_SECRET) };\n  return { user: email, token: jwt.sign({ email }, process.env.JWT_SECRET) };\n};\n";
    const answer =
      "const result = await require('./service').login(req.body.email);\n  if (result.needsCode) res.json({ data: { step: result.step } });\n  else res.json({ data: result });";
    const { code, out, text } = await migrated({ ...withAnswer(answer, ''), 'api/service.js': service });
    expect(text('api/app.js')).toContain('if (result.needsCode) res.json({ data: { step: result.step } });');
    expect(code).toBe(1);
    expect(out).toContain('this answers with a token in a form that could not be rewritten');
  });
});

describe('where people sign in', () => {
  const page = (more: string): Record<string, string> => ({
    ...API,
    'web/package.json': PAGES['web/package.json'],
    'web/src/http.js': `const BASE = 'http://localhost:5000/api';
const post = (url, body) => fetch(url, { method: 'POST', body });
export async function signIn(body) {
  const response = await post(BASE + '/auth/login', body);
  const { token } = await response.json();
  localStorage.setItem('token', token);
}
export const orders = () =>
  fetch(BASE + '/orders', { headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` } });
${more}`,
  });

  it('a function that sends requests has the session taken note of', async () => {
    const { code, text } = await migrated(page(''));
    expect(text('web/src/http.js')).toContain("const post = (url, body) => apiFetch(url, { method: 'POST', body });");
    expect(code).toBe(0);
  });

  it('a person does it where that function sends requests to other sites too, which take no credentials', async () => {
    const { code, out, text } = await migrated(page("export const rate = (body) => post('https://rates.example.com/v1/rate', body);\n"));
    expect(text('web/src/http.js')).toContain("const post = (url, body) => fetch(url, { method: 'POST', body });");
    expect(out).toContain('web/src/http.js:6  people sign in here, and nothing takes note of it: call rememberSession() with the answer');
    expect(code).toBe(1);
  });
});
