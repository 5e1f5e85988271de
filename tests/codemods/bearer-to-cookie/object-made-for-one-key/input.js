import axios from 'axios';

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

const vault = new Vault('token');
const look = new Vault('theme');

export async function signIn(form) {
  const { data } = await axios.post('/api/login', form);
  vault.set(data.token);
  look.set('dark');
}

export const me = () => axios.get('/api/me', { headers: { Authorization: `Bearer ${vault.get()}` } });

export const isIn = () => Boolean(vault.get());

export function signOut() {
  vault.clear();
}
