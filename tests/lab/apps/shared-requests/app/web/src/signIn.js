import { call } from './http';
export const account = {
  async signIn(name, password) {
    const data = await call('/auth/login', { method: 'POST', body: JSON.stringify({ name, password }) });
    if (data.token) {
      localStorage.setItem('token', data.token);
      localStorage.setItem('user', JSON.stringify(data.user));
    }
    return data.user;
  },
  signOut() {
    localStorage.removeItem('token');
    localStorage.removeItem('user');
  },
};
export const userOf = () => JSON.parse(localStorage.getItem('user'))?.name;
