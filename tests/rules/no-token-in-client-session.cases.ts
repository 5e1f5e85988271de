import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const options = (callbacks: string): string =>
  `import NextAuth from 'next-auth';\nexport default NextAuth({\n  callbacks: {\n${callbacks}\n  },\n});`;

export default {
  rule: 'no-token-in-client-session',
  valid: [
    {
      name: 'an object beside the session that goes nowhere',
      filename: 'auth.ts',
      code: options(
        '    session({ session, token }) {\n      const call = { headers: {} };\n      call.headers.authToken = token.accessToken;\n      send(call);\n      return session;\n    },',
      ),
    },
    {
      name: 'the user whom a sign-in returned, without a token',
      filename: 'auth.ts',
      code: `import NextAuth from 'next-auth';
export default NextAuth({
  providers: [{ authorize: async ({ email }) => ({ id: '1', email }) }],
  callbacks: {
    jwt({ token, user }) { if (user) token.user = user; return token; },
    session({ session, token }) { session.user = token.user; return session; },
  },
});`,
    },
    {
      name: 'another member of the token than the user',
      filename: 'auth.ts',
      code: `import NextAuth from 'next-auth';
export default NextAuth({
  providers: [{ authorize: async () => ({ id: '1', accessToken: await signIn() }) }],
  callbacks: {
    jwt({ token, user }) { if (user) token.backend = user; return token; },
    session({ session, token }) { session.user = token.user; return session; },
  },
});`,
    },
    {
      name: "a second configuration, whose session is the server's alone",
      filename: 'auth.ts',
      code: `import NextAuth from 'next-auth';
const base = { providers: [], callbacks: {} };
export const { handlers, signIn, signOut } = NextAuth(base);
const inner = { ...base, callbacks: { async session({ session, token }) { session.accessToken = token.accessToken; return session; } } };
export const { auth } = NextAuth(inner);`,
    },
    {
      name: 'the same, written in place',
      filename: 'auth.ts',
      code: `import NextAuth from 'next-auth';
export const { handlers: { GET, POST } } = NextAuth({ providers: [] });
export const { auth: authOnServer } = NextAuth({ providers: [], callbacks: { session: ({ session, token }) => ({ ...session, accessToken: token.accessToken }) } });`,
    },
    {
      name: 'the same, of a typed constant',
      filename: 'auth.ts',
      code: `import NextAuth, { type NextAuthConfig } from 'next-auth';
const callbacks = {};
const forServer: NextAuthConfig = { providers: [], callbacks: { ...callbacks, session({ session, token }) { return Object.assign(session, { accessToken: token.accessToken }); } } };
const own = NextAuth({ providers: [] });
export const { handlers } = own;
export const { auth, signIn } = NextAuth(forServer);`,
    },
    {
      name: 'who somebody is',
      filename: 'auth.ts',
      code: options(
        '    session({ session, token }) {\n      session.user.id = token.sub;\n      session.user.role = token.role;\n      session.error = token.error;\n      session.expires = token.accessTokenExpires;\n      return session;\n    },',
      ),
    },
    {
      name: 'the jwt callback, which stays on the server',
      filename: 'auth.ts',
      code: options(
        '    jwt({ token, account }) {\n      if (account) {\n        token.accessToken = account.access_token;\n        token.refreshToken = account.refresh_token;\n      }\n      return token;\n    },\n    session: ({ session }) => session,',
      ),
    },
    {
      name: "the whole token, with the library's own claims only",
      filename: 'auth.ts',
      code: options('    session({ session, token }) {\n      session.user = token;\n      return session;\n    },'),
    },
    {
      name: 'whether there is one',
      filename: 'auth.ts',
      code: options(
        '    session({ session, token }) {\n      session.hasToken = Boolean(token.accessToken);\n      session.connected = !!token.accessToken;\n      session.accessToken = undefined;\n      return { ...session, tokenExpires: token.exp };\n    },',
      ),
    },
    {
      name: 'another variable in the callback',
      filename: 'auth.ts',
      code: options(
        '    session({ session, token }) {\n      cache.accessToken = token.accessToken;\n      token.accessToken = token.access_token;\n      return session;\n    },',
      ),
    },
    {
      name: 'the types of the token',
      filename: 'next-auth.d.ts',
      code: "import 'next-auth';\ndeclare module 'next-auth/jwt' {\n  interface JWT {\n    accessToken?: string;\n  }\n}\ndeclare module 'next-auth' {\n  interface Session {\n    user: { id: string; role: string };\n    hasToken: boolean;\n  }\n  interface User {\n    accessToken: string;\n  }\n}",
    },
    {
      name: 'a session of something else',
      filename: 'a.ts',
      code: "declare module 'express-session' {\n  interface Session {\n    accessToken?: string;\n  }\n}\ninterface Session {\n  accessToken: string;\n}\nexport const session = ({ session, token }) => {\n  session.accessToken = token.accessToken;\n};",
    },
    {
      name: 'callbacks of something else',
      filename: 'a.ts',
      code: 'export default defineAuth({ callbacks: { session({ session, token }) {\n  session.accessToken = token.accessToken;\n  return session;\n} } });',
    },
    {
      name: 'other members that a page reads',
      filename: 'client/A.tsx',
      code: "import { useSession } from 'next-auth/react';\nexport function A() {\n  const { data: session, status } = useSession();\n  return <p>{session?.user?.name}{session?.expires}{status}</p>;\n}",
    },
    {
      name: 'reading on the server',
      filename: 'app/api/a/route.ts',
      code: "import { getServerSession } from 'next-auth';\nimport { auth } from '@/auth';\nexport async function GET() {\n  const session = await getServerSession();\n  const other = await auth();\n  return call(session.accessToken, other.accessToken);\n}",
    },
    {
      name: 'anti-forgery',
      filename: 'client/A.tsx',
      code: "import { getCsrfToken, useSession } from 'next-auth/react';\nexport const A = async () => {\n  const csrfToken = await getCsrfToken();\n  const { data } = useSession();\n  return data.csrfToken;\n};",
    },
    {
      name: 'a test',
      filename: 'auth.test.ts',
      code: options('    session({ session, token }) {\n      session.accessToken = token.accessToken;\n      return session;\n    },'),
    },
  ],
  invalid: [
    marked(
      'the user whom a sign-in returned, with the token that it put there',
      'callback',
      `import NextAuth from 'next-auth';
export default NextAuth({
  providers: [
    Credentials({
      async authorize(credentials) {
        const answer = await (await fetch(API, { method: 'POST', body: JSON.stringify(credentials) })).json();
        const found = { id: answer.data.id, name: answer.data.name, accessToken: answer.token };
        return found;
      },
    }),
  ],
  callbacks: {
    async jwt({ token, user }) { if (user) { token.user = user; } return token; },
    async session({ session, token }) { «session.user = token.user; return session; },
  },
});`,
      { filename: 'auth.ts' },
    ),
    marked(
      'the same, by parameters that are not taken apart, and in an object',
      'callback',
      `import NextAuth from 'next-auth';
export const authOptions = {
  providers: [Credentials({ authorize: () => ({ id: '1', jwt: sign() }) })],
  callbacks: {
    jwt: async (params) => (params.user ? { ...params.token, profile: params.user } : params.token),
    session: (params) => ({ ...params.session, «user: params.token.profile }),
  },
};
export default NextAuth(authOptions);`,
      { filename: 'auth.ts' },
    ),
    marked(
      'the same, by a helper',
      'callback',
      `import NextAuth from 'next-auth';
const withUser = (session, jwt) => { «session.user = jwt.account; return session; };
export default NextAuth({
  providers: [Credentials({ authorize() { return { id: '1', tokens: { access_token: sign() } }; } })],
  callbacks: {
    jwt({ token, user }) { return user ? { ...token, account: user } : token; },
    session({ session, token }) { return withUser(session, token); },
  },
});`,
      { filename: 'auth.ts' },
    ),
    {
      name: 'a second configuration that gives the endpoints, and a single one of which only auth is taken here',
      filename: 'auth.ts',
      code: `import NextAuth from 'next-auth';
export const { auth } = NextAuth({ providers: [] });
export const { handlers } = NextAuth({ providers: [], callbacks: { session({ session, token }) {
  session.accessToken = token.accessToken;
  return session;
} } });`,
      errors: [{ messageId: 'callback', line: 4, column: 3 }],
    },
    {
      name: 'the only configuration',
      filename: 'auth.ts',
      code: `import NextAuth from 'next-auth';
export const { auth } = NextAuth({ providers: [], callbacks: { session({ session, token }) {
  session.accessToken = token.accessToken;
  return session;
} } });`,
      errors: [{ messageId: 'callback', line: 3, column: 3 }],
    },
    {
      name: 'assigned',
      filename: 'auth.ts',
      code: options(
        '    session({ session, token }) {\n      session.accessToken = token.accessToken;\n      session.user.refreshToken = token.refreshToken as string;\n      return session;\n    },',
      ),
      errors: [
        { messageId: 'callback', line: 5, column: 7 },
        { messageId: 'callback', line: 6, column: 7 },
      ],
    },
    {
      name: 'assigned to another name of the session',
      filename: 'auth.ts',
      code: options(
        '    session({ session, token }) {\n      const own = session as AppSession;\n      own.backendToken = token.backendToken;\n      return own;\n    },',
      ),
      errors: [{ messageId: 'callback', line: 6, column: 7 }],
    },
    {
      name: 'assigned to another name of its user',
      filename: 'auth.ts',
      code: options(
        '    session({ session, token }) {\n      const user = session.user;\n      user.apiToken = token.apiToken;\n      return session;\n    },',
      ),
      errors: [{ messageId: 'callback', line: 6, column: 7 }],
    },
    {
      name: 'assigned to a name of what all is in',
      filename: 'auth.ts',
      code: options(
        '    async session(params) {\n      const own = params.session;\n      own.jwt = params.token.accessToken;\n      return own;\n    },',
      ),
      errors: [{ messageId: 'callback', line: 6, column: 7 }],
    },
    {
      name: 'assigned, cast',
      filename: 'auth.ts',
      code: options(
        '    async session({ session, token }) {\n      (session as any).backendToken = token.backendToken;\n      (session.user as AppUser)!.token = token.value;\n      return session;\n    },',
      ),
      errors: [
        { messageId: 'callback', line: 5, column: 7 },
        { messageId: 'callback', line: 6, column: 7 },
      ],
    },
    {
      name: 'under a name that says nothing',
      filename: 'auth.ts',
      code: options('    session({ session, token }) {\n      session.user.key = token.accessToken;\n      return session;\n    },'),
      errors: [{ messageId: 'callback', line: 5, column: 7 }],
    },
    {
      name: 'in what is returned',
      filename: 'auth.ts',
      code: options(
        '    session: ({ session, token }) => ({ ...session, accessToken: token.accessToken, user: { ...session.user, jwt: token.jwt } }),',
      ),
      errors: [
        { messageId: 'callback', line: 4, column: 53 },
        { messageId: 'callback', line: 4, column: 110 },
      ],
    },
    {
      name: 'returned through a variable',
      filename: 'auth.ts',
      code: options(
        '    session({ session, token }) {\n      const full = { ...session, idToken: token.idToken };\n      return full;\n    },',
      ),
      errors: [{ messageId: 'callback', line: 5, column: 34 }],
    },
    {
      name: 'an object',
      filename: 'auth.ts',
      code: options(
        '    session({ session, token }) {\n      session.tokens = { access: token.accessToken };\n      Object.assign(session, { refreshToken: token.refreshToken });\n      return session;\n    },',
      ),
      errors: [
        { messageId: 'callback', line: 5, column: 26 },
        { messageId: 'callback', line: 6, column: 32 },
      ],
    },
    {
      name: 'the whole token, filled with the user',
      filename: 'route.ts',
      code: options(
        '    async jwt({ token, user }) {\n      return { ...token, ...user };\n    },\n    async session({ session, token }) {\n      session.user = token as any;\n      return session;\n    },',
      ),
      errors: [{ messageId: 'callback', line: 8, column: 7 }],
    },
    {
      name: "the whole token by spread, filled with the account's",
      filename: 'route.ts',
      code: options(
        '    jwt({ token, account }) {\n      if (account) token.accessToken = account.access_token;\n      return token;\n    },\n    session: ({ session, token }) => ({ ...session, user: { ...session.user, ...token } }),',
      ),
      errors: [{ messageId: 'callback', line: 8, column: 78 }],
    },
    {
      name: "the adapter's user",
      filename: 'auth.ts',
      code: options('    session({ session, user }) {\n      session.user.accessToken = user.accessToken;\n      return session;\n    },'),
      errors: [{ messageId: 'callback', line: 5, column: 7 }],
    },
    {
      name: 'renamed parameters, parameters as one, version 3',
      filename: 'auth.ts',
      code:
        options('    session({ session: s, token: t }) {\n      s.accessToken = t.accessToken;\n      return s;\n    },') +
        '\nexport const two = { callbacks: { session(params) {\n  params.session.accessToken = params.token.accessToken;\n  return params.session;\n} } };\nexport const three = { callbacks: { session: async (session, token) => {\n  session.accessToken = token.accessToken;\n  return session;\n} } };',
      errors: [
        { messageId: 'callback', line: 5, column: 7 },
        { messageId: 'callback', line: 11, column: 3 },
        { messageId: 'callback', line: 15, column: 3 },
      ],
    },
    {
      name: 'a function by name, options typed',
      filename: 'auth.config.ts',
      code: "import type { NextAuthConfig } from 'next-auth';\nasync function session({ session, token }) {\n  session.accessToken = token.accessToken;\n  return session;\n}\nexport const authConfig = { callbacks: { session } } satisfies NextAuthConfig;",
      errors: [{ messageId: 'callback', line: 3, column: 3 }],
    },
    {
      name: 'a helper',
      filename: 'auth.ts',
      code:
        'function withTokens(target, from) {\n  target.accessToken = from.accessToken;\n  return target;\n}\n' +
        options('    session: ({ session, token }) => withTokens(session, token),'),
      errors: [{ messageId: 'callback', line: 2, column: 3 }],
    },
    {
      name: 'Auth.js for others',
      filename: 'src/auth.ts',
      code: "import { SvelteKitAuth } from '@auth/sveltekit';\nexport const { handle } = SvelteKitAuth({ callbacks: { session({ session, token }) {\n  session.accessToken = token.accessToken;\n  return session;\n} } });",
      errors: [{ messageId: 'callback', line: 3, column: 3 }],
    },
    {
      name: 'the type is augmented',
      filename: 'next-auth.d.ts',
      code: "import { DefaultSession } from 'next-auth';\ndeclare module 'next-auth' {\n  interface Session {\n    accessToken?: string;\n    user: { id: string; refreshToken: string } & DefaultSession['user'];\n  }\n}",
      errors: [
        { messageId: 'type', line: 4, column: 5 },
        { messageId: 'type', line: 5, column: 25 },
      ],
    },
    {
      name: 'the type is augmented by another',
      filename: 'next-auth.d.ts',
      code: "declare module 'next-auth' {\n  interface User {\n    id: string;\n    accessToken: string;\n  }\n  interface Session {\n    user: User;\n  }\n}",
      errors: [{ messageId: 'type', line: 7, column: 5 }],
    },
    {
      name: 'the type is extended',
      filename: 'types.ts',
      code: "import type { Session } from 'next-auth';\nexport interface AppSession extends Session {\n  backendToken: string;\n}\nexport type Other = Session & { accessToken: string };",
      errors: [
        { messageId: 'type', line: 3, column: 3 },
        { messageId: 'type', line: 5, column: 33 },
      ],
    },
    {
      name: 'read by a page',
      filename: 'client/A.tsx',
      code: "import { useSession } from 'next-auth/react';\nexport function A() {\n  const { data: session } = useSession();\n  const token = session?.accessToken;\n  use((session as any).user.token);\n  const { refreshToken } = session;\n  return <p>{token}</p>;\n}",
      errors: [
        { messageId: 'read', line: 4, column: 17 },
        { messageId: 'read', line: 5, column: 7 },
        { messageId: 'read', line: 6, column: 11 },
      ],
    },
    {
      name: 'read by a page, renamed, namespace, at once',
      filename: 'client/A.tsx',
      code: "import { useSession as useAuth } from 'next-auth/react';\nimport * as nextAuth from 'next-auth/react';\nexport function A() {\n  const session = useAuth();\n  use(session.data.accessToken, nextAuth.useSession().data?.user?.idToken);\n  return null;\n}",
      errors: [
        { messageId: 'read', line: 5, column: 7 },
        { messageId: 'read', line: 5, column: 33 },
      ],
    },
    {
      name: 'read by getSession',
      filename: 'client/api.ts',
      code: "import { getSession } from 'next-auth/react';\nimport axios from 'axios';\naxios.interceptors.request.use(async (config) => {\n  const session = await getSession();\n  if (session?.accessToken) track(window.name);\n  return config;\n});",
      errors: [{ messageId: 'read', line: 5, column: 7 }],
    },
  ],
} satisfies RuleCases;
