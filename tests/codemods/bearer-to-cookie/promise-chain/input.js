export function login(form) {
  return fetch('/api/login', { method: 'POST', body: JSON.stringify(form) })
    .then((res) => res.json())
    .then((data) => {
      localStorage.setItem('token', data.token);
      return data.user;
    });
}

export const signUp = (form) => fetch('/api/register', { method: 'POST', body: JSON.stringify(form) })
  .then((res) => res.json())
  .then(({ token, user }) => {
    localStorage.setItem('token', token);
    return user;
  });
