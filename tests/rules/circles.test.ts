import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';
import { lint } from '../support/eslint.ts';

const RULES = Object.keys(plugin.rules);

const HEAD =
  "import axios from 'axios';\nimport cors from 'cors';\nimport express from 'express';\nimport persist from 'pinia-plugin-persistedstate';\nconst app = express();\n";

/** Accumulators, and names that a minifier gave to many things: whoever follows such a value has to come to an end. */
describe('with every rule on, a value that is made of itself', () => {
  it.each([
    ['kept as JSON', "let session;\nsession = JSON.stringify(session);\nlocalStorage.setItem('session', session);"],
    [
      'kept as JSON of another, which is made of it',
      "let a, b;\na = JSON.stringify(b);\nb = JSON.stringify(a);\nlocalStorage.setItem('token', a);",
    ],
    ['sent as a header', "let header;\nheader = header || 'Bearer';\naxios.get('/me', { headers: { Authorization: header } });"],
    ['sent as one of two headers', "let a, b;\na = b || token;\nb = a ? a : token;\naxios.get('/me', { headers: { Authorization: a } });"],
    ['sent as an object of headers', "let config;\nconfig = ready ? config : {};\naxios.get('/me', config);\naxios.create(config);"],
    [
      'asked',
      "app.post('/login', (req, res) => {\n  let web;\n  web = !web && web;\n  if (web) res.json({ token });\n  else res.json({ accessToken });\n});",
    ],
    [
      'asked by another',
      "app.post('/login', (req, res) => {\n  let a, b;\n  a = !b;\n  b = !a;\n  if (a) res.json({ token });\n  res.json({ accessToken });\n});",
    ],
    [
      'an address',
      "let url;\nurl = `${url}/login`;\nfetch(url, { method: 'POST', body: JSON.stringify({ password }) }).then((r) => r.json()).then(({ token }) => keep(token));",
    ],
    [
      'an address of another',
      'let url, base;\nurl = `${base}/login`;\nbase = `${url}/api`;\naxios.post(url, { password });\nfetch(base + token);',
    ],
    ['an address by its base', "let url;\nurl = new URL('/login', url);\naxios.post(url.href, { password });"],
    [
      'a query',
      "app.get('/callback', (req, res) => {\n  let query, other;\n  query = other || query;\n  other = query || {};\n  login(query.token);\n});",
    ],
    [
      'a parameter that is declared once more',
      "function address(query) {\n  var query = query || {};\n  query.token = 1;\n  return login(query.token, query['grant']);\n}",
    ],
    [
      'parts of a text',
      "const TEXTS = { ...MORE, token: 'Bearer ' };\nconst MORE = { ...TEXTS };\nconst kept = TEXTS[name];\nlocalStorage.setItem(kept, kept);\nlocalStorage[TEXTS[name]] = token;",
    ],
    [
      'a list of middleware',
      "let all, more;\nall = [...more, all];\nmore = [all, ...more];\napp.use(all);\napp.post('/login', all, more, (req, res) => res.json({ token }));",
    ],
    [
      'options of CORS',
      'let options, more;\noptions = { ...more, origin: true };\nmore = { ...options, credentials: true };\napp.use(cors(options), cors((req, done) => done(null, more)));',
    ],
    [
      'a function that returns itself',
      "const made = () => made;\napp.use(cors(made));\naxios.get('/me', made());\naxios.interceptors.request.use(made);\nlocalStorage.setItem('token', made());",
    ],
    [
      'two functions that return each other',
      "const one = () => other();\nfunction other() { return one(); }\naxios.get('/me', other());\napp.use(one());\nlocalStorage.setItem('token', one());",
    ],
    [
      'cookies',
      "let cookies, all;\ncookies = [all, 'token=1'];\nall = [cookies];\nres.setHeader('Set-Cookie', cookies);\nres.append('Set-Cookie', all);",
    ],
    [
      'a policy',
      "let policy;\npolicy = process.env.NODE_ENV === 'production' ? policy : false;\napp.use(helmet({ contentSecurityPolicy: policy }));",
    ],
    [
      'state that is kept',
      "let strategy, all;\nstrategy = [all];\nall = { enabled: true, strategies: strategy };\nexport const useUser = defineStore('user', { state: () => ({ token: '' }), persist: strategy });\ncreatePersistedState({ paths: all });",
    ],
    [
      'parts of state that are kept',
      "let state, more;\nstate = { ...more, token: more };\nmore = { ...state, session: state };\nexport const useUser = create(persist(() => state, { name: 'user', partialize: (s) => ({ ...more, ...s }) }));\npersistReducer({ key: 'root', storage }, combineReducers(state));",
    ],
    ['HTML', 'let html, more;\nhtml = `${more}<p>`;\nmore = html + more;\nelement.innerHTML = html;\nelement.outerHTML = more;'],
    [
      'a message',
      'let message, token;\nmessage = { token, message };\ntoken = message.token;\nparent.postMessage(message, "*");\nconsole.log(message, token);',
    ],
    [
      'a lifetime',
      "let life, more;\nlife = more * 60;\nmore = life + 1;\njwt.sign({ id }, process.env.SECRET, { expiresIn: life });\nres.cookie('token', token, { maxAge: more });",
    ],
    [
      'a secret',
      "let secret, other;\nsecret = other || 'keyboard cat';\nother = secret || 'shhhhhhhh';\njwt.sign({ id }, secret);\nconst hash = await bcrypt.compare(secret, other);",
    ],
  ])('%s', (_name, code) => {
    expect(() => lint({ name: '', code: HEAD + code, filename: 'server/app.js' }, RULES)).not.toThrow();
    expect(() => lint({ name: '', code: HEAD + code, filename: 'client/app.tsx' }, RULES)).not.toThrow();
  });
});
