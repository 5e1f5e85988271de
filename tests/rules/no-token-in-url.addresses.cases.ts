import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-token-in-url',
  valid: [
    {
      name: 'addresses in a template that have other values',
      code: 'import { html } from \'lit\';\nexport const links = (page) => html`<a href="/list?token=${page.nextPageToken}">x</a><p title="/a?token=${page.token}"></p>`;',
    },
    {
      name: "a well-known API's own token, out of the storage",
      filename: 'client/a.js',
      code: `
const spotify = localStorage.getItem('access_token');
fetch(\`https://api.spotify.com/v1/me?access_token=\${spotify}\`);
fetch('https://graph.facebook.com/me?' + new URLSearchParams({ access_token: localStorage.getItem('fb_access_token') }));
`,
    },
    {
      name: 'a list of pairs and a text that are a body',
      filename: 'client/a.js',
      code: `
fetch('/token', { method: 'POST', body: new URLSearchParams([['refresh_token', refreshToken]]) });
fetch('/token', { method: 'POST', body: new URLSearchParams(\`refresh_token=\${refreshToken}\`) });
`,
    },
    {
      name: 'a scheme in what goes nowhere, and before a key',
      filename: 'server/a.js',
      code: `
const express = require('express');
const text = (t) => \`see docs?auth=Bearer \${t}\`;
app.get('/docs', (req, res) => res.redirect(\`/docs?example=Bearer \${apiKey}\`));
`,
    },
  ],
  invalid: [
    {
      name: 'in an address that a tagged template writes',
      code: `
import { html } from 'lit';
export const links = (accessToken) => html\`<a href="/export?format=csv&token=\${accessToken}">x</a><img src='/me.png?jwt=\${accessToken}'>\`;
`,
      errors: [
        { messageId: 'inUrl', line: 3, column: 80, endLine: 3, endColumn: 91 },
        { messageId: 'inUrl', line: 3, column: 123, endLine: 3, endColumn: 134 },
      ],
    },
    {
      name: "the app's own session, at a fixed host",
      filename: 'client/a.js',
      code: `
const token = localStorage.getItem('token');
fetch(\`https://api.acme.example/files?token=\${token}\`);
const socket = new WebSocket('wss://live.acme.example/?token=' + token);
const url = new URL('https://api.acme.example/export');
url.searchParams.set('token', token);
`,
      errors: [
        { messageId: 'inUrl', line: 3, column: 7, endLine: 3, endColumn: 54 },
        { messageId: 'inConnection', line: 4, column: 30, endLine: 4, endColumn: 71 },
        { messageId: 'inUrl', line: 6, column: 1, endLine: 6, endColumn: 37 },
      ],
    },
    {
      name: 'parameters as a list of pairs, and as a text',
      filename: 'client/a.js',
      code: `
export const print = (accessToken) => window.open('/print?' + new URLSearchParams([['id', 7], ['access_token', accessToken]]));
export const show = (accessToken) => {
  const params = new URLSearchParams(\`view=1&access_token=\${accessToken}\`);
  location.assign(\`/show?\${params}\`);
};
`,
      errors: [
        { messageId: 'inUrl', line: 2, column: 95, endLine: 2, endColumn: 124 },
        { messageId: 'inUrl', line: 4, column: 38, endLine: 4, endColumn: 74 },
      ],
    },
    {
      name: 'under another name, out of the storage',
      filename: 'client/a.js',
      code: `
const t = sessionStorage.getItem('jwt');
location.href = \`https://app.acme.example/print?\${new URLSearchParams({ t, id: 1 })}\`;
`,
      errors: [{ messageId: 'inUrl', line: 3, column: 73, endLine: 3, endColumn: 74 }],
    },
    {
      name: 'with its scheme, in a redirect',
      filename: 'server/auth.js',
      code: `
import jwt from 'jsonwebtoken';
export const a = (req, res) => {
  const bearer = \`Bearer \${jwt.sign({ id: 1 }, process.env.KEY, { expiresIn: '5m' })}\`;
  res.redirect(\`\${process.env.WEB}/done?auth=\${bearer}\`);
};
export const b = (req, res) => res.redirect('/done?value=' + encodeURIComponent('Bearer ' + make(req.user)));
export const c = (req, res) => res.redirect(302, \`/done#b=Bearer%20\${make(req.user)}\`);
`,
      errors: [
        { messageId: 'inRedirect', line: 5, column: 16, endLine: 5, endColumn: 56 },
        { messageId: 'inRedirect', line: 7, column: 45, endLine: 7, endColumn: 108 },
        { messageId: 'inRedirect', line: 8, column: 50, endLine: 8, endColumn: 86 },
      ],
    },
    {
      name: 'in an address that is put together before it is gone to',
      filename: 'server/auth.js',
      code: `
import express from 'express';
export const done = (req, res) => {
  const target = new URL('/done', process.env.WEB);
  target.searchParams.set('value', \`Bearer \${make(req.user)}\`);
  res.redirect(target.href);
};
`,
      errors: [{ messageId: 'inRedirect', line: 5, column: 3, endLine: 5, endColumn: 63 }],
    },
  ],
} satisfies RuleCases;
