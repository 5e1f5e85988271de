import axios from 'axios';
import { followSession, getSession, hasSession } from './session';

followSession(axios);

export async function finishSignIn() {
  await getSession();
  if (!hasSession()) return null;
  const { data } = await axios.get('/api/me');
  return data;
}
