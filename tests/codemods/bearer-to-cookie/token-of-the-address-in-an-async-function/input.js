import axios from 'axios';

export async function finishSignIn() {
  const token = window.location.hash.split('token=')[1];
  if (!token) return null;
  localStorage.setItem('token', token);
  const { data } = await axios.get('/api/me', { headers: { Authorization: `Bearer ${token}` } });
  return data;
}
