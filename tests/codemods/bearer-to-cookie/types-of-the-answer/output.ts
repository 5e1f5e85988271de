import { apiFetch } from './session';

interface LoginResponse {
  expires_at: number;
  user: { id: string; name: string };
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as T;
}

export async function login(email: string, password: string): Promise<LoginResponse['user']> {
  const response = await apiFetch('/api/login', { method: 'POST', body: JSON.stringify({ email, password }) });
  const data: LoginResponse = await response.json();
  return data.user;
}

export const save = (note: string) => post('/api/notes', { note });
