import { apiFetch, endSession } from './session';

export const signOut = () => {
  endSession();
};

export function logout() {
  endSession();
}

export const leave = async () => {
  await endSession();
  [window.localStorage, window.sessionStorage].forEach((storage) => {
    storage.removeItem('cart');
  });
};

export const orders = () => apiFetch('/api/orders');
