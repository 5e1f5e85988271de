import { http } from './http';

enum StorageKey {
  Token = 'token',
  Locale = 'locale',
}

export const locale = (): string => localStorage.getItem(StorageKey.Locale) ?? 'en';

export async function signIn(email: string, password: string): Promise<void> {
  const { data } = await http.post<{ token: string }>('/login', { email, password });
  localStorage.setItem(StorageKey.Token, data.token);
}

export const isSignedIn = (): boolean => localStorage.getItem(StorageKey.Token) !== null;
