import type { RuleCases } from '../support/rule-cases.ts';
import { reported } from '../support/storage-library.ts';

const kept = (name: string, marked: string, more: Parameters<typeof reported>[3] = {}): ReturnType<typeof reported> =>
  reported(name, marked, 'sdk', more);

const auth0 = "import { createAuth0Client } from '@auth0/auth0-spa-js';\n";
const msal = "import { PublicClientApplication } from '@azure/msal-browser';\n";
const okta = "import { OktaAuth } from '@okta/okta-auth-js';\n";
const oidc = "import { InMemoryWebStorage, UserManager, WebStorageStateStore } from 'oidc-client-ts';\n";
const firebase =
  "import { browserLocalPersistence, browserSessionPersistence, getAuth, indexedDBLocalPersistence, initializeAuth, inMemoryPersistence, setPersistence } from 'firebase/auth';\n";
const supabase = "import { createClient } from '@supabase/supabase-js';\n";
const amplify = "import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';\n";

export default {
  rule: 'no-token-in-browser-storage',
  valid: [
    {
      name: 'Auth0: memory, and nothing said',
      code: `${auth0}createAuth0Client({ domain, clientId, cacheLocation: 'memory' });\ncreateAuth0Client({ domain, clientId });`,
    },
    {
      name: 'Auth0: a provider with memory',
      code: 'import { Auth0Provider } from \'@auth0/auth0-react\';\nexport const App = () => <Auth0Provider domain={domain} clientId={clientId} cacheLocation="memory"><Routes /></Auth0Provider>;',
    },
    {
      name: 'Auth0: a location that is not to be seen',
      code: `${auth0}import { cacheLocation } from './config';\ncreateAuth0Client({ domain, clientId, cacheLocation });`,
    },
    {
      name: "Auth0: a cache of one's own",
      code: `${auth0}import { vault } from './vault';\ncreateAuth0Client({ domain, clientId, cache: vault });`,
    },
    {
      name: 'a cache of no sign-in library',
      code: 'export const session = makeCache({ cacheLocation: \'localstorage\', ttl: 60 });\nconst Tiles = () => <Map cacheLocation="localstorage" />;',
    },
    {
      name: 'Auth0: on a server',
      code: "import express from 'express';\nimport { Auth0Client } from '@auth0/auth0-spa-js';\nconst client = new Auth0Client({ clientId, cacheLocation: 'localstorage' });",
      filename: 'server/app.ts',
    },
    {
      name: 'MSAL: memory',
      code: `${msal}import { BrowserCacheLocation } from '@azure/msal-browser';\nnew PublicClientApplication({ auth: { clientId }, cache: { cacheLocation: 'memoryStorage' } });\nnew PublicClientApplication({ auth: { clientId }, cache: { cacheLocation: BrowserCacheLocation.MemoryStorage } });\nnew PublicClientApplication({ auth: { clientId } });`,
    },
    {
      name: 'MSAL: only what lasts until the sign-in is over',
      code: `${msal}new PublicClientApplication({ auth: { clientId }, cache: { cacheLocation: 'memoryStorage', temporaryCacheLocation: 'sessionStorage' } });`,
    },
    {
      name: "another library's cache",
      code: "import { createApi } from 'api-client';\nexport const api = createApi({ tokens: 3, cache: { cacheLocation: 'localStorage' } });",
    },
    {
      name: 'Okta: memory',
      code: `${okta}new OktaAuth({ issuer, clientId, tokenManager: { storage: 'memory' }, storageManager: { token: { storageTypes: ['memory'] }, transaction: { storageTypes: ['sessionStorage'] } } });`,
    },
    {
      name: 'another tokenManager',
      code: "import { TokenManager } from './tokens';\nexport const manager = start({ tokenManager: { storage: 'localStorage' } });",
    },
    {
      name: 'oidc-client-ts: memory, and nothing said',
      code: `${oidc}new UserManager({ authority, client_id, userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }) });\nnew UserManager({ authority, client_id });`,
    },
    {
      name: 'oidc-client-ts: what a sign-in needs until it is over',
      code: `${oidc}new UserManager({ authority, client_id, stateStore: new WebStorageStateStore({ store: window.localStorage }) });`,
    },
    {
      name: 'oidc-client-ts: a store that is not to be seen',
      code: `${oidc}import { vault } from './vault';\nnew UserManager({ authority, client_id, userStore: new WebStorageStateStore({ store: vault }) });\nexport const make = (options) => new UserManager({ userStore: new WebStorageStateStore(options) });`,
    },
    {
      name: "oidc-client-ts: a state store of one's own",
      code: "import { UserManager } from 'oidc-client-ts';\nimport { WebStorageStateStore } from './stores';\nnew UserManager({ authority, client_id, userStore: new WebStorageStateStore({ store: localStorage }) });",
    },
    {
      name: 'a store of users',
      code: "import { UserStore } from './users';\nexport const auth = start({ userStore: new UserStore({ store: localStorage }) });",
    },
    {
      name: 'Firebase: memory',
      code: `${firebase}setPersistence(getAuth(), inMemoryPersistence);\ninitializeAuth(app, { persistence: [inMemoryPersistence] });`,
    },
    {
      name: 'Firebase 8: none',
      code: "import firebase from 'firebase/app';\nimport 'firebase/auth';\nfirebase.auth().setPersistence(firebase.auth.Auth.Persistence.NONE);\nfirebase.auth().setPersistence('none');",
    },
    {
      name: "Firestore's own persistence",
      code: "import { enableIndexedDbPersistence, getFirestore } from 'firebase/firestore';\nimport { getAuth } from 'firebase/auth';\nenableIndexedDbPersistence(getFirestore());",
    },
    {
      name: "another library's setPersistence",
      code: "import { browserLocalPersistence, setPersistence } from './auth-store';\nsetPersistence(auth, browserLocalPersistence);\nauthStore.setPersistence('local');",
    },
    {
      name: 'Firebase: a persistence that is not to be seen',
      code: `${firebase}export const remember = (persistence) => setPersistence(getAuth(), persistence);`,
    },
    {
      name: 'Firebase: React Native',
      code: "import { initializeAuth, getReactNativePersistence } from 'firebase/auth';\nimport AsyncStorage from '@react-native-async-storage/async-storage';\ninitializeAuth(app, { persistence: getReactNativePersistence(AsyncStorage) });",
    },
    {
      name: 'Supabase: nothing said',
      code: `${supabase}export const client = createClient(url, key);\nexport const other = createClient(url, key, { auth: { autoRefreshToken: true } });`,
    },
    {
      name: 'Supabase: not persisted',
      code: `${supabase}export const client = createClient(url, key, { auth: { storage: localStorage, persistSession: false } });`,
    },
    {
      name: "Supabase: a storage of one's own",
      code: `${supabase}import { cookieStorage } from './cookie-storage';\nexport const client = createClient(url, key, { auth: { storage: cookieStorage, persistSession: true } });`,
    },
    {
      name: 'Supabase: on a server it keeps nothing',
      code: `${supabase}import express from 'express';\nexport const client = createClient(url, key, { auth: { persistSession: true } });`,
      filename: 'server/supabase.ts',
    },
    {
      name: 'Supabase: where it runs is not known',
      code: `${supabase}export const client = createClient(url, key, { auth: { persistSession: true } });`,
      filename: 'lib/supabase.ts',
    },
    {
      name: 'Supabase: @supabase/ssr takes no storage',
      code: "import { createBrowserClient } from '@supabase/ssr';\nexport const client = createBrowserClient(url, key, { auth: { storage: localStorage } });",
    },
    {
      name: 'Supabase: a native app',
      code: `${supabase}import { Platform } from 'react-native';\nimport AsyncStorage from '@react-native-async-storage/async-storage';\nexport const client = createClient(url, key, { auth: { storage: Platform.OS === 'web' ? localStorage : AsyncStorage } });`,
    },
    {
      name: 'another createClient',
      code: "import { createClient } from 'redis';\nimport type { Session } from '@supabase/supabase-js';\nexport const client = createClient(url, key, { auth: { storage: localStorage, persistSession: true } });",
    },
    {
      name: 'Amplify: memory',
      code: `${amplify}import { memory } from './memory';\ncognitoUserPoolsTokenProvider.setKeyValueStorage(memory);\ncognitoUserPoolsTokenProvider.setKeyValueStorage({ setItem, getItem, removeItem, clear });`,
    },
    {
      name: 'Amplify: files, not tokens',
      code: "import { Amplify } from 'aws-amplify';\nAmplify.configure({ Auth: { region }, Storage: { bucket } });",
    },
    {
      name: "Amplify: cookies are another rule's",
      code: `${amplify}import { CookieStorage } from 'aws-amplify/utils';\ncognitoUserPoolsTokenProvider.setKeyValueStorage(new CookieStorage());`,
    },
    {
      name: "a setKeyValueStorage of one's own",
      code: "import { tokenProvider } from './tokens';\ntokenProvider.setKeyValueStorage(localStorage);",
    },
    {
      name: 'keycloak-js keeps them in memory',
      code: "import Keycloak from 'keycloak-js';\nconst keycloak = new Keycloak({ url, realm, clientId });\nkeycloak.init({ onLoad: 'check-sso', checkLoginIframe: false });",
    },
  ],
  invalid: [
    {
      ...kept('Auth0: what the message says', `${auth0}createAuth0Client({ domain, clientId, ▶cacheLocation: 'localstorage' });`),
      errors: [
        {
          messageId: 'sdk',
          line: 2,
          column: 39,
          data: { sdk: "Auth0's SDK", storage: 'localStorage', instead: "Leave `cacheLocation` at `'memory'`, its default" },
        },
      ],
    },
    kept(
      'Auth0: a class, renamed',
      'import { Auth0Client as Client } from \'@auth0/auth0-spa-js\';\nexport const client = new Client({ domain, client_id, useRefreshTokens: true, ▶cacheLocation: "localstorage" });',
    ),
    kept(
      'Auth0: namespace',
      "import * as sdk from '@auth0/auth0-spa-js';\nexport const client = sdk.createAuth0Client?.({ domain, clientId, ▶['cacheLocation']: 'localstorage' });",
    ),
    kept(
      'Auth0: required',
      "const createAuth0Client = require('@auth0/auth0-spa-js');\ncreateAuth0Client({ domain, client_id, ▶cacheLocation: 'localstorage' });",
    ),
    kept(
      'Auth0: options in a variable, the word in a constant',
      `${auth0}const LOCATION = 'localstorage';\nconst options = { domain, clientId, ▶cacheLocation: LOCATION };\ncreateAuth0Client(options);`,
    ),
    kept(
      'Auth0: shorthand',
      `${auth0}const cacheLocation = 'localstorage' as const;\ncreateAuth0Client({ domain, clientId, ▶cacheLocation });`,
    ),
    kept(
      'Auth0: spread',
      `${auth0}const shared = { ▶cacheLocation: 'localstorage', useRefreshTokens: true };\ncreateAuth0Client({ ...shared, domain, clientId });`,
    ),
    kept(
      'Auth0: a condition',
      `${auth0}createAuth0Client({ domain, clientId, ▶cacheLocation: isSafari ? 'localstorage' : 'memory' });\ncreateAuth0Client({ domain, clientId, ▶cacheLocation: isSafari ? 'memory' : 'localstorage' });`,
    ),
    kept(
      'Auth0: a provider',
      'import { Auth0Provider } from \'@auth0/auth0-react\';\nexport const App = () => <Auth0Provider domain={domain} clientId={clientId} ▶cacheLocation="localstorage"><Routes /></Auth0Provider>;',
    ),
    kept(
      'Auth0: a provider with an expression',
      "import { Auth0Provider as Provider } from '@auth0/auth0-react';\nexport const App = () => <Provider {...config} ▶cacheLocation={'localstorage'} />;",
    ),
    kept(
      'Auth0: Vue',
      "import { createAuth0 } from '@auth0/auth0-vue';\napp.use(createAuth0({ domain, clientId, ▶cacheLocation: 'localstorage' }));",
    ),
    kept(
      'Auth0: options in a file of their own',
      "export const authConfig = { domain, clientId, audience, ▶cacheLocation: 'localstorage' };",
    ),
    kept(
      'MSAL: direct',
      `${msal}const client = new PublicClientApplication({ auth: { clientId }, cache: { ▶cacheLocation: 'localStorage', storeAuthStateInCookie: false } });`,
    ),
    kept(
      'MSAL: sessionStorage, by its constant',
      "import * as msal from '@azure/msal-browser';\nconst client = await msal.PublicClientApplication.createPublicClientApplication({ auth, cache: { ▶cacheLocation: msal.BrowserCacheLocation.SessionStorage } });",
    ),
    kept(
      'MSAL: options in a file of their own',
      "export const msalConfig = {\n  auth: { clientId: '', authority: '' },\n  cache: {\n    ▶cacheLocation: 'sessionStorage',\n  },\n};",
    ),
    kept(
      'MSAL: typed options, the cache in a variable',
      "import type { Configuration } from '@azure/msal-browser';\nconst cache = { ▶cacheLocation: 'localStorage' };\nexport const config: Configuration = { ...base, cache };",
    ),
    kept(
      'MSAL: set later',
      `${msal}const config = { auth: { clientId }, cache: { cacheLocation: 'memoryStorage' } };\nif (remember) ▶config.cache.cacheLocation = 'localStorage';\nnew PublicClientApplication(config);`,
    ),
    kept('Okta: tokenManager', `${okta}new OktaAuth({ issuer, clientId, tokenManager: { ▶storage: 'localStorage', autoRenew: true } });`),
    kept(
      'Okta: storageManager',
      `${okta}new OktaAuth({ issuer, clientId, storageManager: { token: { ▶storageTypes: ['sessionStorage', 'memory'] } } });`,
    ),
    kept(
      'oidc-client-ts: direct',
      `${oidc}new UserManager({ authority, client_id, ▶userStore: new WebStorageStateStore({ store: window.localStorage }) });`,
    ),
    kept(
      'oidc-client-ts: renamed, aliased, sessionStorage',
      "import { UserManager, WebStorageStateStore as Store } from 'oidc-client-ts';\nconst store = sessionStorage;\nconst Alias = Store;\nconst settings = { authority, client_id, ▶userStore: new Alias({ prefix: 'app.', store }) };\nnew UserManager(settings);",
    ),
    kept(
      'oidc-client-ts: namespace, without a store it is localStorage',
      "import * as oidc from 'oidc-client-ts';\nnew oidc.UserManager({ authority, client_id, ▶userStore: new oidc.WebStorageStateStore() });\nnew oidc.UserManager({ authority, client_id, ▶userStore: new oidc.WebStorageStateStore({ prefix: 'app.' }) });",
    ),
    kept(
      'oidc-client: its forerunner, as a global',
      'const manager = new Oidc.UserManager({ authority, client_id, ▶userStore: new Oidc.WebStorageStateStore({ store: window.localStorage }) });',
    ),
    kept(
      'oidc-client: required, in a variable',
      "const { UserManager, WebStorageStateStore } = require('oidc-client');\nconst userStore = new WebStorageStateStore({ store: localStorage });\nmodule.exports = new UserManager({ authority, client_id, ▶userStore });",
    ),
    kept(
      'oidc-client-ts: loaded late',
      "export async function start() {\n  const { UserManager, WebStorageStateStore } = await import('oidc-client-ts');\n  return new UserManager({ ▶userStore: new WebStorageStateStore({ store: window.localStorage }) });\n}",
    ),
    kept(
      'oidc-client-ts: loaded late and handed on',
      "class Auth {\n  constructor(UserManager, WebStorageStateStore) {\n    this.manager = new UserManager({ ▶userStore: new WebStorageStateStore({ store: localStorage }) });\n  }\n}\nimport('oidc-client-ts').then((sdk) => new Auth(sdk.UserManager, sdk.WebStorageStateStore));",
    ),
    kept(
      'react-oidc-context: a provider',
      "import { WebStorageStateStore } from 'oidc-client-ts';\nimport { AuthProvider } from 'react-oidc-context';\nexport const App = () => <AuthProvider authority={authority} client_id={id} ▶userStore={new WebStorageStateStore({ store: window.localStorage })} />;",
    ),
    kept(
      'react-oidc-context: options spread',
      "import { WebStorageStateStore } from 'oidc-client-ts';\nimport { AuthProvider } from 'react-oidc-context';\nconst config = { authority, client_id, ▶userStore: new WebStorageStateStore({ store: window.localStorage }) };\nexport const App = () => <AuthProvider {...config} />;",
    ),
    kept(
      'Firebase: setPersistence',
      `${firebase}setPersistence(getAuth(), ▶browserLocalPersistence);\nawait setPersistence(auth, ▶browserSessionPersistence);\nauth.setPersistence(▶indexedDBLocalPersistence);`,
    ),
    kept(
      'Firebase: renamed, aliased',
      "import { browserLocalPersistence as local, setPersistence as persist } from 'firebase/auth';\nconst chosen = local;\npersist?.(auth, ▶chosen);",
    ),
    kept('Firebase: namespace', "import * as sdk from 'firebase/auth';\nsdk.setPersistence(sdk.getAuth(), ▶sdk.browserLocalPersistence);"),
    kept(
      'Firebase: a condition',
      `${firebase}export const signIn = (remember) => setPersistence(getAuth(), ▶remember ? browserLocalPersistence : browserSessionPersistence);\nexport const other = (remember) => setPersistence(getAuth(), ▶remember ? inMemoryPersistence : browserLocalPersistence);`,
    ),
    kept(
      'Firebase: initializeAuth',
      `${firebase}initializeAuth(app, { ▶persistence: [indexedDBLocalPersistence, browserLocalPersistence] });\nconst options = { ▶persistence: browserLocalPersistence };\ninitializeAuth(app, { ...options, popupRedirectResolver });`,
    ),
    kept(
      'Firebase: AngularFire',
      "import { browserLocalPersistence, getAuth, setPersistence } from '@angular/fire/auth';\nsetPersistence(getAuth(), ▶browserLocalPersistence);",
    ),
    kept(
      'Firebase 8',
      "import firebase from 'firebase/app';\nimport 'firebase/auth';\nfirebase.auth().setPersistence(▶firebase.auth.Auth.Persistence.LOCAL);\nconst auth = firebase.auth();\nauth.setPersistence(▶firebase.auth.Auth.Persistence.SESSION);\nauth.setPersistence(▶'local');",
    ),
    kept(
      'Firebase 8: compat, an auth from elsewhere',
      "import firebase from 'firebase/compat/app';\nimport { auth } from './firebase';\nauth.setPersistence(▶firebase.auth.Auth.Persistence.LOCAL);",
    ),
    kept('Firebase 8: a global', 'firebase.auth().setPersistence(▶firebase.auth.Auth.Persistence.SESSION);'),
    kept(
      'Supabase: direct',
      `${supabase}export const client = createClient(url, key, { auth: { ▶storage: localStorage, persistSession: true, autoRefreshToken: true } });`,
    ),
    kept(
      'Supabase: renamed, aliased, options in a variable',
      "import { createClient as connect } from '@supabase/supabase-js';\nconst make = connect;\nconst store = window.sessionStorage;\nconst auth = { ▶storage: store };\nconst options = { db: { schema: 'public' }, auth };\nexport const client = make<Database>(url, key, options);",
      { filename: 'src/client.ts' },
    ),
    kept(
      'Supabase: namespace, spread',
      "import * as supabase from '@supabase/supabase-js';\nconst shared = { auth: { ▶storage: globalThis.localStorage } };\nexport const client = supabase.createClient(url, key, { ...shared });",
    ),
    kept(
      'Supabase: where there is a window',
      `${supabase}export const client = createClient(url, key, { auth: { ▶storage: typeof window === 'undefined' ? undefined : window.localStorage } });\nexport const other = createClient(url, key, { auth: { ▶storage: (typeof window !== 'undefined' && window.localStorage) || undefined } });`,
    ),
    kept(
      'Supabase: persistSession alone',
      `${supabase}import ReactDOM from 'react-dom';\nexport const client = createClient(url, key, { auth: { ▶persistSession: true } });`,
    ),
    kept(
      'Amplify: setKeyValueStorage',
      `${amplify}import { defaultStorage, sessionStorage as perTab } from 'aws-amplify/utils';\ncognitoUserPoolsTokenProvider.setKeyValueStorage(▶defaultStorage);\ncognitoUserPoolsTokenProvider.setKeyValueStorage(▶perTab);\ncognitoUserPoolsTokenProvider.setKeyValueStorage(▶window.localStorage);`,
    ),
    kept(
      'Amplify: renamed, namespace, aliased',
      "import { cognitoUserPoolsTokenProvider as provider } from 'aws-amplify/auth/cognito';\nimport * as utils from 'aws-amplify/utils';\nconst alias = provider;\nalias.setKeyValueStorage(▶utils.defaultStorage);\nconst { setKeyValueStorage } = provider;\nsetKeyValueStorage(▶utils.sessionStorage);",
    ),
    kept('Amplify 5: Auth.configure', "import { Auth } from 'aws-amplify';\nAuth.configure({ userPoolId, ▶storage: localStorage });"),
    kept(
      'Amplify 5: Amplify.configure',
      "import Amplify from 'aws-amplify';\nconst config = { Auth: { userPoolId, ▶storage: window.sessionStorage } };\nAmplify.configure(config);",
    ),
    kept('Amplify 5: Auth by itself', "import Auth from '@aws-amplify/auth';\nAuth.configure({ ...config, ▶storage: sessionStorage });"),
    kept(
      'Cognito below Amplify',
      "import { CognitoUserPool } from 'amazon-cognito-identity-js';\nexport const pool = new CognitoUserPool({ UserPoolId, ClientId, ▶Storage: window.localStorage });",
    ),
  ],
} satisfies RuleCases;
