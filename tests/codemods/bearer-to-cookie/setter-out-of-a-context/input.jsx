import { createContext, useContext, useState } from 'react';

const AuthContext = createContext(null);
const useAuth = () => useContext(AuthContext);

export function AuthProvider({ children }) {
  const [token, setToken] = useState(localStorage.getItem('token'));
  return <AuthContext.Provider value={{ token, setToken }}>{children}</AuthContext.Provider>;
}

export function Login() {
  const { setToken } = useAuth();
  const submit = async (body) => {
    const response = await fetch('/api/login', { method: 'POST', body });
    const data = await response.json();
    localStorage.setItem('token', data.token);
    setToken(data.token);
  };
  return <form onSubmit={submit} />;
}

export function Nav() {
  const auth = useAuth();
  return auth.token ? <a href="/me">me</a> : <a href="/login">sign in</a>;
}
