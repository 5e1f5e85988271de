import axios from 'axios';
import { followSession } from './session';

const api = followSession(axios.create({ withCredentials: true }));

api.interceptors.request.use((config) => {
  config.headers['X-Request-Id'] = crypto.randomUUID();
  return config;
});

export default api;
