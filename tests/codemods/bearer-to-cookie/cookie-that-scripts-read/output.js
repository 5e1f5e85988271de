import Cookies from 'js-cookie';
import axios from 'axios';
import { endSession, followSession } from './session';

followSession(axios);

export async function login(form) {
  const { data } = await axios.post('/api/login', form);
  Cookies.set('locale', data.user.locale);
  return data.user;
}

export const loadTasks = () => axios.get('/api/tasks');

export function logout() {
  endSession();
}
