import { jwtDecode } from 'jwt-decode';

function isExpired(token) {
  const { exp } = jwtDecode(token);
  return Date.now() >= exp * 1000;
}

export function isSignedIn() {
  const token = localStorage.getItem('token');
  return !!token && !isExpired(token);
}
