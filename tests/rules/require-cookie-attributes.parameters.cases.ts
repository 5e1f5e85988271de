import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'require-cookie-attributes',
  valid: [
    {
      name: 'a flag that callers of a theme turn off',
      filename: 'server/jar.js',
      code: `
function put(res, name, value, httpOnly = true) {
  res.cookie(name, value, { httpOnly, secure: true, sameSite: 'lax' });
}
exports.enter = (res, accessToken) => put(res, 'access_token', accessToken);
exports.dress = (res, theme) => put(res, 'theme', theme, false);
`,
    },
    {
      name: 'a flag that every caller turns on',
      filename: 'server/keep.js',
      code: `
const keep = (reply, token, isHidden) => reply.cookie('session_token', token, { httpOnly: isHidden, secure: true, sameSite: 'strict' });
exports.web = (reply, token) => keep(reply, token, true);
`,
    },
    {
      name: 'scripts may read it in development alone',
      filename: 'server/dev.js',
      code: `
exports.keep = (res, token) =>
  res.cookie('jwt', token, { httpOnly: process.env.NODE_ENV === 'development' ? false : true, secure: true, sameSite: 'lax' });
`,
    },
    {
      name: 'a flag that depends on what nobody sees',
      filename: 'server/flag.js',
      code: `
exports.keep = (res, token, settings) =>
  res.cookie('jwt', token, { httpOnly: settings.isReadable ? false : true, secure: true, sameSite: 'lax' });
`,
    },
    {
      name: 'options that a theme hands over',
      filename: 'server/write.js',
      code: `
function write(res, key, content, options) {
  res.cookie(key, content, options);
}
exports.dress = (res) => write(res, 'theme', 'dark', { httpOnly: false, sameSite: 'lax' });
exports.enter = (res, refreshToken) => write(res, 'rt', refreshToken, { httpOnly: true, secure: true, sameSite: 'strict' });
`,
    },
    {
      name: 'a record of what pages may know',
      filename: 'server/who.js',
      code: `
exports.show = (res, user) =>
  res.cookie('who', JSON.stringify({ id: user.id, name: user.name }), { httpOnly: false, secure: true, sameSite: 'lax' });
`,
    },
  ],
  invalid: [
    {
      name: 'off by default',
      filename: 'server/jar.js',
      code: `
function put(res, name, value, httpOnly = false) {
  res.cookie(name, value, { httpOnly, secure: true, sameSite: 'lax' });
}
exports.enter = (res, accessToken) => put(res, 'access_token', accessToken);
`,
      errors: [{ messageId: 'missing', line: 3, column: 27 }],
    },
    {
      name: 'turned off by who calls',
      filename: 'server/keep.js',
      code: `
const keep = (reply, token, isHidden) => reply.cookie('session_token', token, { httpOnly: isHidden, secure: true, sameSite: 'strict' });
exports.phone = (reply, token) => keep(reply, token, true);
exports.web = (reply, token) => keep(reply, token, false);
`,
      errors: [{ messageId: 'missing', line: 2, column: 79 }],
    },
    {
      name: 'off in production',
      filename: 'server/prod.js',
      code: `
const isProduction = process.env.NODE_ENV === 'production';
exports.keep = (res, token) => res.cookie('jwt', token, { httpOnly: isProduction ? false : true, secure: true, sameSite: 'lax' });
`,
      errors: [{ messageId: 'missing', line: 3, column: 57 }],
    },
    {
      name: 'off, written short',
      filename: 'server/short.js',
      code: `
exports.keep = (res, token) => res.cookie('jwt', token, { httpOnly: !1, secure: !0, sameSite: 'lax' });
`,
      errors: [{ messageId: 'missing', line: 2, column: 57 }],
    },
    {
      name: 'options from who calls',
      filename: 'server/write.js',
      code: `
function write(res, key, content, options) {
  res.cookie(key, content, options);
}
exports.dress = (res) => write(res, 'theme', 'dark', { httpOnly: true, sameSite: 'lax' });
exports.enter = (res, refreshToken) => write(res, 'rt', refreshToken, { httpOnly: false, secure: true, sameSite: 'strict' });
`,
      errors: [{ messageId: 'missing', line: 6, column: 71 }],
    },
    {
      name: 'options of a constant from who calls',
      filename: 'server/hand.ts',
      code: `
const OPEN = { httpOnly: false, secure: true, sameSite: 'lax' } as const;
const hand = (res: Response, token: string, how: CookieOptions) => res.cookie('jwt', token, how);
export const enter = (res: Response, token: string) => hand(res, token, OPEN);
`,
      errors: [{ messageId: 'missing', line: 3, column: 79 }],
    },
    {
      name: 'a record with the token in it',
      filename: 'server/who.js',
      code: `
exports.enter = async (res, form) => {
  const account = await accounts.enter(form);
  res.cookie('who', JSON.stringify({ id: account.id, accessToken: account.accessToken }), { httpOnly: false, secure: true, sameSite: 'lax' });
};
`,
      errors: [{ messageId: 'missing', line: 4, column: 91 }],
    },
    {
      name: 'a record that was made before',
      filename: 'server/record.js',
      code: `
import jwt from 'jsonwebtoken';
exports.enter = (res, account) => {
  const record = { name: account.name, key: jwt.sign({ sub: account.id }, process.env.KEY, { expiresIn: '5m' }) };
  res.cookie('profile', JSON.stringify(record), { httpOnly: false, secure: true, sameSite: 'lax' });
};
`,
      errors: [{ messageId: 'missing', line: 5, column: 49 }],
    },
    {
      name: 'a record as it is',
      filename: 'server/plain.js',
      code: `
exports.enter = (res, { user, accessToken }) => res.cookie('who', { user, accessToken }, { httpOnly: false, secure: true, sameSite: 'lax' });
`,
      errors: [{ messageId: 'missing', line: 2, column: 90 }],
    },
  ],
} satisfies RuleCases;
