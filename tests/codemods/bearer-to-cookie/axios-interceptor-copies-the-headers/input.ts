import axios from 'axios';

export const api = axios.create({ baseURL: '/api' });

api.interceptors.request.use((config) => {
  const token = localStorage.getItem('token');
  return { ...config, headers: { ...config.headers, Authorization: token ? `Bearer ${token}` : '' } };
});

export const loadTasks = () => api.get('/tasks');
