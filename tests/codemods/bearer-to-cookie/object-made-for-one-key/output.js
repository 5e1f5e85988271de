import axios from 'axios';
import { endSession, followSession, hasSession } from './session';

followSession(axios);

class Vault {
  constructor(key) {
    this.key = key;
  }

  get() {
    return localStorage.getItem(this.key);
  }

  set(value) {
    localStorage.setItem(this.key, value);
  }

  clear() {
    localStorage.removeItem(this.key);
  }
}

const look = new Vault('theme');

export async function signIn(form) {
  await axios.post('/api/login', form);
  look.set('dark');
}

export const me = () => axios.get('/api/me');

export const isIn = () => hasSession();

export function signOut() {
  endSession();
}
