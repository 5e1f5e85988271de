import { useState } from 'react';
import { LoginForm } from '@acme/forms';

export function App() {
  const [token, setToken] = useState(localStorage.getItem('token'));
  if (!token) return <LoginForm onToken={setToken} />;
  return <Home load={() => fetch('/api/me', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } })} />;
}
