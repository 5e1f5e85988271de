const KEY = 'token';

export const signOut = () => {
  [localStorage, sessionStorage].forEach((storage) => storage.removeItem(KEY));
};

export function logout() {
  for (const storage of [localStorage, sessionStorage]) {
    storage.removeItem(KEY);
    storage.removeItem('refresh_token');
  }
}

export const leave = async () => {
  [window.localStorage, window.sessionStorage].forEach((storage) => {
    storage.removeItem(KEY);
    storage.removeItem('cart');
  });
};

export const orders = () => fetch('/api/orders', { headers: { Authorization: `Bearer ${localStorage.getItem(KEY)}` } });
