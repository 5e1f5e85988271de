import { apiFetch, hasSession } from './session';

export function load() {
  console.info(`orders, , at ${Date.now()}`);
  console.log(hasSession() ? 'signed in' : 'signed out');
  return apiFetch('/api/orders');
}
