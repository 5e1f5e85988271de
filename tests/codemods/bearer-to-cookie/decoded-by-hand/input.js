const KEY = 'token';

export function parseJwt(token) {
  if (!token) return null;
  const base64Url = token.split('.')[1];
  const base64 = base64Url.replace(/-/g, '+').replace(/_/g, '/');
  const json = decodeURIComponent(
    window
      .atob(base64)
      .split('')
      .map((c) => '%' + ('00' + c.charCodeAt(0).toString(16)).slice(-2))
      .join(''),
  );
  return JSON.parse(json);
}

export function currentRole() {
  const claims = parseJwt(localStorage.getItem(KEY));
  return claims ? claims.role : 'guest';
}

export function isExpired() {
  const claims = parseJwt(localStorage.getItem(KEY));
  return claims.exp * 1000 < Date.now();
}

export function userId() {
  try {
    return JSON.parse(atob(localStorage.getItem(KEY).split('.')[1])).sub;
  } catch (error) {
    return undefined;
  }
}

export function name() {
  const token = localStorage.getItem(KEY);
  const parts = token.split('.');
  if (parts.length !== 3) return '';
  let payload = parts[1].replace(/-/g, '+');
  while (payload.length % 4) payload += '=';
  const claims = JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));
  return claims.name;
}
