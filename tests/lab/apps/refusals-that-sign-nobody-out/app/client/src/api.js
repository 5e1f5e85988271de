import axios from 'axios';

const api = axios.create({ baseURL: 'http://localhost:5000/api' });
api.interceptors.request.use((config) => {
  const token = localStorage.getItem('token');
  if (token) config.headers.Authorization = `Bearer ${token}`;
  return config;
});

export const signedIn = () => Boolean(localStorage.getItem('token'));
export async function signIn(password) {
  const { data } = await api.post('/login', { password });
  localStorage.setItem('token', data.token);
}
export const signOut = async () => localStorage.removeItem('token');
export const changePassword = (current) => api.put('/password', { current });
export const notes = async () => (await api.get('/notes')).data;
