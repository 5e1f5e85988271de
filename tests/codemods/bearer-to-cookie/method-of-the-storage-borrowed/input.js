import { greet } from './greeting';

const keep = localStorage.setItem.bind(localStorage, 'token');

export function enter(data) {
  localStorage.setItem.call(localStorage, 'token', data.token);
  sessionStorage.setItem.apply(sessionStorage, ['locale', data.locale]);
  keep(data.token);
}

export const leave = () => localStorage.removeItem.call(localStorage, 'token');
