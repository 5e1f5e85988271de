import { apiFetch, endSession, hasSession } from './session';

export async function login(form) {
  const response = await apiFetch('/api/login', { method: 'POST', body: JSON.stringify(form) });
  const body = await response.json();
  return body;
}

export function loadCart() {
  return apiFetch('/api/cart').then((res) => res.json());
}

export const isSignedIn = () => hasSession();

export function logout() {
  endSession();
}
