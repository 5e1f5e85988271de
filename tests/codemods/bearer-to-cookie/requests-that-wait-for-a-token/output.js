import axios from 'axios';
import { followSession } from './session';

followSession(axios);

const api = followSession(axios.create({ baseURL: '/api', withCredentials: true }));
let isRefreshing = false;
let subscribers = [];

const subscribe = (callback) => subscribers.push(callback);
const onRefreshed = () => {
  subscribers.forEach((callback) => callback());
  subscribers = [];
};

api.interceptors.response.use(null, async (error) => {
  const { config, response } = error;
  if (!response || config.sent) throw error;
  if (response.status === 419) {
    config.sent = true;
    if (isRefreshing) {
      return new Promise((resolve) => {
        subscribe(() => {
          resolve(api(config));
        });
      });
    }
    isRefreshing = true;
    await axios.post('/api/auth/refresh');
    isRefreshing = false;
    onRefreshed();
    return api(config);
  }
  throw error;
});

export default api;
