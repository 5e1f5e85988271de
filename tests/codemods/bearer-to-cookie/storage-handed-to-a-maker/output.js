import { endSession } from './session';

const makeStore = (base) => ({ put: (key, value) => base.setItem(key, value), drop: (key) => base.removeItem(key) });
const long = makeStore(localStorage);
export function signIn(answer) {
  long.put('theme', 'dark');
}
export function logout() {
  endSession();
}
