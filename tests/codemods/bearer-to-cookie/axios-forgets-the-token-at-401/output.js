import axios from 'axios';
import { followSession, forgetSession } from './session';

const api = followSession(axios.create({ baseURL: '/api', withCredentials: true }));

api.interceptors.response.use(
  (response) => response,
  (error) => {
    if (error.response && error.response.status === 401) {
      forgetSession();
      window.location.assign('/login');
    }
    return Promise.reject(error);
  },
);

export default api;
