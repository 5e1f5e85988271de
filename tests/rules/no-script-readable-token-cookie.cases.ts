import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-script-readable-token-cookie',
  valid: [
    {
      name: 'deleting by an epoch date',
      code: `
document.cookie = 'token=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/';
document.cookie = \`jwt=; path=/; expires=\${new Date(0).toUTCString()}\`;
`,
    },
    {
      name: 'deleting by a zero age',
      code: `
document.cookie = 'token=;Max-Age=0';
document.cookie = 'token=deleted; max-age=-1; path=/';
document.cookie = \`\${TOKEN_COOKIE}=; max-age=0\`;
`,
    },
    {
      name: 'deleting by an empty value',
      code: `
document.cookie = 'access_token=';
document.cookie = \`token=; path=/; domain=\${location.hostname}\`;
`,
    },
    {
      name: 'deleting by a library',
      code: `
import Cookies from 'js-cookie';
Cookies.remove('token', { path: '/' });
Cookies.set('token', '');
Cookies.set('token', '', { expires: -1 });
`,
    },
    {
      name: 'deleting by other libraries',
      code: `
import Universal from 'universal-cookie';
import { deleteCookie } from 'cookies-next';
new Universal().remove('token');
deleteCookie('token');
await cookieStore.delete('token');
await cookieStore.delete({ name: 'token', path: '/' });
`,
    },
    {
      name: 'wrapper that deletes any cookie',
      code: `
function eraseCookie(name) {
  document.cookie = name + '=; Max-Age=-99999999;';
}
eraseCookie('token');
`,
    },
    {
      name: 'wrapper that deletes by writing',
      code: `
function setCookie(name, value, days) {
  document.cookie = \`\${name}=\${value}; max-age=\${days * 86400}\`;
}
const remove = (name) => setCookie(name, '', -1);
remove('token');
setCookie('token', '', -1);
setCookie('jwt', null, 0);
`,
    },
    {
      name: 'deleting all, whatever they are',
      code: `
document.cookie.split(';').forEach((pair) => {
  document.cookie = pair.replace(/=.*/, '=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/');
});
`,
    },
    { name: 'theme', code: 'document.cookie = `theme=${theme}; path=/; max-age=31536000`;' },
    {
      name: 'language',
      code: `
import Cookies from 'js-cookie';
Cookies.set('NEXT_LOCALE', locale);
Cookies.get('i18n-lang');
`,
    },
    { name: 'state of a side bar', code: 'document.cookie = `sidebar_state=${open}; path=/; max-age=${60 * 60 * 24 * 7}`;' },
    {
      name: 'consent',
      code: `
import Cookies from 'js-cookie';
Cookies.set('cookieConsent', 'true', { expires: 365 });
if (!Cookies.get('cookie_consent')) ask();
`,
    },
    {
      name: 'anti-forgery token, read as it must be',
      code: `
import Cookies from 'js-cookie';
const csrf = Cookies.get('csrftoken');
const xsrf = Cookies.get('XSRF-TOKEN');
send(csrf, xsrf);
`,
    },
    {
      name: 'anti-forgery token, read by hand',
      code: `
const match = document.cookie.match(/XSRF-TOKEN=([^;]+)/);
const csrf = document.cookie.split('; ').find((row) => row.startsWith('csrf_token='));
`,
    },
    {
      name: 'anti-forgery token through a wrapper',
      code: `
function getCookie(name) {
  const match = document.cookie.match(new RegExp('(^| )' + name + '=([^;]+)'));
  return match ? match[2] : null;
}
headers['X-CSRFToken'] = getCookie('csrftoken');
`,
    },
    {
      name: 'flag: is there a session',
      code: `
import Cookies from 'js-cookie';
Cookies.set('isLoggedIn', 'true');
Cookies.set('token', 'true');
Cookies.set('auth', '1');
document.cookie = 'logged_in=1; path=/';
`,
    },
    {
      name: 'flag: typed',
      code: `
import Cookies from 'js-cookie';
Cookies.set('session', true);
Cookies.set('token', !!user);
`,
    },
    {
      name: 'expiry and type',
      code: `
import Cookies from 'js-cookie';
Cookies.set('token_expires', String(expires));
Cookies.set('tokenType', 'Bearer');
document.cookie = \`token_exp=\${Date.now()}\`;
`,
    },
    { name: 'number of visits', code: 'document.cookie = `session_count=${count + 1}`;' },
    { name: 'a dismissed banner', code: "document.cookie = 'auth_banner_dismissed=true';" },
    {
      name: 'words that only begin alike',
      code: `
document.cookie = \`tokenizer-version=\${version}\`;
document.cookie = \`authorName=\${name}\`;
`,
    },
    {
      name: 'tab of the last session',
      code: `
import Cookies from 'js-cookie';
Cookies.set('lastSessionTab', tab);
`,
    },
    {
      name: 'PKCE, state and nonce',
      code: `
import Cookies from 'js-cookie';
Cookies.set('code_verifier', verifier);
Cookies.set('oauth_state', state);
Cookies.set('oidc_nonce', nonce);
`,
    },
    {
      name: 'push address',
      code: `
import Cookies from 'js-cookie';
Cookies.set('fcmToken', token);
`,
    },
    { name: 'crypto asset', code: 'document.cookie = `tokenAddress=${token.address}`;' },
    {
      name: 'paging cursor and model limit',
      code: `
import Cookies from 'js-cookie';
Cookies.set('nextPageToken', next);
Cookies.set('maxTokens', String(limit));
`,
    },
    { name: 'data of a user', code: 'document.cookie = `cs_ed_code_${userId}=${code}`;' },
    {
      name: 'holder whose token was dropped',
      code: `
import Cookies from 'js-cookie';
const { token, ...profile } = await login(form);
Cookies.set('user', JSON.stringify(profile));
start(token);
`,
    },
    {
      name: 'holder without a token',
      code: `
import Cookies from 'js-cookie';
Cookies.set('user', JSON.stringify({ name, email }));
render(JSON.parse(Cookies.get('user') ?? '{}').name);
`,
    },
    { name: 'are cookies allowed', code: 'if (!navigator.cookieEnabled || document.cookie.length === 0) warn();' },
    {
      name: 'all cookies, none of them named',
      code: "export const all = () => Object.fromEntries(document.cookie.split('; ').map((pair) => pair.split('=')));",
    },
    {
      name: 'all cookies, another one taken',
      code: `
import Cookies from 'js-cookie';
export const { theme, lang } = Cookies.get();
`,
    },
    {
      name: 'wrapper without a call',
      code: `
export function setCookie(name, value) {
  document.cookie = \`\${name}=\${value}; path=/\`;
}
export function getCookie(name) {
  return document.cookie.split('; ').find((row) => row.startsWith(name + '='))?.split('=')[1];
}
`,
    },
    {
      name: "a cookie store that is Next's",
      filename: 'app/page.tsx',
      code: `
import { cookies } from 'next/headers';
const cookieStore = await cookies();
export const token = cookieStore.get('token');
`,
    },
    {
      name: 'a cookie that a server sets, Express',
      filename: 'server/login.js',
      code: "res.cookie('token', token, { httpOnly: true, secure: true, sameSite: 'lax' });",
    },
    {
      name: 'a cookie that a server reads, Express',
      filename: 'server/auth.js',
      code: 'export const auth = (req, res, next) => verify(req.cookies.token, next);',
    },
    {
      name: 'a cookie that a server reads, parsed',
      filename: 'server/auth.js',
      code: `
import cookie from 'cookie';
export const token = (req) => cookie.parse(req.headers.cookie ?? '').token;
`,
    },
    {
      name: 'universal-cookie on a server',
      filename: 'server/auth.js',
      code: `
import Cookies from 'universal-cookie';
export const auth = (req) => new Cookies(req.headers.cookie).get('token');
`,
    },
    {
      name: 'cookies-next in getServerSideProps',
      filename: 'pages/index.tsx',
      code: `
import { getCookie } from 'cookies-next';
export async function getServerSideProps({ req, res }) {
  const token = getCookie('token', { req, res });
  return { props: { isLoggedIn: verify(token) } };
}
export default function Page() {
  return <main />;
}
`,
    },
    {
      name: 'cookies-next in a route',
      filename: 'app/api/login/route.ts',
      code: `
import { cookies } from 'next/headers';
import { setCookie } from 'cookies-next';
export async function POST() {
  await setCookie('token', await sign(), { cookies, httpOnly: true, secure: true, sameSite: 'lax' });
}
`,
    },
    {
      name: 'cookies-next in a server action',
      code: `
import { setCookie } from 'cookies-next';
export async function login() {
  'use server';
  await setCookie('token', await sign(), { httpOnly: true });
}
`,
    },
    {
      name: 'helper on a server',
      filename: 'server/routes/login.ts',
      code: `
import { setCookie } from '../utils/cookie';
export const login = (req, res) => setCookie(res, 'token', issue(req.body));
`,
    },
    {
      name: "h3's own helper",
      filename: 'server/api/login.post.ts',
      code: `
import { setCookie } from 'h3';
export default (event) => setCookie(event, 'token', value, { httpOnly: true });
`,
    },
    {
      name: 'cookies of SvelteKit',
      filename: 'src/routes/login/+page.server.ts',
      code: `
export const actions = {
  default: async ({ cookies }) => cookies.set('token', await sign(), { path: '/', httpOnly: true }),
};
`,
    },
    {
      name: 'a member called cookie of something else',
      code: `
request.cookie = \`token=\${token}\`;
page.cookie = { token };
`,
    },
    {
      name: 'a document of something else',
      code: `
import { JSDOM } from 'jsdom';
const { document } = new JSDOM().window;
document.cookie = \`token=\${token}\`;
`,
    },
    {
      name: "another thing by the library's name",
      code: `
import Cookies from './baking';
Cookies.bake('token', token);
`,
    },
    {
      name: 'a jar that is a map',
      code: `
const Cookies = new Map();
Cookies.set('token', token);
`,
    },
    {
      name: 'in a text and a comment',
      code: `
// document.cookie = \`token=\${token}\`
export const help = 'document.cookie = "token=…"';
`,
    },
    { name: "in storage: another rule's", code: "localStorage.setItem('cookieToken', token);" },
    {
      name: "a read inside a header is the header's",
      filename: 'client/api.ts',
      code: `
import Cookies from 'js-cookie';
fetch('/api/me', { headers: { Authorization: \`Bearer \${Cookies.get('token')}\` } });
`,
    },
    { name: 'a test', filename: 'src/__tests__/login.ts', code: 'document.cookie = `token=${token}`;' },
    { name: 'an end-to-end test', filename: 'cypress/support/commands.js', code: 'document.cookie = `token=${token}`;' },
    { name: 'ignoreNames', settings: { ignoreNames: ['shop_token'] }, code: 'document.cookie = `shopToken=${value}`;' },
    {
      name: 'a helper of another script, for another thing',
      filename: 'client/public/index.js',
      code: `
setCookie('theme', 'dark');
getCookie('identify');
`,
    },
    {
      name: "a server's helper that nothing imports",
      filename: 'server/api/login.ts',
      code: `
export default defineEventHandler((event) => {
  setCookie(event, 'token', value);
});
`,
    },
  ],
  invalid: [
    {
      name: 'document.cookie, template',
      code: 'document.cookie = `token=${token}`;',
      errors: [
        {
          messageId: 'written',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 35,
          data: { what: 'a token', reason: "key 'token' names a token" },
        },
      ],
    },
    {
      name: 'document.cookie, concatenation',
      code: "document.cookie = 'access_token=' + token + '; path=/; max-age=3600';",
      errors: [{ messageId: 'written', line: 1, column: 1 }],
    },
    {
      name: 'document.cookie, attributes that script may set do not help',
      code: 'document.cookie = `jwt=${encodeURIComponent(token)}; path=/; Secure; SameSite=Strict; max-age=${60 * 60}`;',
      errors: [{ messageId: 'written', line: 1, column: 1 }],
    },
    {
      name: 'document.cookie, HttpOnly that script cannot set',
      code: 'document.cookie = `token=${token}; HttpOnly`;',
      errors: [{ messageId: 'written', line: 1, column: 1 }],
    },
    {
      name: 'document.cookie, pieces joined',
      code: "document.cookie = ['token=' + token, 'path=/', 'max-age=3600'].join('; ');",
      errors: [{ messageId: 'written', line: 1, column: 1 }],
    },
    {
      name: 'document.cookie, name joined to value',
      code: "document.cookie = ['authToken', encodeURIComponent(token)].join('=');",
      errors: [{ messageId: 'written', line: 1, column: 1 }],
    },
    {
      name: 'document.cookie, list that grows',
      code: `
const parts = [\`token=\${value}\`, 'path=/'];
if (location.protocol === 'https:') parts.push('Secure');
document.cookie = parts.join('; ');
`,
      errors: [{ messageId: 'written', line: 4, column: 1 }],
    },
    {
      name: 'document.cookie, as compilers write it',
      filename: 'legacy.js',
      code: 'document.cookie = "token=".concat(value, "; path=/");',
      errors: [{ messageId: 'written', line: 1, column: 1 }],
    },
    {
      name: 'document.cookie, text in a constant',
      code: `
export function keep(token) {
  const cookie = \`auth_token=\${token};path=/\`;
  document.cookie = cookie;
}
`,
      errors: [{ messageId: 'written', line: 4, column: 3 }],
    },
    {
      name: 'document.cookie, text that grows',
      code: `
export function keep(token, days) {
  let cookie = 'token=' + encodeURIComponent(token);
  if (days) cookie += '; max-age=' + days * 86400;
  document.cookie = cookie;
}
`,
      errors: [{ messageId: 'written', line: 5, column: 3 }],
    },
    {
      name: 'document.cookie, through window, globalThis and self',
      code: `
window.document.cookie = \`jwt=\${value}\`;
globalThis.document.cookie = \`jwt=\${value}\`;
self.document['cookie'] = \`jwt=\${value}\`;
`,
      errors: [
        { messageId: 'written', line: 2, column: 1 },
        { messageId: 'written', line: 3, column: 1 },
        { messageId: 'written', line: 4, column: 1 },
      ],
    },
    {
      name: 'document under another name',
      code: `
const doc = window.document;
doc.cookie = \`token=\${value}\`;
`,
      errors: [{ messageId: 'written', line: 3, column: 1 }],
    },
    {
      name: 'document destructured',
      code: `
const { document: page } = window;
page.cookie = \`token=\${value}\`;
`,
      errors: [{ messageId: 'written', line: 3, column: 1 }],
    },
    {
      name: 'document as a default parameter',
      code: `
export const keep = (value, doc = document) => {
  doc.cookie = \`token=\${value}\`;
};
`,
      errors: [{ messageId: 'written', line: 3, column: 3 }],
    },
    {
      name: 'name: constant',
      code: `
const COOKIE = 'access_token';
document.cookie = \`\${COOKIE}=\${value}; path=/\`;
`,
      errors: [{ messageId: 'written', line: 3, column: 1 }],
    },
    {
      name: 'name: constant object',
      code: `
const COOKIES = { auth: 'jwt', theme: 'theme' } as const;
document.cookie = COOKIES.auth + '=' + value;
document.cookie = COOKIES.theme + '=' + value;
`,
      errors: [{ messageId: 'written', line: 3, column: 1 }],
    },
    {
      name: 'name: enum',
      code: `
import Cookies from 'js-cookie';
enum Cookie { Token = 'token', Theme = 'theme' }
Cookies.set(Cookie.Token, value);
Cookies.set(Cookie.Theme, value);
`,
      errors: [{ messageId: 'written', line: 4, column: 1 }],
    },
    {
      name: 'name: imported constant, judged by its name',
      code: `
import { ACCESS_TOKEN_COOKIE } from './constants';
document.cookie = \`\${ACCESS_TOKEN_COOKIE}=\${value}\`;
`,
      errors: [
        {
          messageId: 'written',
          line: 3,
          column: 1,
          endLine: 3,
          endColumn: 52,
          data: { what: 'an access token', reason: 'key ACCESS_TOKEN_COOKIE names an access token' },
        },
      ],
    },
    {
      name: 'name: template with a prefix',
      code: `
import Cookies from 'js-cookie';
Cookies.set(\`\${app}-token\`, value);
`,
      errors: [{ messageId: 'written', line: 3, column: 1 }],
    },
    {
      name: 'name: static field',
      code: `
import Cookies from 'js-cookie';
export class Auth {
  static readonly NAME = 'refreshToken';
  keep = (value: string) => Cookies.set(Auth.NAME, value);
  load = () => Cookies.get(Auth.NAME);
}
`,
      errors: [
        { messageId: 'written', line: 5, column: 29 },
        { messageId: 'read', line: 6, column: 16 },
      ],
    },
    {
      name: "name: a server's session",
      code: `
document.cookie = \`session=\${id}; path=/\`;
document.cookie = 'connect.sid=' + id;
`,
      errors: [
        { messageId: 'written', line: 2, column: 1 },
        { messageId: 'written', line: 3, column: 1 },
      ],
    },
    {
      name: 'name: prefixed for the host',
      code: 'document.cookie = `__Host-session=${id}; Secure; Path=/`;',
      errors: [{ messageId: 'written', line: 1, column: 1 }],
    },
    {
      name: 'name that says nothing, value that says all',
      code: 'document.cookie = `app=${accessToken}`;',
      errors: [
        {
          messageId: 'written',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 39,
          data: { what: 'an access token', reason: 'it is an access token by its name' },
        },
      ],
    },
    {
      name: 'read: found by its name in the list',
      code: `
export const token = document.cookie
  .split('; ')
  .find((row) => row.startsWith('token='))
  ?.split('=')[1];
`,
      errors: [{ messageId: 'read', line: 2, column: 22 }],
    },
    {
      name: 'read: by a regular expression',
      code: 'const match = document.cookie.match(/(?:^|; )access_token=([^;]*)/);',
      errors: [
        {
          messageId: 'read',
          line: 1,
          column: 15,
          endLine: 1,
          endColumn: 30,
          data: { what: 'an access token', reason: "key 'access_token' names an access token" },
        },
      ],
    },
    {
      name: 'read: by a regular expression made before',
      code: `
const pattern = /jwt=([^;]+)/;
export const jwt = () => pattern.exec(document.cookie)?.[1];
`,
      errors: [{ messageId: 'read', line: 3, column: 39 }],
    },
    {
      name: 'read: only asked whether there is one',
      code: "export const isLoggedIn = () => document.cookie.includes('token=');",
      errors: [{ messageId: 'read', line: 1, column: 33 }],
    },
    {
      name: 'read: between two texts',
      code: `
const parts = \`; \${document.cookie}\`.split('; token=');
export const token = parts.pop().split(';').shift();
`,
      errors: [{ messageId: 'read', line: 2, column: 20 }],
    },
    {
      name: 'wrapper that writes any cookie: its calls are reported',
      code: `
function setCookie(name, value, days) {
  const expires = new Date(Date.now() + days * 864e5).toUTCString();
  document.cookie = name + '=' + encodeURIComponent(value) + '; expires=' + expires + '; path=/';
}
setCookie('token', value, 7);
setCookie('theme', 'dark', 365);
`,
      errors: [
        {
          messageId: 'written',
          line: 6,
          column: 1,
          endLine: 6,
          endColumn: 29,
          data: { what: 'a token', reason: "key 'token' names a token" },
        },
      ],
    },
    {
      name: 'wrapper that reads any cookie, by a pattern',
      code: `
function getCookie(name) {
  const match = document.cookie.match(new RegExp('(^| )' + name + '=([^;]+)'));
  return match ? match[2] : null;
}
export const token = getCookie('jwt');
export const theme = getCookie('theme');
`,
      errors: [{ messageId: 'read', line: 6, column: 22 }],
    },
    {
      name: 'wrapper that reads any cookie, by splitting',
      code: `
export const getCookie = (name) => {
  const parts = \`; \${document.cookie}\`.split(\`; \${name}=\`);
  return parts.length === 2 ? parts.pop().split(';').shift() : undefined;
};
connect(getCookie('accessToken'));
`,
      errors: [{ messageId: 'read', line: 6, column: 9 }],
    },
    {
      name: 'wrapper that reads any cookie, in a loop',
      code: `
function getCookie(cname) {
  const name = cname + '=';
  for (let c of document.cookie.split(';')) {
    c = c.trim();
    if (c.indexOf(name) === 0) return c.substring(name.length);
  }
  return '';
}
if (getCookie('token') === '') location.href = '/login';
`,
      errors: [{ messageId: 'read', line: 10, column: 5 }],
    },
    {
      name: 'wrapper that reads any cookie, by an escaped name',
      code: `
function getCookie(name) {
  const escaped = name.replace(/([.$?*|{}()[\\]\\\\/+^])/g, '\\\\$1');
  const matches = document.cookie.match(new RegExp('(?:^|; )' + escaped + '=([^;]*)'));
  return matches ? decodeURIComponent(matches[1]) : undefined;
}
export const token = getCookie('token');
`,
      errors: [{ messageId: 'read', line: 7, column: 22 }],
    },
    {
      name: 'wrapper that reads any cookie, by comparing names',
      code: `
function getCookie(name) {
  for (const pair of document.cookie.split(';')) {
    const [key, value] = pair.trim().split('=');
    if (key === name) return value;
  }
}
export const token = getCookie('token');
export const csrf = getCookie('csrftoken');
`,
      errors: [{ messageId: 'read', line: 8, column: 22 }],
    },
    {
      name: 'wrapper with options of its own',
      code: `
const setCookie = (name, value, options = {}) => {
  let text = encodeURIComponent(name) + '=' + encodeURIComponent(value);
  for (const [key, option] of Object.entries(options)) text += '; ' + key + '=' + option;
  document.cookie = text;
};
setCookie('token', value, { path: '/' });
setCookie('theme', 'dark');
`,
      errors: [{ messageId: 'written', line: 7, column: 1 }],
    },
    {
      name: 'wrapper object',
      code: `
const cookies = {
  set: (name, value) => {
    document.cookie = \`\${name}=\${value}; path=/\`;
  },
};
cookies.set('authToken', value);
`,
      errors: [{ messageId: 'written', line: 7, column: 1 }],
    },
    {
      name: 'wrapper that adds a prefix',
      code: `
const PREFIX = 'app_';
const setCookie = (name, value) => {
  document.cookie = \`\${PREFIX}\${name}=\${value}; path=/\`;
};
setCookie('token', value);
setCookie('theme', value);
`,
      errors: [{ messageId: 'written', line: 6, column: 1 }],
    },
    {
      name: 'wrapper for one cookie: its inside is reported',
      code: `
import Cookies from 'js-cookie';
export const setToken = (token) => Cookies.set('token', token);
export const getToken = () => Cookies.get('token');
setToken(value);
`,
      errors: [
        { messageId: 'written', line: 3, column: 36 },
        { messageId: 'read', line: 4, column: 31 },
      ],
    },
    {
      name: 'wrapper of a library',
      code: `
import Cookies from 'js-cookie';
const save = (name, value, options = {}) => Cookies.set(name, value, { path: '/', ...options });
save('access_token', value);
`,
      errors: [{ messageId: 'written', line: 4, column: 1 }],
    },
    {
      name: "helper in another file, named as a cookie's",
      code: `
import { getCookie, setCookie } from '@/utils/cookie';
setCookie('token', value, 7);
getCookie('token');
setCookie('theme', 'dark', 7);
`,
      errors: [
        { messageId: 'written', line: 3, column: 1 },
        { messageId: 'read', line: 4, column: 1 },
      ],
    },
    {
      name: 'helper in another file, by the name of its file',
      code: `
import cookies from '../lib/cookies';
cookies.get('jwt');
`,
      errors: [{ messageId: 'read', line: 3, column: 1 }],
    },
    {
      name: 'js-cookie',
      code: `
import Cookies from 'js-cookie';
Cookies.set('token', value, { expires: 7, secure: true, sameSite: 'strict' });
Cookies.get('token');
`,
      errors: [
        { messageId: 'written', line: 3, column: 1 },
        { messageId: 'read', line: 4, column: 1 },
      ],
    },
    {
      name: 'js-cookie under another name',
      code: `
import jar from 'js-cookie';
jar.set('jwt', value);
`,
      errors: [{ messageId: 'written', line: 3, column: 1 }],
    },
    {
      name: 'js-cookie as a namespace',
      code: `
import * as Cookies from 'js-cookie';
Cookies.get('access_token');
`,
      errors: [{ messageId: 'read', line: 3, column: 1 }],
    },
    {
      name: 'js-cookie, required',
      filename: 'legacy.js',
      code: `
const Cookies = require('js-cookie');
Cookies.set('token', value);
`,
      errors: [{ messageId: 'written', line: 3, column: 1 }],
    },
    {
      name: 'js-cookie, methods destructured',
      code: `
import Cookies from 'js-cookie';
const { get, set: put } = Cookies;
put('token', value);
get('token');
`,
      errors: [
        { messageId: 'written', line: 4, column: 1 },
        { messageId: 'read', line: 5, column: 1 },
      ],
    },
    {
      name: 'js-cookie with attributes of its own',
      code: `
import Cookies from 'js-cookie';
const jar = Cookies.withAttributes({ path: '/', domain: '.example.com' });
jar.set('token', value);
`,
      errors: [{ messageId: 'written', line: 4, column: 1 }],
    },
    {
      name: 'js-cookie with a converter of its own',
      code: `
import Cookies from 'js-cookie';
const jar = Cookies.withConverter({ write: (value) => value });
jar.set('token', value);
`,
      errors: [{ messageId: 'written', line: 4, column: 1 }],
    },
    {
      name: 'js-cookie, all cookies at once',
      code: `
import Cookies from 'js-cookie';
export const token = Cookies.get().token;
`,
      errors: [{ messageId: 'read', line: 3, column: 22 }],
    },
    {
      name: 'js-cookie, all cookies at once, destructured',
      code: `
import Cookies from 'js-cookie';
const { token, theme } = Cookies.get();
apply(theme, token);
`,
      errors: [{ messageId: 'read', line: 3, column: 9 }],
    },
    {
      name: 'js-cookie, bracketed',
      code: `
import Cookies from 'js-cookie';
Cookies['set']('token', value);
`,
      errors: [{ messageId: 'written', line: 3, column: 1 }],
    },
    {
      name: 'js-cookie, optional chaining',
      code: `
import Cookies from 'js-cookie';
Cookies?.get?.('token');
`,
      errors: [{ messageId: 'read', line: 3, column: 1 }],
    },
    {
      name: 'js-cookie, HttpOnly that script cannot set',
      code: `
import Cookies from 'js-cookie';
Cookies.set('token', value, { httpOnly: true });
`,
      errors: [{ messageId: 'dropped', line: 3, column: 1 }],
    },
    {
      name: 'js-cookie, object around a token',
      code: `
import Cookies from 'js-cookie';
Cookies.set('user', JSON.stringify({ name, token }));
`,
      errors: [
        { messageId: 'written', line: 3, column: 1, endLine: 3, endColumn: 53, data: { what: 'a token', reason: 'it holds `token`' } },
      ],
    },
    {
      name: 'js-cookie, holder whose token the code takes out elsewhere',
      code: `
import Cookies from 'js-cookie';
const { data } = await login(form);
Cookies.set('auth', JSON.stringify(data));
connect(data.accessToken);
`,
      errors: [{ messageId: 'written', line: 4, column: 1 }],
    },
    {
      name: 'js-cookie, holder whose token is taken at the read',
      code: `
import Cookies from 'js-cookie';
export const token = () => JSON.parse(Cookies.get('user') ?? '{}').token;
`,
      errors: [{ messageId: 'read', line: 3, column: 39 }],
    },
    {
      name: 'js-cookie, all cookies at once, kept',
      code: `
import Cookies from 'js-cookie';
const all = Cookies.get();
apply(all.theme, all.token);
`,
      errors: [{ messageId: 'read', line: 4, column: 18 }],
    },
    {
      name: 'js-cookie, imported when needed',
      code: `
const { default: Cookies } = await import('js-cookie');
Cookies.get('token');
`,
      errors: [{ messageId: 'read', line: 3, column: 1 }],
    },
    {
      name: 'js-cookie from the page',
      filename: 'page.js',
      code: "window.Cookies.set('token', value);",
      errors: [{ messageId: 'written', line: 1, column: 1 }],
    },
    {
      name: 'js-cookie in React state',
      code: `
import Cookies from 'js-cookie';
import { useState } from 'react';
export const useToken = () => useState(() => Cookies.get('token'));
`,
      errors: [{ messageId: 'read', line: 4, column: 46 }],
    },
    {
      name: 'universal-cookie',
      code: `
import Cookies from 'universal-cookie';
const cookies = new Cookies(null, { path: '/' });
cookies.set('token', value);
cookies.get('token');
cookies.get('theme');
`,
      errors: [
        { messageId: 'written', line: 4, column: 1 },
        { messageId: 'read', line: 5, column: 1 },
      ],
    },
    {
      name: 'universal-cookie, made in place',
      code: `
import Cookies from 'universal-cookie';
export const token = new Cookies().get('jwt');
`,
      errors: [{ messageId: 'read', line: 3, column: 22 }],
    },
    {
      name: 'universal-cookie in a field',
      code: `
import Cookies from 'universal-cookie';
export class Session {
  private readonly cookies = new Cookies();
  open(token: string) {
    this.cookies.set('access_token', token);
  }
}
`,
      errors: [{ messageId: 'written', line: 6, column: 5 }],
    },
    {
      name: 'universal-cookie, given by its type',
      code: `
import type Cookies from 'universal-cookie';
export const token = (cookies: Cookies) => cookies.get('token');
`,
      errors: [{ messageId: 'read', line: 3, column: 44 }],
    },
    {
      name: 'universal-cookie, all cookies at once',
      code: `
import Cookies from 'universal-cookie';
export const token = new Cookies().getAll().token;
`,
      errors: [{ messageId: 'read', line: 3, column: 22 }],
    },
    {
      name: 'cookies-next in a client component',
      filename: 'app/login/page.tsx',
      code: `
'use client';
import { getCookie, setCookie } from 'cookies-next';
export const keep = (token) => setCookie('token', token);
export const load = () => getCookie('token');
`,
      errors: [
        { messageId: 'written', line: 4, column: 32 },
        { messageId: 'read', line: 5, column: 27 },
      ],
    },
    {
      name: 'the hook of cookies-next, whole and in parts',
      filename: 'client/Account.tsx',
      code: `'use client';
import { useCookiesNext } from 'cookies-next';
export function Account({ token }) {
  const { getCookie, setCookie: put } = useCookiesNext();
  const cookies = useCookiesNext();
  const enter = () => { put('token', token); cookies.setCookie('theme', 'dark'); };
  return <button onClick={enter}>{getCookie('token') ? cookies.getCookie('accessToken') : ''}</button>;
}`,
      errors: [
        { messageId: 'written', line: 6, column: 25 },
        { messageId: 'read', line: 7, column: 35 },
        { messageId: 'read', line: 7, column: 56 },
      ],
    },
    {
      name: 'cookies-next, its client half',
      code: `
import { setCookie as put } from 'cookies-next/client';
put('refreshToken', value);
`,
      errors: [{ messageId: 'written', line: 3, column: 1 }],
    },
    {
      name: 'cookies-next, all cookies at once',
      filename: 'components/Guard.tsx',
      code: `
import { getCookies } from 'cookies-next';
export const Guard = ({ children }) => (getCookies()?.token ? children : null);
`,
      errors: [{ messageId: 'read', line: 3, column: 41 }],
    },
    {
      name: 'cookies-next as a namespace',
      filename: 'components/Guard.tsx',
      code: `
import * as cookies from 'cookies-next';
export const Guard = ({ children }) => (cookies.getCookie('token') ? children : null);
`,
      errors: [{ messageId: 'read', line: 3, column: 41 }],
    },
    {
      name: 'cookieStore',
      code: "await cookieStore.set('token', value);",
      errors: [{ messageId: 'written', line: 1, column: 7 }],
    },
    {
      name: 'cookieStore, by an object',
      code: "await cookieStore.set({ name: 'jwt', value, expires, sameSite: 'strict' });",
      errors: [
        {
          messageId: 'written',
          line: 1,
          column: 7,
          endLine: 1,
          endColumn: 75,
          data: { what: 'an access token', reason: "key 'jwt' names an access token" },
        },
      ],
    },
    {
      name: 'cookieStore, read by an object',
      code: "const cookie = await window.cookieStore.get({ name: 'access_token' });",
      errors: [{ messageId: 'read', line: 1, column: 22 }],
    },
    {
      name: 'cookieStore, read',
      code: "const { value } = await cookieStore.get('token');",
      errors: [{ messageId: 'read', line: 1, column: 25 }],
    },
    {
      name: 'Vue, options',
      filename: 'Login.vue',
      code: `
<script>
import Cookies from 'js-cookie';
export default {
  methods: {
    async login() {
      const { data } = await this.$http.post('/login', this.form);
      Cookies.set('Admin-Token', data.token);
    },
  },
};
</script>
`,
      errors: [{ messageId: 'written', line: 8, column: 7 }],
    },
    {
      name: 'Vue, script setup',
      filename: 'Login.vue',
      code: `
<script setup lang="ts">
const keep = (token: string) => {
  document.cookie = \`token=\${token}; path=/\`;
};
</script>
<template><button @click="keep('x')">Keep</button></template>
`,
      errors: [{ messageId: 'written', line: 4, column: 3 }],
    },
    {
      name: 'Svelte',
      filename: 'Login.svelte',
      code: `
<script lang="ts">
  export let token: string;
  $: document.cookie = \`token=\${token}; path=/\`;
</script>
<slot />
`,
      errors: [{ messageId: 'written', line: 4, column: 6 }],
    },
    {
      name: 'from localStorage into a cookie: one report',
      code: "document.cookie = `token=${localStorage.getItem('token')}`;",
      errors: [{ messageId: 'written', line: 1, column: 1 }],
    },
    {
      name: "credentialNames: a name of the team's own",
      settings: { credentialNames: ['spaceTicket'] },
      code: 'document.cookie = `space_ticket=${value}`;',
      errors: [{ messageId: 'written', line: 1, column: 1 }],
    },
    {
      name: 'tests: true looks into tests',
      filename: 'login.test.ts',
      settings: { tests: true },
      code: 'document.cookie = `token=${value}`;',
      errors: [{ messageId: 'written', line: 1, column: 1 }],
    },
    {
      name: 'a helper that another script declares',
      filename: 'client/index.js',
      code: `
setCookie('token', answer.data.token);
document.title = 'in';
`,
      errors: [{ messageId: 'written', line: 2, column: 1 }],
    },
  ],
} satisfies RuleCases;
