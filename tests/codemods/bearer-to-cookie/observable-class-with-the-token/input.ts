import axios from 'axios';
import { makeAutoObservable } from 'mobx';

const api = axios.create({ baseURL: '/api' });

class Session {
  user: object | null = null;
  token: string | null = localStorage.getItem('token');

  constructor() {
    makeAutoObservable(this);
    api.interceptors.request.use((config) => {
      if (this.token) config.headers.Authorization = `Bearer ${this.token}`;
      return config;
    });
  }

  get isSignedIn() {
    return !!this.token && !!this.user;
  }

  get name() {
    return this.token ? 'you' : 'nobody';
  }

  async signIn(credentials: object) {
    const { data } = await api.post('/login', credentials);
    this.user = data.user;
    this.token = data.token;
    localStorage.setItem('token', data.token);
  }
}

export const session = new Session();
