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
