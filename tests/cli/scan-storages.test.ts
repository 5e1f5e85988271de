import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** Where credentials are kept or read in a project, as `file:line`, by the rule about browser storages. */
function kept(files: Readonly<Record<string, string>>): string[] {
  const root = temporaryProject({ 'package.json': JSON.stringify({ dependencies: { react: '19', 'redux-saga': '1' } }), ...files });
  return scan(root, {})
    .findings.filter(({ rule }) => rule === 'no-token-in-browser-storage')
    .map(({ file, line }) => `${file}:${line}`);
}

describe('effects of sagas', () => {
  const HELPERS = `export const put = (key, value) => localStorage.setItem(key, JSON.stringify(value));
export const take = (key) => JSON.parse(localStorage.getItem(key));
export default { put, take };
`;

  it('call helpers of another file', () => {
    expect(
      kept({
        'src/keep.js': HELPERS,
        'src/saga.js': `import { apply, call, fork } from 'redux-saga/effects';
import { put, take } from './keep';
import keep from './keep';
export function* enter({ answer }) {
  yield call(put, 'jwt', answer.value);
  yield call([keep, 'put'], 'jwt', answer.value);
  yield apply(keep, keep.put, ['jwt', answer.value]);
  yield fork({ context: keep, fn: keep.put }, 'jwt', answer.value);
  const jwt = yield call(take, 'jwt');
}
`,
      }),
    ).toEqual(['src/saga.js:5', 'src/saga.js:6', 'src/saga.js:7', 'src/saga.js:8', 'src/saga.js:9']);
  });

  it('and those for other keys, or of other objects', () => {
    expect(
      kept({
        'src/keep.js': HELPERS,
        'src/memory.js':
          'const all = new Map();\nexport const put = (key, value) => all.set(key, value);\nexport const take = (key) => all.get(key);\n',
        'src/saga.js': `import { call } from 'redux-saga/effects';
import { put } from './keep';
import * as memory from './memory';
export function* enter({ answer }) {
  yield call(put, 'locale', answer.locale);
  yield call([memory, 'put'], 'jwt', answer.value);
  yield call(memory.take, 'jwt');
}
`,
      }),
    ).toEqual([]);
  });
});

describe('storages that another file chooses or gets', () => {
  it('are known by what a function returns', () => {
    expect(
      kept({
        'src/area.ts': `export const area = (remember: boolean) => (remember ? localStorage : sessionStorage);
export const named = (name: 'localStorage' | 'sessionStorage') => (typeof window === 'undefined' ? null : window[name]);
export const cache = (name: string) => new Map<string, string>();
`,
        'src/enter.ts': `import { area, cache, named } from './area';
export function enter(answer: { token: string }, remember: boolean) {
  const place = area(remember);
  place.setItem('jwt', answer.token);
  area(true).setItem('theme', 'dark');
  named('sessionStorage')?.setItem('token', answer.token);
  cache('x').setItem('token', answer.token);
}
export const resume = () => area(false).getItem('jwt');
`,
      }),
    ).toEqual(['src/enter.ts:4', 'src/enter.ts:6', 'src/enter.ts:9']);
  });

  it('are known by what callers hand over', () => {
    expect(
      kept({
        'src/maker.ts':
          'export const maker = (base: any) => ({ put: (key: string, value: string) => base.setItem(key, value), take: (key: string) => base.getItem(key) });\n',
        'src/stores.ts': "import { maker } from './maker';\nexport const long = maker(window.localStorage);\n",
        'src/enter.ts':
          "import { long } from './stores';\nlong.put('jwt', answer.token);\nlong.put('theme', 'dark');\nexport const t = long.take('jwt');\n",
      }),
    ).toEqual(['src/enter.ts:2', 'src/enter.ts:4']);
  });
});

