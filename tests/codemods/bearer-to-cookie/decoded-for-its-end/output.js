import { jwtDecode } from 'jwt-decode';
import { currentUser, hasSession, sessionEndsAt } from './session';

export function minutesLeft() {
  if (!hasSession()) return 0;
  return Math.floor((sessionEndsAt() / 1000 - Date.now() / 1000) / 60);
}

export function endsAt() {
  const { name } = currentUser();
  return `${name} until ${new Date(sessionEndsAt()).toLocaleTimeString()}`;
}

export function age() {
  const token = localStorage.getItem('token');
  // TODO(httponly): when the token ends cannot be read here any more. Answers of sign-in and of the session say it as `expires_at`. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
  const { iat } = jwtDecode(token);
  return Date.now() - iat * 1000;
}
