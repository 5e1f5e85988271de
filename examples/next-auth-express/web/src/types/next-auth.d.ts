import type { DefaultSession } from 'next-auth';

declare module 'next-auth' {
  interface Session {
    user: {
      id: string;
      role: string;
    } & DefaultSession['user'];
    backendToken: string;
    error?: string;
  }

  interface User {
    id: string;
    role: string;
    backendToken: string;
    refreshToken: string;
    expiresAt: number;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    id: string;
    role: string;
    backendToken: string;
    refreshToken: string;
    expiresAt: number;
    error?: string;
  }
}
