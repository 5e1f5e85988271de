import { ApiClient } from '@acme/api-client';

const KEY = 'acme_web_token';

export const client = new ApiClient({
  baseUrl: 'http://localhost:5000/api',
  getToken: () => localStorage.getItem(KEY),
  onUnauthorized: () => localStorage.removeItem(KEY),
});

export async function signIn(email: string, password: string): Promise<void> {
  const { token } = await client.post<{ token: string }>('/auth/login', { email, password });
  localStorage.setItem(KEY, token);
}

export const isSignedIn = () => localStorage.getItem(KEY) !== null;
export const signOut = () => localStorage.removeItem(KEY);
