/** Apps of Next with NextAuth, of which a case varies a file or two: by version, router and language. */
const SECRET_FREE_PROVIDER = (js: boolean): string => `CredentialsProvider({
      credentials: { email: {}, password: {} },
      async authorize(credentials) {
        const response = await fetch(\`\${process.env.NEXT_PUBLIC_API_URL}/login\`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(credentials),
        });
        return response.ok ? response.json() : null;
      },
    })${js ? '' : ''}`;

const CALLBACKS = `{
    async jwt({ token, user }) {
      if (user) token.accessToken = user.accessToken;
      return token;
    },
    async session({ session, token }) {
      session.accessToken = token.accessToken;
      return session;
    },
  }`;

const options4 = (
  js: boolean,
): string => `${js ? '' : "import type { NextAuthOptions } from 'next-auth';\n"}import CredentialsProvider from 'next-auth/providers/credentials';

export const authOptions${js ? '' : ': NextAuthOptions'} = {
  providers: [
    ${SECRET_FREE_PROVIDER(js)},
  ],
  callbacks: ${CALLBACKS},
};
`;

const config5 = (js: boolean): string => `import NextAuth from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';

export const { handlers, auth, signIn, signOut } = NextAuth({
  providers: [
    ${SECRET_FREE_PROVIDER(js)},
  ],
  callbacks: ${CALLBACKS},
});
`;

const TYPES = `import 'next-auth';

declare module 'next-auth' {
  interface Session {
    accessToken?: string;
  }
  interface User {
    accessToken?: string;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    accessToken?: string;
  }
}
`;

const ROUTE_4 = `import NextAuth from 'next-auth';
import { authOptions } from '../../../../lib/auth';

const handler = NextAuth(authOptions);
export { handler as GET, handler as POST };
`;

const ROUTE_5 = `import { handlers } from '../../../../auth';

export const { GET, POST } = handlers;
`;

const PAGES_ROUTE = `import NextAuth from 'next-auth';
import { authOptions } from '../../../lib/auth';

export default NextAuth(authOptions);
`;

/** The files of an app: `4-app-ts`, `5-app-js`, `4-pages-ts`. */
export function baseOf(name: string): Record<string, string> {
  const [version, router, language] = name.split('-') as ['4' | '5', 'app' | 'pages', 'ts' | 'js'];
  const js = language === 'js';
  const own = version === '4' ? '4.24.15' : '5.0.0-beta.30';
  return {
    'package.json': JSON.stringify(
      {
        name: 'shop',
        private: true,
        dependencies: { next: version === '4' ? '14.2.0' : '15.5.0', 'next-auth': own, react: '18.3.0', 'react-dom': '18.3.0' },
      },
      undefined,
      2,
    ),
    ...(version === '4' ? { [`lib/auth.${language}`]: options4(js) } : { [`auth.${language}`]: config5(js) }),
    ...(router === 'app'
      ? { [`app/api/auth/[...nextauth]/route.${language}`]: version === '4' ? ROUTE_4 : ROUTE_5 }
      : { [`pages/api/auth/[...nextauth].${language}`]: PAGES_ROUTE }),
    ...(js ? {} : { 'types/next-auth.d.ts': TYPES }),
  };
}

/** A backend in the same repository, whose sign-in answers with a token. */
export const BACKEND: Readonly<Record<string, string>> = {
  'server/package.json': JSON.stringify({
    name: 'shop-api',
    private: true,
    type: 'module',
    dependencies: { express: '4.21.0', cors: '2.8.5', jsonwebtoken: '9.0.2' },
  }),
  'server/app.js': `import cors from 'cors';
import express from 'express';
import jwt from 'jsonwebtoken';
import { findUser } from './users.js';

const app = express();
app.use(cors({ origin: process.env.PAGES_URL }));
app.use(express.json());

app.post('/login', async (req, res) => {
  const user = await findUser(req.body.email, req.body.password);
  if (!user) return res.status(401).json({ error: 'Wrong email or password' });
  const accessToken = jwt.sign({ sub: user.id }, process.env.JWT_SECRET, { expiresIn: '1h' });
  res.json({ id: user.id, accessToken });
});

function requireAuth(req, res, next) {
  const header = req.headers.authorization;
  if (!header) return res.status(401).json({ error: 'Sign in first' });
  req.user = jwt.verify(header.split(' ')[1], process.env.JWT_SECRET);
  next();
}

app.get('/orders', requireAuth, (req, res) => res.json([]));

app.listen(4000);
`,
  'server/users.js': `export async function findUser(email, password) {
  return undefined;
}
`,
};
