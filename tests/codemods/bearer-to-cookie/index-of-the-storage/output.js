import { apiFetch, hasSession } from './session';

export function loadCart() {
  return apiFetch('/api/cart').then((res) => res.json());
}

export function guard(next) {
  if (!hasSession()) return next('/login');
  return next();
}
