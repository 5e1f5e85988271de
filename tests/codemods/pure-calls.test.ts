import { describe, expect, it } from 'vitest';
import { changesTo } from '../../src/codemods/define-codemod.ts';
import { parseFile } from '../../src/parsing/parse.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';
import { nodesOf } from '../../src/syntax/source-file.ts';

/** Whether the value of the last declared variable can be dropped. */
function isPure(code: string): boolean {
  const file = parseFile('/virtual/src/page.ts', code, { settings: DEFAULT_SETTINGS });
  return changesTo(file).isPure(nodesOf(file, 'VariableDeclarator').at(-1)!.init!);
}

describe('a call that may have an effect is not dropped', () => {
  it.each([
    "import axios from 'axios'; const x = axios.get('/auth/refresh');",
    "import { http } from './http'; const x = http.get('/auth/refresh');",
    "import http from './http'; const x = http.has('/auth/session');",
    "const api = makeApi(); const x = api.get('/me');",
    "import { parse } from './session'; const x = parse(location.hash);",
    "const ref = (name) => firebase.database().ref(name); const x = ref('presence');",
    "import { useState } from './machine'; const x = useState('signed-out');",
    'function get() { return fetch("/session"); } const x = get();',
    'function Number(value) { beacon(value); } const x = Number(1);',
    'const a = () => b(); const b = () => a(); const x = a();',
    "class Cache { get(key) { this.hits++; } } const x = new Cache().get('token');",
    "const x = String(await fetch('/session'));",
    "import { tracker } from './tracker'; const x = tracker.trim('session');",
  ])('%s', (code) => {
    expect(isPure(code)).toBe(false);
  });
});

describe('waiting for what is kept is not dropped', () => {
  it.each([
    'const begun = begin(); const x = await begun;',
    'const x = (await helper.queryFulfilled).data;',
    'const x = (await (begun as Promise<Answer>)).token ?? null;',
  ])('%s', (code) => {
    expect(isPure(code)).toBe(false);
  });
});

describe('a call that only gives a value back may be dropped', () => {
  it.each([
    "const x = JSON.parse(localStorage.getItem('user') ?? 'null');",
    "const kept = sessionStorage.getItem('session'); const x = kept.split('.')[1].trim();",
    "import { useState as state } from 'react'; const x = state(null);",
    "import { useSelector } from 'react-redux'; const useApp = useSelector.withTypes(); const x = useApp((s) => s.auth);",
    "import Cookies from 'js-cookie'; const x = Cookies.get('token');",
    "const query = new URLSearchParams(location.search); const x = query.get('token');",
    "const read = () => localStorage.getItem('token'); const x = read();",
    'const x = Number(new Date());',
  ])('%s', (code) => {
    expect(isPure(code)).toBe(true);
  });
});
