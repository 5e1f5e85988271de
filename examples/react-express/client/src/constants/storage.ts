export const STORAGE_KEYS = {
  AUTH_TOKEN: 'tidepool_auth_token',
  SESSION_EXPIRES_AT: 'tidepool_session_expires_at',
  THEME: 'tidepool_theme',
} as const;
