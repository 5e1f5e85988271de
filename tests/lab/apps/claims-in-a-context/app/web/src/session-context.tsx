import axios from 'axios';
import { jwtDecode } from 'jwt-decode';
import { createContext, useContext, useState, type ReactNode } from 'react';

export interface Claims {
  id: number;
  name: string;
  roles: string[];
  exp: number;
}

interface Value {
  user: Claims | null;
  login(email: string, password: string): Promise<void>;
  logout(): void;
}

export const client = axios.create({ baseURL: 'http://localhost:4000/api' });
client.interceptors.request.use((config) => {
  const stored = localStorage.getItem('authToken');
  if (stored) config.headers.Authorization = `Bearer ${stored}`;
  return config;
});

const SessionContext = createContext<Value | null>(null);

function readUser(): Claims | null {
  const stored = localStorage.getItem('authToken');
  if (!stored) return null;
  const claims = jwtDecode<Claims>(stored);
  if (claims.exp * 1000 < Date.now()) {
    localStorage.removeItem('authToken');
    return null;
  }
  return claims;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [user, setUser] = useState<Claims | null>(readUser);

  const login = async (email: string, password: string) => {
    const { data } = await client.post<{ token: string; name: string }>('/auth/login', { email, password });
    localStorage.setItem('authToken', data.token);
    setUser(jwtDecode<Claims>(data.token));
  };
  const logout = () => {
    localStorage.removeItem('authToken');
    setUser(null);
  };
  return <SessionContext.Provider value={{ user, login, logout }}>{children}</SessionContext.Provider>;
}

export const useAccount = () => useContext(SessionContext)!;
