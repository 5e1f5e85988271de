import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-script-readable-token-cookie',
  valid: [
    {
      name: 'a flag of Nuxt, compared with yes',
      filename: 'app/middleware/signed-in.ts',
      code: "export default defineNuxtRouteMiddleware(() => {\n  const auth = useCookie('auth').value;\n  if (auth === '1') return;\n  return navigateTo('/login');\n});\n",
    },
    {
      name: 'a flag of js-cookie',
      filename: 'src/session.js',
      code: "import Cookies from 'js-cookie';\nexport const isSignedIn = () => Cookies.get('auth_token') === 'true';\n",
    },
    {
      name: 'a flag, the other way round',
      filename: 'src/session.js',
      code: "import Cookies from 'js-cookie';\nconst session = Cookies.get('session_token');\nexport const isGuest = 'yes' !== session;\n",
    },
  ],
  invalid: [
    {
      name: 'a cookie whose value is asked for',
      filename: 'app/composables/useHeaders.ts',
      code: "export const useToken = () => useCookie('access_token').value;\n",
      errors: [{ messageId: 'read', line: 1, column: 31 }],
    },
    {
      name: 'a cookie that is given a value',
      filename: 'app/composables/useSignIn.ts',
      code: "export const keep = (answer) => { useCookie('access_token').value = answer.token; };\n",
      errors: [{ messageId: 'kept', line: 1, column: 35 }],
    },
    {
      name: 'what is compared with another text',
      filename: 'src/session.js',
      code: "import Cookies from 'js-cookie';\nexport const isTheSame = (known) => Cookies.get('auth_token') === known || Cookies.get('auth_token') === 'none';\n",
      errors: [
        { messageId: 'read', line: 2, column: 37 },
        { messageId: 'read', line: 2, column: 76 },
      ],
    },
  ],
} satisfies RuleCases;
