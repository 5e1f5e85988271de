import { apiFetch } from './session';

const THEME_KEY = 'shop_theme';

export const saveTheme = (theme) => localStorage.setItem(THEME_KEY, theme);

export async function signIn(credentials) {
  const response = await apiFetch('/api/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  const data = await response.json();
  return data.user;
}

export async function loadOrders() {
  const response = await apiFetch('/api/orders');
  return response.json();
}
