import { useEffect, useState } from 'react';
import { jwtDecode } from 'jwt-decode';

export function Session({ logout }) {
  const [token, setToken] = useState(localStorage.getItem('token'));

  useEffect(() => {
    if (!token) return undefined;
    const { exp } = jwtDecode(token);
    const timer = setTimeout(logout, exp * 1000 - Date.now());
    return () => clearTimeout(timer);
  }, [token, logout]);

  useEffect(() => {
    const claims = jwtDecode(token);
    setTimeout(logout, claims.exp * 1000 - Date.now());
  }, [token]);

  return <Greeting token={token} onLeave={() => setToken(null)} />;
}

function Greeting({ token, onLeave }) {
  const { name } = jwtDecode(token);
  return <button onClick={onLeave}>{name}</button>;
}
