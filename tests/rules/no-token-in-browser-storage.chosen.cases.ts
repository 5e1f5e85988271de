import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const written = (name: string, code: string, filename?: string) =>
  marked(name, 'written', code, filename === undefined ? {} : { filename });
const read = (name: string, code: string) => marked(name, 'read', code);

/** Storages that are chosen by the code, and handed to it. */
export default {
  rule: 'no-token-in-browser-storage',
  valid: [
    {
      name: 'a storage that is chosen: other keys, and removal',
      code: "const choose = (kind) => window[kind];\nchoose('localStorage').setItem('theme', 'dark');\nchoose('sessionStorage').removeItem('token');",
    },
    {
      name: 'a member of the window that callers name and that is no storage',
      code: "const part = (name) => window[name];\npart('caches').setItem('token', t);\npart(name).setItem('token', t);",
    },
    {
      name: 'a map of other things',
      code: "const stores = { short: new Map(), long: new Map() };\nstores[kind].setItem('token', t);",
    },
    {
      name: 'a maker that gets something else',
      code: "const make = (base) => ({ put: (key, value) => base.setItem(key, value) });\nmake(memory).put('token', t);\nmake(new Map()).put('jwt', t);",
    },
    {
      name: 'a function that gives something else, and nothing on a server',
      code: "const choose = () => { if (typeof window === 'undefined') return null; return caches; };\nchoose()?.setItem('token', t);",
    },
    {
      name: 'a type of other words',
      code: "type Part = 'caches' | 'indexedDB';\nexport const put = (part: Part, t: string) => window[part].setItem('token', t);",
      filename: 'client/put.ts',
    },
  ],
  invalid: [
    written(
      'the caller names it',
      "function area(name) {\n  return window[name];\n}\n«area('sessionStorage').setItem('token', t);\nexport const save = (t) => «area('localStorage').setItem('jwt', t);",
    ),
    written(
      'the caller names it, by a condition',
      "const area = (name) => globalThis[name];\n«area(long ? 'localStorage' : 'sessionStorage').setItem('access_token', t);",
    ),
    read(
      'a function that gives nothing where there is no window',
      "const area = (kind: 'localStorage' | 'sessionStorage') => {\n  if (typeof window === 'undefined') return undefined;\n  try {\n    return window[kind];\n  } catch {\n    return null;\n  }\n};\nconst t = «area('sessionStorage')?.getItem('jwt');",
    ),
    written(
      'a function that gives an object that stands in',
      "const area = () => (typeof window === 'undefined' ? { setItem() {} } : localStorage);\nfunction safe() {\n  if (isServer) return { getItem: () => null, setItem: () => {} };\n  return sessionStorage;\n}\n«safe().setItem('jwt', t);",
    ),
    written(
      'a type that has a name says which',
      "type Area = 'localStorage' | 'sessionStorage';\nexport const save = (area: Area, t: string) => «window[area].setItem('jwt', t);",
      'client/area.ts',
    ),
    written(
      'an enum says which',
      "enum Area {\n  Long = 'localStorage',\n  Short = 'sessionStorage',\n}\nexport const save = (area: Area, t: string) => «window[area].setItem('jwt', t);",
      'client/area.ts',
    ),
    written(
      'a map of names says which',
      "const AREAS = { long: 'localStorage', short: 'sessionStorage' } as const;\nexport const save = (how: keyof typeof AREAS, t: string) => «window[AREAS[how]].setItem('jwt', t);\nexport const put = (area: (typeof AREAS)[keyof typeof AREAS], t: string) => «window[area].setItem('jwt', t);",
      'client/area.ts',
    ),
    written(
      'a list of names says which',
      "const AREAS = ['localStorage', 'sessionStorage'] as const;\nexport const save = (area: (typeof AREAS)[number], t: string) => «window[area].setItem('jwt', t);",
      'client/area.ts',
    ),
    written('an assertion says which', "«window[area as 'localStorage'].setItem('jwt', t);", 'client/area.ts'),
    written('assigned on the way', "let area = 'sessionStorage';\nif (remember) area = 'localStorage';\n«window[area].setItem('jwt', t);"),
    written(
      'a map of storages',
      "const areas = { long: localStorage, short: sessionStorage };\nexport const save = (how, t) => «areas[how].setItem('jwt', t);",
    ),
    written(
      'handed to a function that is called at once',
      "(function (w) {\n  «w.localStorage.setItem('jwt', t);\n})(window);\n((store) => «store.setItem('token', t))(sessionStorage);",
    ),
    written(
      'handed to a maker',
      "const make = (base) => ({ put: (key, value) => base.setItem(key, JSON.stringify(value)) });\nconst long = make(localStorage);\n«long.put('jwt', t);\nlong.put('theme', 'dark');\n«make(sessionStorage).put('token', t);",
    ),
    written(
      'handed to a maker among its options',
      "function make({ area, prefix }) {\n  return { put(key, value) { area.setItem(key, value); } };\n}\nconst long = make({ area: localStorage, prefix: 'x' });\n«long.put('jwt', t);",
    ),
    written(
      'a default, whatever the type of the options is called',
      "export function keep({ area = localStorage }: Options, t: string) {\n  «area.setItem('jwt', t);\n}",
      'client/area.ts',
    ),
    written(
      'handed to a class',
      "class Keeper {\n  constructor(area) {\n    this.area = area;\n  }\n  keep(t) {\n    «this.area.setItem('jwt', t);\n  }\n}\nnew Keeper(window.sessionStorage).keep(t);",
    ),
    written(
      'handed to the class that another extends',
      "class Keeper {\n  constructor(area) {\n    this.area = area;\n  }\n  keep(t) {\n    «this.area.setItem('jwt', t);\n  }\n}\nclass Long extends Keeper {\n  constructor() {\n    super(localStorage);\n  }\n}",
    ),
  ],
} satisfies RuleCases;
