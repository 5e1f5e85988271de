import { jwtDecode } from 'jwt-decode';

export function isSignedIn() {
  const token = localStorage.getItem('token');
  if (!token) return false;
  const { exp } = jwtDecode(token);
  const now = Date.now() / 1000;
  return exp > now;
}

export function endsSoon() {
  const decoded = jwtDecode(localStorage.getItem('token'));
  const end = new Date(decoded.exp * 1000);
  return end < new Date();
}
