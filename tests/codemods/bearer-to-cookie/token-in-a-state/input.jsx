import { useState } from 'react';

export default function App() {
  const [token, setToken] = useState(localStorage.getItem('token'));

  async function login(credentials) {
    const response = await fetch('/api/login', { method: 'POST', body: JSON.stringify(credentials) });
    const data = await response.json();
    localStorage.setItem('token', data.token);
    setToken(data.token);
  }

  function logout() {
    localStorage.removeItem('token');
    setToken(null);
  }

  if (!token) return <button onClick={() => login({ name: 'Ada' })}>Sign in</button>;
  return <button onClick={logout}>Sign out</button>;
}
