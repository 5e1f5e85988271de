import axios from 'axios';
import { reactive } from 'vue';

const api = axios.create({ baseURL: '/api' });
api.interceptors.request.use((config) => {
  if (auth.token) config.headers.Authorization = `Bearer ${auth.token}`;
  return config;
});

export const auth = reactive({
  user: null,
  token: localStorage.getItem('token') || null,
  get isSignedIn() {
    return !!this.token && !!this.user;
  },
  get isGuest() {
    return !(!!this.user && !!this.token);
  },
  async signIn(credentials) {
    const { data } = await api.post('/login', credentials);
    this.user = data.user;
    this.token = data.token;
    localStorage.setItem('token', data.token);
  },
  signOut() {
    this.user = null;
    this.token = null;
    localStorage.removeItem('token');
  },
});
