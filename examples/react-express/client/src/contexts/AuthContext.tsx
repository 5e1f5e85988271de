import { jwtDecode } from 'jwt-decode';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { STORAGE_KEYS } from '../constants/storage';
import * as authService from '../services/auth';
import type { AuthResponse, TokenClaims } from '../types';

const WARN_BEFORE_MS = 10 * 60 * 1000;

interface AuthContextValue {
  token: string | null;
  userName: string;
  sessionEndsSoon: boolean;
  login: (email: string, password: string) => Promise<void>;
  register: (name: string, email: string, password: string) => Promise<void>;
  saveSession: (session: AuthResponse) => void;
  logout: () => void;
}

const AuthContext = createContext<AuthContextValue | null>(null);

export function AuthProvider({ children }: { children: ReactNode }) {
  const [token, setToken] = useState<string | null>(localStorage.getItem(STORAGE_KEYS.AUTH_TOKEN));
  const [expiresAt, setExpiresAt] = useState(
    Number(localStorage.getItem(STORAGE_KEYS.SESSION_EXPIRES_AT)),
  );
  const [sessionEndsSoon, setSessionEndsSoon] = useState(false);

  const userName = token ? jwtDecode<TokenClaims>(token).name : '';

  useEffect(() => {
    const check = () => {
      setSessionEndsSoon(expiresAt > 0 && expiresAt - Date.now() < WARN_BEFORE_MS);
    };
    check();
    const timer = setInterval(check, 30_000);
    return () => clearInterval(timer);
  }, [expiresAt]);

  const saveSession = (session: AuthResponse) => {
    localStorage.setItem(STORAGE_KEYS.AUTH_TOKEN, session.token);
    localStorage.setItem(STORAGE_KEYS.SESSION_EXPIRES_AT, String(session.expires_at));
    setToken(session.token);
    setExpiresAt(session.expires_at);
  };

  const login = async (email: string, password: string) => {
    saveSession(await authService.login(email, password));
  };

  const register = async (name: string, email: string, password: string) => {
    saveSession(await authService.register(name, email, password));
  };

  const logout = () => {
    localStorage.removeItem(STORAGE_KEYS.AUTH_TOKEN);
    localStorage.removeItem(STORAGE_KEYS.SESSION_EXPIRES_AT);
    setToken(null);
    setExpiresAt(0);
  };

  return (
    <AuthContext.Provider
      value={{
        token,
        userName,
        sessionEndsSoon,
        login,
        register,
        saveSession,
        logout,
      }}
    >
      {children}
    </AuthContext.Provider>
  );
}

export function useAuth() {
  const context = useContext(AuthContext);
  if (!context) throw new Error('useAuth must be used inside AuthProvider');
  return context;
}
