import axios from 'axios';
import { makeAutoObservable } from 'mobx';
import { followSession, hasSession } from './session';

const api = followSession(axios.create({ baseURL: '/api', withCredentials: true }));

class Session {
  user: object | null = null;
  token: string | null = localStorage.getItem('token');

  constructor() {
    makeAutoObservable(this);
  }

  get isSignedIn() {
    return !!this.user && hasSession();
  }

  get name() {
    // TODO(httponly): pages are drawn anew when this changes, and hasSession() tells them nothing: keep whether somebody is signed in here, and set it on sign-in and sign-out. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
    return this.token ? 'you' : 'nobody';
  }

  async signIn(credentials: object) {
    const { data } = await api.post('/login', credentials);
    this.user = data.user;
    this.token = data.token;
  }
}

export const session = new Session();
