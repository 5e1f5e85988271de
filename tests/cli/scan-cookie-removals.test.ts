import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** What is said of cookies that stay, as `file:line message`. */
function staying(files: Readonly<Record<string, string>>): string[] {
  return scan(temporaryProject(files), {})
    .findings.filter(({ rule }) => rule === 'no-ineffective-cookie-removal')
    .map(({ file, line, message }) => `${file}:${line} ${message}`);
}

const SERVER = `const express = require('express');
const router = express.Router();
router.post('/login', (req, res) => {
  res.cookie('token', sign(req.body), { httpOnly: true, secure: true, sameSite: 'lax', domain: '.acme.example' });
  res.end();
});
module.exports = router;
`;

describe('a script that takes away a cookie which the server sets with HttpOnly', () => {
  const files = {
    'server/package.json': '{"dependencies":{"express":"5"}}',
    'server/auth.js': SERVER,
    'client/package.json': '{"dependencies":{"react":"19"}}',
  };

  it('is told that it cannot, with the place where the cookie is set', () => {
    for (const code of [
      "export const leave = () => { document.cookie = 'token=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/'; };",
      "import Cookies from 'js-cookie'; export const leave = () => Cookies.remove('token');",
      "import Cookies from 'universal-cookie'; const cookies = new Cookies(); export const leave = () => cookies.remove('token', { path: '/' });",
    ])
      expect(staying({ ...files, 'client/session.js': code })).toEqual([
        expect.stringMatching(/^client\/session\.js:1 No script can take the cookie 'token' away.*\(line 4 of server\/auth\.js\)/),
      ]);
  });

  it('takes away another, or one that scripts of the page write', () => {
    expect(staying({ ...files, 'client/session.js': "document.cookie = 'theme=; Max-Age=0';" })).toEqual([]);
    expect(
      staying({
        ...files,
        'client/session.js': "import Cookies from 'js-cookie'; export const leave = () => Cookies.remove('token');",
        'client/login.js': "import Cookies from 'js-cookie'; export const keep = (token) => Cookies.set('token', token);",
      }),
    ).toEqual([]);
    expect(
      staying({
        ...files,
        'server/auth.js': SERVER.replace('httpOnly: true', 'httpOnly: false'),
        'client/session.js': "document.cookie = 'token=; Max-Age=0';",
      }),
    ).toEqual([]);
  });
});

it('a removal in another file than the cookie names that file', () => {
  expect(
    staying({
      'package.json': '{"dependencies":{"express":"5"}}',
      'src/auth.js': SERVER,
      'src/leave.js': "exports.leave = (req, res) => { res.clearCookie('token'); res.end(); };\n",
    }),
  ).toEqual([expect.stringMatching(/^src\/leave\.js:1 This leaves the cookie 'token' where it is.*\(auth\.js, line 4\)/)]);
});
