import axios from 'axios';

const instance = axios.create({ baseURL: '/api', timeout: 5000 });

function attachToken(config) {
  const token = localStorage.getItem('token');
  if (token) {
    config.headers['Authorization'] = `Bearer ${token}`;
  }
  return config;
}

instance.interceptors.request.use(attachToken, (error) => Promise.reject(error));

export default instance;
