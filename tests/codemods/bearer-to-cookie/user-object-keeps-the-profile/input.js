import api from './api';

export async function login(email, password) {
  const { data } = await api.post('/login', { email, password });
  localStorage.setItem('user', JSON.stringify({ id: data.user.id, name: data.user.name, token: data.token }));
  return data.user;
}

export const currentUser = () => JSON.parse(localStorage.getItem('user'));

export async function loadNotes() {
  const user = JSON.parse(localStorage.getItem('user'));
  const response = await fetch(`/api/users/${user.id}/notes`, { headers: { Authorization: `Bearer ${user.token}` } });
  return response.json();
}
