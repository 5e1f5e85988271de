const KEY = 'token';

window.addEventListener('storage', (event) => {
  if (event.key === KEY) show(event.newValue);
});

export const orders = () => fetch('/api/orders', { headers: { Authorization: `Bearer ${localStorage.getItem(KEY)}` } });
