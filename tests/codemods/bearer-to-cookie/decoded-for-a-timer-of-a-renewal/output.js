import { jwtDecode } from 'jwt-decode';
import { hasSession } from './session';

export function renewBefore(renew) {
  const token = localStorage.getItem('token');
  if (!hasSession()) return;
  // TODO(httponly): when the token ends cannot be read here any more. Answers of sign-in and of the session say it as `expires_at`. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
  const { exp } = jwtDecode(token);
  setTimeout(renew, exp * 1000 - Date.now() - 60_000);
}
