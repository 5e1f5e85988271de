import { hasSession } from './session';

export function isSignedIn() {
  return hasSession();
}
