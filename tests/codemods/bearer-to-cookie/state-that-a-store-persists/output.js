import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { apiFetch } from './session';

// TODO(httponly): zustand's persist keeps `token`, `refreshToken` of this state in the browser. Take the token out, clear what is kept already, and ask hasSession() where the token was asked for. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
export const useAuth = create(
  persist(
    (set) => ({
      token: null,
      refreshToken: null,
      user: null,
      login: async (email, password) => {
        const response = await apiFetch('/api/login', { method: 'POST', body: JSON.stringify({ email, password }) });
        const data = await response.json();
        // TODO(httponly): this still needs the token (it is handed on as `token`), which scripts cannot read any more. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
        set({ token: data.token, user: data.user });
      },
      load: () => apiFetch('/api/profile'),
    }),
    { name: 'auth' },
  ),
);
