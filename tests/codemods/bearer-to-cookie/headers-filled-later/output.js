import { apiFetch } from './session';

export async function request(path) {
  const response = await apiFetch(path);
  return response.json();
}
