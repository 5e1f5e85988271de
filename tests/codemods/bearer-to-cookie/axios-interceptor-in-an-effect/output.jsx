import axios from 'axios';
import { followSession } from './session';

export const api = followSession(axios.create({ baseURL: '/api', withCredentials: true }));

export function AxiosProvider({ children }) {
  return children;
}
