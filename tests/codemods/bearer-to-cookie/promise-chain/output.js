import { apiFetch } from './session';

export function login(form) {
  return apiFetch('/api/login', { method: 'POST', body: JSON.stringify(form) })
    .then((res) => res.json())
    .then((data) => {
      return data.user;
    });
}

export const signUp = (form) => apiFetch('/api/register', { method: 'POST', body: JSON.stringify(form) })
  .then((res) => res.json())
  .then(({ user }) => {
    return user;
  });
