import { apiFetch, hasSession } from './session';

class Session {
  name = '';
}

const session = new Session();

export function request(path) {
  const headers = { Accept: 'application/json' };
  return apiFetch(path, { headers });
}

export const load = () => apiFetch('/api/orders');

export const isSignedIn = () => hasSession();

export const greet = () => hello(session.name);

export const other = (card) => card.token;
