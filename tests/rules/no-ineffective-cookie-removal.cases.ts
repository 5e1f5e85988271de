import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const EXPRESS = "const express = require('express');\nconst app = express();\n";

export default {
  rule: 'no-ineffective-cookie-removal',
  valid: [
    {
      name: 'the same attributes',
      filename: 'server/auth.js',
      code: `${EXPRESS}const options = { httpOnly: true, secure: true, sameSite: 'lax', domain: '.acme.example' };
app.post('/login', (req, res) => { res.cookie('token', sign(req.body), { ...options, maxAge: 9e5 }); res.end(); });
app.post('/logout', (req, res) => { res.clearCookie('token', options); res.end(); });
app.post('/bye', (req, res) => { res.clearCookie('token', { domain: '.acme.example' }); res.end(); });`,
    },
    {
      name: 'neither domain nor path were said, or those that hold anyway',
      filename: 'server/auth.js',
      code: `${EXPRESS}app.post('/login', (req, res) => { res.cookie('token', sign(req.body), { httpOnly: true, secure: true, sameSite: 'lax', path: '/' }); res.end(); });
app.post('/logout', (req, res) => { res.clearCookie('token'); res.end(); });`,
    },
    {
      name: 'attributes that cannot be seen, or are made',
      filename: 'server/auth.js',
      code: `${EXPRESS}const { cookieOptions } = require('./config');
app.post('/login', (req, res) => { res.cookie('token', sign(req.body), cookieOptions); res.cookie('rt', sign(req.body), { httpOnly: true, path: REFRESH_PATH }); res.end(); });
app.post('/logout', (req, res) => { res.clearCookie('token'); res.clearCookie('rt', { path: '/auth' }); res.clearCookie('id', cookieOptions); res.end(); });`,
    },
    {
      name: 'another cookie, and one that is set in two ways',
      filename: 'server/auth.js',
      code: `${EXPRESS}app.post('/login', (req, res) => {
  res.cookie('refresh', sign(req.body), { httpOnly: true, path: '/auth' });
  res.cookie('token', sign(req.body), { httpOnly: true, domain: '.acme.example' });
  res.cookie('token', sign(req.body), { httpOnly: true });
  res.end();
});
app.post('/logout', (req, res) => { res.clearCookie('token'); res.clearCookie('theme'); res.end(); });`,
    },
    {
      name: 'a script takes away its own cookie, as far as one file shows',
      filename: 'client/session.js',
      code: "document.cookie = 'token=; Max-Age=0; path=/';",
    },
  ],
  invalid: [
    marked(
      'a domain that is not said again',
      'attributes',
      `${EXPRESS}const options = { httpOnly: true, secure: true, sameSite: 'none', domain: '.acme.example', path: '/' };
app.post('/login', (req, res) => { res.cookie('token', sign(req.body), options); res.end(); });
app.post('/logout', (req, res) => { «res.clearCookie('token'); res.end(); });`,
      { filename: 'server/auth.js' },
    ),
    marked(
      'a domain of the environment',
      'attributes',
      `import { Router } from 'express';
const NAME = 'session';
export const router = Router();
router.post('/login', (req, res) => { res.cookie(NAME, sign(req.body), { httpOnly: true, domain: process.env.COOKIE_DOMAIN }); res.end(); });
router.post('/logout', (req, res) => { «res.clearCookie(NAME, { httpOnly: true }); res.end(); });`,
      { filename: 'server/auth.ts' },
    ),
    marked(
      'a path of its own',
      'attributes',
      `${EXPRESS}app.post('/login', (req, res) => { res.cookie('refresh_token', sign(req.body), { httpOnly: true, path: '/api/auth' }); res.end(); });
app.post('/logout', (req, res) => { «res.clearCookie('refresh_token'); res.end(); });
app.post('/bye', (req, res) => { «res.clearCookie('refresh_token', { path: '/auth' }); res.end(); });`,
      { filename: 'server/auth.js' },
    ),
    marked(
      'Hono',
      'attributes',
      `import { Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
const app = new Hono();
app.post('/login', (c) => { setCookie(c, 'token', sign(), { httpOnly: true, domain: 'acme.example' }); return c.body(null, 204); });
app.post('/logout', (c) => { «deleteCookie(c, 'token'); return c.body(null, 204); });`,
      { filename: 'server/auth.ts' },
    ),
  ],
} satisfies RuleCases;
