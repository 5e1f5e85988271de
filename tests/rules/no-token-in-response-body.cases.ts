import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-token-in-response-body',
  valid: [
    {
      name: 'nothing but when the session ends',
      code: `
app.post('/login', async (req, res) => {
  const { token, expiresAt } = await login(req.body);
  res.cookie('session', token, { httpOnly: true, secure: true, sameSite: 'lax' });
  res.json({ user: req.user, expires_at: expiresAt });
});
`,
    },
    {
      name: 'anti-forgery token',
      filename: 'server/auth.js',
      code: "router.post('/login', (req, res) => res.json({ user: req.user, csrfToken: req.csrfToken() }));",
    },
    {
      name: 'anti-forgery token under a short key',
      filename: 'server/auth.js',
      code: "router.get('/csrf', (req, res) => res.json({ token: req.csrfToken() }));",
    },
    {
      name: 'anti-forgery token in a login',
      filename: 'server/auth.js',
      code: "router.post('/login', (req, res) => res.json({ token: generateCsrfToken(req, res) }));",
    },
    {
      name: 'anti-forgery endpoint whose helper is named for any token',
      filename: 'server/auth.js',
      code: `
import { doubleCsrf } from 'csrf-csrf';

const { generateToken } = doubleCsrf({ getSecret: () => process.env.CSRF_SECRET });
router.get('/csrf-token', (req, res) => {
  res.json({ token: generateToken(req, res) });
});
`,
    },
    {
      name: 'expiry and type beside no token',
      code: "app.post('/login', (req, res) => res.json({ tokenType: 'Bearer', token_expires_in: 3600, tokenExpiresAt: expiry(req) }));",
    },
    {
      name: 'reset token outside a login',
      code: `
app.post('/password/forgot', async (req, res) => {
  const resetToken = await makeResetToken(req.body.email);
  res.json({ message: 'Sent', resetToken });
});
`,
    },
    {
      name: 'verification token outside a login',
      filename: 'server/users.js',
      code: `
app.post('/people', async (req, res) => {
  const person = await Person.create(req.body);
  res.status(201).json({ id: person.id, verificationToken: person.verificationToken });
});
`,
    },
    {
      name: 'invitation token',
      code: "app.post('/invitations', async (req, res) => res.json({ inviteToken: await invite(req.body.email) }));",
    },
    {
      name: 'echoed from the query',
      filename: 'server/auth.js',
      code: "router.get('/verify', (req, res) => res.json({ valid: true, token: req.query.token }));",
    },
    {
      name: 'echoed from the body, destructured',
      filename: 'server/auth.js',
      code: `
router.post('/verify', (req, res) => {
  const { token } = req.body;
  res.json({ token, valid: check(token) });
});
`,
    },
    {
      name: 'echoed from a parameter that is destructured twice',
      filename: 'server/auth.js',
      code: "router.post('/verify', ({ body: { token } }, res) => res.json({ token }));",
    },
    {
      name: 'echoed from the path',
      filename: 'server/auth.js',
      code: `
router.get('/verify/:token', (req, res) => {
  const token = req.params.token;
  res.send({ token, found: true });
});
`,
    },
    {
      name: 'echoed from the header',
      filename: 'server/users.js',
      code: `
router.get('/user', auth, (req, res) => {
  const token = req.headers.authorization.split(' ')[1];
  res.json({ user: { email: req.user.email, token } });
});
`,
    },
    {
      name: 'echoed from what a middleware read',
      filename: 'server/users.js',
      code: `
router.get('/user', auth, (req, res) => {
  res.json({ email: req.user.email, token: req.token });
});
`,
    },
    {
      name: 'echoed from the header by its getter',
      filename: 'server/users.js',
      code: "router.get('/user', (req, res) => res.json({ token: req.get('x-access-token') }));",
    },
    {
      name: 'paging cursors',
      code: "app.get('/posts', (req, res) => res.json({ items, nextPageToken: cursor(items), continuationToken: page.continuationToken }));",
    },
    {
      name: 'paging cursor under a short key, in a place that is not about signing in',
      filename: 'server/posts.js',
      code: `
app.get('/posts', async (req, res) => {
  const { items, token } = await list(req.query);
  res.json({ items, token });
});
`,
    },
    {
      name: 'empty text and null in failures',
      filename: 'server/auth.js',
      code: `
router.post('/login', (req, res) => {
  if (!req.user) return res.status(401).json({ auth: false, token: null });
  return res.status(403).send({ accessToken: '', message: 'Locked' });
});
`,
    },
    {
      name: 'undefined',
      filename: 'server/auth.js',
      code: "router.post('/logout', (req, res) => res.json({ token: undefined, refreshToken: void 0 }));",
    },
    {
      name: 'counts and flags',
      filename: 'server/auth.js',
      code: `
router.get('/stats', (req, res) => {
  res.json({ tokens: tokens.length, tokenCount: 3, hasToken: Boolean(req.token), token: !!req.token, accessToken: token !== undefined });
});
`,
    },
    {
      name: 'usage of a language model',
      filename: 'server/chat.js',
      code: "app.post('/chat', async (req, res) => res.json({ answer, usage: { totalTokens, promptTokens: 12, maxTokens } }));",
    },
    {
      name: "a client's res.json()",
      filename: 'client/api.js',
      code: "export const login = (body) => fetch('/api/login', { method: 'POST', body }).then((res) => res.json()).then(({ user }) => user);",
    },
    {
      name: "a client's response with a token in it",
      filename: 'client/api.js',
      code: `
export async function login(body) {
  const res = await fetch('/api/login', { method: 'POST', body });
  const { token } = await res.json();
  return check(token);
}
`,
    },
    {
      name: 'a request that a server sends',
      filename: 'server/proxy.js',
      code: "export const renew = (refreshToken) => request.post('https://id.example.com/token').send({ refreshToken });",
    },
    {
      name: "a test agent's send",
      filename: 'server/session.js',
      code: "agent.post('/refresh').send({ refreshToken }).end((err, res) => done(err));",
    },
    {
      name: 'a socket',
      filename: 'server/socket.js',
      code: `
socket.send(JSON.stringify({ type: 'auth', token: jwt }));
ws.send(accessToken);
`,
    },
    {
      name: 'a callback of a client',
      filename: 'server/client.js',
      code: 'client.login(user, (err, res) => cache.json({ token: res.token }));',
    },
    {
      name: 'a mail',
      filename: 'server/mailer.js',
      code: 'export const invite = (user, token) => mailer.send({ to: user.email, token, accessToken: token });',
    },
    {
      name: 'a test file',
      filename: 'server/auth.test.js',
      code: "app.post('/login', (req, res) => res.json({ accessToken: issue(req) }));",
    },
    {
      name: 'a mock server',
      filename: 'mocks/handlers.js',
      code: "app.post('/login', (req, res) => res.json({ token: createToken(req.body) }));",
    },
    {
      name: 'endpoint for programs, by the settings',
      filename: 'server/auth.js',
      settings: { programmaticEndpoints: ['/api/auth/token'] },
      code: "app.post('/api/auth/token', (req, res) => res.json({ access_token: issue(req) }));",
    },
    {
      name: 'endpoint for programs, by the settings, under a router',
      filename: 'server/auth.js',
      settings: { programmaticEndpoints: ['/api/auth/token'] },
      code: "router.post('/token', (req, res) => res.json({ access_token: issue(req) }));",
    },
    {
      name: 'endpoint for programs, by its comment',
      filename: 'server/auth.js',
      code: `
/**
 * POST /api/token: a token in the body and no cookie.
 * For programmatic API clients only, not for browser use.
 */
router.post('/api/token', async (req, res) => {
  const token = await issue(req.body);
  res.json({ token });
});
`,
    },
    {
      name: 'endpoint for programs, by the comment of its handler',
      filename: 'server/auth.js',
      code: `
/** For programmatic API clients only, not for browser use. */
async function issueToken(req, res) {
  res.json({ token: await issue(req.body) });
}

router.post('/token', limiter, issueToken);
`,
    },
    {
      name: 'the token endpoint of an authorization server',
      filename: 'server/oauth.js',
      code: `
router.post('/token', async (ctx) => {
  const grantType = ctx.request.body.grant_type;
  const clientSecret = ctx.request.body.client_secret;
  if (grantType === 'refresh_token' && !clientSecret) throw new Error('Missing client_secret');
  const token = await oauth.token(ctx.request);
  ctx.body = { access_token: token.accessToken, refresh_token: token.refreshToken, token_type: 'Bearer' };
});
`,
    },
    {
      name: 'the token endpoint of an authorization server, for clients that have a code',
      filename: 'server/oauth.js',
      code: `
app.post('/oauth/token', async (req, res) => {
  const { grant_type, code, code_verifier, client_id } = req.body;
  if (grant_type !== 'authorization_code') return res.status(400).json({ error: 'unsupported_grant_type' });
  const grant = await redeem(code, code_verifier, client_id);
  res.json({ access_token: signAccessToken(grant), token_type: 'Bearer' });
});
`,
    },
    {
      name: "a wallet's tokens",
      filename: 'server/wallet.js',
      code: `
router.get('/wallet/:address/tokens', async (req, res) => {
  const tokens = await Token.find({ owner: req.params.address });
  res.json(tokens);
});
`,
    },
    {
      name: "a wallet's tokens under a key",
      filename: 'server/wallet.js',
      code: `
router.get('/tokens', async (req, res) => {
  const tokens = await getTokens(req.query.chain);
  res.json({ tokens });
});
`,
    },
    {
      name: 'a list of tokens in a place about accounts',
      filename: 'server/accounts.js',
      code: `
router.get('/accounts/:id/tokens', async (req, res) => {
  res.json({ tokens: (await prisma.token.findMany()).map(({ symbol, balance }) => ({ symbol, balance })) });
});
`,
    },
    {
      name: 'one token of a chain',
      filename: 'server/tokens.js',
      code: `
router.get('/tokens/:address', async (req, res) => {
  const token = await Token.findOne({ address: req.params.address });
  res.json({ token, tokenSymbol: token.symbol });
});
`,
    },
    {
      name: 'push address of a device',
      filename: 'server/users.js',
      code: "router.post('/devices', (req, res) => res.json({ deviceToken: req.user.deviceToken, fcmToken: req.user.fcmToken, pushToken }));",
    },
    {
      name: 'the token is taken out before the user is sent',
      filename: 'server/auth.js',
      code: `
router.get('/me', async (req, res) => {
  const { token, password, ...safe } = await load(req);
  res.json(safe);
});
`,
    },
    {
      name: 'the token is kept with the user, of whom other parts are sent',
      filename: 'server/auth.js',
      code: `
router.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  user.token = createToken(user);
  await user.save();
  res.json({ id: user.id, name: user.name });
});
`,
    },
    {
      name: 'the token is kept on the request, of which another part is sent',
      filename: 'server/auth.js',
      code: `
router.get('/me', (req, res) => {
  req.token = createToken(req.user);
  res.json({ user: req.user });
});
`,
    },
    {
      name: 'the token is removed from the user',
      filename: 'server/auth.js',
      code: `
router.get('/me', (req, res) => {
  const user = req.user.toObject();
  user.token = undefined;
  user.refreshToken = null;
  res.json(user);
});
`,
    },
    {
      name: 'messages about tokens',
      filename: 'server/auth.js',
      code: "router.get('/me', (req, res) => res.status(401).json({ message: 'No token, authorization denied', error: 'invalid_token', code: 'TOKEN_EXPIRED' }));",
    },
    {
      name: 'a text under the key',
      filename: 'server/auth.js',
      code: "router.get('/me', (req, res) => res.status(401).json({ errors: { token: 'is missing' }, token: 'expired' }));",
    },
    {
      name: 'claims of a token',
      filename: 'server/auth.js',
      code: `
router.get('/verify', (req, res) => {
  const decoded = jwt.verify(req.query.token, process.env.JWT_SECRET);
  res.json({ decoded, userId: decoded.sub, token: decodeToken(req.query.token) });
});
`,
    },
    {
      name: 'a page that is rendered',
      filename: 'server/reset.js',
      code: "app.get('/reset/:token', (req, res) => res.render('reset', { token: req.params.token }));",
    },
    {
      name: 'a file and a status',
      code: `
app.get('/token.png', (req, res) => {
  res.sendFile(tokenPath);
  res.sendStatus(204);
});
`,
    },
    {
      name: 'a publishable key of a third party',
      code: "app.get('/config', (req, res) => res.json({ mapboxToken: process.env.MAPBOX_TOKEN, stripeToken: process.env.STRIPE_KEY, token: process.env.PUBLIC_MAP_TOKEN }));",
    },
    {
      name: "a team's own name that is no credential",
      filename: 'server/auth.js',
      settings: { ignoreNames: ['roomToken'] },
      code: "router.post('/login', (req, res) => res.json({ roomToken: rooms.join(req.user) }));",
    },
  ],
  invalid: [
    {
      name: 'res.json in a login route',
      filename: 'server/routes/auth.js',
      code: `
import express from 'express';
import jwt from 'jsonwebtoken';

const router = express.Router();
router.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  const token = jwt.sign({ id: user.id }, process.env.JWT_SECRET);
  res.json({ token });
});
`,
      errors: [
        {
          messageId: 'sent',
          line: 9,
          column: 14,
          endLine: 9,
          endColumn: 19,
          data: { name: 'token', reason: 'it is issued by jwt.sign (line 8)' },
        },
      ],
    },
    {
      name: 'res.send',
      code: `
app.post('/login', (req, res) => {
  res.send({ user: req.user, token: issue(req.user) });
});
`,
      errors: [{ messageId: 'sent', line: 3, column: 30, endLine: 3, endColumn: 52 }],
    },
    {
      name: 'a back end that has a token endpoint asked, and hands on what it got',
      filename: 'server/routes/callback.js',
      code: `
app.get('/auth/callback', async (req, res) => {
  const form = { grant_type: 'authorization_code', code: req.query.code, client_secret: process.env.CLIENT_SECRET };
  form.grant_type = 'authorization_code';
  form.client_secret = process.env.CLIENT_SECRET;
  const { data } = await axios.post('https://id.example.com/token', form);
  res.json({ access_token: data.access_token });
});
`,
      errors: [{ messageId: 'sent', line: 7, column: 14, endLine: 7, endColumn: 45 }],
    },
    {
      name: 'a sign-in with a grant that asks no client for proof',
      filename: 'server/routes/auth.js',
      code: `
app.post('/login', async (req, res) => {
  if (req.body.grant_type !== 'password') return res.sendStatus(400);
  res.json({ access_token: await signIn(req.body.username, req.body.password) });
});
`,
      errors: [{ messageId: 'sent', line: 4, column: 14, endLine: 4, endColumn: 78 }],
    },
    {
      name: 'res.jsonp',
      code: "app.get('/auth/callback', (req, res) => res.jsonp({ accessToken: req.user.accessToken }));",
      errors: [{ messageId: 'sent', line: 1, column: 53, endLine: 1, endColumn: 86 }],
    },
    {
      name: 'res.end with JSON.stringify',
      filename: 'server/http.js',
      code: `
import { createServer } from 'node:http';
createServer((req, res) => {
  const accessToken = issue(req);
  res.writeHead(200, { 'Content-Type': 'application/json' });
  res.end(JSON.stringify({ accessToken }));
});
`,
      errors: [{ messageId: 'sent', line: 6, column: 28, endLine: 6, endColumn: 39 }],
    },
    {
      name: 'res.send with JSON.stringify of a variable',
      code: `
exports.login = (req, res) => {
  const answer = { token: createToken(req.user), name: req.user.name };
  res.send(JSON.stringify(answer));
};
`,
      errors: [{ messageId: 'sent', line: 3, column: 20, endLine: 3, endColumn: 48 }],
    },
    {
      name: 'chained status',
      code: `
export const login = async (req, res) => {
  const token = await signIn(req.body);
  return res.status(200).json({ success: true, token });
};
`,
      errors: [{ messageId: 'sent', line: 4, column: 48, endLine: 4, endColumn: 53 }],
    },
    {
      name: 'after the cookie that holds the same token',
      code: `
import jwt from 'jsonwebtoken';

export function login(req, res) {
  const token = jwt.sign({ sub: req.user.id }, process.env.JWT_SECRET);
  res.cookie('token', token, { httpOnly: true, secure: true, sameSite: 'lax' }).json({ token });
}
`,
      errors: [
        {
          messageId: 'sent',
          line: 6,
          column: 88,
          endLine: 6,
          endColumn: 93,
          data: { name: 'token', reason: 'it is issued by jwt.sign (line 5)' },
        },
      ],
    },
    {
      name: 'controller that imports no framework',
      filename: 'controllers/people.js',
      code: `
exports.signin = async function (req, res) {
  const person = await Person.findOne({ email: req.body.email });
  res.status(200).send({ id: person.id, accessToken: person.createAccessToken() });
};
`,
      errors: [{ messageId: 'sent', line: 4, column: 41, endLine: 4, endColumn: 80 }],
    },
    {
      name: 'the parameters are called request and response',
      filename: 'src/session.ts',
      code: `
export async function createSession(request, response) {
  const jwt = await sessions.open(request.body);
  response.status(201).json({ jwt });
}
`,
      errors: [{ messageId: 'sent', line: 4, column: 31, endLine: 4, endColumn: 34 }],
    },
    {
      name: 'a destructured request',
      code: `
export const login = async ({ body }, res) => {
  const user = await check(body.email, body.password);
  res.json({ user, token: user.createToken() });
};
`,
      errors: [{ messageId: 'sent', line: 4, column: 20, endLine: 4, endColumn: 45 }],
    },
    {
      name: 'the request is not used',
      code: "router.post('/refresh', (_, res) => res.json({ accessToken: renew() }));",
      errors: [{ messageId: 'sent', line: 1, column: 48, endLine: 1, endColumn: 68 }],
    },
    {
      name: 'a middleware with next',
      filename: 'server/login.js',
      code: `
module.exports = (req, res, next) => {
  login(req.body).then((token) => res.json({ token })).catch(next);
};
`,
      errors: [{ messageId: 'sent', line: 3, column: 46, endLine: 3, endColumn: 51 }],
    },
    {
      name: 'an error middleware that answers with a renewed token',
      code: `
app.use('/auth', (err, req, res, next) => {
  if (err.name !== 'TokenExpiredError') return next(err);
  res.json({ accessToken: renew(req) });
});
`,
      errors: [{ messageId: 'sent', line: 4, column: 14, endLine: 4, endColumn: 37 }],
    },
    {
      name: 'typed by Express, whatever it is called',
      filename: 'src/controller.ts',
      code: `
import type { Request, Response } from 'express';

export const login = async (incoming: Request, reply: Response): Promise<void> => {
  const accessToken = await issueAccessToken(incoming.body);
  reply.json({ accessToken });
};
`,
      errors: [{ messageId: 'sent', line: 6, column: 16, endLine: 6, endColumn: 27 }],
    },
    {
      name: "typed as a namespace's member",
      filename: 'src/controller.ts',
      code: `
import express from 'express';

export function login(q: express.Request, r: express.Response) {
  r.status(200).json({ token: makeToken(q.body.email) });
}
`,
      errors: [{ messageId: 'sent', line: 5, column: 24, endLine: 5, endColumn: 54 }],
    },
    {
      name: 'a method of a controller class',
      filename: 'src/auth.controller.ts',
      code: `
export class AuthController {
  login = async (req: Request, res: Response) => {
    const { accessToken, refreshToken } = await this.service.login(req.body);
    return res.json({ accessToken, refreshToken });
  };
}
`,
      errors: [
        { messageId: 'sent', line: 5, column: 23, endLine: 5, endColumn: 34 },
        { messageId: 'sent', line: 5, column: 36, endLine: 5, endColumn: 48 },
      ],
    },
    {
      name: 'access and refresh token are two reports',
      filename: 'server/auth.js',
      code: `
import jwt from 'jsonwebtoken';

router.post('/login', (req, res) => {
  const accessToken = jwt.sign({ id: req.user.id }, process.env.ACCESS_SECRET, { expiresIn: '15m' });
  res.json({ accessToken, refresh_token: sessions.refreshTokenFor(req.user) });
});
`,
      errors: [
        {
          messageId: 'sent',
          line: 6,
          column: 14,
          endLine: 6,
          endColumn: 25,
          data: { name: 'accessToken', reason: 'it is issued by jwt.sign (line 5)' },
        },
        {
          messageId: 'sent',
          line: 6,
          column: 27,
          endLine: 6,
          endColumn: 76,
          data: { name: 'refresh_token', reason: 'it is a refresh token by its name' },
        },
      ],
    },
    {
      name: "a router's route with several methods",
      filename: 'server/users.js',
      code: `
import { Router } from 'express';

const router = Router();
router
  .route('/login')
  .get((req, res) => res.render('login'))
  .post(async (req, res) => {
    res.json({ token: await login(req.body) });
  });
`,
      errors: [{ messageId: 'sent', line: 9, column: 16, endLine: 9, endColumn: 44 }],
    },
    {
      name: 'behind an async wrapper',
      filename: 'server/people.js',
      code: `
export const authUser = asyncHandler(async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  res.json({ _id: user._id, name: user.name, token: generateToken(user._id) });
});
`,
      errors: [{ messageId: 'sent', line: 4, column: 46, endLine: 4, endColumn: 76 }],
    },
    {
      name: 'made by a local function',
      filename: 'server/userController.js',
      code: `
const jwt = require('jsonwebtoken');

const generateToken = (id) => jwt.sign({ id }, process.env.JWT_SECRET, { expiresIn: '30d' });

const registerUser = async (req, res) => {
  const user = await User.create(req.body);
  res.status(201).json({ _id: user.id, token: generateToken(user._id) });
};
`,
      errors: [
        {
          messageId: 'sent',
          line: 8,
          column: 40,
          endLine: 8,
          endColumn: 70,
          data: { name: 'token', reason: 'it is issued by jwt.sign (line 4)' },
        },
      ],
    },
    {
      name: 'made by a local function that is declared below, under a neutral key',
      filename: 'server/entry.js',
      code: `
import jwt from 'jsonwebtoken';

app.post('/enter', (req, res) => res.json({ ticket: ticketFor(req.body.name) }));

function ticketFor(name) {
  return jwt.sign({ name }, process.env.JWT_SECRET);
}
`,
      errors: [{ messageId: 'sent', line: 4, column: 45, endLine: 4, endColumn: 77 }],
    },
    {
      name: 'made by an imported function',
      filename: 'server/controllers/users.js',
      code: `
import generateToken from '../generateToken.js';

export const register = async (req, res) => {
  const user = await User.create(req.body);
  res.json({ email: user.email, token: generateToken(user._id) });
};
`,
      errors: [{ messageId: 'sent', line: 6, column: 33, endLine: 6, endColumn: 63 }],
    },
    {
      name: 'made by a method of the user',
      code: `
router.post('/people', async (req, res) => {
  const user = await User.create(req.body);
  res.json({ user: { email: user.email, token: user.generateJWT() } });
});
`,
      errors: [
        {
          messageId: 'sent',
          line: 4,
          column: 41,
          endLine: 4,
          endColumn: 66,
          data: { name: 'token', reason: '`generateJWT()` is an access token by its name' },
        },
      ],
    },
    {
      name: 'made by a method that is named for verification, in a login',
      code: `
router.post('/login', async (req, res) => {
  const user = await User.findByCredentials(req.body);
  res.json({ token: user.generateVerificationToken() });
});
`,
      errors: [{ messageId: 'sent', line: 4, column: 14, endLine: 4, endColumn: 53 }],
    },
    {
      name: 'jwt.sign in place',
      code: `
import jwt from 'jsonwebtoken';

app.post('/enter', (req, res) => res.json({ value: jwt.sign({ id: 1 }, process.env.JWT_SECRET, { expiresIn: '15m' }) }));
`,
      errors: [{ messageId: 'sent', line: 4, column: 45, endLine: 4, endColumn: 98 }],
    },
    {
      name: 'jwt.sign in place, with defects of its own, which have their own reports',
      code: `
import jwt from 'jsonwebtoken';

app.post('/enter', (req, res) => res.json({ value: jwt.sign({ id: 1 }, 'keyboard cat', { expiresIn: '1y' }) }));
`,
      errors: [{ messageId: 'sent', line: 4, column: 45, endLine: 4, endColumn: 72 }],
    },
    {
      name: 'callback of jwt.sign',
      code: `
import jwt from 'jsonwebtoken';

app.post('/enter', (req, res) => {
  jwt.sign({ id: req.user.id }, process.env.JWT_SECRET, { expiresIn: 3600 }, (err, token) => {
    if (err) throw err;
    res.json({ token });
  });
});
`,
      errors: [
        {
          messageId: 'sent',
          line: 7,
          column: 16,
          endLine: 7,
          endColumn: 21,
          data: { name: 'token', reason: 'it is issued by jwt.sign (line 5)' },
        },
      ],
    },
    {
      name: 'promise chain',
      filename: 'server/enter.js',
      code: `
app.post('/api/login', (req, res) => {
  users.verify(req.body).then((user) => tokens.create(user)).then((token) => res.json({ token }));
});
`,
      errors: [{ messageId: 'sent', line: 3, column: 89, endLine: 3, endColumn: 94 }],
    },
    {
      name: 'promise chain from a method that is named for it',
      code: `
app.post('/people', (req, res) => {
  const user = new User(req.body);
  user.save().then(() => user.generateAuthToken()).then((token) => {
    res.send({ user, token });
  });
});
`,
      errors: [{ messageId: 'sent', line: 5, column: 22, endLine: 5, endColumn: 27 }],
    },
    {
      name: 'promisified signing',
      code: `
import { promisify } from 'node:util';
import jwt from 'jsonwebtoken';

const sign = promisify(jwt.sign);

app.post('/enter', async (req, res) => {
  const pass = await sign({ id: req.user.id }, process.env.JWT_SECRET);
  res.json({ pass });
});
`,
      errors: [{ messageId: 'sent', line: 9, column: 14, endLine: 9, endColumn: 18 }],
    },
    {
      name: 'promisified through the util object',
      code: `
const util = require('util');
const jwt = require('jsonwebtoken');
const signAsync = util.promisify(jwt.sign).bind(jwt);

app.post('/enter', (req, res) => {
  signAsync({ id: req.user.id }, process.env.JWT_SECRET).then((pass) => res.json({ pass }));
});
`,
      errors: [{ messageId: 'sent', line: 7, column: 84, endLine: 7, endColumn: 88 }],
    },
    {
      name: "signing in a promise of one's own",
      code: `
import jwt from 'jsonwebtoken';

const makePass = (user) => new Promise((resolve, reject) => {
  jwt.sign({ id: user.id }, process.env.JWT_SECRET, (error, signed) => (error ? reject(error) : resolve(signed)));
});

app.post('/enter', async (req, res) => res.json({ pass: await makePass(req.user) }));
`,
      errors: [{ messageId: 'sent', line: 8, column: 51, endLine: 8, endColumn: 81 }],
    },
    {
      name: 'nested in the user',
      filename: 'server/users.js',
      code: `
router.post('/users/login', async (req, res) => {
  const user = await login(req.body.user);
  res.json({
    user: {
      username: user.username,
      token: user.token,
    },
  });
});
`,
      errors: [{ messageId: 'sent', line: 7, column: 7, endLine: 7, endColumn: 24 }],
    },
    {
      name: 'three levels deep',
      code: `
res.locals.unused = true;
export const login = (req, res) => res.json({ data: { session: { access_token: issue(req) } } });
`,
      errors: [{ messageId: 'sent', line: 3, column: 66, endLine: 3, endColumn: 90 }],
    },
    {
      name: 'assigned to the record before it is sent',
      filename: 'server/users.js',
      code: `
const loginUser = async (req, res) => {
  const user = await User.findOne({ where: { email: req.body.email } });
  user.dataValues.token = await jwtSign(user);
  res.json({ user });
};
`,
      errors: [
        {
          messageId: 'sent',
          line: 4,
          column: 3,
          endLine: 4,
          endColumn: 46,
          data: { name: 'token', reason: '`jwtSign()` is an access token by its name' },
        },
      ],
    },
    {
      name: 'assigned to the answer before it is sent',
      code: `
export const login = async (req, res) => {
  const answer = { ok: true };
  answer.token = await createSessionToken(req.body);
  res.json(answer);
};
`,
      errors: [{ messageId: 'sent', line: 4, column: 3, endLine: 4, endColumn: 52 }],
    },
    {
      name: 'assigned to the user, and the user is sent as a plain object',
      filename: 'server/auth.js',
      code: `
router.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  user.token = createToken(user);
  res.status(200).json(user.toObject());
});
`,
      errors: [{ messageId: 'sent', line: 4, column: 3, endLine: 4, endColumn: 33 }],
    },
    {
      name: 'spread from an object that is written beside it',
      filename: 'server/auth.js',
      code: `
router.post('/login', async (req, res) => {
  const tokens = { accessToken: access(req.user), refreshToken: refresh(req.user) };
  res.json({ user: req.user, ...tokens });
});
`,
      errors: [
        { messageId: 'sent', line: 3, column: 20, endLine: 3, endColumn: 49 },
        { messageId: 'sent', line: 3, column: 51, endLine: 3, endColumn: 82 },
      ],
    },
    {
      name: 'spread from what makes tokens',
      filename: 'server/auth.js',
      code: `
router.post('/login', async (req, res) => {
  const tokens = await issueTokens(req.user);
  res.json({ user: req.user, ...tokens });
});
`,
      errors: [{ messageId: 'sent', line: 4, column: 33, endLine: 4, endColumn: 39 }],
    },
    {
      name: 'an object of tokens under its own key',
      filename: 'server/auth.js',
      code: `
router.post('/login', async (req, res) => {
  const tokens = await issueTokens(req.user);
  res.send({ user: req.user, tokens });
});
`,
      errors: [
        {
          messageId: 'sent',
          line: 4,
          column: 30,
          endLine: 4,
          endColumn: 36,
          data: { name: 'tokens', reason: '`tokens` is made where people sign in' },
        },
      ],
    },
    {
      name: 'an object of tokens by itself',
      filename: 'server/auth.controller.js',
      code: `
const refreshTokens = async (req, res) => {
  const tokens = await authService.refreshAuth(req.body.refreshToken);
  res.send(tokens);
};
`,
      errors: [{ messageId: 'sent', line: 4, column: 12, endLine: 4, endColumn: 18 }],
    },
    {
      name: 'joined with Object.assign',
      filename: 'server/auth.js',
      code: `
router.post('/login', (req, res) => {
  res.json(Object.assign({}, req.user.profile, { token: createToken(req.user) }));
});
`,
      errors: [{ messageId: 'sent', line: 3, column: 50, endLine: 3, endColumn: 78 }],
    },
    {
      name: 'the token is the whole body',
      code: `
router.post('/login', async (req, res) => {
  const token = await createToken(req.body);
  res.send(token);
});
`,
      errors: [{ messageId: 'sent', line: 4, column: 12, endLine: 4, endColumn: 17 }],
    },
    {
      name: 'a signed token is the whole body, in a place that says nothing',
      code: `
import jwt from 'jsonwebtoken';

app.get('/pass', (req, res) => {
  const pass = jwt.sign({ id: 7 }, process.env.JWT_SECRET);
  res.status(200).send(pass);
});
`,
      errors: [
        {
          messageId: 'sent',
          line: 6,
          column: 24,
          endLine: 6,
          endColumn: 28,
          data: { name: 'pass', reason: 'it is issued by jwt.sign (line 5)' },
        },
      ],
    },
    {
      name: 'with the scheme before it',
      filename: 'server/auth.js',
      code: `
router.post('/login', (req, res) => {
  const token = createToken(req.user);
  res.json({ success: true, token: \`Bearer \${token}\` });
});
`,
      errors: [{ messageId: 'sent', line: 4, column: 29, endLine: 4, endColumn: 53 }],
    },
    {
      name: 'with the scheme before it, concatenated',
      filename: 'server/auth.js',
      code: `
router.post('/login', (req, res) => {
  const token = createToken(req.user);
  res.json({ success: true, token: 'JWT ' + token });
});
`,
      errors: [{ messageId: 'sent', line: 4, column: 29, endLine: 4, endColumn: 50 }],
    },
    {
      name: 'quoted and computed keys',
      filename: 'server/auth.js',
      code: "router.post('/login', (req, res) => res.json({ 'access_token': issue(req), ['refresh_token']: renewal(req) }));",
      errors: [
        { messageId: 'sent', line: 1, column: 48, endLine: 1, endColumn: 74 },
        { messageId: 'sent', line: 1, column: 76, endLine: 1, endColumn: 107 },
      ],
    },
    {
      name: 'a conditional body',
      filename: 'server/auth.js',
      code: `
router.post('/login', (req, res) => {
  const token = createToken(req.user);
  res.json(req.query.full ? { user: req.user, token } : { ok: true });
});
`,
      errors: [{ messageId: 'sent', line: 4, column: 47, endLine: 4, endColumn: 52 }],
    },
    {
      name: 'a token that is there on one way only',
      filename: 'server/auth.js',
      code: `
router.post('/login', (req, res) => {
  res.json({ user: req.user, token: req.query.remember ? createToken(req.user) : null });
});
`,
      errors: [{ messageId: 'sent', line: 3, column: 30, endLine: 3, endColumn: 86 }],
    },
    {
      name: 'the response is the last of several parameters',
      code: `
const sendToken = (user, statusCode, res) => {
  const token = user.getSignedJwtToken();
  res.status(statusCode).json({ success: true, token });
};
`,
      errors: [{ messageId: 'sent', line: 4, column: 48, endLine: 4, endColumn: 53 }],
    },
    {
      name: 'the response is the first parameter of a helper',
      filename: 'server/auth.js',
      code: `
function answer(res, user) {
  res.json({ id: user.id, accessToken: user.createAccessToken() });
}
`,
      errors: [{ messageId: 'sent', line: 3, column: 27, endLine: 3, endColumn: 64 }],
    },
    {
      name: 'a local helper that answers',
      filename: 'server/auth.js',
      code: `
const ok = (res, data) => res.status(200).json({ status: 'success', data });

router.post('/login', (req, res) => {
  const token = createToken(req.user);
  ok(res, { token });
});
`,
      errors: [{ messageId: 'sent', line: 6, column: 13, endLine: 6, endColumn: 18 }],
    },
    {
      name: "a context's response",
      filename: 'server/graphql.js',
      code: `
import { ApolloServer } from 'apollo-server-express';

export const login = async (parent, args, { res }) => {
  res.json({ accessToken: issue(args) });
};
`,
      errors: [{ messageId: 'sent', line: 5, column: 14, endLine: 5, endColumn: 38 }],
    },
    {
      name: "a cookie's token handed back to scripts",
      filename: 'server/auth.js',
      code: "app.get('/auth/token', (req, res) => res.json({ token: req.cookies.token }));",
      errors: [{ messageId: 'sent', line: 1, column: 49, endLine: 1, endColumn: 73 }],
    },
    {
      name: "a session's token handed to scripts",
      filename: 'server/auth.js',
      code: "app.get('/auth/me', (req, res) => res.json({ user: req.user, accessToken: req.session.accessToken }));",
      errors: [{ messageId: 'sent', line: 1, column: 62, endLine: 1, endColumn: 98 }],
    },
    {
      name: 'a path that ends in /token, without the comment',
      filename: 'server/auth.js',
      code: "router.post('/api/token', (req, res) => res.json({ token: createToken(req.user) }));",
      errors: [{ messageId: 'sent', line: 1, column: 52, endLine: 1, endColumn: 80 }],
    },
    {
      name: 'the comment, but the handler sets a cookie',
      filename: 'server/auth.js',
      code: `
/** Issues a token for programmatic API clients only, not for browser use. */
router.post('/api/token', (req, res) => {
  const token = createToken(req.user);
  res.cookie('token', token, { httpOnly: true, secure: true, sameSite: 'lax' });
  res.json({ token });
});
`,
      errors: [{ messageId: 'sent', line: 6, column: 14, endLine: 6, endColumn: 19 }],
    },
    {
      name: "the comment, but the path is the login's",
      filename: 'server/auth.js',
      code: `
/** Issues a token for programmatic API clients only, not for browser use. */
router.post('/login', (req, res) => res.json({ token: createToken(req.user) }));
`,
      errors: [{ messageId: 'sent', line: 3, column: 48, endLine: 3, endColumn: 76 }],
    },
    {
      name: 'another endpoint than the settings name',
      filename: 'server/auth.js',
      settings: { programmaticEndpoints: ['/api/token'] },
      code: "router.post('/api/login', (req, res) => res.json({ token: createToken(req.user) }));",
      errors: [{ messageId: 'sent', line: 1, column: 52, endLine: 1, endColumn: 80 }],
    },
    {
      name: "a team's own name",
      settings: { credentialNames: ['spaceTicket'] },
      code: "app.get('/dock', (req, res) => res.json({ spaceTicket: issue(req) }));",
      errors: [{ messageId: 'sent', line: 1, column: 43, endLine: 1, endColumn: 66 }],
    },
    {
      name: 'a test file, where the settings want it',
      filename: 'server/auth.test.js',
      settings: { tests: true },
      code: "app.post('/login', (req, res) => res.json({ accessToken: issue(req) }));",
      errors: [{ messageId: 'sent', line: 1, column: 45, endLine: 1, endColumn: 68 }],
    },
  ],
} satisfies RuleCases;
