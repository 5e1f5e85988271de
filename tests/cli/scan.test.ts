import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { readSettings } from '../../src/syntax/settings.ts';
import { lintAs } from '../support/eslint.ts';
import { presets } from '../../src/configs.ts';
import { pathOf } from '../support/rule-cases.ts';
import { sampledCases } from '../support/sampled-cases.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const found = (root: string, options: Parameters<typeof scan>[1] = {}): string[] =>
  scan(root, options).findings.map(({ file, line, rule, crossed }) => `${file}:${line} ${rule}${crossed ? ' across files' : ''}`);

const REACT = JSON.stringify({ dependencies: { react: '19' } });
const WRITE = "localStorage.setItem('token', token);\n";

describe('what crosses files', () => {
  it('knows a key by its value where its name says nothing', () => {
    const root = temporaryProject({
      'package.json': REACT,
      'src/constants/storage.ts': "export const STORAGE_KEYS = { MAIN: 'auth_token', LOOK: 'theme' } as const;\n",
      'src/constants/index.ts': "export * from './storage';\n",
      'src/a.ts':
        "import { STORAGE_KEYS } from './constants';\nlocalStorage.setItem(STORAGE_KEYS.MAIN, value);\nlocalStorage.setItem(STORAGE_KEYS.LOOK, value);\n",
    });
    expect(found(root)).toEqual(['src/a.ts:2 no-token-in-browser-storage across files']);
  });

  it('is quiet where the value behind a telling name is another thing', () => {
    const root = temporaryProject({
      'package.json': REACT,
      'src/keys.ts': "export const TOKEN_KEY = 'csrf-token';\n",
      'src/a.ts': "import { TOKEN_KEY } from './keys';\nlocalStorage.setItem(TOKEN_KEY, value);\n",
    });
    expect(found(root)).toEqual([]);
  });

  it('judges a generic wrapper where it is called, through an alias of tsconfig', () => {
    const root = temporaryProject({
      'package.json': REACT,
      'tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '#lib/*': ['./src/lib/*'] } } }),
      'src/lib/persist.ts':
        'export const put = (key: string, value: unknown) => localStorage.setItem(key, JSON.stringify(value));\nexport const take = (key: string) => localStorage.getItem(key);\n',
      'src/session.ts':
        "import { put, take } from '#lib/persist';\nexport const remember = (token: string) => put('jwt', token);\nexport const recall = () => take('jwt');\nput('theme', 'dark');\n",
    });
    expect(found(root)).toEqual([
      'src/session.ts:2 no-token-in-browser-storage across files',
      'src/session.ts:3 no-token-in-browser-storage across files',
    ]);
  });

  it('follows an accessor of another file into a header', () => {
    const root = temporaryProject({
      'src/session.js': "export function current() {\n  return localStorage.getItem('jwt');\n}\n",
      'src/api.js':
        "import { current } from './session';\nexport const me = () => fetch(API, { headers: { Authorization: current() } });\n",
    });
    expect(found(root)).toEqual(['src/api.js:2 no-client-bearer-token across files', 'src/session.js:2 no-token-in-browser-storage']);
  });

  it('knows an object by its name where another file takes a token out of what is called so', () => {
    const root = temporaryProject({
      'package.json': REACT,
      'src/login.js':
        "export async function login(form) {\n  const { data } = await axios.post('/api/login', form);\n  localStorage.setItem('userInfo', JSON.stringify(data));\n}\n",
      'src/store.js': "export const initial = { userInfo: JSON.parse(localStorage.getItem('userInfo')) };\n",
      'src/orders.js':
        "export const orders = ({ userInfo }) => axios.get('/api/orders', { headers: { Authorization: `Bearer ${userInfo.token}` } });\n",
    });
    expect(found(root)).toEqual([
      'src/login.js:3 no-token-in-browser-storage across files',
      'src/orders.js:1 no-client-bearer-token',
      'src/store.js:1 no-token-in-browser-storage across files',
    ]);
  });

  it('is quiet where the object is seen to be kept without its token, or the token to come from an answer', () => {
    const root = temporaryProject({
      'package.json': REACT,
      'src/login.js': "export function keep(user) {\n  localStorage.setItem('user', JSON.stringify({ name: user.name }));\n}\n",
      'src/orders.js':
        "export const orders = ({ user }) => axios.get('/api/orders', { headers: { Authorization: `Bearer ${user.token}` } });\n",
      'other/answer.js': "localStorage.setItem('jwt', account.token);\n",
      'other/account.js': "localStorage.setItem('account', JSON.stringify(account));\n",
    });
    expect(found(root)).toEqual(['other/answer.js:1 no-token-in-browser-storage', 'src/orders.js:1 no-client-bearer-token']);
  });

  it('leaves the components of a native app alone, which alert as pages do', () => {
    const root = temporaryProject({
      'package.json': JSON.stringify({ dependencies: { react: '19', 'react-native': '1' } }),
      'src/Me.js':
        "import { useState } from 'react';\nexport const Me = ({ token }) => {\n  const [me] = useState();\n  if (!me) alert('no');\n  fetch(API, { headers: { Authorization: `Bearer ${token}` } });\n};\n",
    });
    expect(found(root)).toEqual([]);
  });

  it('knows an object by what another file takes out of it', () => {
    const root = temporaryProject({
      'package.json': REACT,
      'src/guard.jsx': "export const isIn = () => Boolean(localStorage.getItem('user'));\n",
      'src/header.js':
        "export function header() {\n  const user = JSON.parse(localStorage.getItem('user'));\n  return user ? { Authorization: `Bearer ${user.accessToken}` } : {};\n}\n",
    });
    expect(found(root)).toEqual([
      'src/guard.jsx:1 no-token-in-browser-storage across files',
      'src/header.js:2 no-token-in-browser-storage',
      'src/header.js:3 no-client-bearer-token',
    ]);
  });

  it('follows CommonJS: a service that signs, a controller that answers, a secret in a configuration', () => {
    const root = temporaryProject({
      'package.json': JSON.stringify({ dependencies: { express: '5', jsonwebtoken: '9' } }),
      'config.js': "module.exports = { key: process.env.KEY || 'keyboard-cat' };\n",
      'service.js':
        "const jwt = require('jsonwebtoken');\nconst { key } = require('./config');\nexports.issue = (user) => jwt.sign({ id: user.id }, key, { expiresIn: '15m' });\n",
      'shop.js': "const { issue } = require('./service');\nexports.enter = (req, res) => res.json({ pass: issue(req.user) });\n",
    });
    expect(found(root)).toEqual(['service.js:3 no-hardcoded-secret across files', 'shop.js:2 no-token-in-response-body across files']);
  });

  it('follows cookie options from a helper of another file', () => {
    const root = temporaryProject({
      'options.js': 'module.exports = { cookieOptions: () => ({ httpOnly: true, secure: true }) };\n',
      'login.js':
        "const options = require('./options');\nexports.login = (req, res) => res.cookie('jwt', token, options.cookieOptions());\n",
    });
    expect(scan(root).findings.map(({ message }) => message)).toEqual([expect.stringContaining('SameSite')]);
  });

  it('reads a secret from JSON', () => {
    const root = temporaryProject({
      'config.json': '{ "secret": "used to sign" }',
      'service.js':
        "const jwt = require('jsonwebtoken');\nconst config = require('./config.json');\nmodule.exports = (user) => jwt.sign({ id: user.id }, config.secret, { expiresIn: '15m' });\n",
    });
    expect(found(root)).toEqual(['service.js:3 no-hardcoded-secret across files']);
  });

  it('takes modules that import each other', () => {
    const root = temporaryProject({
      'src/a.js': "import { b } from './b';\nexport const a = () => b();\nexport const read = (key) => localStorage.getItem(key);\n",
      'src/b.js': "import { a, read } from './a';\nexport const b = () => a() ?? read('token');\n",
    });
    expect(found(root)).toEqual(['src/b.js:2 no-token-in-browser-storage across files']);
  });
});

