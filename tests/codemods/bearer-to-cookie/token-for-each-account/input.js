import { APP, config } from './config';

let account = localStorage.getItem('account');

export function use(next) {
  account = next;
}

export async function login(credentials) {
  const response = await fetch('/api/login', { method: 'POST', body: JSON.stringify(credentials) });
  const { token } = await response.json();
  localStorage.setItem('token_' + account, token);
}

export const isSignedInAs = (user) => localStorage.getItem(`token_${user.id}`) !== null;

export const forApp = () => localStorage.getItem(`${APP}_token`) !== null;

export const configured = (one) => sessionStorage.getItem(`${config.storagePrefix}.token`) !== null && one;
