export async function login(credentials) {
  const response = await fetch('/api/login', { method: 'POST', body: JSON.stringify(credentials) });
  const { token } = await response.json();
  localStorage.setItem('token', token);
}
