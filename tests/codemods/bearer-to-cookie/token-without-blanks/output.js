import axios from 'axios';
import { followSession, hasSession } from './session';

followSession(axios);

export async function profile() {
  if (!hasSession()) return null;
  const { data } = await axios.get('/api/profile');
  return data;
}

export function isSignedIn() {
  return hasSession();
}

export const guard = (next) => (hasSession() ? next() : '/login');
