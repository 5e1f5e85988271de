import { apiFetch, endSession } from './session';

const STORAGE_KEYS = {
  THEME: 'theme',
} as const;

export const theme = () => localStorage.getItem(STORAGE_KEYS.THEME);

export const signOut = () => {
  void endSession();
  window.location.href = '/login';
};

export const loadProfile = () => apiFetch('/api/me');
