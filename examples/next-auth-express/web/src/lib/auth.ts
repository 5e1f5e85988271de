import type { NextAuthOptions, Session } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';

const API_URL = process.env.NEXT_PUBLIC_API_URL ?? 'http://localhost:4005';

interface CadenzaSession extends Session {
  user: {
    id: string;
    role: string;
    name?: string | null;
    email?: string | null;
  };
  backendToken: string;
}

/** The API's token lasts a quarter of an hour. */
async function renew(token: JWT): Promise<JWT> {
  const response = await fetch(`${API_URL}/auth/refresh`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ refreshToken: token.refreshToken }),
  });
  if (!response.ok) return { ...token, error: 'RefreshAccessTokenError' };
  const data = await response.json();
  return {
    ...token,
    backendToken: data.token,
    refreshToken: data.refreshToken,
    expiresAt: data.expiresAt,
  };
}

export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt' },
  pages: { signIn: '/login' },
  providers: [
    CredentialsProvider({
      name: 'Cadenza',
      credentials: {
        email: { label: 'Email', type: 'email' },
        password: { label: 'Password', type: 'password' },
      },
      async authorize(credentials) {
        const response = await fetch(`${API_URL}/auth/login`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ email: credentials?.email, password: credentials?.password }),
        });
        if (!response.ok) return null;
        const data = await response.json();
        return {
          id: data.user.id,
          name: data.user.name,
          email: data.user.email,
          role: data.user.role,
          backendToken: data.token,
          refreshToken: data.refreshToken,
          expiresAt: data.expiresAt,
        };
      },
    }),
  ],
  callbacks: {
    async jwt({ token, user }) {
      if (user) {
        token.id = user.id;
        token.role = user.role;
        token.backendToken = user.backendToken;
        token.refreshToken = user.refreshToken;
        token.expiresAt = user.expiresAt;
        return token;
      }
      if (Date.now() < token.expiresAt - 1000) return token;
      return renew(token);
    },
    async session({ session, token }) {
      const cadenzaSession = session as CadenzaSession;
      cadenzaSession.user.id = token.id;
      cadenzaSession.user.role = token.role;
      cadenzaSession.backendToken = token.backendToken;
      if (token.error) session.error = token.error;
      return cadenzaSession;
    },
  },
};
