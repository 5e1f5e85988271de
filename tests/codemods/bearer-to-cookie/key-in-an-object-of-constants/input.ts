const STORAGE_KEYS = {
  AUTH_TOKEN: 'auth_token',
  THEME: 'theme',
} as const;

export const theme = () => localStorage.getItem(STORAGE_KEYS.THEME);

export const signOut = () => {
  localStorage.removeItem(STORAGE_KEYS.AUTH_TOKEN);
  window.location.href = '/login';
};

export const loadProfile = () => fetch('/api/me', {
  headers: { Authorization: `Bearer ${localStorage.getItem(STORAGE_KEYS.AUTH_TOKEN)}` },
});
