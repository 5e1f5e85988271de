import type { RuleCases } from '../support/rule-cases.ts';
import type { StorageObject } from '../support/storage-library.ts';
import { casesOfFunction, casesOfObject, joined, reported } from '../support/storage-library.ts';

const objects: readonly StorageObject[] = [
  { source: 'js-cookie' },
  { source: 'typescript-cookie', exported: 'Cookies' },
  { source: 'vue-cookies' },
  { source: 'vue-cookie', remove: 'delete' },
  { source: 'vue3-cookies', exported: 'useCookies', made: '$().cookies' },
  { source: '@vueuse/integrations/useCookies', exported: 'useCookies', made: "$(['accessToken'])" },
  { source: 'ngx-cookie-service', exported: 'CookieService', made: 'new $(document)', remove: 'delete' },
  { source: 'ngx-cookie', exported: 'CookieService', made: 'new $()', write: 'put' },
  { source: 'quasar', exported: 'Cookies' },
  { source: 'browser-cookies', remove: 'erase' },
  { source: 'es-cookie' },
  { source: 'universal-cookie', made: 'new $()', filename: 'client/session.js' },
  { source: 'react-cookie', exported: 'Cookies', made: 'new $()', filename: 'client/session.js' },
];

const { valid, invalid } = joined([
  ...objects.map(casesOfObject),
  ...[
    { source: 'cookies-next', exported: 'setCookie' },
    { source: 'cookies-next/client', exported: 'setCookie' },
    { source: 'typescript-cookie', exported: 'setCookie' },
    { source: 'nookies', exported: 'setCookie', given: "null, '$key', $value, { path: '/' }" },
  ].map((one) => casesOfFunction(one, 'written')),
  ...[
    { source: 'cookies-next', exported: 'getCookie', given: "'$key'" },
    { source: 'typescript-cookie', exported: 'getCookie', given: "'$key'" },
  ].map((one) => casesOfFunction(one, 'read')),
  ...[
    { source: 'react-use', exported: 'useCookie', given: "'$key'" },
    { source: 'ahooks', exported: 'useCookieState', given: "'$key', { defaultValue: $value }" },
    { source: '#imports', exported: 'useCookie', given: "'$key'" },
  ].map((one) => casesOfFunction(one, 'kept')),
]);

export default {
  rule: 'no-script-readable-token-cookie',
  valid: [
    ...valid,
    { name: "Nuxt's cookie that scripts do not see", code: "const token = useCookie('token', { httpOnly: true, secure: true });" },
    {
      name: "Nuxt's cookie for a setting",
      code: "const theme = useCookie('theme');\nconst seen = useCookie('seen_token_intro', { default: () => false });",
    },
    {
      name: 'react-cookie for a setting',
      code: "import { useCookies } from 'react-cookie';\nconst [cookies, setCookie, removeCookie] = useCookies(['theme']);\nsetCookie('theme', cookies.theme);\nremoveCookie('token');",
    },
    {
      name: 'nookies on the server',
      code: "import { parseCookies, setCookie, destroyCookie } from 'nookies';\nexport async function getServerSideProps(ctx) {\n  const { token } = parseCookies(ctx);\n  setCookie(ctx, 'token', token, { httpOnly: true });\n  destroyCookie(ctx, 'old');\n  return { props: {} };\n}",
    },
    {
      name: 'nookies removes',
      code: "import nookies from 'nookies';\nnookies.destroy(null, 'token');\nnookies.set(null, 'theme', theme);",
    },
    { name: "a component's own cookies", code: "export default {\n  methods: { eat() { this.cookies.set('token', this.wafer); } },\n};" },
  ],
  invalid: [
    ...invalid,
    reported(
      "react-cookie's hook",
      "import { useCookies } from 'react-cookie';\nexport function Login() {\n  const [cookies, setCookie] = useCookies(['token']);\n  const login = (data) => ▶setCookie('token', data.token, { path: '/' });\n  return { login };\n}",
      'written',
    ),
    reported(
      "react-cookie's hook is read",
      "import { useCookies } from 'react-cookie';\nexport function useHeader() {\n  const [cookies] = useCookies(['access_token']);\n  return ▶cookies.access_token;\n}\nexport function useOther() {\n  const [{ jwt }] = useCookies();\n  return jwt;\n}",
      'read',
    ),
    reported(
      "react-cookie's properties",
      "import { withCookies } from 'react-cookie';\nclass Login extends React.Component {\n  save(data) { ▶this.props.cookies.set('token', data.token); }\n}\nexport default withCookies(Login);",
      'written',
      { filename: 'client/Login.jsx' },
    ),
    reported(
      "Vue's plugin",
      "export default {\n  methods: {\n    save(data) { ▶this.$cookies.set('token', data.token); },\n  },\n};",
      'written',
    ),
    reported(
      "Vue's plugin is read",
      "export default {\n  computed: {\n    token() { return ▶this.$cookies.get('token'); },\n  },\n};",
      'read',
    ),
    reported("Vue's plugin by its global", "▶$cookies.set('token', data.token);", 'written'),
    reported(
      'a service by injection',
      "import { CookieService } from 'ngx-cookie-service';\nexport class Session {\n  constructor(private cookies: CookieService) {}\n  save(data) { ▶this.cookies.set('token', data.token); }\n}",
      'written',
      { filename: 'src/session.ts' },
    ),
    reported(
      'a service by inject()',
      "import { inject } from '@angular/core';\nimport { CookieService } from 'ngx-cookie-service';\nexport class Session {\n  readonly #cookies = inject(CookieService);\n  token() { return ▶this.#cookies.get('token'); }\n}",
      'read',
      { filename: 'src/session.ts' },
    ),
    reported("Nuxt's composable", "const token = ▶useCookie('token');\ntoken.value = data.token;", 'kept', {
      filename: 'composables/useSession.ts',
    }),
    reported(
      "Nuxt's composable under another name",
      "const current = ▶useCookie('current', { maxAge: 3600 });\ncurrent.value = data.accessToken;",
      'kept',
      { filename: 'composables/useSession.ts' },
    ),
    reported(
      'nookies in the browser',
      "import nookies, { parseCookies } from 'nookies';\n'use client';\nsend(▶parseCookies().token);\nsend(▶nookies.get(null).jwt);",
      'read',
      { filename: 'client/session.js' },
    ),
    reported(
      'nookies writes by its default export',
      "import nookies from 'nookies';\n▶nookies.set(undefined, 'token', data.token, {});",
      'written',
      { filename: 'client/session.js' },
    ),
    reported('all cookies at once', "import { getCookies } from 'typescript-cookie';\nsend(▶getCookies().token);", 'read'),
    reported("the team's own cookies", "import jar from '@/lib/jar';\n▶jar.set('token', data.token);", 'written', {
      settings: { storages: [{ module: 'lib/jar', kind: 'cookie' }] },
    }),
  ],
} satisfies RuleCases;
