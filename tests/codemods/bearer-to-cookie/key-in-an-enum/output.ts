import { http } from './http';
import { hasSession } from './session';

enum StorageKey {
  Token = 'token',
  Locale = 'locale',
}

export const locale = (): string => localStorage.getItem(StorageKey.Locale) ?? 'en';

export async function signIn(email: string, password: string): Promise<void> {
  await http.post<{ token: string }>('/login', { email, password });
}

export const isSignedIn = (): boolean => hasSession();