describe('objects that are made for one key', () => {
  const SLOT = `export class Slot<T> {
  constructor(private readonly name: string, private readonly area: Storage = localStorage) {}
  put(value: T) { this.area.setItem(this.name, JSON.stringify(value)); }
  take(): T | null { return JSON.parse(this.area.getItem(this.name) ?? 'null'); }
  drop() { this.area.removeItem(this.name); }
}
export class Memory<T> {
  private value?: T;
  constructor(private readonly name: string) {}
  put(value: T) { this.value = value; }
}
`;

  it('are judged by the key, where they are used', () => {
    expect(
      kept({
        'src/slot.ts': SLOT,
        'src/keys.ts': "export const KEYS = { first: 'access_token', look: 'look' } as const;\n",
        'src/slots.ts': `import { Memory, Slot } from './slot';
import { KEYS } from './keys';
export const session = new Slot<string>(KEYS.first);
export const look = new Slot<string>(KEYS.look);
export const memory = new Memory<string>('jwt');
`,
        'src/enter.ts': `import { session, look, memory } from './slots';
session.put(x);
look.put(x);
memory.put(x);
session.drop();
export const now = () => session.take();
`,
      }),
    ).toEqual(['src/enter.ts:2', 'src/enter.ts:6', 'src/slots.ts:3']);
  });

  it('and by what they get', () => {
    expect(
      kept({
        'src/slot.ts': SLOT,
        'src/enter.ts': `import { Slot } from './slot';
const session = new Slot<any>('session');
export const enter = (answer: any) => session.put({ name: answer.name, token: answer.token });
export const arrange = (open: boolean) => new Slot<any>('layout').put({ open });
`,
      }),
    ).toEqual(['src/enter.ts:3']);
  });

  it('tell a header where its token comes from', () => {
    const root = temporaryProject({
      'package.json': JSON.stringify({ dependencies: { react: '19' } }),
      'src/slot.ts': SLOT,
      'src/api.ts': `import { Slot } from './slot';
const first = new Slot<string>('jwt');
const look = new Slot<string>('look');
export const me = () => fetch('/api/me', { headers: { Authorization: String(first.take()) } });
export const seen = () => fetch('/api/seen', { headers: { 'x-look': String(look.take()) } });
`,
    });
    expect(scan(root, {}).findings.map(({ line, rule }) => `${line} ${rule}`)).toEqual(['4 no-client-bearer-token']);
  });
});

describe('keys out of lists and maps of another file', () => {
  it('are judged one by one', () => {
    expect(
      kept({
        'src/keys.ts':
          "export const KEYS = { first: 'app_jwt', look: 'app_look' } as const;\nexport const SESSION = ['access_token', 'account'];\nexport const LOOKS = ['look', 'locale'];\nexport const PREFIX = 'x_board_';\n",
        'src/put.ts': 'export const put = (key: string, value: unknown) => localStorage.setItem(key, String(value));\n',
        'src/enter.ts': `import { KEYS, LOOKS, PREFIX, SESSION } from './keys';
import { put } from './put';
for (const key of SESSION) localStorage.setItem(key, answer[key]);
for (const key of LOOKS) localStorage.setItem(key, answer[key]);
SESSION.forEach((key) => put(key, answer[key]));
LOOKS.forEach((key) => put(key, answer[key]));
Object.values(KEYS).forEach((key) => put(key, answer[key]));
SESSION.forEach((key) => localStorage.removeItem(key));
put(\`\${PREFIX}token\`, answer.value);
put(\`\${PREFIX}look\`, answer.value);
`,
      }),
    ).toEqual(['src/enter.ts:3', 'src/enter.ts:5', 'src/enter.ts:7', 'src/enter.ts:9']);
  });
});

describe('accounts and whole answers', () => {
  it('are followed through helpers of other files', () => {
    expect(
      kept({
        'src/storage.ts':
          'export const put = (key: string, value: unknown) => localStorage.setItem(key, JSON.stringify(value));\nexport const take = (key: string) => JSON.parse(localStorage.getItem(key)!);\n',
        'src/accounts.ts': `import { put, take } from './storage';
export const accounts = () => take('accounts') ?? [];
export const keepAccounts = (list: any[]) => put('accounts', list);
export const keepRecent = (list: any[]) => put('recent', list);
`,
        'src/enter.ts': `import { accounts, keepAccounts, keepRecent } from './accounts';
import { put } from './storage';
export async function enter(form: any) {
  const { data } = await axios.post('/api/login', form);
  keepAccounts([...accounts(), { email: form.email, token: data.token }]);
  keepRecent([{ email: form.email }]);
  put('whoami', data);
  put('locale', data.locale);
}
`,
        'src/api.ts': `import { take } from './storage';
export const load = () => axios.get('/api/me', { headers: { Authorization: take('whoami').accessToken } });
`,
      }).toSorted(),
    ).toEqual(['src/accounts.ts:2', 'src/accounts.ts:3', 'src/enter.ts:7']);
  });
});

