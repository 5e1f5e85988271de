import axios from 'axios';

export const client = axios.create({ baseURL: '/api' });

export async function login(form) {
  const { data } = await client.post('/login', form);
  localStorage.setItem('token', data.token);
  client.defaults.headers.common.Authorization = `Bearer ${data.token}`;
  return data.user;
}

export function logout() {
  localStorage.removeItem('token');
  delete client.defaults.headers.common.Authorization;
}
