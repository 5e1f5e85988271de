import api from './api';
import { endSession } from './session';

export async function login(email, password) {
  const { data } = await api.post('/auth/login', { email, password });
  return data.user;
}

export function logout() {
  endSession();
}