describe('names that classic scripts share', () => {
  const PAGE = '<script src="js/keep.js"></script>\n<script src="js/enter.js"></script>\n';

  it('are functions, constants and objects of another script', () => {
    expect(
      kept({
        'public/index.html': PAGE,
        'public/js/keep.js': `var JWT = 'app.first';
function keepItem(key, value) { localStorage.setItem(key, value); }
var keeper = { put: function (key, value) { sessionStorage.setItem(key, value); } };
window.App = { take: function (key) { return localStorage.getItem(key); } };
`,
        'public/js/keys.js': "var FIRST_KEY = 'access_token';\nvar LOOK_KEY = 'look';\n",
        'public/js/enter.js': `function enter(answer) {
  keepItem('token', answer.value);
  keepItem('look', answer.look);
  keepItem(FIRST_KEY, answer.value);
  keepItem(LOOK_KEY, answer.look);
  keeper.put('jwt', answer.value);
  keeper.put('look', answer.look);
  return App.take('jwt') || window.App.take('access_token') || App.take('look');
}
`,
      }),
    ).toEqual(['public/js/enter.js:2', 'public/js/enter.js:4', 'public/js/enter.js:6', 'public/js/enter.js:8', 'public/js/enter.js:8']);
  });

  it('are used by scripts in pages', () => {
    expect(
      kept({
        'public/js/keep.js': 'function keepItem(key, value) { localStorage.setItem(key, value); }\n',
        'public/index.html':
          "<script src=\"js/keep.js\"></script>\n<script>\n  keepItem('jwt', answer.value);\n  keepItem('look', answer.look);\n</script>\n",
      }),
    ).toEqual(['public/index.html:3']);
  });

  it('are not those of modules, of another package, or of several scripts', () => {
    const use = "keepItem('jwt', answer.value);\n";
    const keep = 'function keepItem(key, value) { localStorage.setItem(key, value); }\n';
    expect(kept({ 'src/keep.js': `export ${keep}`, 'public/enter.js': use })).toEqual([]);
    expect(kept({ 'public/keep.js': keep, 'src/enter.js': `import './start';\n${use}` })).toEqual([]);
    expect(kept({ 'server/keep.js': `const fs = require('fs');\n${keep}`, 'public/enter.js': use })).toEqual([]);
    expect(
      kept({ 'public/keep.js': keep, 'admin/keep.js': 'function keepItem(key, value) { all[key] = value; }\n', 'public/enter.js': use }),
    ).toEqual([]);
    expect(kept({ 'other/package.json': '{}', 'other/keep.js': keep, 'public/enter.js': use })).toEqual([]);
  });
});

describe('hooks that the app wrote itself', () => {
  it('are judged by their key, where they are called', () => {
    expect(
      kept({
        'src/use-kept.ts': `import { useEffect, useState } from 'react';
export function useKept<T>(key: string, first: T, area: 'localStorage' | 'sessionStorage' = 'localStorage') {
  const [value, setValue] = useState<T>(() => {
    const raw = window[area].getItem(key);
    return raw === null ? first : (JSON.parse(raw) as T);
  });
  useEffect(() => {
    window[area].setItem(key, JSON.stringify(value));
  }, [area, key, value]);
  return [value, setValue] as const;
}
`,
        'src/session.tsx': `import { useKept } from './use-kept';
export function useSession() {
  const [token, setToken] = useKept<string | null>('token', null);
  const [look, setLook] = useKept('look', 'dark', 'sessionStorage');
  return { token, setToken, look, setLook };
}
`,
      }),
    ).toEqual(['src/session.tsx:3']);
  });
});
