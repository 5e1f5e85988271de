import { jwtDecode } from 'jwt-decode';

export function minutesLeft() {
  const token = localStorage.getItem('token');
  if (!token) return 0;
  return Math.floor((jwtDecode(token).exp - Date.now() / 1000) / 60);
}

export function endsAt() {
  const token = localStorage.getItem('token');
  const { exp, name } = jwtDecode(token);
  return `${name} until ${new Date(exp * 1000).toLocaleTimeString()}`;
}

export function age() {
  const token = localStorage.getItem('token');
  const { iat } = jwtDecode(token);
  return Date.now() - iat * 1000;
}
