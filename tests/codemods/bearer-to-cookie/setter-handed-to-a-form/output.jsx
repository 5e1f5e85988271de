import { useState } from 'react';
import { LoginForm } from '@acme/forms';
import { apiFetch, hasSession } from './session';

export function App() {
  const [token, setToken] = useState(localStorage.getItem('token'));
  // TODO(httponly): this is handed what sets the token: rememberSession() and endSession() are to be called instead. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
  if (!hasSession()) return <LoginForm onToken={setToken} />;
  return <Home load={() => apiFetch('/api/me')} />;
}
