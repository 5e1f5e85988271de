import axios from 'axios';

const browserStore = {
  get: () => localStorage.getItem('token'),
  set: (token) => localStorage.setItem('token', token),
};

export function createClient({ store = browserStore }) {
  const http = axios.create({ baseURL: '/api' });
  return {
    async signIn(credentials) {
      const { data } = await http.post('/auth/login', credentials);
      store.set(data.token);
      return data.user;
    },
  };
}
