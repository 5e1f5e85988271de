import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const written = (name: string, code: string) => marked(name, 'written', code);
const read = (name: string, code: string) => marked(name, 'read', code);

const EFFECTS = "import { all, apply, call, cps, fork, spawn } from 'redux-saga/effects';\n";

/** Calls that are made by something else: a saga's effects, `call`, `apply` and `bind`, `Reflect.apply`. */
export default {
  rule: 'no-token-in-browser-storage',
  valid: [
    {
      name: 'an effect: other keys, and removal',
      code: `${EFFECTS}export function* f() {\n  yield call([localStorage, 'setItem'], 'locale', 'de');\n  yield apply(localStorage, localStorage.setItem, ['xsrfToken', x]);\n  yield call([localStorage, 'removeItem'], 'jwt');\n  yield apply(sessionStorage, 'removeItem', ['accessToken']);\n  yield call([localStorage, 'getItem'], 'csrf_token');\n}`,
    },
    {
      name: 'an effect on another object',
      code: `${EFFECTS}const cache = new Map();\nexport function* f() {\n  yield call([cache, 'setItem'], 'jwt', t);\n  yield call([cache, cache.set], 'jwt', t);\n  yield apply(cache, cache.setItem, ['jwt', t]);\n  yield call(track, 'jwt', t);\n}`,
    },
    {
      name: 'functions of those names that are no effects',
      code: "import { call, apply } from './phone';\ncall([localStorage, 'setItem'], 'jwt', t);\napply(localStorage, localStorage.setItem, ['jwt', t]);",
    },
    {
      name: 'borrowed methods: other keys, removal and other objects',
      code: "localStorage.setItem.call(localStorage, 'theme', 'dark');\nlocalStorage.removeItem.apply(localStorage, ['token']);\nReflect.apply(localStorage.setItem, localStorage, ['next_page_token', t]);\nvault.setItem.call(vault, 'token', t);\nMap.prototype.set.call(cache, 'token', t);\nconst keepTheme = localStorage.setItem.bind(localStorage, 'theme');\nlocalStorage.setItem.apply(localStorage, pair);",
    },
    {
      name: 'a borrowed method that is given nothing to keep',
      code: "Storage.prototype.setItem.call(localStorage, 'token', '');\nconst put = localStorage.setItem.bind(localStorage);\nput('theme', 'dark');",
    },
    {
      name: 'an effect that calls a helper for another key',
      code: `${EFFECTS}const keep = (key, value) => localStorage.setItem(key, value);\nexport function* f() {\n  yield call(keep, 'theme', 'dark');\n}`,
    },
  ],
  invalid: [
    written('an effect: object and name', `${EFFECTS}function* f() {\n  yield «call([sessionStorage, 'setItem'], 'jwt', answer.jwt);\n}`),
    written(
      'an effect: object and method',
      `${EFFECTS}function* f() {\n  yield «call([window.localStorage, window.localStorage.setItem], 'accessToken', answer.t);\n}`,
    ),
    written(
      'an effect: context and fn',
      `${EFFECTS}function* f() {\n  yield «call({ context: localStorage, fn: localStorage.setItem }, 'jwt', answer.t);\n  yield «fork({ context: sessionStorage, fn: 'setItem' }, 'jwt', answer.t);\n}`,
    ),
    written(
      'an effect: a list of arguments',
      `${EFFECTS}function* f() {\n  yield «apply(localStorage, localStorage.setItem, ['id_token', answer.t]);\n  const given = ['jwt', answer.t];\n  yield «apply(sessionStorage, 'setItem', given);\n}`,
    ),
    written(
      'an effect: a bound method',
      `${EFFECTS}const put = localStorage.setItem.bind(localStorage);\nfunction* f() {\n  yield «call(localStorage.setItem.bind(localStorage), 'jwt', a.t);\n  yield «spawn(put, 'jwt', a.t);\n}`,
    ),
    written(
      'effects side by side, under a namespace',
      "import * as effects from 'redux-saga/effects';\nfunction* f() {\n  yield effects.all({ a: «effects.call([localStorage, 'setItem'], 'jwt', t), b: effects.call([localStorage, 'setItem'], 'theme', u) });\n}",
    ),
    written(
      'typed effects',
      "import { call } from 'typed-redux-saga';\nfunction* f() {\n  yield* «call([localStorage, 'setItem'], 'refresh_token', t);\n}",
    ),
    written(
      'an effect on what is called otherwise',
      `${EFFECTS}const kept = window.sessionStorage;\nfunction* f() {\n  yield «cps([kept, 'setItem'], 'jwt', t);\n}`,
    ),
    written(
      'an effect that calls a helper',
      `${EFFECTS}const keep = (key, value) => localStorage.setItem(key, JSON.stringify(value));\nfunction* f() {\n  yield «call(keep, 'jwt', answer.value);\n}`,
    ),
    written(
      'an effect that calls a helper of another file',
      `${EFFECTS}import { setLocalStorage } from './storage';\nfunction* f() {\n  yield «call(setLocalStorage, 'jwt', answer.value);\n}`,
    ),
    read(
      'an effect that reads',
      `${EFFECTS}function* f() {\n  const [a, b] = yield all([«call([localStorage, 'getItem'], 'jwt'), call([localStorage, 'getItem'], 'theme')]);\n}`,
    ),
    written('call', "«localStorage.setItem.call(localStorage, 'token', answer.token);"),
    written('apply', "«sessionStorage.setItem.apply(sessionStorage, ['access_token', answer.t]);"),
    written(
      'of the prototype',
      "«Storage.prototype.setItem.call(localStorage, 'jwt', t);\n«Storage.prototype.setItem.apply(window.sessionStorage, ['jwt', t]);",
    ),
    written('reflected', "«Reflect.apply(localStorage.setItem, localStorage, ['jwt', t]);"),
    written('bound with its key', "export const keepToken = «localStorage.setItem.bind(localStorage, 'token');"),
    read(
      'call that reads',
      "const t = «localStorage.getItem.call(localStorage, 'jwt') ?? «Storage.prototype.getItem.apply(sessionStorage, ['jwt']);",
    ),
    written('a helper that is borrowed', "const keep = (key, value) => localStorage.setItem(key, value);\n«keep.apply(null, ['jwt', t]);"),
  ],
} satisfies RuleCases;
