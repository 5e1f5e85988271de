import { apiFetch } from './session';

export async function request<T>(url: string, options: RequestInit = {}): Promise<T> {
  const response = await apiFetch(url, {
    ...options,
    headers: {
      'Content-Type': 'application/json',
      ...options.headers,
    },
  });
  return (await response.json()) as T;
}