describe('what is not to be reported', () => {
  it.each([
    ['next line', `// eslint-disable-next-line httponly/no-token-in-browser-storage -- accepted until March\n${WRITE}`],
    ['next line, all rules', `/* eslint-disable-next-line */\n${WRITE}`],
    [
      'same line, under a prefix of the team',
      `localStorage.setItem('token', token); // eslint-disable-line auth/no-token-in-browser-storage\n`,
    ],
    ['from here on', `/* eslint-disable httponly/no-token-in-browser-storage */\n${WRITE}`],
    ['the whole file', `/* eslint-disable */\n${WRITE}`],
  ])('a comment that switches off: %s', (_name, code) => {
    const result = scan(temporaryProject({ 'a.js': code }));
    expect(result.findings).toEqual([]);
    expect(result.suppressed).toBe(1);
  });

  it.each([
    ['another rule', `// eslint-disable-next-line no-console\n${WRITE}`],
    ['switched on again', `/* eslint-disable */\n/* eslint-enable */\n${WRITE}`],
    ['a line further down', `// eslint-disable-next-line\n\n${WRITE}`],
  ])('but not: %s', (_name, code) => {
    expect(found(temporaryProject({ 'a.js': code }))).toHaveLength(1);
  });

  it('bulk suppressions hold as many as they count, and none where there are more', () => {
    const suppressions = JSON.stringify({ 'a.js': { 'httponly/no-token-in-browser-storage': { count: 1 } } });
    expect(found(temporaryProject({ 'eslint-suppressions.json': suppressions, 'a.js': WRITE }))).toEqual([]);
    expect(found(temporaryProject({ 'eslint-suppressions.json': suppressions, 'a.js': WRITE + WRITE }))).toHaveLength(2);
  });

  it('test files, unless the settings ask', () => {
    expect(found(temporaryProject({ 'src/a.test.js': WRITE }))).toEqual([]);
  });
});

