import axios from 'axios';

const stored = () => localStorage.getItem('token')?.trim();

export async function profile() {
  const token = localStorage.getItem('token')?.replace(/^"|"$/g, '');
  if (!token) return null;
  const { data } = await axios.get('/api/profile', { headers: { Authorization: `Bearer ${token}` } });
  return data;
}

export function isSignedIn() {
  const token = localStorage.getItem('token') || '';
  return token.length > 0;
}

export const guard = (next) => (stored() ? next() : '/login');
