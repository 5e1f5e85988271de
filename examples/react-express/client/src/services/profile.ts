import type { AuthResponse } from '../types';
import { ensureOk } from '../utils/errors';
import { API_URL } from './api';

export async function updateProfile(
  token: string | null,
  changes: { name: string },
): Promise<AuthResponse> {
  const response = await fetch(`${API_URL}/api/profile`, {
    method: 'PUT',
    headers: {
      'Content-Type': 'application/json',
      'Authorization': `Bearer ${token}`,
    },
    body: JSON.stringify(changes),
  });
  await ensureOk(response);
  return response.json();
}
