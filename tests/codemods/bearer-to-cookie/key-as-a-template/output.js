import { apiFetch } from './session';

export async function login(form) {
  const res = await apiFetch('/api/auth/login', { method: 'POST', body: JSON.stringify(form) });
  await res.json();
}

export async function loadLeads() {
  const res = await apiFetch('/api/leads', {
    headers: { 'Accept': 'application/json' },
  });
  return res.json();
}
