'use client';

import Link from 'next/link';
import { signOut, useSession } from 'next-auth/react';
import { useEffect } from 'react';

export function Header() {
  const { data: session } = useSession();

  useEffect(() => {
    if (session?.backendToken) {
      sessionStorage.setItem('backendToken', session.backendToken);
    }
    if (session?.error === 'RefreshAccessTokenError') signOut({ callbackUrl: '/login' });
  }, [session]);

  if (!session) return null;
  return (
    <nav>
      <Link href="/">Lessons</Link> <Link href="/profile">{session.user.name}</Link>{' '}
      <button
        onClick={() => {
          sessionStorage.removeItem('backendToken');
          signOut({ callbackUrl: '/login' });
        }}
      >
        Sign out
      </button>
    </nav>
  );
}
