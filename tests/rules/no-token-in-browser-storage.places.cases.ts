import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const written = (name: string, code: string) => marked(name, 'written', code);

export default {
  rule: 'no-token-in-browser-storage',
  valid: [
    {
      name: 'a cache of what was fetched',
      code: "self.addEventListener('fetch', (event) => event.respondWith(caches.open('v1').then(async (cache) => { const response = await fetch(event.request); cache.put(event.request, response.clone()); return response; })));",
    },
    {
      name: 'a cache of other things, and another cache',
      code: "const cache = await caches.open('v1');\nawait cache.put('/theme', new Response('dark'));\nawait cache.put('/csrf-token', new Response(csrfToken));\nconst own = new LRUCache({ max: 3 });\nown.put('token', new Response(token));",
    },
    { name: 'assigned to the storage: other keys', code: "Object.assign(localStorage, { theme: 'dark', csrfToken: data.csrfToken });" },
    { name: 'assigned to another object', code: 'Object.assign(session, { token: data.token });' },
    { name: 'another trade’s key and value', code: "localStorage.setItem('board_token', board.token);" },
    { name: 'a paging key', code: "localStorage.setItem('next_page_token', page.nextPageToken);" },
    { name: 'another trade’s key, though a token is called so', code: "localStorage.setItem('selected_token', token);" },
    {
      name: 'a persisted signal under another key',
      code: "import { makePersisted } from '@solid-primitives/storage';\nmakePersisted(createSignal('dark'), { name: 'theme' });",
    },
    {
      name: 'a hook whose first value has no place for one',
      code: "import { useLocalStorage } from 'usehooks-ts';\nuseLocalStorage('ui', { theme: '', csrfToken: '' });",
    },
    {
      name: 'a hook whose type has none',
      code: "import { useLocalStorage } from 'usehooks-ts';\nuseLocalStorage<{ name: string; hasToken: boolean } | null>('profile', null);",
      filename: 'client/use.ts',
    },
    {
      name: 'PocketBase in memory',
      code: "import PocketBase, { BaseAuthStore } from 'pocketbase';\nnew PocketBase('/', new BaseAuthStore());",
    },
    {
      name: 'storages in a loop, under another key',
      code: "for (const s of [localStorage, sessionStorage]) s.setItem('theme', 'dark');\n[localStorage, sessionStorage].forEach((s) => s.removeItem('token'));",
    },
    { name: 'a computed member of another object', code: "const store = stores[kind];\nstore.setItem('token', token);" },
    { name: 'a computed member of the window that is no storage', code: "window[on ? 'caches' : 'crypto'].setItem('token', token);" },
  ],
  invalid: [
    written(
      'the Cache API',
      "const cache = await caches.open('auth');\nawait «cache.put('/token', new Response(token));\nawait «cache.put(new Request('/session'), new Response(JSON.stringify({ user, accessToken })));",
    ),
    written(
      'the Cache API, behind a promise and in a function of its own',
      "caches.open('auth').then((cache) => «cache.put('/session', Response.json({ user, accessToken })));\nconst opened = () => caches.open('auth');\nasync function keep(jwt) { const cache = await opened(); «cache.put('/jwt', new Response(jwt)); }",
    ),
    marked(
      'the Cache API is read',
      'read',
      "const read = async () => (await «caches.match('/token')).text();\nasync function jwt() { const cache = await caches.open('auth'); return (await «cache.match('/jwt')).text(); }",
    ),
    written('storages in a loop', "for (const s of [localStorage, sessionStorage]) «s.setItem('token', data.token);"),
    written('storages in a callback', "[localStorage, sessionStorage].forEach((s) => «s.setItem('token', data.token));"),
    written('storages in a list that has a name', "const all = [sessionStorage];\nall.map((one) => «one.setItem('jwt', data.token));"),
    written('a condition decides which', "«window[remember ? 'localStorage' : 'sessionStorage'].setItem('token', data.token);"),
    written(
      'a type says which',
      "export const save = (kind: 'localStorage' | 'sessionStorage', t: string) => «window[kind].setItem('accessToken', t);",
    ),
    written(
      'a default says which',
      "export function save(t, kind = 'sessionStorage') {\n  «globalThis[kind].setItem('accessToken', t);\n}",
    ),
    written('the storage of the window that opened this one', "«window.opener.localStorage.setItem('token', data.token);"),
    written('the storage of a frame', "«frame.contentWindow.sessionStorage.setItem('accessToken', value);"),
    written(
      'a storage that a constructor takes',
      "class Keeper {\n  constructor(store = localStorage) {\n    this.store = store;\n  }\n  save(t) {\n    «this.store.setItem('token', t);\n  }\n}",
    ),
    marked(
      'a store whose first value has a place for it',
      'kept',
      "import { persisted } from 'svelte-persisted-store';\nexport const auth = «persisted('auth', { token: null });",
    ),
    marked(
      'a hook whose type promises it',
      'kept',
      "import { useLocalStorage } from 'usehooks-ts';\ninterface Session { name: string; accessToken: string }\nexport const useSession = () => «useLocalStorage<Session | null>('session', null);",
      { filename: 'client/use.ts' },
    ),
    marked(
      'a hook whose first value starts as an empty text',
      'kept',
      "import { useSessionStorage } from 'react-use';\nexport const useIt = () => «useSessionStorage('login', { user: '', jwt: '' });",
    ),
    marked(
      'PocketBase’s store in localStorage',
      'sdk',
      "import PocketBase, { LocalAuthStore } from 'pocketbase';\nexport const pb = new PocketBase('/', «new LocalAuthStore('auth'));",
    ),
    written('assigned to the storage', "Object.assign(localStorage, { «token: data.token, theme: 'dark' });"),
    written(
      'assigned to an alias of it',
      'const store = window.sessionStorage;\nObject.assign(store, { «accessToken: value }, { theme });',
    ),
    written('set by reflection', "«Reflect.set(localStorage, 'token', data.token);"),
    written('assigned under a computed key', "const KEY = 'jwt';\nObject.assign(localStorage, { «[KEY]: data.value });"),
    written('a word of another trade in an app’s own key', "«localStorage.setItem('x_board_token', data.accessToken);"),
    written('a paging word in it', "«sessionStorage.setItem('my-page-token', session.access_token);"),
    written(
      'a wallet’s word, and what was signed',
      "import jwt from 'jsonwebtoken';\n«localStorage.setItem('pool_token', jwt.sign({ id }, secret));",
    ),
    marked(
      'a persisted signal',
      'kept',
      "import { makePersisted } from '@solid-primitives/storage';\nconst [token, setToken] = «makePersisted(createSignal(null), { name: 'token' });",
    ),
  ],
} satisfies RuleCases;
