import { apiFetch } from './session';

export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('Accept', 'application/json');
  return apiFetch(`/api${path}`, { ...init, headers });
}
