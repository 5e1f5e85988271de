import axios from 'axios';
import { endRefusedSession, followSession } from './session';

const api = followSession(axios.create({ baseURL: '/api', withCredentials: true }));

api.interceptors.response.use(
  (response) => response,
  (error) => {
    if (error.response && error.response.status === 401) {
      endRefusedSession();
      window.location.assign('/login');
    }
    return Promise.reject(error);
  },
);

export default api;
