import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

const PAGES = {
  'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { react: '19', vite: '7' } }),
  'web/src/login.js': `export async function login(email) {
  const response = await fetch('http://localhost:5000/api/auth/login', { method: 'POST', body: JSON.stringify({ email }) });
  const answer = await response.json();
  localStorage.setItem('token', answer.data.token);
}
`,
};

/** The server with a sign-in that answers otherwise. */
function answeringBy(line: string, ahead = '', more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const app = API['api/app.js']!.replace(/const app = /, `${ahead}\nconst app = `).replace(/res\.json\(\{ user, token: (.*) \}\);/, line);
  return { ...API, ...PAGES, ...more, 'api/app.js': app };
}

const MARK = 'inside an envelope';

describe('an answer in an envelope', () => {
  it.each([
    ['written in place', 'res.json({ success: true, data: { user, token: $1 } });', '', {}, 'body?.data]'],
    [
      'made by a function of another file',
      "res.status(200).json(ok('Welcome', { user, token: $1 }));",
      "const { ok } = require('./answers');",
      { 'api/answers.js': 'exports.ok = (message, data) => ({ message, data });\n' },
      'body?.data]',
    ],
    [
      'sent by a helper that is handed the response',
      'sendResult(res, { user, token: $1 });',
      "const sendResult = require('./send-result');",
      { 'api/send-result.js': 'module.exports = (res, result, status = 200) => res.status(status).json({ ok: true, result });\n' },
      'body?.result]',
    ],
    [
      'put around what a service returns',
      'const result = await signedIn(user);\n  res.status(200).json({ success: true, data: result });',
      'const signedIn = async (user) => ({ user, token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET) });',
      {},
      'body?.data]',
    ],
    [
      'put around what a service returns, in place',
      'res.status(200).json({ success: true, data: await signedIn(user) });',
      'const signedIn = async (user) => ({ user, token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET) });',
      {},
      'body?.data]',
    ],
    [
      'sent by a static method',
      'Answer.send(res, { user, token: $1 });',
      "const { Answer } = require('./answer');",
      { 'api/answer.js': 'exports.Answer = class {\n  static send(res, payload) {\n    res.json({ payload });\n  }\n};\n' },
      'body?.payload]',
    ],
  ])('is opened by the client: %s', async (_, line, ahead, more, looks) => {
    const { code, out, text } = await migrated(answeringBy(line, ahead, more));
    expect(text('api/app.js')).not.toContain(MARK);
    expect(text('api/app.js')).toMatch(/(?:user|\.\.\.answer), expires_at: expiresAt \}/);
    expect(text('web/src/session.js')).toContain(looks);
    expect(out).toContain('nothing is left to do by hand');
    expect(code).toBe(0);
  });

  it('is none where a helper sends what it is given', async () => {
    const { out, text } = await migrated(
      answeringBy('send(res, { user, token: $1 });', "const { send } = require('./send');", {
        'api/send.js': 'exports.send = (res, body) => res.json(body);\n',
      }),
    );
    expect(text('web/src/session.js')).toContain('rememberSession(answer)');
    expect(out).not.toContain(MARK);
  });

  it('may be one where it is not seen what a helper sends', async () => {
    const { code, text } = await migrated(
      answeringBy('sendSuccess(res, { user, token: $1 });', "const { sendSuccess } = require('our-answers');"),
    );
    expect(text('api/app.js')).toContain(MARK);
    expect(code).toBe(1);
  });
});
