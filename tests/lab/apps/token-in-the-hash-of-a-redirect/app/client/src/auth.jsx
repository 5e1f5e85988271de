import React, { createContext, useContext, useState } from 'react';
import { api } from './api';

const AuthContext = createContext(null);

export function AuthProvider({ children }) {
  const [token, setToken] = useState(() => sessionStorage.getItem('access_token'));
  const accept = (accessToken) => {
    sessionStorage.setItem('access_token', accessToken);
    setToken(accessToken);
  };
  const login = async (email, password) => {
    const { data } = await api.post('/auth/login', { email, password });
    accept(data.accessToken);
  };
  const logout = () => {
    sessionStorage.removeItem('access_token');
    setToken(null);
  };
  return <AuthContext.Provider value={{ isSignedIn: !!token, accept, login, logout }}>{children}</AuthContext.Provider>;
}
export const useAuth = () => useContext(AuthContext);
