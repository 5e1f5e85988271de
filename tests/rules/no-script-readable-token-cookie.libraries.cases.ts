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
    {
      name: "a server's jar is a parameter",
      code: "import type { Cookies } from '@sveltejs/kit';\nexport const keep = (jar: Cookies) => jar.get('token');",
    },
    {
      name: 'a property of another type',
      code: "interface Props { cookies: Map<string, string> }\nexport function Plate({ cookies }: Props) { return cookies.get('token'); }",
    },
    {
      name: 'a component that another function is around',
      code: "import { withRouter } from 'react-router-dom';\nconst Home = ({ cookies }) => cookies.get('token');\nexport default withRouter(Home);",
    },
    {
      name: 'another thing that is provided',
      code: "import { inject } from 'vue';\nconst oven = inject('$oven');\noven.set('token', dough);",
    },
  ],
  invalid: [
    ...invalid,
    reported(
      'a jar of a declared type, taken apart',
      "import Cookies from 'universal-cookie';\nexport function Bar({ cookies: jar }: { cookies: Cookies }) { return ▶jar.get('token'); }",
      'read',
    ),
    reported(
      "a jar in a component's properties",
      "import type { Cookies } from 'react-cookie';\ninterface Props { name: string; jar?: Cookies }\nexport const Bar = (props: Props) => ▶props.jar?.get('token');\nexport const Baz: React.FC<Props> = ({ jar }) => ▶jar.get('access_token');",
      'read',
    ),
    reported(
      "a jar in a class component's properties",
      "import Cookies from 'universal-cookie';\ninterface Props { jar: Cookies }\nclass Home extends React.Component<Props> {\n  signedIn(data) { ▶this.props.jar.set('token', data.token); }\n}",
      'written',
    ),
    reported(
      "the library's type of properties",
      "import { withCookies, ReactCookieProps } from 'react-cookie';\nconst Home = ({ cookies }: ReactCookieProps) => ▶cookies.get('jwt');\nexport default withCookies(Home);",
      'read',
    ),
    reported(
      'a component that the library gives its jar',
      "import { withCookies } from 'react-cookie';\nfunction Home({ cookies, title }) { return ▶cookies.get('token') + title; }\nexport default withCookies(Home);",
      'read',
    ),
    reported(
      "Vue's plugin behind a cast, and behind another name",
      "export default {\n  methods: {\n    save(token: string) {\n      ▶(this as any).$cookies.set('token', token);\n      const self = this as any;\n      axios.get(url).then(function () { ▶self.$cookies.set('jwt', token); });\n      ▶(<any>this).$cookie.set('token', token);\n    },\n  },\n};",
      'written',
      { filename: 'client/login.ts' },
    ),
    reported(
      "Vue's plugin in a setup function",
      "import { getCurrentInstance, inject } from 'vue';\nconst { proxy } = getCurrentInstance()!;\n▶proxy.$cookies.set('token', data.token);\nconst jar = inject('$cookies');\n▶jar.set('jwt', data.jwt);",
      'written',
    ),
    reported(
      'a script that asks for HttpOnly',
      "import Cookies from 'js-cookie';\nconst options = { secure: true, httpOnly: true };\n▶Cookies.set('token', data.token, options);",
      'dropped',
    ),
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
