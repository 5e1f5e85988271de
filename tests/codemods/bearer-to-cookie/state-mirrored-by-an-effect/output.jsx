import { createContext, useContext } from 'react';
import { apiFetch, endSession, rememberSession, useSession } from './session';

const AuthContext = createContext(null);

export function AuthProvider({ children }) {
  const session = useSession();

  const login = async (form) => {
    const response = await apiFetch('/api/login', { method: 'POST', body: JSON.stringify(form) });
    const data = await response.json();
    rememberSession(data);
  };

  const logout = () => endSession();

  return <AuthContext.Provider value={{ session, login, logout }}>{children}</AuthContext.Provider>;
}

export function Page() {
  const { session, logout } = useContext(AuthContext);
  return session ? <button onClick={logout}>Log out</button> : <a href="/login">Log in</a>;
}
