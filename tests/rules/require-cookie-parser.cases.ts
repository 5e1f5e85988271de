import type { RuleCases } from '../support/rule-cases.ts';

const app = (middleware: string, handler: string): string => `const express = require('express');
${middleware.includes('cookieParser') ? "const cookieParser = require('cookie-parser');\n" : ''}const app = express();
${middleware}
app.get('/me', (req, res) => { ${handler} });
app.listen(3000);
`;
const READS = 'res.json(userOf(req.cookies.token));';

export default {
  rule: 'require-cookie-parser',
  valid: [
    { name: 'cookie-parser', filename: 'server/app.js', code: app('app.use(cookieParser());', READS) },
    {
      name: 'cookie-parser on a route',
      filename: 'server/app.js',
      code: `const express = require('express');
const parse = require('cookie-parser')();
const app = express();
app.get('/me', parse, (req, res) => { ${READS} });
app.listen(3000);`,
    },
    {
      name: "a parser of the app's own",
      filename: 'server/app.js',
      code: app("app.use((req, res, next) => { req.cookies = parse(req.headers.cookie || ''); next(); });", READS),
    },
    {
      name: 'no cookie is read that way',
      filename: 'server/app.js',
      code: app('app.use(express.json());', 'res.json(userOf(req.headers.cookie));'),
    },
    {
      name: 'middleware that cannot be seen',
      filename: 'server/app.js',
      code: `const express = require('express');
const { setUp } = require('./set-up');
const app = express();
setUp(app);
app.get('/me', (req, res) => { ${READS} });
app.listen(3000);`,
    },
    {
      name: 'an app that others get',
      filename: 'server/app.js',
      code: `const express = require('express');
const app = express();
app.get('/me', (req, res) => { ${READS} });
module.exports = app;`,
    },
    {
      name: "another framework's cookies",
      filename: 'server/app.ts',
      code: `import Koa from 'koa';
const app = new Koa();
app.use(async (ctx) => { ctx.body = userOf(ctx.cookies.get('token')); });
app.listen(3000);`,
    },
  ],
  invalid: [
    {
      name: 'nothing parses cookies',
      filename: 'server/app.js',
      code: app('app.use(express.json());', READS),
      errors: [
        { messageId: 'missing', line: 2, column: 13, endLine: 2, endColumn: 22, data: { what: 'req.cookies.token', where: 'line 4' } },
      ],
    },
    {
      name: 'a function that takes the token for passport-jwt',
      filename: 'server/app.js',
      code: `const express = require('express');
const passport = require('passport');
const { Strategy } = require('passport-jwt');
const app = express();
const fromCookie = (req) => req?.cookies?.jwt ?? null;
passport.use(new Strategy({ jwtFromRequest: fromCookie, secretOrKey: process.env.S }, done));
app.get('/me', passport.authenticate('jwt', { session: false }), (req, res) => res.json(req.user));
app.listen(3000);`,
      errors: [{ messageId: 'missing', line: 4, column: 13, data: { what: 'req?.cookies?.jwt', where: 'line 5' } }],
    },
    {
      name: 'a guard of the app, with sessions beside it',
      filename: 'server/app.js',
      code: `const express = require('express');
const session = require('cookie-session');
const app = express();
app.use(session({ keys: [process.env.S] }));
app.use((req, res, next) => { req.user = check(req.signedCookies['token']); next(); });
app.listen(3000);`,
      errors: [{ messageId: 'missing', line: 3, column: 13 }],
    },
  ],
} satisfies RuleCases;
