import type { RuleCases } from '../support/rule-cases.ts';
import type { StorageObject } from '../support/storage-library.ts';
import { casesOfFunction, casesOfObject, joined, reported } from '../support/storage-library.ts';

const objects: readonly StorageObject[] = [
  { source: 'store2' },
  { source: 'store2', exported: 'session' },
  { source: 'store2', made: "$.namespace('app')" },
  { source: 'store' },
  { source: 'lscache' },
  { source: 'secure-ls', made: "new $({ encodingType: 'aes' })" },
  { source: 'encrypt-storage', exported: 'EncryptStorage', made: "new $('key')", write: 'setItem', read: 'getItem', remove: 'removeItem' },
  { source: 'react-secure-storage', write: 'setItem', read: 'getItem', remove: 'removeItem' },
  { source: 'localforage', write: 'setItem', read: 'getItem', remove: 'removeItem' },
  { source: 'localforage', made: "$.createInstance({ name: 'app' })", write: 'setItem', read: 'getItem', remove: 'removeItem' },
  { source: 'quasar', exported: 'LocalStorage', read: 'getItem' },
  { source: 'quasar', exported: 'SessionStorage', read: 'getItem' },
  { source: 'ngx-webstorage', exported: 'LocalStorageService', made: 'new $()', write: 'store', read: 'retrieve', remove: 'clear' },
  { source: 'ngx-webstorage', exported: 'SessionStorageService', made: 'new $()', write: 'store', read: 'retrieve', remove: 'clear' },
  { source: '@ngx-pwa/local-storage', exported: 'StorageMap', made: 'new $()', remove: 'delete' },
  { source: '@plasmohq/storage', exported: 'Storage', made: 'new $()', messageId: 'inExtension' },
  { source: '@wxt-dev/storage', exported: 'storage', write: 'setItem', read: 'getItem', remove: 'removeItem', messageId: 'inExtension' },
];

const states = ['useLocalStorage', 'useSessionStorage'].flatMap((exported) =>
  ['@vueuse/core', 'usehooks-ts', 'react-use', '@uidotdev/usehooks'].map((source) => ({ source, exported })),
);

const { valid, invalid } = joined([
  ...objects.map(casesOfObject),
  ...[
    ...states,
    { source: '@vueuse/core', exported: 'useStorage' },
    { source: '@vueuse/core', exported: 'useStorageAsync' },
    { source: 'ahooks', exported: 'useLocalStorageState', given: "'$key', { defaultValue: $value }" },
    { source: 'ahooks', exported: 'useSessionStorageState', given: "'$key', { defaultValue: $value }" },
    { source: '@mantine/hooks', exported: 'useLocalStorage', given: "{ key: '$key', defaultValue: $value }" },
    { source: '@mantine/hooks', exported: 'useSessionStorage', given: "{ key: '$key', defaultValue: $value }" },
    { source: 'svelte-persisted-store', exported: 'persisted' },
  ].map((one) => casesOfFunction(one, 'kept')),
  casesOfFunction({ source: 'usehooks-ts', exported: 'useReadLocalStorage', given: "'$key'" }, 'read'),
  casesOfFunction({ source: '@mantine/hooks', exported: 'readLocalStorageValue', given: "{ key: '$key' }" }, 'read'),
  casesOfFunction({ source: '@rehooks/local-storage', exported: 'writeStorage' }, 'written'),
  casesOfFunction({ source: 'idb-keyval', exported: 'set' }, 'written'),
  casesOfFunction({ source: 'idb-keyval', exported: 'get', given: "'$key'" }, 'read'),
]);

