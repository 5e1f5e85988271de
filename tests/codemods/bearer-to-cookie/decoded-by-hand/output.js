import { currentUser, hasSession } from './session';

export function parseJwt() {
  if (!hasSession()) return null;
  return currentUser();
}

export function currentRole() {
  const claims = parseJwt();
  return claims ? claims.role : 'guest';
}

export function isExpired() {
  return !hasSession();
}

export function userId() {
  try {
    return currentUser().sub;
  } catch (error) {
    return undefined;
  }
}

export function name() {
  if (!hasSession()) return '';
  const claims = currentUser();
  return claims.name;
}
