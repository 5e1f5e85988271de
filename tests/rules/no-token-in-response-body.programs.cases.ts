import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const SIGN = `const jwt = require('jsonwebtoken');
const issue = (id) => jwt.sign({ id }, process.env.JWT_SECRET, { expiresIn: '15m' });
`;

/** Answers that only programs get, secrets that are shown once, and tokens of other trades. */
export default {
  rule: 'no-token-in-response-body',
  valid: [
    {
      name: 'a text that says that it is a mock',
      filename: 'app/api/login/route.ts',
      code: "import { NextResponse } from 'next/server';\nexport async function POST(request: Request) {\n  const user = await find(request);\n  const token = `mock_token_${user.id}_${Date.now()}`;\n  return NextResponse.json({ user, token });\n}\n",
    },
    {
      name: "a program's header decides",
      filename: 'server/login.js',
      code: `${SIGN}exports.login = (req, res) => {
  const token = issue(1);
  res.cookie('token', token, { httpOnly: true, secure: true, sameSite: 'lax' });
  if (req.get('X-Client') === 'mobile') return res.json({ token });
  res.json({ user: { id: 1 } });
};`,
    },
    {
      name: 'a choice by a variable, and a part on a condition',
      filename: 'server/login.js',
      code: `${SIGN}exports.login = (req, res) => {
  const token = issue(1);
  const isNative = req.headers['x-platform'] === 'ios' && req.body.device;
  res.json(isNative ? { token } : { ok: true });
};
exports.renew = (req, res) => {
  const token = issue(1);
  res.json({ ok: true, ...(req.header('X-Requested-From') === 'cli' && { token }) });
};`,
    },
    {
      name: 'pages have been answered before',
      filename: 'server/login.ts',
      code: `import { Hono } from 'hono';
import { sign } from 'hono/jwt';
const app = new Hono();
app.post('/login', async (c) => {
  const token = await sign({ id: 1 }, process.env.JWT_SECRET!);
  if (c.req.header('X-Client-Kind') !== 'android') {
    return c.json({ user: { id: 1 } });
  }
  return c.json({ token });
});`,
    },
    {
      name: 'by what the program says it is',
      filename: 'server/login.js',
      code: `${SIGN}exports.login = (req, res) => {
  const token = issue(1);
  const agent = (req.headers['user-agent'] || '').toLowerCase();
  if (agent.includes('okhttp')) {
    res.json({ token });
  } else res.json({ ok: true });
};`,
    },
    {
      name: 'a personal access token, shown once',
      filename: 'server/tokens.js',
      code: `const express = require('express');
const crypto = require('crypto');
const router = express.Router();
router.post('/personal-access-tokens', async (req, res) => {
  const token = crypto.randomBytes(32).toString('hex');
  await Pat.create({ hash: sha256(token), owner: req.user.id });
  res.status(201).json({ token });
});
router.post('/service-accounts/:id/tokens', async (req, res) => {
  const accessToken = await accounts.issue(req.params.id);
  res.json({ accessToken, notice: 'It is not shown again' });
});`,
    },
    {
      name: 'a key for an integration, by its handler',
      filename: 'server/integrations.ts',
      code: `export async function createApiToken(req: Request, res: Response) {
  const { token } = await integrations.add(req.body.name);
  res.json({ token });
}`,
    },
    {
      name: 'tokens of a design, of a text, of a model',
      filename: 'server/auth-pages.js',
      code: `const express = require('express');
const app = express();
const tokens = { color: { primary: '#fff' }, font: 'Inter' };
app.get('/account/theme', (req, res) => res.json({ theme: 'dark', tokens }));
app.get('/account/look', async (req, res) => { const theme = await Theme.findOne(); res.json({ tokens: theme.values }); });
app.get('/account/usage', (req, res) => res.json({ tokens: { prompt: 12, completion: 40 } }));`,
    },
  ],
  invalid: [
    marked(
      'whoever is a page gets it too',
      'sent',
      `${SIGN}exports.login = (req, res) => {
  const token = issue(1);
  if (req.headers.authorization) return res.json({ «token });
  if (req.headers['x-trace'] === 'mobile-1' && req.body.trusted) next();
  res.json(req.body.kind === 'mobile' ? { «token } : {});
};
exports.renew = (req, res) => {
  const token = issue(1);
  if (req.get('X-Client') === 'web') res.json({ «token });
};`,
      { filename: 'server/login.js' },
    ),
    marked(
      'only programs have been answered before',
      'sent',
      `${SIGN}exports.login = (req, res) => {
  const token = issue(1);
  if (req.get('X-Client') === 'mobile') return res.json({ ok: true });
  res.json({ «token });
};`,
      { filename: 'server/login.js' },
    ),
    marked(
      'a sign-in at a path of tokens',
      'sent',
      `const express = require('express');
const bcrypt = require('bcrypt');
const router = express.Router();
router.post('/api/tokens', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (!(await bcrypt.compare(req.body.password, user.hash))) return res.sendStatus(401);
  const token = await Session.start(user);
  res.json({ «token });
});`,
      { filename: 'server/tokens.js' },
    ),
    marked(
      'the pair that a session has',
      'sent',
      `exports.login = async (req, res) => {
  const tokens = await session.start(req.body);
  res.json({ «tokens: { «access: tokens.accessToken, «refresh: tokens.refreshToken } });
};`.replace('«tokens:', 'tokens:'),
      { filename: 'server/auth.js' },
    ),
  ],
} satisfies RuleCases;
