import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-token-in-browser-storage',
  valid: [
    {
      name: "a role under a key that is called a token's",
      filename: 'client/App.js',
      code: `
import { ADMIN_TOKEN } from './config';
export function check(token) {
  const roles = decode(token).roles;
  for (let i = 0; i < roles.length; i++) if (roles[i] === 'ADMIN') localStorage.setItem(ADMIN_TOKEN, roles[i]);
  return localStorage.getItem(ADMIN_TOKEN) ? adminRoutes : [];
}
`,
    },
    {
      name: 'removeItem and clear are clean-up',
      code: `
localStorage.removeItem('token');
window.sessionStorage.removeItem('jwt');
delete localStorage.accessToken;
localStorage.clear();
`,
    },
    {
      name: 'storing nothing is clean-up',
      code: `
localStorage.setItem('jwt', '');
localStorage.setItem('token', null);
localStorage.setItem('token', undefined);
localStorage.token = '';
`,
    },
    {
      name: 'wrapper for any key that only removes',
      code: `
const drop = (key) => localStorage.removeItem(key);
drop('token');
`,
    },
    {
      name: 'flag: is there a token',
      code: `
localStorage.setItem('hasToken', String(Boolean(token)));
localStorage.setItem('isAuthenticated', 'true');
`,
    },
    {
      name: "flag under a credential's key",
      code: `
localStorage.setItem('token', 'true');
localStorage.setItem('auth_token', '1');
localStorage.setItem('jwt', !!user);
`,
    },
    {
      name: "number under a credential's key",
      code: `
localStorage.setItem('tokens', tokens.length);
localStorage.setItem('token', String(tokens.length));
localStorage.setItem('token', 0);
`,
    },
    {
      name: 'flag and number as JSON',
      code: `
localStorage.setItem('token', JSON.stringify(true));
localStorage.setItem('auth_token', JSON.stringify(!user));
localStorage.setItem('session', JSON.stringify({ messages, tokens: usage.total_tokens }));
`,
    },
    {
      name: 'flag in a constant, an enum, a condition',
      code: `
const YES = 'yes';
enum State { On = 'on' }
localStorage.setItem('token', YES);
localStorage.setItem('session_token', State.On);
localStorage.setItem('auth_token', remember ? 'yes' : 'no');
`,
    },
    {
      name: 'wrapper that only sets flags',
      code: `
const mark = (key) => localStorage.setItem(key, 'done');
mark('token');
`,
    },
    { name: "comparison under a credential's key", code: "localStorage.setItem('token', token === other);" },
    {
      name: 'expiry',
      code: `
localStorage.setItem('token_expires_at', String(Date.now() + 3600 * 1000));
localStorage.setItem('accessTokenExpiry', expiresAt);
localStorage.getItem('tokenExpiration');
`,
    },
    {
      name: 'type and scheme of a token',
      code: `
localStorage.setItem('tokenType', 'Bearer');
localStorage.setItem('token_type', data.token_type);
`,
    },
    {
      name: 'anti-forgery tokens',
      code: `
localStorage.setItem('csrfToken', csrfToken);
sessionStorage.getItem('XSRF-TOKEN');
sessionStorage.getItem('csrf_token');
`,
    },
    {
      name: 'paging cursors',
      code: `
sessionStorage.setItem('nextPageToken', page.nextPageToken);
sessionStorage.setItem('continuationToken', token);
`,
    },
    {
      name: 'design tokens',
      code: `
localStorage.setItem('designTokens', JSON.stringify(tokens));
localStorage.getItem('color-tokens');
`,
    },
    {
      name: 'model limits',
      code: `
localStorage.setItem('maxTokens', String(maxTokens));
localStorage.getItem('token_count');
localStorage.setItem('tokensPerMinute', limit);
`,
    },
    {
      name: 'a dismissed banner is no auth',
      code: `
localStorage.setItem('auth_banner_dismissed', 'true');
localStorage.getItem('authBannerDismissed');
`,
    },
    {
      name: 'a tab of the last session',
      code: `
sessionStorage.setItem('lastSessionTab', tab);
localStorage.getItem('session_count');
`,
    },
    { name: 'a password hint that was seen', code: "localStorage.setItem('passwordHintSeen', 'yes');" },
    {
      name: 'tokenizer, author, keyboard: words that only begin alike',
      code: `
localStorage.setItem('tokenizer-version', version);
localStorage.setItem('authorName', author.name);
localStorage.getItem('keyboardLayout');
`,
    },
    {
      name: 'data of a user',
      code: `
localStorage.setItem(\`cs_ed_code_\${userId}\`, code);
localStorage.getItem(\`draft_\${user.id}\`);
`,
    },
    {
      name: 'an attempt at single sign-on',
      code: `
const AUTO_SSO_ATTEMPTED_KEY = 'AUTO_SSO_ATTEMPTED';
sessionStorage.setItem(AUTO_SSO_ATTEMPTED_KEY, '1');
`,
    },
    {
      name: 'theme',
      code: `
localStorage.setItem('theme', 'dark');
const { theme } = localStorage;
localStorage.lang = theme;
`,
    },
    {
      name: 'PKCE verifier',
      code: `
sessionStorage.setItem('code_verifier', verifier);
sessionStorage.setItem('pkce', JSON.stringify({ codeVerifier, state }));
`,
    },
    {
      name: 'state and nonce of OpenID Connect',
      code: `
sessionStorage.setItem('oidc_state', state);
sessionStorage.setItem('auth_nonce', nonce);
sessionStorage.getItem('oauth_state');
`,
    },
    {
      name: 'addresses for push messages',
      code: `
localStorage.setItem('fcmToken', token);
localStorage.setItem('push_token', subscription.token);
localStorage.getItem('deviceToken');
`,
    },
    {
      name: 'crypto assets',
      code: `
localStorage.setItem('tokenAddress', token.address);
localStorage.setItem('selectedToken', JSON.stringify(token));
localStorage.getItem('lastTokenSymbol');
`,
    },
    {
      name: 'what is said about a token',
      code: `
localStorage.setItem('lastToken', token.symbol);
localStorage.setItem('token', token.address);
localStorage.setItem('jwt', String(jwt.exp));
`,
    },
    {
      name: "tokens of a design system's hook",
      code: `
import { theme } from 'antd';
export function Panel() {
  const { token } = theme.useToken();
  localStorage.setItem('theme', JSON.stringify(token));
  return <div style={{ color: token.colorPrimary }} />;
}
`,
    },
    {
      name: 'tokens of a lexer',
      code: `
const tokens = lexer.tokenize(source).map((token) => ({ type: token.type, value: token.value }));
sessionStorage.setItem('tokens', JSON.stringify(tokens));
`,
    },
    {
      name: 'one-time tokens',
      code: `
sessionStorage.setItem('inviteToken', params.get('invite'));
sessionStorage.setItem('resetToken', token);
`,
    },
    {
      name: 'a key for a third party that somebody typed in',
      code: `
localStorage.setItem('githubToken', input.value);
localStorage.setItem('openai_api_key', apiKey);
`,
    },
    {
      name: 'what a token tells of somebody',
      code: `
localStorage.setItem('user', JSON.stringify(getUserFromToken(token)));
localStorage.setItem('user', JSON.stringify(userFromJwt));
`,
    },
    { name: 'a list of many', code: "localStorage.setItem('tokens', JSON.stringify([...tokens, token]));" },
    {
      name: 'value of another trade under a bare key',
      code: `
localStorage.setItem('token', JSON.stringify(selectedToken));
sessionStorage.setItem('token', nextPageToken);
`,
    },
    {
      name: 'holder whose token was dropped by rest',
      code: `
const { token, ...profile } = await login(form);
localStorage.setItem('user', JSON.stringify(profile));
start(token);
`,
    },
    {
      name: 'holder whose token was deleted',
      code: `
const user = await login(form);
keep(user.token);
delete user.token;
localStorage.setItem('user', JSON.stringify(user));
`,
    },
    {
      name: 'holder whose token was overwritten',
      code: `
const { data } = await login(form);
keep(data.token);
localStorage.setItem('user', JSON.stringify({ ...data, token: undefined }));
`,
    },
    {
      name: 'holder whose token was emptied',
      code: `
const user = await login(form);
keep(user.token);
user.token = undefined;
localStorage.setItem('user', JSON.stringify(user));
`,
    },
    {
      name: 'holders whose tokens were dropped one by one',
      code: "localStorage.setItem('users', JSON.stringify(users.map(({ token, ...profile }) => profile)));",
    },
    {
      name: 'holders of the same name in different functions',
      code: `
export const save = (user) => localStorage.setItem('user', JSON.stringify(user));
export const tokenOf = (user) => user.token;
`,
    },
    {
      name: 'holder whose token was omitted',
      code: `
const { data } = await login(form);
keep(data.token);
localStorage.setItem('user', JSON.stringify(omit(data, 'token')));
localStorage.setItem('profile', JSON.stringify(_.pick(data, ['name', 'email'])));
`,
    },
    {
      name: 'holder of which only chosen parts are written',
      code: `
const { data } = await login(form);
keep(data.token);
localStorage.setItem('user', JSON.stringify({ id: data.id, name: data.name }));
localStorage.setItem('profile', JSON.stringify(data, ['name', 'email']));
`,
    },
    {
      name: 'the part beside the token',
      code: `
const { data } = await login(form);
keep(data.token);
localStorage.setItem('user', JSON.stringify(data.user));
localStorage.setItem('userId', data.id);
`,
    },
    {
      name: 'holder without a token',
      code: `
const user = JSON.parse(localStorage.getItem('user') || 'null');
localStorage.setItem('user', JSON.stringify({ ...user, name }));
render(user?.name);
`,
    },
    {
      name: 'state that forgets the token',
      code: `
const initial = { user: JSON.parse(localStorage.getItem('user')), token: null };
export const auth = (state = initial) => state;
`,
    },
    {
      name: 'claims of a decoded token',
      code: `
const claims = jwtDecode(token);
localStorage.setItem('role', claims.role);
localStorage.setItem('userId', jwtDecode(token).sub);
localStorage.setItem('exp', claims.exp);
`,
    },
    { name: 'the payload of a token', code: "localStorage.setItem('user', atob(token.split('.')[1]));" },
    {
      name: 'a map that is called a cache',
      code: `
const cache = new Map();
cache.setItem?.('token', token);
cache.set('token', token);
`,
    },
    {
      name: "another thing by the storage's name",
      code: `
const localStorage = createMemoryStorage();
localStorage.setItem('token', token);
`,
    },
    {
      name: "a parameter by the storage's name",
      code: `
export function restore(localStorage) {
  return localStorage.getItem('token');
}
`,
    },
    {
      name: 'a storage on the disk of a server',
      filename: 'server/session.ts',
      code: `
import { LocalStorage } from 'node-localstorage';
const localStorage = new LocalStorage('./scratch');
localStorage.setItem('token', token);
`,
    },
    {
      name: 'native storages have rules of their own',
      code: `
import AsyncStorage from '@react-native-async-storage/async-storage';
import * as SecureStore from 'expo-secure-store';
await AsyncStorage.setItem('token', token);
await SecureStore.setItemAsync('token', token);
`,
    },
    {
      name: 'a storage in the cloud',
      code: `
import { Storage } from '@google-cloud/storage';
const storage = new Storage();
storage.set('token', token);
`,
    },
    {
      name: 'helper of another store',
      code: `
import { setItem } from './async-storage';
setItem('token', token);
`,
    },
    {
      name: 'helper in another file that stores elsewhere',
      code: `
import { save, get } from './vault';
save('token', token);
get('token');
`,
    },
    {
      name: 'wrapper for any key, no call with a credential',
      code: `
export const save = (key, value) => localStorage.setItem(key, JSON.stringify(value));
export const load = (key) => JSON.parse(localStorage.getItem(key));
save('cart', cart);
`,
    },
    {
      name: 'all keys, one after another',
      code: `
for (let i = 0; i < localStorage.length; i++) {
  const key = localStorage.key(i);
  console.log(key, localStorage.getItem(key));
}
`,
    },
    {
      name: "another tab's change",
      code: `
window.addEventListener('storage', (event) => {
  if (event.key === 'token' && event.newValue === null) signOut();
});
`,
    },
    {
      name: 'a token that stays in memory',
      code: `
let accessToken = null;
export const setToken = (token) => {
  accessToken = token;
  localStorage.setItem('lastLogin', new Date().toISOString());
};
`,
    },
    {
      name: 'in a text, a comment and a type',
      code: `
// localStorage.setItem('token', token)
export const help = "localStorage.setItem('token', token)";
export interface Saved { localStorage: { token: string } }
`,
    },
    {
      name: "the read inside a header is the header's",
      filename: 'client/api.ts',
      code: "fetch('/api/me', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });",
    },
    { name: 'a test', filename: 'login.test.ts', code: "localStorage.setItem('token', 'abc');" },
    { name: 'a mock', filename: 'src/__mocks__/session.ts', code: "localStorage.setItem('token', token);" },
    { name: 'a story', filename: 'Login.stories.tsx', code: "localStorage.setItem('token', token);" },
    {
      name: 'ignoreNames: a name',
      settings: { ignoreNames: ['shopToken'] },
      code: `
localStorage.setItem('shopToken', value);
localStorage.setItem('SHOP_TOKEN', shopToken);
`,
    },
    {
      name: 'ignoreNames goes before credentialNames',
      settings: { ignoreNames: ['/^demo/'], credentialNames: ['demoToken'] },
      code: "localStorage.setItem('demoToken', value);",
    },
    {
      name: 'Vue, preferences only',
      filename: 'Settings.vue',
      code: `
<script setup>
import { ref, watch } from 'vue';
const theme = ref(localStorage.getItem('theme') ?? 'light');
watch(theme, (value) => localStorage.setItem('theme', value));
</script>
`,
    },
    {
      name: 'Svelte, preferences only',
      filename: 'Settings.svelte',
      code: `
<script>
  let sidebar = localStorage.getItem('sidebar') === 'open';
  $: localStorage.setItem('sidebar', sidebar ? 'open' : 'closed');
</script>
`,
    },
    {
      name: 'a user whom the code takes no token out of, through a function',
      code: `
const stored = () => JSON.parse(localStorage.getItem('user'));
export const name = () => stored().name;
`,
    },
    {
      name: 'a wrapper for any key, with a name that is about none',
      code: `
export const save = (key, value) => localStorage.setItem(key, value);
`,
    },
    {
      name: 'a wrapper that is about a token of another trade',
      code: `
export function savePageToken(key, value) {
  localStorage.setItem(key, value);
}
`,
    },
    {
      name: 'sent, but with another scheme',
      code: `
const auth = localStorage.getItem('auth');
fetch('/api/me', { headers: { Authorization: \`Basic \${auth}\` } });
`,
    },
    {
      name: "a page's place, an app's input",
      code: `
localStorage.setItem('next-page-token', cursor);
localStorage.setItem('inputTokenCount', 3);
localStorage.setItem('github_token', typed);
`,
    },
  ],
  invalid: [
    {
      name: 'literal key, raw token',
      code: "localStorage.setItem('token', token);",
      errors: [
        {
          messageId: 'written',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 37,
          data: { what: 'a token', storage: 'localStorage', reason: "key 'token' names a token" },
        },
      ],
    },
    {
      name: 'read, in one expression with its use',
      code: "export const claims = () => jwtDecode(localStorage.getItem('access_token'));",
      errors: [
        {
          messageId: 'read',
          line: 1,
          column: 39,
          endLine: 1,
          endColumn: 75,
          data: { what: 'an access token', storage: 'localStorage', reason: "key 'access_token' names an access token" },
        },
      ],
    },
    {
      name: 'through window, globalThis and self',
      code: `
window.localStorage.setItem('authToken', value);
globalThis.sessionStorage.setItem('id_token', value);
self.localStorage.getItem('refreshToken');
`,
      errors: [
        { messageId: 'written', line: 2, column: 1 },
        { messageId: 'written', line: 3, column: 1 },
        { messageId: 'read', line: 4, column: 1 },
      ],
    },
    {
      name: 'bracketed object and method',
      code: "window['localStorage']['setItem']('jwt', value);",
      errors: [{ messageId: 'written', line: 1, column: 1, endLine: 1, endColumn: 48 }],
    },
    {
      name: 'optional chaining',
      code: `
window?.localStorage?.setItem('access_token', value);
export const token = localStorage?.getItem?.('token');
`,
      errors: [
        { messageId: 'written', line: 2, column: 1 },
        { messageId: 'read', line: 3, column: 22 },
      ],
    },
    {
      name: 'by assignment to a member',
      code: `
localStorage.token = token;
localStorage['jwtToken'] = response.data.token;
`,
      errors: [
        { messageId: 'written', line: 2, column: 1, endLine: 2, endColumn: 27 },
        { messageId: 'written', line: 3, column: 1, endLine: 3, endColumn: 47 },
      ],
    },
    {
      name: 'member read, as a guard',
      code: 'export const PrivateRoute = ({ children }) => (localStorage.token && localStorage[\'jwt\'] ? children : <Navigate to="/login" />);',
      errors: [
        { messageId: 'read', line: 1, column: 48 },
        { messageId: 'read', line: 1, column: 70 },
      ],
    },
    {
      name: 'by assignment, named by a constant, where there is none yet',
      code: `
const TOKEN_KEY = 'token';
localStorage[TOKEN_KEY] ??= value;
`,
      errors: [{ messageId: 'written', line: 3, column: 1 }],
    },
    {
      name: 'destructured out of the storage',
      code: `
const { token, theme, jwt: current } = window.localStorage;
apply(theme, token, current);
`,
      errors: [
        { messageId: 'read', line: 2, column: 9 },
        { messageId: 'read', line: 2, column: 23 },
      ],
    },
    {
      name: 'the storage declared for TypeScript',
      code: `
declare const localStorage: any;
localStorage.setItem('token', value);
`,
      errors: [{ messageId: 'written', line: 3, column: 1 }],
    },
    {
      name: 'the storage under another name',
      code: `
const store = window.localStorage;
store.setItem('token', value);
`,
      errors: [{ messageId: 'written', line: 3, column: 1 }],
    },
    {
      name: 'the storage destructured out of window and renamed',
      code: `
const { localStorage: disk, sessionStorage: tab } = window;
disk.setItem('refresh_token', value);
tab.getItem('access_token');
`,
      errors: [
        { messageId: 'written', line: 3, column: 1 },
        { messageId: 'read', line: 4, column: 1 },
      ],
    },
    {
      name: 'the storage assigned later, where the browser allows it',
      code: `
let store;
try {
  store = window.localStorage;
} catch {
  store = undefined;
}
export const load = () => store?.getItem('token');
`,
      errors: [{ messageId: 'read', line: 8, column: 27 }],
    },
    {
      name: 'one storage or the other, for "remember me"',
      code: `
export function signIn(token, remember) {
  const storage = remember ? localStorage : sessionStorage;
  storage.setItem('token', token);
  (remember ? localStorage : sessionStorage).setItem('jwt', token);
}
`,
      errors: [
        { messageId: 'written', line: 4, column: 3 },
        { messageId: 'written', line: 5, column: 3 },
      ],
    },
    {
      name: 'the storage as a field of a class',
      code: `
class Session {
  private readonly storage = window.localStorage;
  open(token: string) {
    this.storage.setItem('token', token);
  }
}
`,
      errors: [{ messageId: 'written', line: 5, column: 5 }],
    },
    {
      name: 'the storage as an injected Storage',
      code: `
export class TokenStore {
  constructor(private readonly storage: Storage) {}
  read() {
    return this.storage.getItem('access_token');
  }
}
`,
      errors: [{ messageId: 'read', line: 5, column: 12 }],
    },
    {
      name: 'the storage as what a function gives',
      code: `
const storage = () => window.sessionStorage;
export const token = storage().getItem('token');
`,
      errors: [{ messageId: 'read', line: 3, column: 22 }],
    },
    {
      name: 'the storage as a default parameter',
      code: `
export function save(token, storage = localStorage) {
  storage.setItem('token', token);
}
`,
      errors: [{ messageId: 'written', line: 3, column: 3 }],
    },
    {
      name: 'the key as a default parameter',
      code: `
export function save(token, key = 'token') {
  localStorage.setItem(key, token);
}
save(response.data.token);
`,
      errors: [{ messageId: 'written', line: 3, column: 3 }],
    },
    {
      name: 'key: constant object, frozen',
      code: `
const KEYS = Object.freeze({ theme: 'ui.theme', session: 'app.access-token' });
localStorage.setItem(KEYS.session, value);
localStorage.setItem(KEYS.theme, value);
`,
      errors: [{ messageId: 'written', line: 3, column: 1 }],
    },
    {
      name: 'key: constant object, as const, nested',
      code: `
const STORAGE = { auth: { jwt: '@app:jwt' }, ui: { theme: 'theme' } } as const;
localStorage.getItem(STORAGE.auth.jwt);
localStorage.getItem(STORAGE.ui.theme);
`,
      errors: [{ messageId: 'read', line: 3, column: 1 }],
    },
    {
      name: 'key: enum',
      code: `
enum Keys { Token = 'token', Theme = 'theme' }
localStorage.setItem(Keys.Token, value);
localStorage.setItem(Keys.Theme, value);
`,
      errors: [{ messageId: 'written', line: 3, column: 1 }],
    },
    {
      name: 'key: static and private fields',
      code: `
export class Auth {
  static ACCESS = 'access_token';
  static #refresh = 'refresh_token';
  #idKey = 'id_token';
  private readonly key = 'auth-token';
  read() {
    return [localStorage.getItem(Auth.ACCESS), localStorage.getItem(Auth.#refresh), localStorage.getItem(this.#idKey), localStorage.getItem(this.key)];
  }
}
`,
      errors: [
        { messageId: 'read', line: 8, column: 13 },
        { messageId: 'read', line: 8, column: 48 },
        { messageId: 'read', line: 8, column: 85 },
        { messageId: 'read', line: 8, column: 120 },
      ],
    },
    {
      name: 'key: constant prefix, template and concatenation',
      code: `
const PREFIX = 'shop';
localStorage.setItem(\`\${PREFIX}.token\`, value);
localStorage.getItem(PREFIX + ':jwt');
`,
      errors: [
        { messageId: 'written', line: 3, column: 1 },
        { messageId: 'read', line: 4, column: 1 },
      ],
    },
    {
      name: 'key: template with an unknown prefix',
      code: 'localStorage.setItem(`${prefix}_access_token`, value);',
      errors: [
        {
          messageId: 'written',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 54,
          data: { what: 'an access token', storage: 'localStorage', reason: "key '…_access_token' names an access token" },
        },
      ],
    },
    {
      name: 'key: one token for each user',
      code: 'localStorage.getItem(`token-${userId}`);',
      errors: [{ messageId: 'read', line: 1, column: 1 }],
    },
    {
      name: 'key: what a function of the file returns',
      code: `
const keyFor = (name: string) => \`app:\${name}:token\`;
localStorage.getItem(keyFor('main'));
`,
      errors: [{ messageId: 'read', line: 3, column: 1 }],
    },
    {
      name: 'key: imported constant, judged by its name',
      code: `
import { AUTH_TOKEN_KEY } from './constants';
localStorage.setItem(AUTH_TOKEN_KEY, value);
`,
      errors: [
        {
          messageId: 'written',
          line: 3,
          column: 1,
          endLine: 3,
          endColumn: 44,
          data: { what: 'an access token', storage: 'localStorage', reason: 'key AUTH_TOKEN_KEY names an access token' },
        },
      ],
    },
    {
      name: 'key: imported constant under another name',
      code: `
import { ACCESS_TOKEN as key } from './constants';
localStorage.getItem(key);
`,
      errors: [{ messageId: 'read', line: 3, column: 1 }],
    },
    {
      name: 'key: member of an imported object, of a namespace, required',
      code: `
import { STORAGE_KEYS } from '@/config';
import * as keys from './keys';
const { TOKEN_KEY } = require('./config');
localStorage.getItem(STORAGE_KEYS.AUTH_TOKEN);
localStorage.getItem(keys.JWT);
localStorage.getItem(TOKEN_KEY);
localStorage.getItem(STORAGE_KEYS.THEME);
`,
      errors: [
        { messageId: 'read', line: 5, column: 1 },
        { messageId: 'read', line: 6, column: 1 },
        { messageId: 'read', line: 7, column: 1 },
      ],
    },
    {
      name: 'key: environment variable',
      code: 'localStorage.setItem(import.meta.env.VITE_TOKEN_KEY, value);',
      errors: [{ messageId: 'written', line: 1, column: 1 }],
    },
    {
      name: 'key that says nothing, value that says all',
      code: "localStorage.setItem('data', accessToken);",
      errors: [
        {
          messageId: 'written',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 42,
          data: { what: 'an access token', storage: 'localStorage', reason: 'it is an access token by its name' },
        },
      ],
    },
    {
      name: "key that says nothing, value taken out of a login's answer",
      code: `
const { data } = await axios.post('/login', form);
localStorage.setItem('app', data.access_token);
`,
      errors: [{ messageId: 'written', line: 3, column: 1 }],
    },
    {
      name: 'object around a token',
      code: "localStorage.setItem('user', JSON.stringify({ name, token }));",
      errors: [
        {
          messageId: 'written',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 62,
          data: { what: 'a token', storage: 'localStorage', reason: 'it holds `token`' },
        },
      ],
    },
    {
      name: 'spread around a token',
      code: "localStorage.setItem('auth', JSON.stringify({ ...profile, accessToken: answer.accessToken }));",
      errors: [{ messageId: 'written', line: 1, column: 1 }],
    },
    {
      name: 'holder whose token the code takes out elsewhere',
      code: `
axios.post('/api/login', form).then(({ data }) => {
  localStorage.setItem('userInfo', JSON.stringify(data));
  setToken(data.token);
});
`,
      errors: [{ messageId: 'written', line: 3, column: 3 }],
    },
    {
      name: 'holder that is a member of the answer',
      code: `
const response = await api.post('/login', form);
if (response.data.accessToken) {
  localStorage.setItem('user', JSON.stringify(response.data));
}
`,
      errors: [{ messageId: 'written', line: 4, column: 3 }],
    },
    {
      name: 'holder that is filled before it is written',
      code: `
const user = { name: data.name };
user.token = data.token;
localStorage.setItem('user', JSON.stringify(user));
`,
      errors: [{ messageId: 'written', line: 4, column: 1 }],
    },
    {
      name: 'holder that is a field of a class',
      code: `
class Session {
  user = { name: '', token: '' };
  save() {
    localStorage.setItem('user', JSON.stringify(this.user));
  }
  header = () => this.user.token;
}
`,
      errors: [{ messageId: 'written', line: 5, column: 5 }],
    },
    {
      name: 'holder that callers fill',
      code: `
const save = (user) => localStorage.setItem('user', JSON.stringify(user));
save({ name: data.name, token: data.token });
`,
      errors: [{ messageId: 'written', line: 2, column: 24 }],
    },
    {
      name: 'holder whose token is taken at the read',
      code: `
export function authHeader() {
  const user = JSON.parse(localStorage.getItem('user'));
  return user && user.accessToken ? user.accessToken : undefined;
}
`,
      errors: [{ messageId: 'read', line: 3, column: 27 }],
    },
    {
      name: 'holder whose token is taken in one expression',
      code: "export const token = () => JSON.parse(localStorage.getItem('profile') || '{}')?.token;",
      errors: [{ messageId: 'read', line: 1, column: 39 }],
    },
    {
      name: 'holder whose token is destructured',
      code: `
const { token, ...profile } = JSON.parse(window.localStorage.getItem('auth') ?? '{}');
start(profile, token);
`,
      errors: [{ messageId: 'read', line: 2, column: 42 }],
    },
    {
      name: 'holder with two names on the way',
      code: `
const raw = sessionStorage.getItem('session');
const session = raw ? JSON.parse(raw) : null;
connect(session?.accessToken);
`,
      errors: [{ messageId: 'read', line: 2, column: 13 }],
    },
    {
      name: 'one place proves what the key holds, another only reads it',
      code: `
export const save = (user) => localStorage.setItem('user', JSON.stringify({ ...user, token: user.jwt }));
export const load = () => JSON.parse(localStorage.getItem('user'));
`,
      errors: [
        { messageId: 'written', line: 2, column: 31 },
        { messageId: 'read', line: 3, column: 38 },
      ],
    },
    {
      name: 'wrapper for any key: its calls are reported, not its inside',
      code: `
const save = (key, value) => localStorage.setItem(key, JSON.stringify(value));
save('access_token', answer.accessToken);
save('theme', 'dark');
`,
      errors: [
        {
          messageId: 'written',
          line: 3,
          column: 1,
          endLine: 3,
          endColumn: 41,
          data: { what: 'an access token', storage: 'localStorage', reason: "key 'access_token' names an access token" },
        },
      ],
    },
    {
      name: 'wrapper for any key that reads',
      code: `
function load(key: string) {
  const raw = localStorage.getItem(key);
  return raw && JSON.parse(raw);
}
export const token = load('jwt');
export const theme = load('theme');
`,
      errors: [{ messageId: 'read', line: 6, column: 22 }],
    },
    {
      name: 'wrapper that adds a prefix to the key',
      code: `
const PREFIX = 'app_';
const set = (key, value) => localStorage.setItem(PREFIX + key, value);
const get = (key) => localStorage.getItem(\`\${PREFIX}\${key}\`);
set('token', value);
get('token');
get('theme');
`,
      errors: [
        { messageId: 'written', line: 5, column: 1 },
        { messageId: 'read', line: 6, column: 1 },
      ],
    },
    {
      name: 'wrapper of a wrapper',
      code: `
function write(key, value) {
  window.localStorage.setItem(key, value);
}
const writeJson = (key, value) => write(key, JSON.stringify(value));
writeJson('refreshToken', value);
`,
      errors: [{ messageId: 'written', line: 6, column: 1 }],
    },
    {
      name: 'wrapper object',
      code: `
const storage = {
  set(key, value) {
    localStorage.setItem(key, value);
  },
  get: (key) => localStorage.getItem(key),
};
storage.set('jwt', value);
storage.get('jwt');
`,
      errors: [
        { messageId: 'written', line: 8, column: 1 },
        { messageId: 'read', line: 9, column: 1 },
      ],
    },
    {
      name: 'wrapper class',
      code: `
class Disk {
  private store = sessionStorage;
  put(key: string, value: unknown) {
    this.store.setItem(key, JSON.stringify(value));
  }
  static get(key: string) {
    return sessionStorage.getItem(key);
  }
}
const disk = new Disk();
disk.put('token', value);
Disk.get('token');
`,
      errors: [
        { messageId: 'written', line: 12, column: 1 },
        { messageId: 'read', line: 13, column: 1 },
      ],
    },
    {
      name: 'wrapper of a class above',
      code: `
class Disk {
  set(key, value) {
    localStorage.setItem(key, value);
  }
}
export class Session extends Disk {
  open(value) {
    this.set('token', value);
  }
}
`,
      errors: [{ messageId: 'written', line: 9, column: 5 }],
    },
    {
      name: 'wrapper that makes the key with a method',
      code: `
class Disk {
  constructor(prefix) {
    this.prefix = prefix;
  }
  keyOf = (key) => \`\${this.prefix}.\${key}\`;
  set(key, value) {
    localStorage.setItem(this.keyOf(key), value);
  }
}
const disk = new Disk('app');
disk.set('token', value);
disk.set('theme', 'dark');
`,
      errors: [{ messageId: 'written', line: 12, column: 1 }],
    },
    {
      name: 'wrapper that adds an expiry',
      code: `
function setWithExpiry(key, value, lifetime) {
  localStorage.setItem(key, JSON.stringify({ value, expiry: Date.now() + lifetime }));
}
setWithExpiry('token', answer.accessToken, 3600);
setWithExpiry('theme', 'dark', 3600);
`,
      errors: [{ messageId: 'written', line: 5, column: 1 }],
    },
    {
      name: 'wrapper by members, old style',
      filename: 'legacy.js',
      code: `
var store = {
  set: function (key, value) { window.localStorage[key] = value; },
  get: function (key) { return window.localStorage[key]; },
};
store.set('token', value);
store.get('token');
`,
      errors: [
        { messageId: 'written', line: 6, column: 1 },
        { messageId: 'read', line: 7, column: 1 },
      ],
    },
    {
      name: 'method bound to its storage',
      code: `
const save = localStorage.setItem.bind(localStorage);
save('token', value);
`,
      errors: [{ messageId: 'written', line: 3, column: 1 }],
    },
    {
      name: 'wrapper for one key: its inside is reported, its calls are not',
      code: `
const setToken = (token) => localStorage.setItem('token', token);
const getToken = () => localStorage.getItem('token');
setToken(answer.token);
render(getToken());
`,
      errors: [
        { messageId: 'written', line: 2, column: 29 },
        { messageId: 'read', line: 3, column: 24 },
      ],
    },
    {
      name: 'hook for any key',
      code: `
function useStored(key, initial) {
  const [value, setValue] = useState(() => JSON.parse(localStorage.getItem(key)) ?? initial);
  useEffect(() => localStorage.setItem(key, JSON.stringify(value)), [key, value]);
  return [value, setValue];
}
const [token] = useStored('token', null);
const [theme] = useStored('theme', 'dark');
`,
      errors: [{ messageId: 'written', line: 7, column: 17 }],
    },
    {
      name: "helper in another file, named as a storage's",
      code: `
import { setLocalStorage, getFromLocalStorage } from '@/utils/storage';
setLocalStorage('token', value);
getFromLocalStorage('token');
getFromLocalStorage('theme');
`,
      errors: [
        { messageId: 'written', line: 3, column: 1 },
        { messageId: 'read', line: 4, column: 1 },
      ],
    },
    {
      name: 'helper in another file, by the name of its file',
      code: `
import storage from '../utils/localStorage';
storage.get('access_token');
`,
      errors: [{ messageId: 'read', line: 3, column: 1 }],
    },
    {
      name: "helper in another file with the storage's own method names",
      code: `
import { getItem, setItem } from './storage';
setItem('token', value);
getItem('token');
`,
      errors: [
        { messageId: 'written', line: 3, column: 1 },
        { messageId: 'read', line: 4, column: 1 },
      ],
    },
    {
      name: "hook in another file, named as a storage's",
      code: `
import { useLocalStorage } from '../hooks/useLocalStorage';
const [token, setToken] = useLocalStorage('token', null);
const [theme] = useLocalStorage('theme', 'dark');
`,
      errors: [{ messageId: 'read', line: 3, column: 27 }],
    },
    {
      name: 'injected storage service',
      code: `
import { LocalStorageService } from './local-storage.service';
export class AuthService {
  constructor(private readonly storage: LocalStorageService) {}
  save(token: string) {
    this.storage.set('token', token);
  }
}
`,
      errors: [{ messageId: 'written', line: 6, column: 5 }],
    },
    {
      name: 'React state from storage',
      code: `
import { useState } from 'react';
export function App() {
  const [token, setToken] = useState(localStorage.getItem('token') || '');
  const [user] = useState(() => sessionStorage.getItem('id_token'));
  return <Shell token={token} user={user} onToken={setToken} />;
}
`,
      errors: [
        { messageId: 'read', line: 4, column: 38 },
        { messageId: 'read', line: 5, column: 33 },
      ],
    },
    {
      name: "reducer's initial state",
      code: `
const initialState = {
  token: localStorage.getItem('token'),
  isAuthenticated: !!localStorage.getItem('token'),
};
export const auth = (state = initialState, action) => state;
`,
      errors: [
        { messageId: 'read', line: 3, column: 10 },
        { messageId: 'read', line: 4, column: 22 },
      ],
    },
    {
      name: 'reducer that stores',
      code: `
export function auth(state, action) {
  switch (action.type) {
    case 'LOGIN_SUCCESS':
      localStorage.setItem('token', action.payload.token);
      return { ...state, ...action.payload };
    case 'LOGOUT':
      localStorage.removeItem('token');
      return {};
  }
}
`,
      errors: [{ messageId: 'written', line: 5, column: 7 }],
    },
    {
      name: 'Vue, options',
      filename: 'Login.vue',
      code: `
<script>
export default {
  data() {
    return { token: localStorage.getItem('token') };
  },
  methods: {
    async login() {
      const { data } = await this.$http.post('/login', this.form);
      localStorage.setItem('token', data.token);
    },
  },
};
</script>
<template><form @submit.prevent="login" /></template>
`,
      errors: [
        { messageId: 'read', line: 5, column: 21 },
        { messageId: 'written', line: 10, column: 7 },
      ],
    },
    {
      name: 'Vue, script setup',
      filename: 'Login.vue',
      code: `
<script setup lang="ts">
import { ref, watch } from 'vue';
const token = ref<string | null>(localStorage.getItem('token'));
watch(token, (value) => localStorage.setItem('token', value ?? ''));
</script>
<template><p v-if="token">Welcome</p></template>
`,
      errors: [
        { messageId: 'read', line: 4, column: 34 },
        { messageId: 'written', line: 5, column: 25 },
      ],
    },
    {
      name: 'Svelte',
      filename: 'Login.svelte',
      code: `
<script>
  let token = localStorage.getItem('token');
  $: if (token) localStorage.setItem('token', token);
</script>
<p>{token ? 'in' : 'out'}</p>
`,
      errors: [
        { messageId: 'read', line: 3, column: 15 },
        { messageId: 'written', line: 4, column: 17 },
      ],
    },
    {
      name: 'Svelte store',
      filename: 'session.ts',
      code: `
import { writable } from 'svelte/store';
export const token = writable(localStorage.getItem('token'));
token.subscribe((value) => localStorage.setItem('token', value));
`,
      errors: [
        { messageId: 'read', line: 3, column: 31 },
        { messageId: 'written', line: 4, column: 28 },
      ],
    },
    {
      name: 'guard for a server',
      code: "export const token = typeof window === 'undefined' ? null : window.localStorage.getItem('token');",
      errors: [{ messageId: 'read', line: 1, column: 61 }],
    },
    {
      name: 'only asked whether there is one',
      code: "export const isLoggedIn = () => Boolean(localStorage.getItem('token'));",
      errors: [{ messageId: 'read', line: 1, column: 41 }],
    },
    {
      name: 'scheme stored with the token',
      code: `
localStorage.setItem('authorization', \`Bearer \${token}\`);
localStorage.setItem('app', 'Bearer ' + answer.t);
`,
      errors: [
        { messageId: 'written', line: 2, column: 1 },
        { messageId: 'written', line: 3, column: 1 },
      ],
    },
    {
      name: 'from one storage into the other: one report',
      code: "sessionStorage.setItem('token', localStorage.getItem('token'));",
      errors: [{ messageId: 'written', line: 1, column: 1, endLine: 1, endColumn: 63 }],
    },
    {
      name: 'an empty text only where there is none',
      code: "localStorage.setItem('token', token ?? '');",
      errors: [{ messageId: 'written', line: 1, column: 1 }],
    },
    {
      name: 'variable named for the token, key named for nothing',
      code: `
const token = localStorage.getItem('app.v2');
connect(token);
`,
      errors: [{ messageId: 'read', line: 2, column: 15 }],
    },
    {
      name: "credentialNames: a name of the team's own",
      settings: { credentialNames: ['spaceTicket'] },
      code: "localStorage.setItem('space-ticket', value);",
      errors: [{ messageId: 'written', line: 1, column: 1 }],
    },
    {
      name: 'credentialNames: a pattern',
      settings: { credentialNames: ['/^sk_/'] },
      code: `
localStorage.getItem('sk_live');
localStorage.getItem('task_sk');
`,
      errors: [{ messageId: 'read', line: 2, column: 1 }],
    },
    {
      name: 'tests: true looks into tests',
      filename: 'login.test.ts',
      settings: { tests: true },
      code: "localStorage.setItem('token', value);",
      errors: [{ messageId: 'written', line: 1, column: 1 }],
    },
    {
      name: 'ignoreNames leaves the others',
      settings: { ignoreNames: ['shopToken'] },
      code: `
localStorage.setItem('shop_token', value);
localStorage.setItem('token', value);
`,
      errors: [{ messageId: 'written', line: 3, column: 1 }],
    },
    {
      name: 'taken out of what a function gives',
      code: `
const stored = () => JSON.parse(localStorage.getItem('user'));
export const header = () => stored().token;
`,
      errors: [{ messageId: 'read', line: 2, column: 33 }],
    },
    {
      name: 'taken out of what a function with a body gives',
      code: `
function stored() {
  return JSON.parse(localStorage.getItem('user'));
}
const user = stored();
if (user) send(user.accessToken);
`,
      errors: [{ messageId: 'read', line: 3, column: 21 }],
    },
    {
      name: 'sent as a token, whatever it is called',
      code: `
const auth = localStorage.getItem('auth');
fetch('/api/me', { headers: { Authorization: \`Bearer \${auth}\` } });
`,
      errors: [{ messageId: 'read', line: 2, column: 14 }],
    },
    {
      name: 'a wrapper for any key that is about tokens, called elsewhere',
      code: `
export function saveAccessToken(key, value) {
  localStorage.setItem(key, value);
}
`,
      errors: [{ messageId: 'written', line: 3, column: 3 }],
    },
    {
      name: "words of paging that stand before an app's name",
      code: `
localStorage.setItem('next-app-auth-token', value);
localStorage.setItem('githubAccessToken', value);
`,
      errors: [
        { messageId: 'written', line: 2, column: 1 },
        { messageId: 'written', line: 3, column: 1 },
      ],
    },
    {
      name: "the header's whole value",
      code: `
localStorage.setItem('authHeader', value);
localStorage.getItem('authorization');
`,
      errors: [
        { messageId: 'written', line: 2, column: 1 },
        { messageId: 'read', line: 3, column: 1 },
      ],
    },
  ],
} satisfies RuleCases;
