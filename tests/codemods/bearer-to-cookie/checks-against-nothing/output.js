import { hasSession } from './session';

export const isGuest = () => !hasSession();

export const isMember = () => hasSession();

export function label() {
  return !hasSession() ? 'Sign in' : 'Account';
}
