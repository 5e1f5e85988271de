import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';

interface SessionValue {
  token: string | null;
  setToken: (token: string | null) => void;
  theme: string;
}

const SessionContext = createContext<SessionValue>({ token: null, setToken: () => undefined, theme: 'dark' });

export function SessionProvider({ children }: { children: ReactNode }) {
  const [token, setToken] = useState<string | null>(localStorage.getItem('token'));
  const value = useMemo(() => ({ token, setToken, theme: 'dark' }), [token, setToken]);
  return <SessionContext value={value}>{children}</SessionContext>;
}

export function Menu() {
  const session = use(SessionContext);
  useEffect(() => {
    if (session.token) void fetch('/api/me', { headers: { Authorization: `Bearer ${session.token}` } });
  }, [session.token]);
  return <nav className={session.theme}>{session.token !== null ? 'signed in' : 'signed out'}</nav>;
}
