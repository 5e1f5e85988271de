import { apiFetch, SESSION_KEY } from './session';

const KEY = 'token';

window.addEventListener('storage', (event) => {
  if (event.key === SESSION_KEY && !event.newValue) window.location.reload();
  if (event.key === 'theme') paint(event.newValue);
});

export const orders = () => apiFetch('/api/orders');

document.addEventListener('keydown', (event) => event.key === 'token' && search());
