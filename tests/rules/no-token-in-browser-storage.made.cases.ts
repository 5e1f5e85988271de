import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const written = (name: string, code: string, filename?: string) =>
  marked(name, 'written', code, filename === undefined ? {} : { filename });
const kept = (name: string, code: string, filename?: string) => marked(name, 'kept', code, filename === undefined ? {} : { filename });

const SLOT = `class Slot {
  constructor(name) {
    this.name = name;
  }
  put(value) {
    localStorage.setItem(this.name, JSON.stringify(value));
  }
  take() {
    return localStorage.getItem(this.name);
  }
  drop() {
    localStorage.removeItem(this.name);
  }
}
`;
const TYPED = `class Slot<T> {
  constructor(private readonly area: Storage, private readonly name: string) {}
  put(value: T) {
    this.area.setItem(this.name, JSON.stringify(value));
  }
}
`;
const MAKER =
  'const slot = (name) => ({ put: (value) => sessionStorage.setItem(name, value), drop: () => sessionStorage.removeItem(name) });\n';

/** Objects that are made for one key, or for one storage. */
export default {
  rule: 'no-token-in-browser-storage',
  valid: [
    {
      name: 'made for other keys',
      code: `${SLOT}const look = new Slot('theme');\nlook.put('dark');\nlook.take();\nnew Slot('csrfToken').put(x);\nexport const page = new Slot('next_page_token');`,
    },
    { name: 'only removed', code: `${SLOT}const slot = new Slot('token');\nslot.drop();` },
    {
      name: 'that keeps in memory',
      code: "class Slot {\n  constructor(name) {\n    this.name = name;\n    this.all = new Map();\n  }\n  put(value) {\n    this.all.set(this.name, value);\n  }\n}\nconst slot = new Slot('token');\nslot.put(t);",
    },
    {
      name: 'that gets a storage in memory',
      code: `${TYPED}const memory = { setItem() {} } as unknown as Storage;\nconst slot = new Slot<string>(memory, 'token');\nslot.put(t);\nnew Slot(new MemoryStorage(), 'jwt').put(t);`,
      filename: 'client/slot.ts',
    },
    {
      name: 'a maker’s other objects',
      code: "const make = (base) => ({ put: (key, value) => base.setItem(key, value) });\nconst long = make(localStorage);\nconst short = make(new MemoryStorage());\nlong.put('theme', 'dark');\nshort.put('token', t);",
    },
    {
      name: 'a storage and a key that are handed to a package',
      code: "import { Slot } from 'slots';\nexport const slot = new Slot(localStorage, 'token');",
    },
    {
      name: 'a storage and another key, or no key',
      code: "import { Slot, makeSlots, watch, dropSlot } from './slots';\nexport const look = new Slot(localStorage, 'theme');\nexport const slots = makeSlots(localStorage);\nwatch(localStorage, 'token', f);\ndropSlot(localStorage, 'token');\nexpect(localStorage.setItem).toHaveBeenCalledWith('token', 'x');",
    },
    { name: 'an object for a token that is handed on', code: `${SLOT}const slot = new Slot('theme');\nconsole.log(slot);` },
  ],
  invalid: [
    written(
      'a class that gets its key',
      `${SLOT}const slot = new Slot('jwt');\n«slot.put(answer.value);\nnew Slot('theme').put('dark');\n«new Slot('access_token').put(x);`,
    ),
    written(
      'a class that gets its key by a parameter property',
      "class Slot {\n  constructor(private name: string, private area = window.sessionStorage) {}\n  put(value: string) {\n    this.area.setItem(this.name, value);\n  }\n}\nconst slot = new Slot('jwt');\n«slot.put(x);",
      'client/slot.ts',
    ),
    written(
      'a class that gets storage and key',
      `${TYPED}const slot = new Slot<string>(window.localStorage, 'auth_token');\n«slot.put(x);\nconst look = new Slot<string>(localStorage, 'look');\nlook.put(x);`,
      'client/slot.ts',
    ),
    written(
      'the field of another class',
      `${SLOT}class Session {\n  slot = new Slot('jwt');\n  enter(t) {\n    «this.slot.put(t);\n  }\n}`,
    ),
    written(
      'a class that extends it',
      `${SLOT}class TokenSlot extends Slot {\n  constructor() {\n    super('jwt');\n  }\n  keep(t) {\n    «this.put(t);\n  }\n}\nconst slot = new TokenSlot();\n«slot.put(x);`,
    ),
    written('a function that makes one', `${MAKER}const jwt = slot('jwt');\n«jwt.put(t);\nslot('theme').put('dark');`),
    written(
      'one of several, in an object',
      `${MAKER}const slots = { jwt: slot('jwt'), look: slot('look') };\n«slots.jwt.put(t);\nslots.look.put(t);`,
    ),
    written('its method alone', `${MAKER}const { put } = slot('jwt');\n«put(t);`),
    written(
      'made with options',
      "function slot({ name, area = localStorage }) {\n  const put = (value) => area.setItem(name, value);\n  return { put };\n}\nconst jwt = slot({ name: 'access_token' });\n«jwt.put(x);\nslot({ name: 'look' }).put(x);",
    ),
    written(
      'under a key that tells nothing, by what it gets',
      `${SLOT}const slot = new Slot('session');\n«slot.put({ name: user.name, token: answer.token });\nnew Slot('layout').put({ open: true });`,
    ),
    written(
      'options of a helper',
      "const keep = ({ key, value }) => localStorage.setItem(key, value);\n«keep({ key: 'jwt', value: t });\nkeep({ key: 'look', value: t });",
    ),
    kept('made here and used elsewhere', `${SLOT}export const slot = «new Slot('jwt');\nexport const look = new Slot('look');`),
    kept('made by a function, and used elsewhere', `${MAKER}export const slots = { jwt: «slot('jwt'), look: slot('look') };`),
    kept('a class for one key', `${SLOT}export class TokenSlot extends Slot {\n  constructor() {\n    «super('refresh_token');\n  }\n}`),
    kept(
      'storage and key that are handed to a class of another file',
      "import { Slot } from '@/lib/slots';\nconst KEY = 'id_token';\nexport const a = «new Slot<Session>(localStorage, 'auth_token');\nexport const b = «new Slot(KEY, window.sessionStorage);",
      'client/slot.ts',
    ),
    kept(
      'storage and key that are handed to a function of another file',
      "import { makeSlot, useKept } from './slots';\nexport const slot = «makeSlot({ key: 'jwt', area: localStorage });\nexport const useIt = () => «useKept('token', null, sessionStorage);",
    ),
  ],
} satisfies RuleCases;
