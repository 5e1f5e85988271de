import axios from 'axios';
import { followSession } from './session';

followSession(axios);

const api = followSession(axios.create({ baseURL: '/api', withCredentials: true }));

api.interceptors.response.use(
  (response) => response,
  async (error) => {
    const originalRequest = error.config;
    if (error.response?.status === 401 && !originalRequest._retry) {
      originalRequest._retry = true;
      await axios.post('/api/refresh');
      return api(originalRequest);
    }
    return Promise.reject(error);
  },
);

export default api;
