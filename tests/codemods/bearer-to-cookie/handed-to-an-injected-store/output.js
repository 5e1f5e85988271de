import axios from 'axios';
import { followSession } from './session';

const browserStore = {
  get: () => localStorage.getItem('token'),
  set: () => {},
};

export function createClient({ store = browserStore }) {
  const http = followSession(axios.create({ baseURL: '/api', withCredentials: true }));
  return {
    async signIn(credentials) {
      const { data } = await http.post('/auth/login', credentials);
      // TODO(httponly): this still needs the token (it is handed to `set`), which scripts cannot read any more. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
      store.set(data.token);
      return data.user;
    },
  };
}
