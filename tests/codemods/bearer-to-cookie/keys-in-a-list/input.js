import { greet } from './greeting';

const KEYS = ['token', 'user'];

export function logout() {
  KEYS.forEach((key) => localStorage.removeItem(key));
  greet();
}

export async function signOut() {
  for (const key of KEYS) localStorage.removeItem(key);
}

export const leave = () => ['token', 'cart'].forEach((key) => {
  localStorage.removeItem(key);
  sessionStorage.removeItem(key);
});

export function save(answer) {
  KEYS.forEach((key) => localStorage.setItem(key, answer[key]));
}

export const all = () => KEYS.map((key) => localStorage.getItem(key));
