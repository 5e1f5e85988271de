import { apiFetch } from './session';

export async function login(credentials) {
  const response = await apiFetch('/api/login', { method: 'POST', body: JSON.stringify(credentials) });
  await response.json();
}

export async function register(form) {
  const response = await apiFetch('/api/register', { method: 'POST', body: form }),
    answer = await response.json();
  return answer.welcome;
}

const greeting = hello();
