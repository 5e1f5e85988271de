import axios from 'axios';

const api = axios.create({ baseURL: '/api' });
let isRefreshing = false;
let subscribers = [];

const subscribe = (callback) => subscribers.push(callback);
const onRefreshed = (token) => {
  subscribers.forEach((callback) => callback(token));
  subscribers = [];
};

api.interceptors.response.use(null, async (error) => {
  const { config, response } = error;
  if (!response || config.sent) throw error;
  if (response.status === 419) {
    config.sent = true;
    if (isRefreshing) {
      return new Promise((resolve) => {
        subscribe((token) => {
          config.headers.Authorization = `Bearer ${token}`;
          resolve(api(config));
        });
      });
    }
    isRefreshing = true;
    const { data } = await axios.post('/api/auth/refresh', { refreshToken: localStorage.getItem('refreshToken') });
    localStorage.setItem('token', data.token);
    isRefreshing = false;
    onRefreshed(data.token);
    config.headers.Authorization = `Bearer ${data.token}`;
    return api(config);
  }
  throw error;
});

export default api;
