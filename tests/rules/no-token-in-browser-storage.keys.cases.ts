import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const written = (name: string, code: string, filename?: string) =>
  marked(name, 'written', code, filename === undefined ? {} : { filename });
const read = (name: string, code: string) => marked(name, 'read', code);

/** Keys out of lists, maps and enums, and keys under a prefix. */
export default {
  rule: 'no-token-in-browser-storage',
  valid: [
    {
      name: 'a key that is called as half of a pair of tokens is',
      code: "localStorage.setItem('refresh', String(interval));\nsessionStorage.setItem('last', now);",
    },
    { name: 'what somebody may do', code: "localStorage.setItem('access', role === 'admin' ? 'all' : 'some');" },
    {
      name: 'lists of other keys',
      code: "['theme', 'locale'].forEach((key) => localStorage.setItem(key, all[key]));\nconst KEYS = ['csrfToken', 'next_page_token'];\nfor (const key of KEYS) localStorage.setItem(key, all[key]);\nObject.values({ look: 'theme' }).map((key) => localStorage.getItem(key));",
    },
    {
      name: 'a list of keys that are removed',
      code: "const KEYS = ['jwt', 'user'];\nKEYS.forEach((key) => localStorage.removeItem(key));\nfor (const key of KEYS) sessionStorage.removeItem(key);\nfor (const key of Object.values(NAMES)) delete localStorage[key];",
    },
    {
      name: 'a list that tells more than the name of its elements',
      code: "for (const tokenKey of ['theme', 'locale']) localStorage.setItem(tokenKey, all[tokenKey]);",
    },
    {
      name: 'what is not read under the token’s key alone says nothing of what it is',
      code: "const show = (all) => console.log(all);\nshow(['theme'].map((key) => localStorage.getItem(key)));",
    },
    {
      name: 'prefixes that say what token it is',
      code: "const PUSH = 'push_';\nlocalStorage.setItem(`${PUSH}token`, t);\nconst CSRF = 'app_csrf_';\nlocalStorage.setItem(CSRF + 'token', t);\nconst PAGE = 'next_';\nlocalStorage.setItem(`${PAGE}token`, t);\nconst POOL = 'pool_';\nlocalStorage.setItem(`${POOL}token`, t);",
    },
    {
      name: 'a prefix before another key',
      code: "const PREFIX = 'x_board_';\nlocalStorage.setItem(`${PREFIX}theme`, t);\nlocalStorage.setItem(`${PREFIX}selected_token`, t);",
    },
    {
      name: 'a constant’s name over a text of another trade',
      code: "const SELECTED_TOKEN = 'selected_token';\nlocalStorage.setItem(SELECTED_TOKEN, t);\nconst TOKEN_KEY = 'csrf-token';\nlocalStorage.setItem(TOKEN_KEY, t);",
    },
    {
      name: 'a type that allows other keys',
      code: "type Key = 'theme' | 'locale';\nexport const put = (key: Key, value: string) => localStorage.setItem(key, value);",
      filename: 'client/put.ts',
    },
  ],
  invalid: [
    written('a list in place', "['theme', 'jwt'].forEach((key) => «localStorage.setItem(key, answer[key]));"),
    written(
      'a list that has a name',
      "const KEYS = ['access_token', 'refresh_token'];\nfor (const key of KEYS) «sessionStorage.setItem(key, answer[key]);",
    ),
    written(
      'a list of lists, and what is put together of them',
      "const KEYS = ['theme'];\nfor (const key of [...KEYS, 'jwt'].filter(Boolean)) «localStorage.setItem(key, answer[key]);\n[['jwt', a.t], ['look', a.l]].forEach(([key, value]) => «localStorage.setItem(key, value));",
    ),
    written(
      'the values of a map',
      "const KEYS = { first: 'jwt', look: 'theme' };\nObject.values(KEYS).forEach((key) => «localStorage.setItem(key, answer[key]));",
    ),
    written(
      'the names of a map',
      'for (const [key, value] of Object.entries({ refreshToken: a, theme: b })) «localStorage.setItem(key, String(value));\nObject.keys({ jwt: 1 }).forEach((key) => «localStorage.setItem(key, answer[key]));',
    ),
    written(
      'a map whose entry is chosen',
      "const KEYS = { first: 'app.jwt', look: 'app.look' } as const;\nexport const put = (which: keyof typeof KEYS, value: string) => «localStorage.setItem(KEYS[which], value);",
      'client/put.ts',
    ),
    written(
      'a member of an enum, in brackets',
      "enum Key {\n  First = 'jwt',\n  Look = 'look',\n}\n«localStorage.setItem(Key['First'], t);\nlocalStorage.setItem(Key['Look'], t);\nObject.values(Key).forEach((key) => «localStorage.setItem(key, all[key]));",
      'client/put.ts',
    ),
    read('a list that is read', "const all = ['jwt', 'theme'].map((key) => «localStorage.getItem(key));"),
    written(
      'a list that is copied',
      "const KEYS = ['auth_token', 'auth_user'];\nKEYS.forEach((key) => {\n  const value = cache.get(key);\n  if (value) «sessionStorage.setItem(key, value);\n});",
    ),
    written(
      'a helper that is called for a list',
      "const put = (key, value) => localStorage.setItem(key, value);\nfor (const key of ['jwt', 'look']) «put(key, answer[key]);",
    ),
    written(
      'an app’s name before the key',
      "const PREFIX = 'x_board_';\n«localStorage.setItem(`${PREFIX}token`, t);\n«localStorage.setItem(PREFIX + 'access_token', t);\nconst keyOf = (name) => `chain-app:${name}`;\n«localStorage.setItem(keyOf('token'), t);",
    ),
    written(
      'an app’s name that a helper puts before the key',
      "const put = (name, value) => localStorage.setItem('color_lab_' + name, value);\n«put('token', t);\nput('theme', t);",
    ),
    read('an app’s name before a key that is read', "const PREFIX = 'x_board_';\nconst t = «localStorage.getItem(`${PREFIX}token`);"),
    written(
      'a constant that says more than its text',
      "const ACCESS_TOKEN_KEY = 'x_board_token';\n«localStorage.setItem(ACCESS_TOKEN_KEY, t);",
    ),
    written(
      'the two tokens of Simple JWT, as its answer calls them',
      "const { data } = await axios.post('/api/token/', form);\n«localStorage.setItem('access', data.access);\n«localStorage.setItem('refresh', data.refresh);",
    ),
    read(
      'one of them, to renew the other',
      "const send = () => axios.post('/api/token/refresh/', { refresh: «localStorage.getItem('refresh') });\nlocalStorage.removeItem('access');",
    ),
    written(
      'one of them, which is sent with its scheme',
      "«sessionStorage.setItem('access', data.access);\nconst authorized = (t) => ({ headers: { Authorization: 'JWT ' + t } });",
    ),
  ],
} satisfies RuleCases;
