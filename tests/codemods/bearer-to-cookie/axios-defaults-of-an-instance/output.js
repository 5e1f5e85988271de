import axios from 'axios';
import { endSession, followSession } from './session';

export const client = followSession(axios.create({ baseURL: '/api', withCredentials: true }));

export async function login(form) {
  const { data } = await client.post('/login', form);
  return data.user;
}

export function logout() {
  endSession();
}
