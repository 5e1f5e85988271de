import { endSession } from './session';

export function logout() {
  endSession();
  localStorage.setItem('cart', '');
  location.reload();
}
