const API_URL = import.meta.env.VITE_API_URL || 'http://localhost:5000/api';

function headersWith(init?: HeadersInit): Headers {
  const headers = new Headers(init);
  headers.set('Content-Type', 'application/json');
  const token = localStorage.getItem('token');
  if (token) headers.append('Authorization', `Bearer ${token}`);
  return headers;
}

const get = (path: string) => fetch(new Request(API_URL + path, { headers: headersWith() }));

export async function login(c: object) {
  const res = await fetch(API_URL + '/auth/login', { method: 'POST', headers: headersWith(), body: JSON.stringify(c) });
  if (!res.ok) throw new Error('wrong');
  const { token } = await res.json();
  localStorage.setItem('token', token);
}
export const signedIn = () => localStorage.getItem('token') !== null;
export const logout = () => {
  delete localStorage.token;
};
export const orders = () => get('/orders').then((r) => r.json());
