import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-token-on-global',
  valid: [
    {
      name: 'a graph of files and their hashes',
      code: "const session = document.cookie.includes('session');\nwindow.graph = { nodes: [{ file: 'libs/auth2/src/index.token.ts', hash: '4a7d1ed414474e4033ac29ccb8653d9b', fileHash: '9f86d081884c7d659a2feaa0c55ad015' }], commit: 'da39a3ee5e6b4b0d3255bfef95601890afd80709' };",
    },
    {
      name: 'attributes that say something of a token, and its properties',
      code: 'import { html } from \'lit\';\nexport const row = (token) => html`<x-row data-kind=${token.kind} class="token" .token=${token.accessToken}>${token.value}</x-row>`;',
    },
    {
      name: 'a template of another language',
      code: 'export const query = sql`select data-token=${accessToken}`;',
    },
    { name: "another's attributes", code: "import { graph } from './graph';\ngraph.attr('data-token', accessToken);" },
    { name: 'a state of the history without one', code: "history.pushState({ scroll: 12, hasToken: Boolean(token) }, '');" },
    { name: 'the pushState of another thing', code: 'import { history } from "./history";\nhistory.pushState({ accessToken }, "");' },
    {
      name: 'whether there is one',
      code: "const accessToken = await login();\nwindow.signedIn = Boolean(accessToken);\nwindow.hasToken = !!accessToken;\ndocument.body.dataset.signedIn = accessToken ? 'yes' : 'no';",
    },
    {
      name: 'anti-forgery',
      code: "window.csrfToken = document.querySelector('meta[name=csrf-token]').content;\nwindow.Laravel = { csrfToken };\nform.dataset.csrfToken = csrfToken;\nform.setAttribute('data-csrf-token', csrfToken);",
    },
    { name: 'clearing it', code: "window.accessToken = null;\nwindow.token = undefined;\nwindow.token = '';\ndelete window.accessToken;" },
    {
      name: "storages, cookies and addresses: other rules'",
      code: "window.localStorage.token = accessToken;\nwindow.location = '/x';\nwindow.location.href = url;\ndocument.cookie = `token=${accessToken}`;\nwindow.sessionStorage['token'] = token;",
    },
    { name: 'a function that is offered', code: 'window.getToken = () => accessToken;\nwindow.setToken = (token) => store.set(token);' },
    {
      name: "a module's own variable",
      code: 'let accessToken;\nexport const setToken = (value) => {\n  accessToken = value;\n};\nsession.accessToken = accessToken;\nthis.accessToken = accessToken;',
    },
    {
      name: 'a variable that is called so',
      code: 'export const fill = (window, accessToken) => {\n  window.accessToken = accessToken;\n};\nconst document = {};\ndocument.token = accessToken;',
    },
    {
      name: "a language's token",
      filename: 'src/highlight.js',
      code: "element.dataset.token = token;\nspan.setAttribute('data-token', token.type);",
    },
    {
      name: 'a design token',
      filename: 'src/Swatch.jsx',
      code: 'export const Swatch = ({ token }) => <i data-token={token} style={token.style} />;',
    },
    {
      name: 'another attribute',
      code: "input.setAttribute('value', accessToken);\nexport const A = ({ accessToken }) => <Child data={accessToken} aria-label={accessToken} />;",
    },
    { name: "a server's global", filename: 'server/a.js', code: 'globalThis.accessToken = await login();\nglobal.token = accessToken;' },
    {
      name: 'a configured key',
      code: 'window.MAPBOX_TOKEN = import.meta.env.VITE_MAPBOX_TOKEN;\nwindow.config = { token: process.env.MAP_TOKEN };',
    },
    { name: 'a hash', code: 'window.fingerprint = hash(accessToken);' },
    { name: 'a test', filename: 'src/a.test.js', code: 'window.accessToken = accessToken;' },
  ],
  invalid: [
    marked(
      'an attribute that a tagged template writes',
      'shared',
      'import { LitElement, html } from \'lit\';\nexport class Card extends LitElement {\n  render() { return html`<user-card name="x" data-token=${«this.accessToken}></user-card>`; }\n}',
    ),
    marked(
      'quoted, after other values, by a renamed tag',
      'shared',
      'import { html as h } from \'lit-html\';\nexport const card = (user, jwt) => h`<p title=${user.name} data-session="${«jwt}">${user.name}</p>`;',
    ),
    marked(
      'several at once, and by a library',
      'shared',
      "«Object.assign(element.dataset, { accessToken });\n«$('#app').attr('data-token', accessToken);",
    ),
    { name: 'window', code: 'window.accessToken = accessToken;', errors: [{ messageId: 'shared', line: 1, column: 1 }] },
    {
      name: 'globalThis, self, brackets',
      code: "globalThis.authToken = authToken;\nself['jwt'] = jwt;\nwindow[KEY] = accessToken;",
      errors: [
        { messageId: 'shared', line: 1, column: 1 },
        { messageId: 'shared', line: 2, column: 1 },
        { messageId: 'shared', line: 3, column: 1 },
      ],
    },
    {
      name: 'read on the spot: one report',
      code: "window.token = localStorage.getItem('token');",
      errors: [{ messageId: 'shared', line: 1, column: 1 }],
    },
    {
      name: 'a bare token where people sign in',
      code: "export async function login(email, password) {\n  const { token } = await post('/login', { email, password });\n  window.token = token;\n}",
      errors: [{ messageId: 'shared', line: 3, column: 3 }],
    },
    {
      name: 'inside an object',
      code: 'window.session = { user, accessToken };\nwindow.__STATE__ = JSON.stringify({ auth: { refreshToken } });',
      errors: [
        { messageId: 'shared', line: 1, column: 1 },
        { messageId: 'shared', line: 2, column: 1 },
      ],
    },
    {
      name: 'on an object of the window',
      code: 'window.app.accessToken = accessToken;\nwindow.__APP__.token ??= accessToken;',
      errors: [
        { messageId: 'shared', line: 1, column: 1 },
        { messageId: 'shared', line: 2, column: 1 },
      ],
    },
    { name: 'document', code: 'document.accessToken = accessToken;', errors: [{ messageId: 'shared', line: 1, column: 1 }] },
    { name: 'Object.assign', code: 'Object.assign(window, { accessToken });', errors: [{ messageId: 'shared', line: 1, column: 1 }] },
    {
      name: 'dataset',
      code: "document.body.dataset.token = accessToken;\nelement.dataset['accessToken'] = accessToken;",
      errors: [
        { messageId: 'shared', line: 1, column: 1 },
        { messageId: 'shared', line: 2, column: 1 },
      ],
    },
    {
      name: 'setAttribute',
      code: "form.setAttribute('data-token', localStorage.getItem('token'));",
      errors: [{ messageId: 'shared', line: 1, column: 1 }],
    },
    {
      name: 'an attribute in JSX',
      code: 'export const A = ({ accessToken }) => <div data-token={accessToken} />;',
      errors: [{ messageId: 'shared', line: 1, column: 44 }],
    },
    {
      name: 'the state of the history',
      code: "history.replaceState({ token: localStorage.getItem('token') }, '');",
      errors: [{ messageId: 'shared', line: 1, column: 1 }],
    },
    {
      name: 'the state of the history, by its window and an alias',
      code: 'const { accessToken } = session;\nwindow.history.pushState({ user, accessToken }, "", "/home");\nconst h = history;\nh.pushState({ accessToken }, "");',
      errors: [
        { messageId: 'shared', line: 2, column: 1 },
        { messageId: 'shared', line: 4, column: 1 },
      ],
    },
    {
      name: 'Vue',
      filename: 'A.vue',
      code: "<script setup>\nimport { useSession } from './session';\nconst { accessToken } = useSession();\nwindow.accessToken = accessToken;\n</script>",
      errors: [{ messageId: 'shared', line: 4, column: 1 }],
    },
    {
      name: 'an answer of a login',
      code: "const { data } = await axios.post('/login', form);\nwindow.user = data;\nuse(data.accessToken);",
      errors: [{ messageId: 'shared', line: 2, column: 1 }],
    },
  ],
} satisfies RuleCases;
