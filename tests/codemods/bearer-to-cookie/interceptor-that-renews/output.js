import axios from 'axios';
import { followSession } from './session';

const api = followSession(axios.create({ baseURL: '/api', withCredentials: true }));

api.interceptors.response.use(
  (response) => response,
  async (error) => {
    return Promise.reject(error);
  },
);

export const signOut = () => api.post('/auth/logout', { everywhere: true });

export default api;
