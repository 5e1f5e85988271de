import { jwtDecode } from 'jwt-decode';

export function renewBefore(renew) {
  const token = localStorage.getItem('token');
  if (!token) return;
  const { exp } = jwtDecode(token);
  setTimeout(renew, exp * 1000 - Date.now() - 60_000);
}
