import axios from 'axios';

const baseURL = import.meta.env.VITE_API_URL || 'http://localhost:5000/api';
const open = axios.create({ baseURL });
const authorized = () => axios.create({ baseURL, headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });

export async function login(c: object) {
  const {
    data: { token },
  } = await open.post('/auth/login', c);
  localStorage.setItem('token', token);
}
export const signedIn = () => Boolean(localStorage.getItem('token'));
export const logout = () => localStorage.removeItem('token');
export const orders = async () => (await authorized().get('/orders')).data;
