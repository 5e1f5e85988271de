import { endSession, hasSession } from './session';

export const isSignedIn = () => hasSession();

export const isGuest = () => !hasSession();

export function leave() { sessionStorage.removeItem('cart'); endSession(); }
