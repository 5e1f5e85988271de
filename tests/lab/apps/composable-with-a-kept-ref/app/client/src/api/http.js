import axios from 'axios';
import { useAuth } from '../auth';

const http = axios.create({ baseURL: '/api' });

http.interceptors.request.use((config) => {
  const { token } = useAuth();
  if (token.value) config.headers.Authorization = `Bearer ${token.value}`;
  return config;
});

export default http;
