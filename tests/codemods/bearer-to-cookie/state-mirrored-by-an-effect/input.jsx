import { createContext, useContext, useEffect, useState } from 'react';

const AuthContext = createContext(null);

export function AuthProvider({ children }) {
  const [token, setToken] = useState(localStorage.getItem('token'));

  useEffect(() => {
    if (token) {
      localStorage.setItem('token', token);
    } else {
      localStorage.removeItem('token');
    }
  }, [token]);

  const login = async (form) => {
    const response = await fetch('/api/login', { method: 'POST', body: JSON.stringify(form) });
    const data = await response.json();
    setToken(data.token);
  };

  const logout = () => setToken(null);

  return <AuthContext.Provider value={{ token, login, logout }}>{children}</AuthContext.Provider>;
}

export function Page() {
  const { token, logout } = useContext(AuthContext);
  return token ? <button onClick={logout}>Log out</button> : <a href="/login">Log in</a>;
}
