import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'require-cookie-attributes',
  valid: [
    {
      name: 'a cookie against forgery whose name another file gives',
      filename: 'server/csrf.ts',
      code: `
import { getCookieName, bundleToken } from './tokens';
export function attachCSRFToken() {
  return async (ctx, next) => {
    const bundled = bundleToken(random(16), env.SECRET_KEY);
    ctx.cookies.set(getCookieName(ctx), bundled, { httpOnly: false, sameSite: 'lax', secure: true });
    await next();
  };
}
`,
    },
    {
      name: 'all three',
      code: "app.post('/login', (req, res) => res.cookie('token', make(req), { httpOnly: true, secure: true, sameSite: 'strict' }));",
    },
    {
      name: 'secure in production',
      code: `
app.post('/login', (req, res) => {
  res.cookie('token', make(req), { httpOnly: true, secure: process.env.NODE_ENV === 'production', sameSite: 'lax' });
});
`,
    },
    {
      name: 'secure is computed',
      code: `
const isProduction = process.env.NODE_ENV === 'production';
app.post('/login', (req, res) => {
  res.cookie('token', make(req), { httpOnly: true, secure: isProduction, sameSite: isProduction ? 'none' : 'lax' });
  res.cookie('session', id, { httpOnly: true, secure: req.secure, sameSite: true });
  res.cookie('sid', id, { httpOnly: true, secure: config.secure, sameSite: config.sameSite });
  res.cookie('jwt', id, { httpOnly: true, secure: process.env.NODE_ENV === 'development' ? false : true, sameSite: 'lax' });
});
`,
    },
    {
      name: 'SameSite=None with Secure',
      code: "app.post('/login', (req, res) => res.cookie('token', make(req), { httpOnly: true, secure: true, sameSite: 'none' }));",
    },
    {
      name: 'SameSite=None in production, where Secure is on too',
      code: "app.post('/login', (req, res) => res.cookie('token', make(req), { httpOnly: true, secure: isProduction, sameSite: isProduction ? 'none' : 'strict' }));",
    },
    {
      name: 'options in a variable',
      code: `
const options = { httpOnly: true, secure: true, sameSite: 'lax' };
app.post('/login', (req, res) => res.cookie('token', make(req), options));
`,
    },
    {
      name: 'options in a variable, frozen and typed',
      code: `
const options = Object.freeze({ httpOnly: true, secure: true, sameSite: 'lax' } as const) satisfies CookieOptions;
app.post('/login', (req, res) => res.cookie('token', make(req), options));
`,
    },
    {
      name: 'spread from a known object',
      code: `
const base = { httpOnly: true, secure: true, sameSite: 'lax' };
app.post('/login', (req, res) => res.cookie('token', make(req), { ...base, maxAge: 1000 }));
`,
    },
    {
      name: 'a helper',
      code: `
const cookieOptions = (maxAge) => ({ httpOnly: true, secure: true, sameSite: 'lax', maxAge });
app.post('/login', (req, res) => res.cookie('token', make(req), cookieOptions(1000)));
`,
    },
    {
      name: 'Object.assign',
      code: `
const base = { httpOnly: true };
app.post('/login', (req, res) => res.cookie('token', make(req), Object.assign({ secure: true }, base, { sameSite: 'lax' })));
`,
    },
    {
      name: 'a property that is assigned later',
      code: `
const options = { httpOnly: true, sameSite: 'lax' };
if (process.env.NODE_ENV === 'production') options.secure = true;
app.post('/login', (req, res) => res.cookie('token', make(req), options));
`,
    },
    {
      name: 'a conditional spread',
      code: `
app.post('/login', (req, res) => {
  res.cookie('token', make(req), { httpOnly: true, sameSite: 'lax', ...(isProduction && { secure: true }) });
  res.cookie('jwt', make(req), { httpOnly: true, ...(isProduction ? { secure: true, sameSite: 'none' } : { sameSite: 'lax' }) });
});
`,
    },
    {
      name: 'options that differ by environment',
      code: `
const options = process.env.NODE_ENV === 'production' ? { httpOnly: true, secure: true, sameSite: 'none' } : { httpOnly: true };
const others = isDev ? { secure: false } : { httpOnly: true, secure: true, sameSite: 'lax' };
app.post('/login', (req, res) => {
  res.cookie('token', make(req), options);
  res.cookie('jwt', make(req), others);
});
`,
    },
    {
      name: 'options that both suffice',
      code: `
const options = remember ? { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 1000 } : { httpOnly: true, secure: true, sameSite: 'lax' };
app.post('/login', (req, res) => res.cookie('token', make(req), options));
`,
    },
    {
      name: 'imported options',
      code: `
import { cookieOptions, defaults } from './cookies.js';
app.post('/login', (req, res) => {
  res.cookie('token', make(req), cookieOptions);
  res.cookie('jwt', make(req), cookieOptions());
  res.cookie('session', make(req), { ...defaults, httpOnly: true });
  res.cookie('sid', make(req), defaults.session);
});
`,
    },
    {
      name: 'options that are a parameter',
      code: "const setCookie = (res, name, value, options) => res.cookie('token', value, options);",
    },
    {
      name: 'options from a setting',
      code: "app.post('/login', (req, res) => res.cookie('token', make(req), config.get('cookie')));",
    },
    {
      name: 'a helper for any cookie',
      code: "const put = (res, name, value) => res.cookie(name, value, { path: '/' });",
    },
    {
      name: 'theme, locale and consent',
      code: `
app.get('/', (req, res) => {
  res.cookie('theme', 'dark');
  res.cookie('locale', req.query.lang, { maxAge: 1000 });
  res.cookie('cookie_consent', 'all', { httpOnly: false });
  res.cookie('sidebar_state', open);
});
`,
    },
    {
      name: 'XSRF-TOKEN, which scripts have to read',
      code: `
app.use((req, res, next) => {
  res.cookie('XSRF-TOKEN', req.csrfToken());
  res.cookie('csrf_token', token, { sameSite: 'strict' });
  res.cookie('_csrf', secret);
  next();
});
`,
    },
    {
      name: 'flags about a session',
      code: `
app.post('/login', (req, res) => {
  res.cookie('isLoggedIn', 'true');
  res.cookie('logged_in', true, { secure: true });
  res.cookie('has_session', '1');
  res.cookie('token', 'true');
});
`,
    },
    {
      name: 'when the session ends',
      code: "app.post('/login', (req, res) => res.cookie('token_expires_at', String(expires)).cookie('sessionExpiry', expires));",
    },
    {
      name: 'paging and push tokens',
      code: "app.get('/', (req, res) => res.cookie('nextPageToken', cursor).cookie('pushToken', push));",
    },
    {
      name: 'clearCookie',
      code: `
app.post('/logout', (req, res) => {
  res.clearCookie('token');
  res.clearCookie('session', { path: '/' });
});
`,
    },
    {
      name: 'deleted by an empty value',
      code: `
app.post('/logout', (req, res) => {
  res.cookie('token', '', { httpOnly: true });
  res.cookie('jwt', null);
  res.cookie('session', undefined, { expires: past });
});
`,
    },
    {
      name: 'deleted by maxAge',
      code: `
app.post('/logout', (req, res) => {
  res.cookie('token', 'x', { maxAge: 0 });
  res.cookie('jwt', value, { maxAge: -1 });
});
`,
    },
    {
      name: 'deleted by expires',
      code: `
app.post('/logout', (req, res) => {
  res.cookie('token', value, { expires: new Date(0) });
  res.cookie('jwt', value, { expires: new Date(1) });
  res.cookie('session', value, { expires: new Date('Thu, 01 Jan 1970 00:00:00 GMT') });
  res.cookie('sid', value, { expires: new Date(Date.now() - 1000) });
});
`,
    },
    {
      name: 'overwritten with a word',
      code: `
app.post('/logout', (req, res) => {
  res.cookie('jwt', 'loggedout', { expires: new Date(Date.now() + 10 * 1000), httpOnly: true });
  res.cookie('token', 'none', { httpOnly: true });
});
`,
    },
    {
      name: 'deleted by a header',
      code: `
app.post('/logout', (req, res) => {
  res.setHeader('Set-Cookie', 'token=; Path=/; Max-Age=0');
  res.setHeader('Set-Cookie', ['session=deleted; expires=Thu, 01 Jan 1970 00:00:00 GMT', \`sid=x; Max-Age=0; Path=\${path}\`]);
  res.append('Set-Cookie', 'jwt=; Path=/');
});
`,
    },
    {
      name: 'Set-Cookie with all three',
      code: `
app.post('/login', (req, res) => {
  res.setHeader('Set-Cookie', \`token=\${make(req)}; HttpOnly; Secure; SameSite=Lax; Path=/\`);
  res.setHeader('Set-Cookie', ['sid=' + id + '; httponly; secure; samesite=strict']);
});
`,
    },
    {
      name: 'Set-Cookie with attributes that are not to be seen',
      code: `
app.post('/login', (req, res) => {
  res.setHeader('Set-Cookie', \`token=\${make(req)}; \${attributes}\`);
  res.setHeader('Set-Cookie', \`jwt=\${make(req)}; Max-Age=\${age}; \${attributes.join('; ')}\`);
  res.setHeader('Set-Cookie', cookies);
});
`,
    },
    {
      name: 'Set-Cookie for another cookie',
      code: `
app.get('/', (req, res) => {
  res.setHeader('Set-Cookie', \`theme=\${theme}\`);
  res.setHeader('Set-Cookie', 'XSRF-TOKEN=' + token);
  res.setHeader('X-Token', \`token=\${token}\`);
  res.setHeader('Set-Cookie', 'token=true; Path=/');
});
`,
    },
    {
      name: 'cookie package, all three',
      code: `
import cookie from 'cookie';
res.setHeader('Set-Cookie', cookie.serialize('token', token, { httpOnly: true, secure: true, sameSite: 'lax' }));
`,
    },
    {
      name: 'cookie package, deletion',
      code: `
import { serialize } from 'cookie';
export const gone = [serialize('token', '', { maxAge: -1, path: '/' }), serialize('session', 'x', { expires: new Date(0) })];
`,
    },
    {
      name: "cookie package in a page, which is another rule's matter",
      filename: 'client/session.js',
      code: `
import { serialize } from 'cookie';
document.title = serialize('theme', theme);
export const text = serialize('token', value);
`,
    },
    {
      name: 'another serialize',
      code: `
import { serialize } from 'next-mdx-remote/serialize';
export const page = serialize('token', source);
`,
    },
    {
      name: 'express-session with all it needs',
      code: `
import session from 'express-session';
app.use(session({ secret: process.env.SESSION_SECRET, cookie: { secure: true, sameSite: 'lax' } }));
`,
    },
    {
      name: 'express-session that detects HTTPS',
      code: `
import session from 'express-session';
app.use(session({ secret: process.env.SESSION_SECRET, cookie: { secure: 'auto', sameSite: 'strict', httpOnly: true } }));
`,
    },
    {
      name: 'express-session, Secure assigned later, as its documentation does',
      code: `
const session = require('express-session');
const sess = { secret: process.env.SESSION_SECRET, cookie: { sameSite: 'lax' } };
if (app.get('env') === 'production') {
  app.set('trust proxy', 1);
  sess.cookie.secure = true;
}
app.use(session(sess));
`,
    },
    {
      name: 'express-session, the cookie is imported or made for each request',
      code: `
import session from 'express-session';
import { cookie, options } from './config.js';
app.use(session({ secret: process.env.SESSION_SECRET, cookie }));
app.use(session(options));
app.use(session({ ...options, resave: false }));
app.use(session({ secret: process.env.SESSION_SECRET, cookie: (req) => cookieFor(req) }));
`,
    },
    {
      name: 'cookie-session with SameSite',
      code: `
import cookieSession from 'cookie-session';
app.use(cookieSession({ name: 'session', keys: [process.env.KEY], sameSite: 'lax' }));
`,
    },
    {
      name: 'cookie-session with imported options',
      code: `
import cookieSession from 'cookie-session';
import { options } from './config.js';
app.use(cookieSession({ ...options, name: 'session' }));
`,
    },
    {
      name: 'require: maxAge is there, or expires, and Express sets Path by itself',
      options: [{ require: ['maxAge', 'path'] }],
      code: `
app.post('/login', (req, res) => {
  res.cookie('token', make(req), { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 1000 });
  res.cookie('jwt', make(req), { httpOnly: true, secure: true, sameSite: 'lax', expires: until, path: '/api' });
});
`,
    },
    {
      name: 'require: in a header',
      options: [{ require: ['maxAge', 'path'] }],
      code: "app.post('/login', (req, res) => res.setHeader('Set-Cookie', `token=${id}; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=60`));",
    },
    {
      name: "a client's cookie jar",
      filename: 'client/prefs.js',
      code: `
import jar from './jar.js';
jar.cookie('token', value);
response.cookie('token', value);
`,
    },
    {
      name: 'a test file',
      filename: 'server/login.test.js',
      code: "app.post('/login', (req, res) => res.cookie('token', 'abc'));",
    },
    {
      name: "a team's own name that is no credential",
      settings: { ignoreNames: ['roomToken'] },
      code: "app.post('/room', (req, res) => res.cookie('roomToken', rooms.join(req.user)));",
    },
    {
      name: 'a name that says nothing, in a function that is about anti-forgery',
      code: `
export const sendCsrfToken = (res, token) => res.cookie('randomname', token);
`,
    },
    {
      name: 'strict where strict is asked for',
      filename: 'server/auth.js',
      options: [{ require: ['maxAge'], sameSite: 'strict' }],
      code: `
export const login = (req, res) => {
  res.cookie('token', issue(req.user), { httpOnly: true, secure: true, sameSite: 'strict', maxAge: 900000 });
  res.cookie('jwt', issue(req.user), { httpOnly: true, secure: true, sameSite: true, maxAge: 900000 });
  res.cookie('sid', issue(req.user), { httpOnly: true, secure: true, sameSite: process.env.SAME_SITE, maxAge: 900000 });
};
`,
    },
  ],
  invalid: [
    {
      name: 'no options at all',
      code: `
app.post('/login', (req, res) => {
  res.cookie('token', req.user.key);
});
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 21,
          data: {
            name: "'token'",
            reason: 'its name says so',
            attributes:
              'HttpOnly (scripts of the page can read it), Secure (it travels in clear over HTTP) and SameSite (other sites can have the browser send it)',
            advice: "`httpOnly: true`, `secure: process.env.NODE_ENV === 'production'` and `sameSite: 'lax'` or `'strict'`",
          },
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
app.post('/login', (req, res) => {
  res.cookie('token', req.user.key, { secure: process.env.NODE_ENV === 'production' });
});
`,
            },
            {
              messageId: 'addSameSite',
              output: `
app.post('/login', (req, res) => {
  res.cookie('token', req.user.key, { sameSite: 'lax' });
});
`,
            },
          ],
        },
      ],
    },
    {
      name: 'no options, the value in brackets, a trailing comma',
      code: `
app.post('/login', (req, res) => {
  res.cookie('token', (req.user.key),);
});
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 21,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
app.post('/login', (req, res) => {
  res.cookie('token', (req.user.key), { secure: process.env.NODE_ENV === 'production' });
});
`,
            },
            {
              messageId: 'addSameSite',
              output: `
app.post('/login', (req, res) => {
  res.cookie('token', (req.user.key), { sameSite: 'lax' });
});
`,
            },
          ],
        },
      ],
    },
    {
      name: 'empty options',
      code: `
app.post('/login', (req, res) => {
  res.cookie('accessToken', accessToken, {  });
});
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 42,
          endLine: 3,
          endColumn: 46,
          data: {
            name: "'accessToken'",
            reason: 'it is an access token by its name',
            attributes:
              'HttpOnly (scripts of the page can read it), Secure (it travels in clear over HTTP) and SameSite (other sites can have the browser send it)',
            advice: "`httpOnly: true`, `secure: process.env.NODE_ENV === 'production'` and `sameSite: 'lax'` or `'strict'`",
          },
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
app.post('/login', (req, res) => {
  res.cookie('accessToken', accessToken, { secure: process.env.NODE_ENV === 'production' });
});
`,
            },
            {
              messageId: 'addSameSite',
              output: `
app.post('/login', (req, res) => {
  res.cookie('accessToken', accessToken, { sameSite: 'lax' });
});
`,
            },
          ],
        },
      ],
    },
    {
      name: 'only httpOnly',
      code: `
import jwt from 'jsonwebtoken';

app.post('/login', (req, res) => res.cookie('jwt', jwt.sign({ id: 1 }, process.env.JWT_SECRET), { httpOnly: true }));
`,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 97,
          endLine: 4,
          endColumn: 115,
          data: {
            name: "'jwt'",
            reason: 'it is issued by jwt.sign (line 4)',
            attributes: 'Secure (it travels in clear over HTTP) and SameSite (other sites can have the browser send it)',
            advice: "`secure: process.env.NODE_ENV === 'production'` and `sameSite: 'lax'` or `'strict'`",
          },
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
import jwt from 'jsonwebtoken';

app.post('/login', (req, res) => res.cookie('jwt', jwt.sign({ id: 1 }, process.env.JWT_SECRET), { httpOnly: true, secure: process.env.NODE_ENV === 'production' }));
`,
            },
            {
              messageId: 'addSameSite',
              output: `
import jwt from 'jsonwebtoken';

app.post('/login', (req, res) => res.cookie('jwt', jwt.sign({ id: 1 }, process.env.JWT_SECRET), { httpOnly: true, sameSite: 'lax' }));
`,
            },
          ],
        },
      ],
    },
    {
      name: 'no sameSite, options over several lines',
      code: `
const login = (req, res) => {
  res.cookie('token', make(req), {
    httpOnly: true,
    secure: process.env.NODE_ENV === 'production',
  });
};
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 34,
          endLine: 6,
          endColumn: 4,
          data: {
            name: "'token'",
            reason: 'its name says so',
            attributes: 'SameSite (other sites can have the browser send it)',
            advice: "`sameSite: 'lax'` or `'strict'`",
          },
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
const login = (req, res) => {
  res.cookie('token', make(req), {
    httpOnly: true,
    secure: process.env.NODE_ENV === 'production',
    sameSite: 'lax',
  });
};
`,
            },
          ],
        },
      ],
    },
    {
      name: 'no sameSite, a comment after the last attribute',
      code: `
const login = (req, res) => {
  res.cookie('token', make(req), {
    httpOnly: true, // not for scripts
    secure: true // not over HTTP
  });
};
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 34,
          endLine: 6,
          endColumn: 4,
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
const login = (req, res) => {
  res.cookie('token', make(req), {
    httpOnly: true, // not for scripts
    secure: true,
    sameSite: 'lax' // not over HTTP
  });
};
`,
            },
          ],
        },
      ],
    },
    {
      name: 'no sameSite, tabs',
      code: `
const login = (req, res) => {
	res.cookie('token', make(req), {
		httpOnly: true,
		secure: true
	});
};
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 33,
          endLine: 6,
          endColumn: 3,
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
const login = (req, res) => {
	res.cookie('token', make(req), {
		httpOnly: true,
		secure: true,
		sameSite: 'lax'
	});
};
`,
            },
          ],
        },
      ],
    },
    {
      name: 'no secure, trailing comma on one line',
      code: `
app.post('/login', (req, res) => {
  res.cookie('session', sessionId, { httpOnly: true, sameSite: 'strict', });
});
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 36,
          endLine: 3,
          endColumn: 75,
          data: {
            name: "'session'",
            reason: 'its name says so',
            attributes: 'Secure (it travels in clear over HTTP)',
            advice: "`secure: process.env.NODE_ENV === 'production'`",
          },
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
app.post('/login', (req, res) => {
  res.cookie('session', sessionId, { httpOnly: true, sameSite: 'strict', secure: process.env.NODE_ENV === 'production', });
});
`,
            },
          ],
        },
      ],
    },
    {
      name: 'no httpOnly: nothing to suggest, since a script may still read it',
      code: `
app.post('/login', (req, res) => {
  res.cookie('refresh_token', refreshToken, { secure: true, sameSite: 'none' });
});
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 45,
          endLine: 3,
          endColumn: 79,
          data: {
            name: "'refresh_token'",
            reason: 'it is a refresh token by its name',
            attributes: 'HttpOnly (scripts of the page can read it)',
            advice: '`httpOnly: true`',
          },
        },
      ],
    },
    {
      name: 'everything is switched off',
      code: `
app.post('/login', (req, res) => {
  res.cookie('token', make(req), { httpOnly: false, secure: false, sameSite: false });
});
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 34,
          endLine: 3,
          endColumn: 85,
          data: {
            name: "'token'",
            reason: 'its name says so',
            attributes:
              'HttpOnly (scripts of the page can read it), Secure (it travels in clear over HTTP) and SameSite (other sites can have the browser send it)',
            advice: "`httpOnly: true`, `secure: process.env.NODE_ENV === 'production'` and `sameSite: 'lax'` or `'strict'`",
          },
        },
      ],
    },
    {
      name: 'one attribute is switched off through a constant',
      code: `
const secure = false;
app.post('/login', (req, res) => res.cookie('token', make(req), { httpOnly: true, secure, sameSite: 'lax' }));
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 65,
          endLine: 3,
          endColumn: 108,
          data: {
            name: "'token'",
            reason: 'its name says so',
            attributes: 'Secure (it travels in clear over HTTP)',
            advice: "`secure: process.env.NODE_ENV === 'production'`",
          },
        },
      ],
    },
    {
      name: 'switched off although other attributes are unknown',
      code: `
import { defaults } from './cookies.js';
app.post('/login', (req, res) => res.cookie('token', make(req), { ...defaults, httpOnly: false }));
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 65,
          endLine: 3,
          endColumn: 97,
          data: {
            name: "'token'",
            reason: 'its name says so',
            attributes: 'HttpOnly (scripts of the page can read it)',
            advice: '`httpOnly: true`',
          },
        },
      ],
    },
    {
      name: 'misspelt, which the library does not see',
      code: "app.post('/login', (req, res) => res.cookie('token', make(req), { httponly: true, secure: true, SameSite: 'lax' }));",
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 65,
          endLine: 1,
          endColumn: 114,
          data: {
            name: "'token'",
            reason: 'its name says so',
            attributes: 'HttpOnly (scripts of the page can read it) and SameSite (other sites can have the browser send it)',
            advice: "`httpOnly: true` and `sameSite: 'lax'` or `'strict'`",
          },
          suggestions: [
            {
              messageId: 'addSameSite',
              output:
                "app.post('/login', (req, res) => res.cookie('token', make(req), { httponly: true, secure: true, SameSite: 'lax', sameSite: 'lax' }));",
            },
          ],
        },
      ],
    },
    {
      name: 'SameSite=None without Secure',
      code: "app.post('/login', (req, res) => res.cookie('token', make(req), { httpOnly: true, sameSite: 'none' }));",
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 65,
          endLine: 1,
          endColumn: 101,
          data: {
            name: "'token'",
            reason: 'its name says so',
            attributes: 'Secure (without it browsers drop a cookie with SameSite=None)',
            advice: '`secure: true`',
          },
        },
      ],
    },
    {
      name: 'SameSite=None with Secure switched off',
      code: "app.post('/login', (req, res) => res.cookie('token', make(req), { httpOnly: true, secure: false, sameSite: 'None' }));",
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 65,
          endLine: 1,
          endColumn: 116,
          data: {
            name: "'token'",
            reason: 'its name says so',
            attributes: 'Secure (without it browsers drop a cookie with SameSite=None)',
            advice: '`secure: true`',
          },
        },
      ],
    },
    {
      name: 'options in a variable: reported at the name, and nothing to suggest, since other cookies may share them',
      code: `
const options = { httpOnly: true };
app.post('/login', (req, res) => {
  res.cookie('token', make(req), options);
});
`,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 14,
          endLine: 4,
          endColumn: 21,
          data: {
            name: "'token'",
            reason: 'its name says so',
            attributes: 'Secure (it travels in clear over HTTP) and SameSite (other sites can have the browser send it)',
            advice: "`secure: process.env.NODE_ENV === 'production'` and `sameSite: 'lax'` or `'strict'`",
          },
        },
      ],
    },
    {
      name: 'options in a variable, for two cookies',
      code: `
const sendTokens = (res, accessToken, refreshToken) => {
  const options = { httpOnly: true, secure: true };
  res.cookie('accessToken', accessToken, options);
  res.cookie('refreshToken', refreshToken, { ...options, path: '/refresh' });
  res.cookie('theme', 'dark', options);
};
`,
      errors: [
        {
          messageId: 'missing',
          line: 4,
          column: 14,
          endLine: 4,
          endColumn: 27,
          data: {
            name: "'accessToken'",
            reason: 'it is an access token by its name',
            attributes: 'SameSite (other sites can have the browser send it)',
            advice: "`sameSite: 'lax'` or `'strict'`",
          },
        },
        {
          messageId: 'missing',
          line: 5,
          column: 44,
          endLine: 5,
          endColumn: 76,
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
const sendTokens = (res, accessToken, refreshToken) => {
  const options = { httpOnly: true, secure: true };
  res.cookie('accessToken', accessToken, options);
  res.cookie('refreshToken', refreshToken, { ...options, path: '/refresh', sameSite: 'lax' });
  res.cookie('theme', 'dark', options);
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "options in a class's field",
      code: `
class Sessions {
  private readonly cookie = { httpOnly: true, sameSite: 'lax' } as const;

  open(req: Request, res: Response) {
    res.cookie('sid', req.sessionId, this.cookie);
  }
}
`,
      errors: [{ messageId: 'missing', line: 6, column: 16, endLine: 6, endColumn: 21 }],
    },
    {
      name: 'options spread from a known object',
      code: `
const base = { httpOnly: true, secure: true };
app.post('/login', (req, res) => res.cookie('token', make(req), { ...base, maxAge: 3600 }));
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 65,
          endLine: 3,
          endColumn: 90,
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
const base = { httpOnly: true, secure: true };
app.post('/login', (req, res) => res.cookie('token', make(req), { ...base, maxAge: 3600, sameSite: 'lax' }));
`,
            },
          ],
        },
      ],
    },
    {
      name: 'spread that switches an attribute off again',
      code: `
const weak = { secure: false };
app.post('/login', (req, res) => res.cookie('token', make(req), { httpOnly: true, secure: true, sameSite: 'lax', ...weak }));
`,
      errors: [{ messageId: 'missing', line: 3, column: 65, endLine: 3, endColumn: 123 }],
    },
    {
      name: 'options from a helper',
      code: `
function cookieOptions(days) {
  return { httpOnly: true, sameSite: 'lax', maxAge: days * 86_400_000 };
}
app.post('/login', (req, res) => res.cookie('token', make(req), cookieOptions(7)));
`,
      errors: [{ messageId: 'missing', line: 5, column: 45, endLine: 5, endColumn: 52 }],
    },
    {
      name: 'options from Object.assign',
      code: `
const base = { httpOnly: true };
app.post('/login', (req, res) => res.cookie('token', make(req), Object.assign({}, base, { sameSite: 'lax' })));
`,
      errors: [{ messageId: 'missing', line: 3, column: 45, endLine: 3, endColumn: 52 }],
    },
    {
      name: 'a property that is assigned later does not fill the other gap',
      code: `
const options = { httpOnly: true };
if (process.env.NODE_ENV === 'production') options.secure = true;
app.post('/login', (req, res) => res.cookie('token', make(req), options));
`,
      errors: [{ messageId: 'missing', line: 4, column: 45, endLine: 4, endColumn: 52 }],
    },
    {
      name: 'the same gap in both branches',
      code: `
const options = remember ? { httpOnly: true, maxAge: 1000 } : { httpOnly: true };
app.post('/login', (req, res) => res.cookie('token', make(req), options));
`,
      errors: [{ messageId: 'missing', line: 3, column: 45, endLine: 3, endColumn: 52 }],
    },
    {
      name: 'a gap in production',
      code: `
const options = process.env.NODE_ENV === 'production' ? { httpOnly: true } : { httpOnly: true, secure: false, sameSite: 'lax' };
app.post('/login', (req, res) => res.cookie('token', make(req), options));
`,
      errors: [{ messageId: 'missing', line: 3, column: 45, endLine: 3, endColumn: 52 }],
    },
    {
      name: 'expire is no attribute, and t holds a signed token',
      options: [{ require: ['maxAge'] }],
      code: `
import jwt from 'jsonwebtoken';

const signin = (req, res) => {
  const value = jwt.sign({ _id: req.user._id }, process.env.JWT_SECRET);
  res.cookie('t', value, { expire: new Date() + 9999 });
};
`,
      errors: [
        {
          messageId: 'missing',
          line: 6,
          column: 26,
          endLine: 6,
          endColumn: 55,
          data: {
            name: "'t'",
            reason: 'it is issued by jwt.sign (line 5)',
            attributes:
              'HttpOnly (scripts of the page can read it), Secure (it travels in clear over HTTP), SameSite (other sites can have the browser send it) and Max-Age (how long it lives is left to the browser)',
            advice: "`httpOnly: true`, `secure: process.env.NODE_ENV === 'production'`, `sameSite: 'lax'` or `'strict'` and `maxAge`",
          },
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
import jwt from 'jsonwebtoken';

const signin = (req, res) => {
  const value = jwt.sign({ _id: req.user._id }, process.env.JWT_SECRET);
  res.cookie('t', value, { expire: new Date() + 9999, secure: process.env.NODE_ENV === 'production' });
};
`,
            },
            {
              messageId: 'addSameSite',
              output: `
import jwt from 'jsonwebtoken';

const signin = (req, res) => {
  const value = jwt.sign({ _id: req.user._id }, process.env.JWT_SECRET);
  res.cookie('t', value, { expire: new Date() + 9999, sameSite: 'lax' });
};
`,
            },
          ],
        },
      ],
    },
    {
      name: 'jid',
      code: `
export const send = (res, value) => {
  res.cookie('jid', value, { httpOnly: true, path: '/refresh' });
};
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 28,
          endLine: 3,
          endColumn: 64,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
export const send = (res, value) => {
  res.cookie('jid', value, { httpOnly: true, path: '/refresh', secure: process.env.NODE_ENV === 'production' });
};
`,
            },
            {
              messageId: 'addSameSite',
              output: `
export const send = (res, value) => {
  res.cookie('jid', value, { httpOnly: true, path: '/refresh', sameSite: 'lax' });
};
`,
            },
          ],
        },
      ],
    },
    {
      name: 'sid with a prefix',
      code: "app.post('/login', (req, res) => res.cookie('__Host-sid', id, { httpOnly: true, sameSite: 'lax' }));",
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 63,
          endLine: 1,
          endColumn: 98,
          data: {
            name: "'__Host-sid'",
            reason: 'its name says so',
            attributes: 'Secure (it travels in clear over HTTP)',
            advice: "`secure: process.env.NODE_ENV === 'production'`",
          },
          suggestions: [
            {
              messageId: 'addSecure',
              output:
                "app.post('/login', (req, res) => res.cookie('__Host-sid', id, { httpOnly: true, sameSite: 'lax', secure: process.env.NODE_ENV === 'production' }));",
            },
          ],
        },
      ],
    },
    {
      name: 'the name is a constant',
      code: `
const COOKIE = 'app.session';
app.post('/login', (req, res) => res.cookie(COOKIE, id, { httpOnly: true, secure: true }));
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 57,
          endLine: 3,
          endColumn: 89,
          data: {
            name: "'app.session'",
            reason: 'its name says so',
            attributes: 'SameSite (other sites can have the browser send it)',
            advice: "`sameSite: 'lax'` or `'strict'`",
          },
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
const COOKIE = 'app.session';
app.post('/login', (req, res) => res.cookie(COOKIE, id, { httpOnly: true, secure: true, sameSite: 'lax' }));
`,
            },
          ],
        },
      ],
    },
    {
      name: 'the name is an imported constant',
      code: `
import { AUTH_TOKEN_COOKIE } from './constants.js';
app.post('/login', (req, res) => res.cookie(AUTH_TOKEN_COOKIE, id, { httpOnly: true, secure: true }));
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 68,
          endLine: 3,
          endColumn: 100,
          data: {
            name: "'AUTH_TOKEN_COOKIE'",
            reason: 'its name says so',
            attributes: 'SameSite (other sites can have the browser send it)',
            advice: "`sameSite: 'lax'` or `'strict'`",
          },
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
import { AUTH_TOKEN_COOKIE } from './constants.js';
app.post('/login', (req, res) => res.cookie(AUTH_TOKEN_COOKIE, id, { httpOnly: true, secure: true, sameSite: 'lax' }));
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a neutral name, and the value is an access token',
      code: "app.post('/login', (req, res) => res.cookie('c', req.user.accessToken, { httpOnly: true, secure: true }));",
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 72,
          endLine: 1,
          endColumn: 104,
          suggestions: [
            {
              messageId: 'addSameSite',
              output:
                "app.post('/login', (req, res) => res.cookie('c', req.user.accessToken, { httpOnly: true, secure: true, sameSite: 'lax' }));",
            },
          ],
        },
      ],
    },
    {
      name: 'chained, and other cookies beside it',
      code: `
export const login = async (request, response) => {
  response.status(200).cookie('theme', 'dark').cookie('authToken', make(request), { httpOnly: true, secure: true }).json({ ok: true });
};
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 83,
          endLine: 3,
          endColumn: 115,
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
export const login = async (request, response) => {
  response.status(200).cookie('theme', 'dark').cookie('authToken', make(request), { httpOnly: true, secure: true, sameSite: 'lax' }).json({ ok: true });
};
`,
            },
          ],
        },
      ],
    },
    {
      name: 'in a helper that gets the response first',
      code: `
function setAuthCookie(res, token) {
  res.cookie('token', token, { httpOnly: true, sameSite: 'lax' });
}
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 30,
          endLine: 3,
          endColumn: 65,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
function setAuthCookie(res, token) {
  res.cookie('token', token, { httpOnly: true, sameSite: 'lax', secure: process.env.NODE_ENV === 'production' });
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'require: maxAge and path',
      options: [{ require: ['maxAge', 'path'] }],
      code: `
import { serialize } from 'cookie';
export const header = (value) => serialize('token', value, { httpOnly: true, secure: true, sameSite: 'lax' });
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 60,
          endLine: 3,
          endColumn: 109,
          data: {
            name: "'token'",
            reason: 'its name says so',
            attributes: 'Max-Age (how long it lives is left to the browser) and Path (it is sent to every path below the one that set it)',
            advice: '`maxAge` and `path`',
          },
        },
      ],
    },
    {
      name: 'require: maxAge, which Express leaves out',
      options: [{ require: ['maxAge'] }],
      code: "app.post('/login', (req, res) => res.cookie('token', make(req), { httpOnly: true, secure: true, sameSite: 'lax' }));",
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 65,
          endLine: 1,
          endColumn: 114,
          data: {
            name: "'token'",
            reason: 'its name says so',
            attributes: 'Max-Age (how long it lives is left to the browser)',
            advice: '`maxAge`',
          },
        },
      ],
    },
    {
      name: 'cookie package: serialize',
      code: `
import * as cookie from 'cookie';
export const header = (session) => cookie.serialize('session', session, { httpOnly: true });
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 73,
          endLine: 3,
          endColumn: 91,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
import * as cookie from 'cookie';
export const header = (session) => cookie.serialize('session', session, { httpOnly: true, secure: process.env.NODE_ENV === 'production' });
`,
            },
            {
              messageId: 'addSameSite',
              output: `
import * as cookie from 'cookie';
export const header = (session) => cookie.serialize('session', session, { httpOnly: true, sameSite: 'lax' });
`,
            },
          ],
        },
      ],
    },
    {
      name: 'cookie package: serialize by require, without options',
      code: `
const { serialize } = require('cookie');
module.exports = (res, token) => res.setHeader('Set-Cookie', serialize('token', token));
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 72,
          endLine: 3,
          endColumn: 79,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
const { serialize } = require('cookie');
module.exports = (res, token) => res.setHeader('Set-Cookie', serialize('token', token, { secure: process.env.NODE_ENV === 'production' }));
`,
            },
            {
              messageId: 'addSameSite',
              output: `
const { serialize } = require('cookie');
module.exports = (res, token) => res.setHeader('Set-Cookie', serialize('token', token, { sameSite: 'lax' }));
`,
            },
          ],
        },
      ],
    },
    {
      name: 'cookie package: stringifySetCookie with an object',
      code: `
import { stringifySetCookie } from 'cookie';
export const header = (id) => stringifySetCookie({ name: 'sid', value: id, httpOnly: true, secure: true });
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 50,
          endLine: 3,
          endColumn: 106,
          data: {
            name: "'sid'",
            reason: 'its name says so',
            attributes: 'SameSite (other sites can have the browser send it)',
            advice: "`sameSite: 'lax'` or `'strict'`",
          },
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
import { stringifySetCookie } from 'cookie';
export const header = (id) => stringifySetCookie({ name: 'sid', value: id, httpOnly: true, secure: true, sameSite: 'lax' });
`,
            },
          ],
        },
      ],
    },
    {
      name: 'Set-Cookie by hand, as a template',
      code: `
app.post('/login', (req, res) => {
  res.setHeader('Set-Cookie', \`token=\${make(req)}; HttpOnly; Path=/\`);
});
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 69,
          data: {
            name: "'token'",
            reason: 'its name says so',
            attributes: 'Secure (it travels in clear over HTTP) and SameSite (other sites can have the browser send it)',
            advice: '`Secure` and `SameSite=Lax` or `Strict`',
          },
        },
      ],
    },
    {
      name: 'Set-Cookie by hand, concatenated',
      code: `
app.post('/login', (req, res) => {
  res.header('set-cookie', 'access_token=' + make(req) + '; Path=/; Secure; SameSite=Lax');
});
`,
      errors: [{ messageId: 'missing', line: 3, column: 28, endLine: 3, endColumn: 90 }],
    },
    {
      name: 'Set-Cookie by hand, several cookies',
      code: `
app.post('/login', (req, res) => {
  res.setHeader('Set-Cookie', [
    \`theme=dark; Path=/\`,
    \`accessToken=\${access}; HttpOnly; Secure\`,
    \`refreshToken=\${refresh}; HttpOnly; Secure; SameSite=Strict; Path=/refresh\`,
  ]);
});
`,
      errors: [{ messageId: 'missing', line: 5, column: 5, endLine: 5, endColumn: 46 }],
    },
    {
      name: 'Set-Cookie by hand, appended',
      code: "app.post('/login', (req, res) => res.append('Set-Cookie', `sid=${id}; Max-Age=${age}; HttpOnly; SameSite=Lax`));",
      errors: [{ messageId: 'missing', line: 1, column: 59, endLine: 1, endColumn: 110 }],
    },
    {
      name: 'Set-Cookie by hand, in the headers of writeHead',
      filename: 'server/http.js',
      code: `
import http from 'node:http';
http.createServer((req, res) => {
  res.writeHead(200, { 'Set-Cookie': \`session=\${id}; HttpOnly\`, 'Content-Type': 'text/html' });
});
`,
      errors: [{ messageId: 'missing', line: 4, column: 38, endLine: 4, endColumn: 63 }],
    },
    {
      name: 'Set-Cookie by hand, in an object of headers',
      code: "app.post('/login', (req, res) => res.set({ 'Set-Cookie': [`session=${id}; Secure; SameSite=Lax`] }));",
      errors: [{ messageId: 'missing', line: 1, column: 59, endLine: 1, endColumn: 96 }],
    },
    {
      name: 'Set-Cookie by hand, through a variable',
      code: `
app.post('/login', (req, res) => {
  const header = \`token=\${make(req)}; HttpOnly; Secure\`;
  res.setHeader('Set-Cookie', header);
});
`,
      errors: [{ messageId: 'missing', line: 3, column: 18, endLine: 3, endColumn: 56 }],
    },
    {
      name: 'Set-Cookie by hand, a neutral name',
      code: `
import jwt from 'jsonwebtoken';

app.post('/login', (req, res) => {
  const value = jwt.sign({ id: 1 }, process.env.JWT_SECRET);
  res.setHeader('Set-Cookie', \`t=\${value}; HttpOnly; Secure\`);
});
`,
      errors: [
        {
          messageId: 'missing',
          line: 6,
          column: 31,
          endLine: 6,
          endColumn: 61,
          data: {
            name: "'t'",
            reason: 'it is issued by jwt.sign (line 5)',
            attributes: 'SameSite (other sites can have the browser send it)',
            advice: '`SameSite=Lax` or `Strict`',
          },
        },
      ],
    },
    {
      name: 'Set-Cookie by hand, SameSite=None without Secure',
      code: "app.post('/login', (req, res) => res.setHeader('Set-Cookie', `token=${make(req)}; HttpOnly; SameSite=None`));",
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 62,
          endLine: 1,
          endColumn: 107,
          data: {
            name: "'token'",
            reason: 'its name says so',
            attributes: 'Secure (without it browsers drop a cookie with SameSite=None)',
            advice: '`Secure`',
          },
        },
      ],
    },
    {
      name: 'express-session without a cookie: its default has HttpOnly only',
      code: `
import session from 'express-session';
app.use(session({ secret: process.env.SESSION_SECRET, resave: false }));
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 9,
          endLine: 3,
          endColumn: 16,
          data: {
            name: "'connect.sid'",
            reason: 'it carries the session',
            attributes: 'Secure (it travels in clear over HTTP) and SameSite (other sites can have the browser send it)',
            advice: "`secure: process.env.NODE_ENV === 'production'` and `sameSite: 'lax'` or `'strict'`",
          },
        },
      ],
    },
    {
      name: 'express-session, a cookie without SameSite',
      code: `
const session = require('express-session');
app.use(session({ secret: process.env.SESSION_SECRET, cookie: { secure: true, maxAge: 60000 } }));
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 63,
          endLine: 3,
          endColumn: 94,
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
const session = require('express-session');
app.use(session({ secret: process.env.SESSION_SECRET, cookie: { secure: true, maxAge: 60000, sameSite: 'lax' } }));
`,
            },
          ],
        },
      ],
    },
    {
      name: 'express-session, HttpOnly switched off',
      code: `
import session from 'express-session';
app.use(session({ name: 'id', secret: process.env.SESSION_SECRET, cookie: { httpOnly: false, secure: 'auto', sameSite: 'lax' } }));
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 75,
          endLine: 3,
          endColumn: 127,
          data: {
            name: "'id'",
            reason: 'it carries the session',
            attributes: 'HttpOnly (scripts of the page can read it)',
            advice: '`httpOnly: true`',
          },
        },
      ],
    },
    {
      name: 'express-session, a name and no cookie',
      code: `
import session from 'express-session';
app.use(session({ name: 'id', secret: process.env.SESSION_SECRET }));
`,
      errors: [{ messageId: 'missing', line: 3, column: 25, endLine: 3, endColumn: 29 }],
    },
    {
      name: 'express-session, the cookie is in a variable',
      code: `
import session from 'express-session';
const cookie = { maxAge: 60000, sameSite: 'lax' };
app.use(session({ secret: process.env.SESSION_SECRET, cookie: cookie }));
`,
      errors: [{ messageId: 'missing', line: 4, column: 63, endLine: 4, endColumn: 69 }],
    },
    {
      name: 'express-session, options in a variable, twice used',
      code: `
import session from 'express-session';
const options = { secret: process.env.SESSION_SECRET, cookie: { sameSite: 'lax' } };
app.use(session(options));
io.engine.use(session(options));
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 63,
          endLine: 3,
          endColumn: 82,
          suggestions: [
            {
              messageId: 'addSecure',
              output: `
import session from 'express-session';
const options = { secret: process.env.SESSION_SECRET, cookie: { sameSite: 'lax', secure: process.env.NODE_ENV === 'production' } };
app.use(session(options));
io.engine.use(session(options));
`,
            },
          ],
        },
      ],
    },
    {
      name: 'cookie-session: Secure over HTTPS by itself, SameSite not',
      code: `
import cookieSession from 'cookie-session';
app.use(cookieSession({ keys: [process.env.KEY], maxAge: 86400000 }));
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 9,
          endLine: 3,
          endColumn: 22,
          data: {
            name: "'session'",
            reason: 'it carries the session',
            attributes: 'SameSite (other sites can have the browser send it)',
            advice: "`sameSite: 'lax'` or `'strict'`",
          },
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
import cookieSession from 'cookie-session';
app.use(cookieSession({ keys: [process.env.KEY], maxAge: 86400000, sameSite: 'lax' }));
`,
            },
          ],
        },
      ],
    },
    {
      name: 'cookie-session with a name, Secure switched off',
      code: `
const cookieSession = require('cookie-session');
app.use(cookieSession({ name: 'app', keys: [process.env.KEY], secure: false }));
`,
      errors: [
        {
          messageId: 'missing',
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 36,
          suggestions: [
            {
              messageId: 'addSameSite',
              output: `
const cookieSession = require('cookie-session');
app.use(cookieSession({ name: 'app', keys: [process.env.KEY], secure: false, sameSite: 'lax' }));
`,
            },
          ],
        },
      ],
    },
    {
      name: "a team's own name",
      settings: { credentialNames: ['spaceTicket'] },
      code: "app.post('/dock', (req, res) => res.cookie('spaceTicket', id, { httpOnly: true, secure: true }));",
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 63,
          endLine: 1,
          endColumn: 95,
          suggestions: [
            {
              messageId: 'addSameSite',
              output: "app.post('/dock', (req, res) => res.cookie('spaceTicket', id, { httpOnly: true, secure: true, sameSite: 'lax' }));",
            },
          ],
        },
      ],
    },
    {
      name: 'a name that says nothing, in a function that is about tokens',
      code: `
const weak = { httpOnly: true, sameSite: true, secure: false };
export const sendRefreshToken = (res, token) => res.cookie('randomname', token, weak);
`,
      errors: [{ messageId: 'missing', line: 3, column: 60 }],
    },
    {
      name: 'lax where strict is asked for',
      filename: 'server/auth.js',
      options: [{ sameSite: 'strict' }],
      code: `
export const login = (req, res) => {
  res.cookie('token', issue(req.user), { httpOnly: true, secure: true, sameSite: 'lax' });
  res.cookie('jwt', issue(req.user), { httpOnly: true, secure: true, sameSite: 'none' });
  res.setHeader('Set-Cookie', \`token=\${issue(req.user)}; HttpOnly; Secure; SameSite=Lax\`);
};
`,
      errors: [
        { messageId: 'missing', line: 3, column: 40, endLine: 3, endColumn: 89 },
        { messageId: 'missing', line: 4, column: 38, endLine: 4, endColumn: 88 },
        { messageId: 'missing', line: 5, column: 31, endLine: 5, endColumn: 89 },
      ],
    },
  ],
} satisfies RuleCases;
