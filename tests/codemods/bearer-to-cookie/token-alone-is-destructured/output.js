import { apiFetch } from './session';

export async function login(credentials) {
  const response = await apiFetch('/api/login', { method: 'POST', body: JSON.stringify(credentials) });
  await response.json();
}
