import axios from 'axios';
import { reactive } from 'vue';
import { followSession, hasSession } from './session';

const api = followSession(axios.create({ baseURL: '/api', withCredentials: true }));

// TODO(httponly): this still needs the token (it is handed on as `token`), which scripts cannot read any more. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
export const auth = reactive({
  token: localStorage.getItem('token'),
  isSignedIn() {
    // TODO(httponly): pages are drawn anew when this changes, and hasSession() tells them nothing: keep whether somebody is signed in here, and set it on sign-in and sign-out. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
    return !!this.token;
  },
  leaveIfSignedIn(router) {
    if (hasSession()) router.push('/');
  },
  async signIn(credentials) {
    const { data } = await api.post('/login', credentials);
    this.token = data.token;
  },
});
