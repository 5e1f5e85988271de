import type { AuthResponse, User } from '../types';
import { api } from './api';

export async function login(email: string, password: string) {
  const { data } = await api.post<AuthResponse>('/api/auth/login', {
    email,
    password,
  });
  return data;
}

export async function register(name: string, email: string, password: string) {
  const { data } = await api.post<AuthResponse>('/api/auth/register', {
    name,
    email,
    password,
  });
  return data;
}

export async function getMe() {
  const { data } = await api.get<{ user: User }>('/api/auth/me');
  return data.user;
}
