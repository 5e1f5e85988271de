import type { RuleCases } from '../support/rule-cases.ts';

const app = (options: string, more = '', listen = 'app.listen(process.env.PORT);'): string => `const express = require('express');
const session = require('express-session');
const app = express();
${more}
app.use(session({ secret: process.env.S, store, resave: false, saveUninitialized: false, ${options} }));
app.get('/', (req, res) => res.end());
${listen}
`;
const SECURE = "cookie: { secure: true, httpOnly: true, sameSite: 'lax' }";

export default {
  rule: 'require-trust-proxy',
  valid: [
    { name: 'trust proxy is set', filename: 'server/app.js', code: app(SECURE, "app.set('trust proxy', 1);") },
    { name: 'trust proxy is enabled', filename: 'server/app.js', code: app(SECURE, "app.enable('trust proxy');") },
    { name: 'the session is told of the proxy', filename: 'server/app.js', code: app(`${SECURE}, proxy: true`) },
    { name: 'not secure, or as the connection is', filename: 'server/app.js', code: app("cookie: { secure: 'auto', httpOnly: true }") },
    {
      name: 'secure outside development',
      filename: 'server/app.js',
      code: app("cookie: { secure: process.env.NODE_ENV !== 'development' }"),
    },
    {
      name: 'a server that speaks TLS itself',
      filename: 'server/app.js',
      code: app(SECURE, "const https = require('https');", 'https.createServer(keys, app).listen(443);'),
    },
    { name: 'an app that others have listen', filename: 'server/app.js', code: app(SECURE, '', 'module.exports = app;') },
    { name: 'options from elsewhere', filename: 'server/app.js', code: app('...require("./session-options")') },
  ],
  invalid: [
    {
      name: 'secure',
      filename: 'server/app.js',
      code: app(SECURE),
      errors: [{ messageId: 'missing', line: 3, column: 13, data: { what: 'true', where: 'line 5' } }],
    },
    {
      name: 'secure in production',
      filename: 'server/app.js',
      code: app("cookie: { secure: process.env.NODE_ENV === 'production', httpOnly: true }"),
      errors: [{ messageId: 'missing', line: 3, column: 13 }],
    },
    {
      name: 'by a constant, with options of their own',
      filename: 'server/app.ts',
      code: `import express from 'express';
import session from 'express-session';
const isProduction = process.env.NODE_ENV === 'production';
const options = { secret: process.env.S!, cookie: { secure: isProduction } };
const app = express();
const sessions = session(options);
app.use(sessions);
app.listen(8080, () => console.log('up'));`,
      errors: [{ messageId: 'missing', line: 5, column: 13 }],
    },
  ],
} satisfies RuleCases;
