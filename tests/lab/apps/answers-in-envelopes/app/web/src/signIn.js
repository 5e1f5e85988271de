import { http } from './http';
export async function signIn(name, password) {
  const { data } = await http.post('/auth/login', { name, password });
  if (data.data.token) {
    localStorage.setItem('token', data.data.token);
    localStorage.setItem('user', JSON.stringify(data.data.user));
  }
  return data.data.user;
}
export const signedIn = () => Boolean(localStorage.getItem('token'));
export const signOut = () => localStorage.removeItem('token');
