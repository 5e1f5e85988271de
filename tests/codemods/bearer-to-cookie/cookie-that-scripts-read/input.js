import Cookies from 'js-cookie';
import axios from 'axios';

export async function login(form) {
  const { data } = await axios.post('/api/login', form);
  Cookies.set('token', data.token, { expires: 7 });
  Cookies.set('locale', data.user.locale);
  return data.user;
}

export const loadTasks = () => axios.get('/api/tasks', { headers: { Authorization: `Bearer ${Cookies.get('token')}` } });

export function logout() {
  Cookies.remove('token');
}
