import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const JWT = "const jwt = require('jsonwebtoken');\n";

export default {
  rule: 'no-token-from-url',
  valid: [
    {
      name: 'a header and a cookie',
      filename: 'server/guard.js',
      code: `${JWT}exports.guard = (req, res, next) => {
  const token = req.headers.authorization?.split(' ')[1] || req.cookies.token;
  req.user = jwt.verify(token, process.env.JWT_SECRET);
  next();
};`,
    },
    {
      name: 'links of mails, which are good once',
      filename: 'server/accounts.js',
      code: `${JWT}const express = require('express');
const router = express.Router();
router.get('/verify-email', (req, res) => {
  const { id } = jwt.verify(req.query.token, process.env.JWT_SECRET);
  req.user = id;
  res.redirect('/');
});
router.get('/password/reset', (req, res, next) => { req.account = jwt.verify(req.query.token, process.env.JWT_SECRET); next(); });
router.get('/unsubscribe', (req, res) => { const token = req.query.token || req.body.token; unsubscribe(token); res.end(); });`,
    },
    {
      name: 'a secret of its own says what the token is for',
      filename: 'server/accounts.js',
      code: `${JWT}exports.open = (req, res, next) => {
  req.user = jwt.verify(req.query.token, process.env.INVITE_SECRET);
  next();
};`,
    },
    {
      name: 'a page reads its own address',
      filename: 'client/page.js',
      code: "const token = new URL(location.href).searchParams.get('token') || readHeaders().authorization;\ndocument.title = token;",
    },
    {
      name: 'what links of mails carry is kept for one use',
      filename: 'client/ResetPassword.js',
      code: `export function open() {
  const token = new URLSearchParams(location.search).get('token');
  sessionStorage.setItem('reset_token', token);
}`,
    },
    {
      name: 'a page keeps other parameters of its address',
      filename: 'client/page.js',
      code: `const params = new URLSearchParams(location.search);
localStorage.setItem('theme', params.get('theme'));
localStorage.setItem('csrf', params.get('csrfToken'));`,
    },
    {
      name: 'other parameters',
      filename: 'server/items.js',
      code: `${JWT}exports.guard = (req, res, next) => {
  const token = req.headers.authorization || req.query.pageToken || req.query.csrfToken;
  req.user = jwt.verify(token, process.env.JWT_SECRET);
  next();
};`,
    },
    {
      name: "passport-jwt's other places, and its address for one use",
      filename: 'server/strategy.js',
      code: `const { ExtractJwt, Strategy } = require('passport-jwt');
module.exports = [
  new Strategy({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: process.env.S }, done),
  new Strategy({ jwtFromRequest: ExtractJwt.fromUrlQueryParameter('invite_token'), secretOrKey: process.env.S }, done),
];`,
    },
  ],
  invalid: [
    marked(
      'beside the header',
      'taken',
      `${JWT}exports.guard = (req, res, next) => {
  const token = req.headers.authorization?.split(' ')[1] || «req.query.token || req.body.token || «req.query['access_token'];
  req.user = jwt.verify(token, process.env.JWT_SECRET);
  next();
};`,
      { filename: 'server/guard.js' },
    ),
    marked(
      'in a condition, and by assignment',
      'taken',
      `exports.guard = async (req, res, next) => {
  let token;
  if (req.headers.authorization) token = req.headers.authorization.slice(7);
  else if (req.query.jwt) token = «req.query.jwt;
  req.user = await sessions.of(token);
  next();
};`,
      { filename: 'server/guard.js' },
    ),
    marked(
      'alone, in what guards the routes',
      'taken',
      `${JWT}module.exports = function (req, res, next) {
  const { «token } = req.query;
  jwt.verify(token, process.env.JWT_SECRET, (error, decoded) => {
    if (error) return res.sendStatus(401);
    req.decoded = decoded;
    next();
  });
};`,
      { filename: 'server/guard.js' },
    ),
    marked(
      'beside a cookie, in Koa',
      'taken',
      `const jwt = require('jsonwebtoken');
module.exports = async (ctx, next) => {
  const token = ctx.cookies.get('token') ?? «ctx.query.token;
  ctx.state.user = jwt.verify(token, process.env.JWT_SECRET);
  await next();
};`,
      { filename: 'server/guard.js' },
    ),
    marked(
      'Hono',
      'taken',
      `import { createMiddleware } from 'hono/factory';
import { verify } from 'hono/jwt';
export const guard = createMiddleware(async (c, next) => {
  const token = c.req.header('Authorization')?.split(' ')[1] ?? «c.req.query('token');
  c.set('user', await verify(token!, process.env.JWT_SECRET!));
  await next();
});`,
      { filename: 'server/guard.ts' },
    ),
    marked(
      'the libraries are told so',
      'taken',
      `const { ExtractJwt, Strategy } = require('passport-jwt');
const { expressjwt } = require('express-jwt');
const strategy = new Strategy({ jwtFromRequest: ExtractJwt.fromExtractors([ExtractJwt.fromAuthHeaderAsBearerToken(), «ExtractJwt.fromUrlQueryParameter('token')]), secretOrKey: process.env.S }, done);
const guard = expressjwt({ secret: process.env.S, algorithms: ['HS256'], getToken: (req) => «req.query.token });
module.exports = { strategy, guard };`,
      { filename: 'server/strategy.js' },
    ),
    marked(
      'a page keeps what a sign-in elsewhere came back with',
      'kept',
      `import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
export function OAuthCallback() {
  const [params] = useSearchParams();
  useEffect(() => {
    const token = «params.get('token');
    if (token) localStorage.setItem('token', token);
  }, [params]);
  return null;
}`,
      { filename: 'src/pages/OAuthCallback.jsx' },
    ),
    marked(
      'from the fragment, by a function that keeps it',
      'kept',
      `const keep = (value) => sessionStorage.setItem('auth_token', value);
const fragment = new URLSearchParams(window.location.hash.slice(1));
keep(«fragment.get('access_token'));`,
      { filename: 'src/signed-in.js' },
    ),
    marked(
      "from Vue's route",
      'kept',
      `export default {
  created() {
    const { «token } = this.$route.query;
    if (token) localStorage.setItem('jwt', token);
  },
};`,
      { filename: 'src/views/signed-in.js' },
    ),
  ],
} satisfies RuleCases;
