const TOKEN_KEY = 'shop_token';
const THEME_KEY = 'shop_theme';

export const saveTheme = (theme) => localStorage.setItem(THEME_KEY, theme);

export async function signIn(credentials) {
  const response = await fetch('/api/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  const data = await response.json();
  localStorage.setItem(TOKEN_KEY, data.token);
  return data.user;
}

export async function loadOrders() {
  const response = await fetch('/api/orders', { headers: { Authorization: `Bearer ${localStorage.getItem(TOKEN_KEY)}` } });
  return response.json();
}
