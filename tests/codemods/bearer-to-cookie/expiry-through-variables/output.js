import { hasSession } from './session';

export function isSignedIn() {
  if (!hasSession()) return false;
  return hasSession();
}

export function endsSoon() {
  return !hasSession();
}
