import { api } from './api';
import { endSession, hasSession } from './session';

const setAuthToken = (isSignedIn: boolean) => {
  if (!isSignedIn) {
    void endSession();
  }
};

export async function login(email: string, password: string) {
  const res = await api.post('/login', { email, password });
  setAuthToken(true);
  return res.data.user;
}

export function logout() {
  setAuthToken(false);
}

if (hasSession()) setAuthToken(hasSession());
