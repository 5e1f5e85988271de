import axios from 'axios';

const api = axios.create({ baseURL: '/api' });

api.interceptors.request.use((config) => {
  const token = localStorage.getItem('accessToken');
  if (token) config.headers.Authorization = `Bearer ${token}`;
  return config;
});

api.interceptors.response.use(
  (response) => response,
  async (error) => {
    const original = error.config;
    if (error.response.status === 401 && !original._retry) {
      original._retry = true;
      const { data } = await api.post('/auth/refresh', { refreshToken: localStorage.getItem('refreshToken') });
      localStorage.setItem('accessToken', data.accessToken);
      return api(original);
    }
    return Promise.reject(error);
  },
);

export const signOut = () => api.post('/auth/logout', { refreshToken: localStorage.getItem('refreshToken'), everywhere: true });

export default api;
