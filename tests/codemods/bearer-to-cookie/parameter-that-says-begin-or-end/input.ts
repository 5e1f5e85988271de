import { api } from './api';

const setAuthToken = (token: string | null) => {
  if (token) {
    api.defaults.headers.common['x-auth-token'] = token;
    localStorage.setItem('token', token);
  } else {
    delete api.defaults.headers.common['x-auth-token'];
    localStorage.removeItem('token');
  }
};

export async function login(email: string, password: string) {
  const res = await api.post('/login', { email, password });
  setAuthToken(res.data.token);
  return res.data.user;
}

export function logout() {
  setAuthToken(null);
}

if (localStorage.getItem('token')) setAuthToken(localStorage.getItem('token'));
