import { createContext, use, useEffect, useMemo, type ReactNode } from 'react';
import { apiFetch, type Session, useSession } from './session';

interface SessionValue {
  session: Session | null;
  theme: string;
}

const SessionContext = createContext<SessionValue>({ session: null, theme: 'dark' });

export function SessionProvider({ children }: { children: ReactNode }) {
  const session = useSession();
  const value = useMemo(() => ({ session, theme: 'dark' }), [session]);
  return <SessionContext value={value}>{children}</SessionContext>;
}

export function Menu() {
  const session = use(SessionContext);
  useEffect(() => {
    if (session.session) void apiFetch('/api/me');
  }, [session.session]);
  return <nav className={session.theme}>{session.session ? 'signed in' : 'signed out'}</nav>;
}
