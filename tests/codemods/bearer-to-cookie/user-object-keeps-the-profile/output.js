import api from './api';
import { apiFetch } from './session';

export async function login(email, password) {
  const { data } = await api.post('/login', { email, password });
  localStorage.setItem('user', JSON.stringify({ id: data.user.id, name: data.user.name }));
  return data.user;
}

export const currentUser = () => JSON.parse(localStorage.getItem('user'));

export async function loadNotes() {
  const user = JSON.parse(localStorage.getItem('user'));
  const response = await apiFetch(`/api/users/${user.id}/notes`);
  return response.json();
}
