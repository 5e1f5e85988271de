import { createContext, useContext, type ReactNode } from 'react';
import { apiFetch, endSession, rememberSession, type Session, useSession } from './session';

interface AuthValue {
  session: Session | null;
  login(email: string, password: string): Promise<void>;
  logout(): void;
}

const AuthContext = createContext<AuthValue | null>(null);

export function AuthProvider({ children }: { children: ReactNode }) {
  const session = useSession();

  const login = async (email: string, password: string) => {
    const response = await apiFetch('/api/login', { method: 'POST', body: JSON.stringify({ email, password }) });
    const data = await response.json();
    rememberSession(data);
  };

  const logout = () => {
    void endSession();
  };

  return <AuthContext.Provider value={{ session, login, logout }}>{children}</AuthContext.Provider>;
}

export const useAuth = () => useContext(AuthContext)!;

export function Menu() {
  const { session, logout } = useAuth();
  return session ? <button onClick={logout}>Sign out</button> : <a href="/login">Sign in</a>;
}
