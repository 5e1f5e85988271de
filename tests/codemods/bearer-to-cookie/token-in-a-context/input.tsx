import { createContext, useContext, useState, type ReactNode } from 'react';

interface AuthValue {
  token: string | null;
  login(email: string, password: string): Promise<void>;
  logout(): void;
}

const AuthContext = createContext<AuthValue | null>(null);

export function AuthProvider({ children }: { children: ReactNode }) {
  const [token, setToken] = useState<string | null>(localStorage.getItem('token'));

  const login = async (email: string, password: string) => {
    const response = await fetch('/api/login', { method: 'POST', body: JSON.stringify({ email, password }) });
    const data = await response.json();
    localStorage.setItem('token', data.token);
    setToken(data.token);
  };

  const logout = () => {
    localStorage.removeItem('token');
    setToken(null);
  };

  return <AuthContext.Provider value={{ token, login, logout }}>{children}</AuthContext.Provider>;
}

export const useAuth = () => useContext(AuthContext)!;

export function Menu() {
  const { token, logout } = useAuth();
  return token ? <button onClick={logout}>Sign out</button> : <a href="/login">Sign in</a>;
}
