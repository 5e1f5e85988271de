import { createContext, useContext } from 'react';
import { apiFetch, rememberSession, useSession } from './session';

const AuthContext = createContext(null);
const useAuth = () => useContext(AuthContext);

export function AuthProvider({ children }) {
  const session = useSession();
  return <AuthContext.Provider value={{ session }}>{children}</AuthContext.Provider>;
}

export function Login() {
  const submit = async (body) => {
    const response = await apiFetch('/api/login', { method: 'POST', body });
    const data = await response.json();
    rememberSession(data);
  };
  return <form onSubmit={submit} />;
}

export function Nav() {
  const auth = useAuth();
  return auth.session ? <a href="/me">me</a> : <a href="/login">sign in</a>;
}
