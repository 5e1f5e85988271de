export async function login(form) {
  const response = await fetch('/api/login', { method: 'POST', body: JSON.stringify(form) });
  const body = await response.json();
  localStorage.token = body.token;
  return body;
}

export function loadCart() {
  return fetch('/api/cart', { headers: { Authorization: 'Bearer ' + localStorage.token } }).then((res) => res.json());
}

export const isSignedIn = () => Boolean(localStorage.token);

export function logout() {
  delete localStorage.token;
}
