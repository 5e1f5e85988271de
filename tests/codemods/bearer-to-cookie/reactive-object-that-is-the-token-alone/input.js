import axios from 'axios';
import { reactive } from 'vue';

const api = axios.create({ baseURL: '/api' });
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`;
  return config;
});

export const auth = reactive({
  token: localStorage.getItem('token'),
  isSignedIn() {
    return !!this.token;
  },
  leaveIfSignedIn(router) {
    if (this.token) router.push('/');
  },
  async signIn(credentials) {
    const { data } = await api.post('/login', credentials);
    this.token = data.token;
    localStorage.setItem('token', data.token);
  },
});
