import axios from 'axios';
import { followSession } from './session';

const api = followSession(axios.create({
  baseURL: import.meta.env.VITE_API_URL,
  withCredentials: true,
}));

export default api;
