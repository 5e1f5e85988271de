import NextAuth from 'next-auth';

export const { handlers, auth } = NextAuth({
  providers: [],
  callbacks: {
    jwt({ token, account }) {
      if (account) token.accessToken = account.access_token;
      return token;
    },
    session({ session, token }) {
      session.accessToken = token.accessToken as string;
      session.user.id = token.sub!;
      return session;
    },
  },
});
