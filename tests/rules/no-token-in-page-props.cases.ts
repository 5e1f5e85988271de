import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-token-in-page-props',
  valid: [
    {
      name: 'what the token was needed for',
      filename: 'pages/me.tsx',
      code: 'export async function getServerSideProps({ req }) {\n  const token = req.cookies.token;\n  const me = await fetchMe(token);\n  return { props: { me, signedIn: Boolean(token), expires: token.exp } };\n}',
    },
    {
      name: 'a link that is used once',
      filename: 'pages/reset-password/[token].tsx',
      code: 'export const getServerSideProps = async ({ params, query }) => ({ props: { token: params.token, password: true } });\nexport const getStaticProps = async (context) => ({ props: { token: context.params.token, login: 1 } });',
    },
    {
      name: 'anti-forgery',
      filename: 'pages/login.tsx',
      code: "import { getCsrfToken } from 'next-auth/react';\nexport async function getServerSideProps(context) {\n  return { props: { csrfToken: await getCsrfToken(context) } };\n}",
    },
    {
      name: 'nothing',
      filename: 'pages/me.tsx',
      code: "export const getServerSideProps = async () => ({ props: { accessToken: null, token: undefined } });\nexport const getStaticProps = () => ({ redirect: { destination: '/login' } });",
    },
    {
      name: "a function that is called so and none of Next's",
      filename: 'lib/a.ts',
      code: 'export const load = () => ({ accessToken });\nexport const loader = () => ({ accessToken });',
    },
    {
      name: 'a loader of bundlers',
      filename: 'build/loader.js',
      code: 'module.exports = function loader(source) {\n  return { accessToken: source };\n};',
    },
    {
      name: 'a loader of a page',
      filename: 'app/routes/me.tsx',
      code: "import { json } from '@remix-run/node';\nexport async function loader({ request }) {\n  const { accessToken } = await getSession(request);\n  return json({ me: await fetchMe(accessToken) });\n}",
    },
    {
      name: 'the state of React',
      filename: 'client/A.tsx',
      code: "import { useState } from 'react';\nexport const A = () => {\n  const [token, setToken] = useState('token', () => accessToken);\n  return null;\n};",
    },
    {
      name: 'another state of Nuxt',
      filename: 'composables/a.ts',
      code: "export const useTheme = () => useState('theme', () => 'dark');\nexport const useToken = () => useState('token', () => null);",
    },
    {
      name: 'from one component of the server to another',
      filename: 'app/me/page.tsx',
      code: "import { cookies } from 'next/headers';\nimport { Orders } from './orders';\nexport default async function Page() {\n  const accessToken = (await cookies()).get('accessToken')?.value;\n  return <Orders accessToken={accessToken} />;\n}",
    },
    {
      name: 'from one component of the client to another',
      filename: 'client/A.tsx',
      code: "'use client';\nimport { AuthProvider } from './auth';\nexport const A = ({ accessToken }) => <AuthProvider accessToken={accessToken} />;",
    },
    {
      name: 'a design token',
      filename: 'pages/colors.tsx',
      code: 'export const getStaticProps = () => ({ props: { tokens: designTokens, token: designToken } });',
    },
    { name: 'a test', filename: 'pages/me.test.tsx', code: 'export const getServerSideProps = () => ({ props: { accessToken } });' },
  ],
  invalid: [
    marked(
      'a loader that answers by hand',
      'handed',
      `import type { LoaderFunctionArgs } from '@remix-run/node';
export async function loader({ request }: LoaderFunctionArgs) {
  const session = await sessions.getSession(request.headers.get('Cookie'));
  const token = session.get('token');
  return new Response(JSON.stringify({ user: await userOf(session), «token }), { headers: { 'Content-Type': 'application/json' } });
}`,
      { filename: 'app/routes/orders.tsx' },
    ),
    {
      name: 'getServerSideProps',
      filename: 'pages/me.tsx',
      code: 'export async function getServerSideProps({ req }) {\n  const token = req.cookies.token;\n  return { props: { token, user: 1 } };\n}',
      errors: [{ messageId: 'handed', line: 3, column: 21 }],
    },
    {
      name: 'getServerSideProps, an arrow, a session that holds one',
      filename: 'pages/me.tsx',
      code: 'export const getServerSideProps = async (context) => {\n  const session = await getSession(context);\n  const orders = await fetchOrders(session.accessToken);\n  return { props: { session, orders } };\n};',
      errors: [{ messageId: 'handed', line: 4, column: 21 }],
    },
    {
      name: 'getServerSideProps, wrapped',
      filename: 'pages/me.tsx',
      code: 'export const getServerSideProps = wrapper((store) => async (context) => ({ props: { auth: { accessToken: store.accessToken } } }));',
      errors: [{ messageId: 'handed', line: 1, column: 85 }],
    },
    {
      name: 'getStaticProps',
      filename: 'pages/index.tsx',
      code: 'export function getStaticProps() {\n  const props = { jwt: signed };\n  return { props, revalidate: 60 };\n}',
      errors: [{ messageId: 'handed', line: 2, column: 19 }],
    },
    {
      name: 'getInitialProps',
      filename: 'pages/index.jsx',
      code: 'Page.getInitialProps = async (context) => ({ accessToken: readCookie(context) });',
      errors: [{ messageId: 'handed', line: 1, column: 46 }],
    },
    {
      name: 'Remix',
      filename: 'app/routes/me.tsx',
      code: "import { json } from '@remix-run/node';\nexport async function loader({ request }) {\n  const session = await getSession(request);\n  return json({ user: session.user, token: session.get('accessToken') });\n}",
      errors: [{ messageId: 'handed', line: 4, column: 37 }],
    },
    {
      name: 'React Router',
      filename: 'app/routes/me.tsx',
      code: "import type { Route } from './+types/me';\nexport const loader = async ({ request }: Route.LoaderArgs) => ({ accessToken: await tokenOf(request) });",
      errors: [{ messageId: 'handed', line: 2, column: 67 }],
    },
    {
      name: 'SvelteKit',
      filename: 'src/routes/+layout.server.ts',
      code: "export const load = async ({ cookies }) => {\n  const accessToken = cookies.get('accessToken');\n  return { accessToken };\n};",
      errors: [{ messageId: 'handed', line: 3, column: 12 }],
    },
    {
      name: 'SvelteKit, a function',
      filename: 'src/routes/+page.js',
      code: 'export async function load({ parent }) {\n  const { session } = await parent();\n  return { jwt: session.jwt };\n}',
      errors: [{ messageId: 'handed', line: 3, column: 12 }],
    },
    {
      name: 'Nuxt',
      filename: 'composables/session.ts',
      code: "export const useSession = () => useState('accessToken', () => useCookie('token').value);",
      errors: [{ messageId: 'handed', line: 1, column: 33 }],
    },
    {
      name: 'Nuxt, in a component',
      filename: 'app.vue',
      code: "<script setup>\nimport { useState } from '#imports';\nconst token = useState('session', () => ({ accessToken: useRequestHeaders().cookie }));\n</script>",
      errors: [{ messageId: 'handed', line: 3, column: 15 }],
    },
    {
      name: 'to a provider of the client',
      filename: 'app/layout.tsx',
      code: "import { cookies } from 'next/headers';\nimport { AuthProvider } from './auth-provider';\nexport default async function Layout({ children }) {\n  const token = (await cookies()).get('token')?.value;\n  return <AuthProvider initialToken={token}>{children}</AuthProvider>;\n}",
      errors: [{ messageId: 'handed', line: 5, column: 24 }],
    },
    {
      name: 'to a component of the client by its name',
      filename: 'app/page.tsx',
      code: "import OrdersClient from './orders-client';\nexport default async function Page() {\n  const session = await auth();\n  return <OrdersClient accessToken={session.accessToken} />;\n}",
      errors: [{ messageId: 'handed', line: 4, column: 24 }],
    },
  ],
} satisfies RuleCases;
