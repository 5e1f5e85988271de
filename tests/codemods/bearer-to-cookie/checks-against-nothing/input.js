export const isGuest = () => localStorage.getItem('token') === null;

export const isMember = () => localStorage.getItem('token') != undefined && localStorage.getItem('token') !== '';

export function label() {
  const token = localStorage.getItem('token');
  return token == null ? 'Sign in' : 'Account';
}
