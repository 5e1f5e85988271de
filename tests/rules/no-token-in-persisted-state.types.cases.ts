import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const zustand = "import { create } from 'zustand';\nimport { persist } from 'zustand/middleware';\n";
const types = 'interface Session { name: string; accessToken: string }\ninterface State { session: Session | null; theme: string }\n';
const mobx = "import { makePersistable } from 'mobx-persist-store';\n";
const file = { filename: 'client/store.ts' };
const persisted = (name: string, code: string) => marked(name, 'persisted', code, file);

export default {
  rule: 'no-token-in-persisted-state',
  valid: [
    {
      name: "the key of an account's text messages",
      code: `${zustand}interface Shop { name: string; texts?: { accountSid: string; authToken: string; from: string } }\nexport const useIt = create<{ shop: Shop | null }>()(persist(() => ({ shop: null }), { name: 'app' }));`,
      ...file,
    },
    {
      name: 'the type holds no token',
      code: `${zustand}interface Session { name: string; tokenCount: number; hasToken: boolean }\nexport const useIt = create<{ session: Session | null }>()(persist(() => ({ session: null }), { name: 'app' }));`,
      ...file,
    },
    {
      name: 'the part with the token is left out',
      code: `${zustand}${types}export const useIt = create<State>()(persist(() => ({ session: null, theme: '' }), { name: 'app', partialize: (s) => ({ theme: s.theme }) }));`,
      ...file,
    },
    {
      name: 'a function that the type declares',
      code: `${zustand}export const useIt = create<{ api: { token: () => string } | null }>()(persist(() => ({ api: null }), { name: 'app' }));`,
      ...file,
    },
    {
      name: 'MobX: other properties',
      code: `${mobx}export class Auth { accessToken = ''; theme = 'dark'; constructor() { makePersistable(this, { name: 'ui', properties: ['theme'], storage: localStorage }); } }`,
      ...file,
    },
    {
      name: 'MobX: a flag of that name',
      code: `${mobx}export class Auth { token = false; constructor() { makePersistable(this, { name: 'ui', properties: ['token'], storage: localStorage }); } }`,
      ...file,
    },
    {
      name: 'another package’s makePersistable',
      code: "import { makePersistable } from './own';\nexport class Auth { accessToken = ''; constructor() { makePersistable(this, { properties: ['accessToken'] }); } }",
      ...file,
    },
  ],
  invalid: [
    persisted(
      'partialize names a part whose type holds it',
      `${zustand}${types}export const useIt = create<State>()(persist(() => ({ session: null, theme: '' }), { name: 'app', partialize: (s) => ({ «session: s.session }) }));`,
    ),
    persisted(
      'the whole state, typed at persist',
      `${zustand}${types}export const useIt = create(persist<State>(() => ({ «session: null, theme: '' }), { name: 'app' }));`,
    ),
    persisted(
      'an asserted part',
      `${zustand}type Login = { user: string; tokens: { refreshToken: string } };\nexport const useIt = create(persist(() => ({ «login: undefined as Login | undefined }), { name: 'app' }));`,
    ),
    persisted(
      'a list of accounts, by an interface that extends another',
      `${zustand}interface Base { jwt: string }\ninterface Account extends Base { name: string }\ninterface State { accounts: Account[] }\nexport const useIt = create<State>()(persist(() => ({ «accounts: [] }), { name: 'app' }));`,
    ),
    persisted(
      'pinia, by the type of its state',
      `import { defineStore } from 'pinia';\n${types}export const useIt = defineStore('app', { state: (): State => ({ «session: null, theme: '' }), persist: true });`,
    ),
    persisted(
      'MobX: a property that is named',
      `${mobx}export class Auth { accessToken = ''; constructor() { makePersistable(this, { name: 'auth', properties: [«'accessToken'], storage: window.localStorage }); } }`,
    ),
    persisted(
      'MobX: as an object, and a store that is handed over',
      `${mobx}class Auth { jwt = ''; theme = ''; }\nconst auth = new Auth();\nmakePersistable(auth, { name: 'auth', properties: ['theme', «{ key: 'jwt', serialize: String, deserialize: String }], storage: sessionStorage });`,
    ),
    persisted(
      'MobX: a part whose type holds it',
      `${mobx}${types}export class Auth { session: Session | null = null; constructor() { makePersistable(this, { name: 'auth', properties: [«'session'], storage: localStorage }); } }`,
    ),
    persisted(
      'MobX: a decorator',
      "import { persist } from 'mobx-persist';\nexport class Auth { «@persist accessToken = ''; @persist('object') theme = {}; }",
    ),
  ],
} satisfies RuleCases;
