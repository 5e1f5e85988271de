import { hasSession } from './session';

function claimsOf(token) {
  // TODO(httponly): this still needs the token (other tokens are decoded here too), which scripts cannot read any more. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
  return JSON.parse(atob(token.split('.')[1]));
}

export function invitation() {
  return claimsOf(new URLSearchParams(location.search).get('invitation')).team;
}

export function role() {
  const token = localStorage.getItem('token');
  return hasSession() ? claimsOf(token).role : undefined;
}
