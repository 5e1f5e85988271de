import http from 'axios';

export function signedIn(token) {
  http.defaults.headers.common.Authorization = `Bearer ${token}`;
  localStorage.setItem('token', token);
}

export const profile = () => http.get('/api/profile');
