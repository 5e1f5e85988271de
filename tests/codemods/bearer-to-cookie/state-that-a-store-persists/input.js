import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export const useAuth = create(
  persist(
    (set) => ({
      token: null,
      refreshToken: null,
      user: null,
      login: async (email, password) => {
        const response = await fetch('/api/login', { method: 'POST', body: JSON.stringify({ email, password }) });
        const data = await response.json();
        set({ token: data.token, user: data.user });
      },
      load: () => fetch('/api/profile', { headers: { Authorization: `Bearer ${useAuth.getState().token}` } }),
    }),
    { name: 'auth' },
  ),
);