export default {
  rule: 'no-token-in-browser-storage',
  valid: [
    ...valid,
    {
      name: 'IndexedDB keeps drafts',
      code: "const open = indexedDB.open('app', 1);\nopen.onsuccess = () => open.result.transaction(['drafts'], 'readwrite').objectStore('drafts').put(draft, draft.id);",
    },
    {
      name: 'a map that has put and get',
      code: "const map = new Registry();\nmap.put(token, 'token');\nmap.get('token');\ncache.transaction().store('x').put('token', token);",
    },
    { name: 'idb removes', code: "import { openDB } from 'idb';\nconst db = await openDB('app', 1);\nawait db.delete('auth', 'token');" },
    {
      name: 'Dexie keeps language tokens',
      code: "import Dexie from 'dexie';\nconst db = new Dexie('editor');\nawait db.highlights.bulkPut(highlights);\nawait db.lexemes.put({ token: lexeme, line: 3 });",
    },
    { name: "an extension's memory", code: 'chrome.storage.session.set({ token });' },
    {
      name: "an extension's settings",
      code: "chrome.storage.sync.set({ theme, maxTokens });\nchrome.storage.local.get(['theme', 'hasToken'], render);\nchrome.storage.local.remove('token');",
    },
    {
      name: "a hook that keeps a flag under a credential's key",
      code: "import { useLocalStorage } from 'usehooks-ts';\nconst [seen, setSeen] = useLocalStorage('token', false);\nsetSeen(true);",
    },
    {
      name: 'a hook that keeps a profile',
      code: "import { useLocalStorage } from '@vueuse/core';\nconst user = useLocalStorage('user', { name: '' });\nuser.value = { name: data.name };",
    },
    {
      name: "a hook of one's own that keeps memory",
      code: "import { useStorage } from 'unrelated';\nconst [token] = useStorage('token');",
    },
    {
      name: 'decorators of another library',
      code: "import { LocalStorage } from 'unrelated';\nclass Session { @LocalStorage('token') token; }",
      filename: 'src/session.ts',
    },
    {
      name: 'a decorator that keeps a setting',
      code: "import { LocalStorage } from 'ngx-webstorage';\nclass Page { @LocalStorage('theme') theme; }",
      filename: 'src/page.ts',
    },
  ],
  invalid: [
    ...invalid,
    reported(
      'store2 is a function',
      "import store from 'store2';\n▶store('token', data.token);\nstore.session({ theme, ▶jwt: data.jwt });",
      'written',
    ),
    reported(
      'store2 reads with the key alone',
      "import store from 'store2';\nsend(▶store('token'));\nsend(▶store.session('token'));\nsend(▶store.getAll().token);",
      'read',
    ),
    reported('store2 sets many', "import store from 'store2';\nstore.setAll({ theme, ▶token: data.token });", 'written'),
    reported(
      "the opened database's result",
      "const open = indexedDB.open('app', 1);\nopen.onsuccess = () => {\n  const db = open.result;\n  ▶db.transaction(['auth'], 'readwrite').objectStore('auth').put(data.token, 'token');\n};",
      'written',
    ),
    reported(
      'the object store in a variable',
      "function save(db, accessToken) {\n  const store = db.transaction('auth', 'readwrite').objectStore('auth');\n  ▶store.add(accessToken, 'jwt');\n}",
      'written',
    ),
    reported(
      'a key path: the key is in the value',
      "const tx = event.target.result.transaction('kv', 'readwrite');\n▶tx.objectStore('kv').put({ id: 'accessToken', value });",
      'written',
    ),
    reported(
      'a key path: the value holds it',
      "const tx = db.transaction('sessions', 'readwrite');\n▶tx.objectStore('session').put({ user, token });",
      'written',
    ),
    reported('read from an object store', "const request = ▶db.transaction('auth').objectStore('auth').get('token');", 'read'),
    reported(
      "idb's shortcuts",
      "import { openDB } from 'idb';\nconst opened = openDB('app', 1);\nexport async function save(data) {\n  ▶(await opened).put('auth', data.token, 'token');\n}",
      'written',
    ),
    reported(
      'idb reads',
      "import { openDB } from 'idb';\nconst db = await openDB('app', 1);\nsend(await ▶db.get('auth', 'token'));",
      'read',
    ),
    reported(
      "idb's transaction",
      "import * as idb from 'idb';\nconst db = await idb.openDB('app', 1);\nconst tx = db.transaction('auth', 'readwrite');\nawait ▶tx.store.put(data.token, 'token');\nawait ▶tx.objectStore('auth').put(data.token, 'token');",
      'written',
    ),
    reported(
      "idb-keyval's many",
      "import { setMany } from 'idb-keyval';\nawait setMany([['theme', theme], ▶['token', data.token]]);",
      'written',
    ),
    reported("idb-keyval's update", "import { update } from 'idb-keyval';\nawait ▶update('token', () => next);", 'written'),
    reported(
      "Dexie's table",
      "import Dexie from 'dexie';\nconst db = new Dexie('app');\nawait ▶db.sessions.put({ id: 1, accessToken });\nawait ▶db.table('auth').add({ token: data.token });",
      'written',
    ),
    reported(
      "a class of one's own that extends Dexie",
      "import { Dexie } from 'dexie';\nclass Database extends Dexie {\n  constructor() { super('app'); this.version(1).stores({ auth: 'id' }); }\n}\nconst db = new Database();\nawait ▶db.auth.put({ id: 'me', token });",
      'written',
    ),
    reported(
      "an extension's storage",
      'chrome.storage.local.set({ theme, ▶token: data.token }, done);\nawait browser.storage.sync.set({ ▶accessToken });\nconst change = { jwt: data.jwt };\n▶chrome.storage.local.set(change);',
      'inExtension',
    ),
    reported(
      "an extension's storage is read",
      "const { token } = await ▶chrome.storage.local.get('token');\nchrome.storage.local.get([▶'jwt', 'theme'], render);\nchrome.storage.sync.get({ ▶accessToken: null, theme: 'dark' }, render);",
      'inExtension',
    ),
    reported(
      "an extension's storage through the polyfill",
      "import browser from 'webextension-polyfill';\nconst { local } = browser.storage;\nawait local.set({ ▶token: data.token });\nawait browser.storage.local.set({ ▶['jwt']: data.jwt });",
      'inExtension',
    ),
    reported(
      "a hook's setter is given the token",
      "import { useLocalStorage } from 'usehooks-ts';\nexport function useSession() {\n  const [user, setUser] = ▶useLocalStorage('user', null);\n  const login = async () => setUser({ name: data.name, accessToken: data.accessToken });\n  return { user, login };\n}",
      'kept',
    ),
    reported(
      "a hook's setter is a function",
      "import { useLocalStorage } from 'usehooks-ts';\nconst [, setAuth] = ▶useLocalStorage('auth', {});\nsetAuth((old) => ({ ...old, token: data.token }));",
      'kept',
    ),
    reported(
      'what the code takes out of a hook',
      "import { useStorage } from '@vueuse/core';\nconst user = ▶useStorage('user', {}, sessionStorage);\napi.use(user.value.accessToken);",
      'kept',
    ),
    reported(
      'a ref is given the token',
      "import { useLocalStorage } from '@vueuse/core';\nconst session = ▶useLocalStorage('current', null);\nsession.value = data.accessToken;",
      'kept',
    ),
    reported(
      'ngx-webstorage by injection',
      "import { LocalStorageService } from 'ngx-webstorage';\nexport class Session {\n  constructor(private readonly kept: LocalStorageService) {}\n  save(data) { ▶this.kept.store('token', data.token); }\n}",
      'written',
      { filename: 'src/session.ts' },
    ),
    reported(
      'ngx-webstorage by inject()',
      "import { inject } from '@angular/core';\nimport { SessionStorageService } from 'ngx-webstorage';\nexport class Session {\n  private kept = inject(SessionStorageService);\n  get token() { return ▶this.kept.retrieve('token'); }\n}",
      'read',
      { filename: 'src/session.ts' },
    ),
    reported(
      "ngx-webstorage's decorators",
      "import { LocalStorage, SessionStorage } from 'ngx-webstorage';\nexport class Session {\n  @▶LocalStorage('token') private kept: string;\n  @▶SessionStorage() accessToken;\n}",
      'kept',
      { filename: 'src/session.ts' },
    ),
    reported(
      "a plugin of Vue's components",
      "export default {\n  methods: {\n    save(data) {\n      ▶this.$q.localStorage.set('token', data.token);\n      ▶this.$session.set('jwt', data.jwt);\n    },\n  },\n};",
      'written',
      { filename: 'src/Login.js' },
    ),
    reported(
      'a type that may be null',
      "import { LocalStorageService } from 'angular-web-storage';\nexport class Session {\n  private kept: LocalStorageService | null = null;\n  save(data) { ▶this.kept?.set('token', data.token); }\n}",
      'written',
      { filename: 'src/session.ts' },
    ),
    reported(
      "the team's own storage",
      "import { vault } from '../lib/vault';\n▶vault.save('token', data.token);\nvault.save('theme', theme);\nvault.remove('token');",
      'written',
      { settings: { storages: [{ module: 'lib/vault', export: 'vault' }] } },
    ),
    reported(
      "the team's own function for one thing",
      "import { setToken as keepIt } from '@/lib/vault.js';\n▶keepIt(data.token);",
      'written',
      { settings: { storages: [{ module: 'lib/vault' }] } },
    ),
    reported(
      "the team's own accessor",
      "import * as vault from '@acme/vault';\nsend(▶vault.getAccessToken());\nsend(▶vault.read('jwt'));",
      'read',
      { settings: { storages: [{ module: '@acme/vault' }] } },
    ),
    reported(
      "the team's own hook",
      "import { useVault } from '@acme/vault';\nconst { save } = useVault();\n▶save('token', data.token);",
      'written',
      { settings: { storages: [{ module: '@acme/vault', export: 'useVault' }] } },
    ),
    reported("uni-app's storage", "▶uni.setStorageSync('token', data.token);\nuni.setStorageSync('theme', theme);", 'written'),
    reported(
      "uni-app's storage, told by one object",
      "▶uni.setStorage({ key: 'accessToken', data: answer.accessToken, success: go });",
      'written',
    ),
    reported(
      "uni-app's storage, under a constant",
      "const KEYS = { token: 'app_token' };\nexport const read = () => ▶uni.getStorageSync(KEYS.token) || '';\nuni.removeStorageSync(KEYS.token);",
      'read',
    ),
    reported(
      "Taro's storage",
      "import Taro from '@tarojs/taro';\n▶Taro.setStorageSync('jwt', res.data.jwt);\nTaro.clearStorageSync();",
      'written',
    ),
    reported(
      "Taro's storage, by a function",
      "import { getStorageSync } from '@tarojs/taro';\nsend(▶getStorageSync('access_token'));",
      'read',
    ),
  ],
} satisfies RuleCases;
