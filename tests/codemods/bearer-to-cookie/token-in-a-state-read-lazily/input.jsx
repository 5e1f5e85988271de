import { useState } from 'react';

export function Banner() {
  const [isSignedIn] = useState(() => !!localStorage.getItem('token'));
  const [token, setToken] = useState(() => localStorage.getItem('token') || '');

  return (
    <header>
      {isSignedIn ? <a href="/account">Account</a> : <a href="/login">Sign in</a>}
      {token && <button onClick={() => setToken('')}>Hide</button>}
    </header>
  );
}
