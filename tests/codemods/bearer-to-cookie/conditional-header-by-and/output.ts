import { apiFetch } from './session';

export const request = async (url: string, body?: unknown) => {
  const response = await apiFetch(url, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(body ? { 'Content-Type': 'application/json' } : {}),
    },
    body: body ? JSON.stringify(body) : undefined,
  });
  return response.json();
};
