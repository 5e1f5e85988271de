import { greet } from './greeting';
import { endSession } from './session';

const KEYS = ['token', 'user'];

export function logout() {
  endSession();
  KEYS.forEach((key) => localStorage.removeItem(key));
  greet();
}

export async function signOut() {
  await endSession();
  for (const key of KEYS) localStorage.removeItem(key);
}

export const leave = () => (endSession(), ['token', 'cart'].forEach((key) => {
  localStorage.removeItem(key);
  sessionStorage.removeItem(key);
}));

export function save(answer) {
  // TODO(httponly): this is for 'token' in localStorage as well as for other keys. Take it out of the list of keys. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
  KEYS.forEach((key) => localStorage.setItem(key, answer[key]));
}

// TODO(httponly): this is for 'token' in localStorage as well as for other keys. Take it out of the list of keys. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
export const all = () => KEYS.map((key) => localStorage.getItem(key));
