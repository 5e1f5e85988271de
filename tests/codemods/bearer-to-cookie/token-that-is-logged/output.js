import axios from 'axios';
import { apiFetch, followSession, hasSession } from './session';

followSession(axios);

export async function login(email, password) {
  const { data } = await axios.post('/api/auth/login', { email, password });
  console.debug('signed in', { user: data.user });
  console.log(`${data.user.name} has `);
  console.log(data.user);
  console.log('signed in', hasSession());
  return data.user;
}

export async function orders() {
  if (!hasSession()) console.warn('no token');
  return axios.get('/api/orders');
}

export function signIn(email) {
  return apiFetch('/api/auth/login', { method: 'POST', body: email })
    .then((response) => response.json());
}
