import axios from 'axios';
import { useEffect } from 'react';

export const api = axios.create({ baseURL: '/api' });

export function AxiosProvider({ children }) {
  useEffect(() => {
    const interceptor = api.interceptors.request.use((config) => {
      config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`;
      return config;
    });
    return () => api.interceptors.request.eject(interceptor);
  }, []);

  return children;
}
