import axios from 'axios';
import { store } from './store';
import { logout } from './features/authSlice';
const api = axios.create({ baseURL: 'http://localhost:5000/api' });
api.interceptors.request.use((config) => {
  const token = store.getState().auth.token;
  if (token) {
    config.headers.Authorization = `Bearer ${token}`;
  }
  return config;
});
api.interceptors.response.use((response) => response, (error) => {
  if (error.response?.status === 401) {
    store.dispatch(logout());
  }
  return Promise.reject(error);
});
export default api;