describe('files', () => {
  it('are those that git knows or would add', () => {
    const root = temporaryProject(
      {
        '.gitignore': 'ignored/\n',
        'ignored/a.js': WRITE,
        'tracked.js': WRITE,
        'node_modules/x/a.js': WRITE,
        'dist/a.js': WRITE,
        'types.d.ts': WRITE,
      },
      { git: true },
    );
    writeFileSync(path.join(root, 'untracked.js'), WRITE);
    symlinkSync('/etc', path.join(root, 'out'));
    symlinkSync(path.join(root, 'tracked.js'), path.join(root, 'link.js'));
    expect(found(root).map((one) => one.split(':')[0])).toEqual(['tracked.js', 'untracked.js']);
  });

  it('of components and pages have the positions of the file', () => {
    const root = temporaryProject({
      'Login.vue':
        '<template>\r\n  <p/>\r\n</template>\r\n<script setup lang="ts">\r\n  localStorage.setItem(\'token\', token)\r\n</script>\r\n',
      'Login.svelte': "<p/>\n<script>\nlocalStorage.setItem('token', token)\n</script>\n",
      'login.html': "<html>\n<script>localStorage.setItem('token', token)</script>\n</html>\n",
      'login.astro': "---\nconst a = 1;\n---\n<script>\nlocalStorage.setItem('token', token)\n</script>\n",
    });
    expect(scan(root).findings.map(({ file, line, column }) => `${file} ${line}:${column}`)).toEqual([
      'login.astro 5:1',
      'login.html 2:9',
      'Login.svelte 3:1',
      'Login.vue 5:3',
    ]);
  });

  it('of components are not said to cross files for what their template writes', () => {
    const root = temporaryProject({
      'Post.vue': '<template><p v-html="body" /></template>\n<script setup>\nconst { body } = defineProps();\n</script>\n',
    });
    expect(found(root, { preset: 'strict' })).toEqual(['Post.vue:1 no-unsanitized-html']);
  });

  it('of Astro are read with their front matter', () => {
    const root = temporaryProject({
      'Post.astro': [
        '---',
        "import DOMPurify from 'isomorphic-dompurify';",
        'const { body, example = `<p set:html={x}>` } = Astro.props;',
        "const intro = '<b>x</b>';",
        'const clean = DOMPurify.sanitize(body);',
        '---',
        '<script type="application/ld+json" set:html={JSON.stringify(schema)} />',
        '<p set:html={intro} /><p set:html={clean} /><p set:html={DOMPurify.sanitize(body)} />',
        '<p class="x" set:html={`<b>${body}</b>`} /><p set:html=`<b>${body}</b>` />',
        '<script>',
        "  localStorage.setItem('token', token);",
        '</script>',
        '',
      ].join('\n'),
    });
    expect(found(root, { preset: 'strict' })).toEqual([
      'Post.astro:9 no-unsanitized-html',
      'Post.astro:9 no-unsanitized-html',
      'Post.astro:11 no-token-in-browser-storage',
    ]);
  });

  it('are looked at for what the settings name, whatever else they say', () => {
    const settings = readSettings({ credentialNames: ['spaceTicket'], apiOrigins: ['https://api.example.com'] });
    const root = temporaryProject({
      'package.json': REACT,
      'src/a.js': 'console.log(spaceTicket);\n',
      'src/b.js': "fetch('https://api.example.com/me');\n",
    });
    expect(found(root, { settings, preset: 'strict' })).toEqual(['src/a.js:1 no-token-in-log', 'src/b.js:1 require-credentialed-request']);
  });

  it('that do not parse are named and skipped, the others looked at', () => {
    const result = scan(temporaryProject({ 'a.js': WRITE, 'broken.js': 'localStorage.setItem(;\n' }));
    expect(result.findings).toHaveLength(1);
    expect(result.skipped).toEqual([{ path: 'broken.js', reason: expect.stringMatching(/^it cannot be parsed \(line 1: /) as string }]);
  });

  it('with a byte order mark count as ESLint counts', () => {
    expect(scan(temporaryProject({ 'a.js': `\uFEFF${WRITE}` })).findings[0]).toMatchObject({ line: 1, column: 1 });
  });

  it('may be named: a file, a folder, a glob; what they import is still known', () => {
    const root = temporaryProject({
      'keys.js': "export const KEY = 'auth_token';\n",
      'a/one.js': "import { KEY } from '../keys';\nlocalStorage.setItem(KEY, value);\n",
      'b/two.js': WRITE,
    });
    expect(found(root, { paths: ['a'] })).toEqual(['a/one.js:2 no-token-in-browser-storage across files']);
    expect(found(root, { paths: ['b/two.js'] })).toHaveLength(1);
    expect(found(root, { paths: ['**/two.js'] })).toHaveLength(1);
    expect(() => scan(root, { paths: ['nowhere'] })).toThrow('nowhere: no such file or folder');
  });
});

describe('scan without what crosses files', () => {
  const cases = sampledCases().flatMap(({ rule, valid, invalid }) =>
    [...valid, ...invalid].filter((one) => !one.settings && !one.options).map((one) => ({ ...one, title: `${rule}: ${one.name}` })),
  );

  it.each(cases)('says what ESLint says: $title', (one) => {
    const name = pathOf(one).replace('/virtual/', '');
    const byEslint = lintAs(one, presets.strict).map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`);
    const byScan = scan(temporaryProject({ [name]: one.code }), { preset: 'strict' })
      .findings.filter((finding) => !finding.crossed)
      .map(({ line, column, rule }) => `${line}:${column} httponly/${rule}`);
    expect(byScan.toSorted()).toEqual(byEslint.toSorted());
  });
});
