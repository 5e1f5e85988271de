import { useEffect } from 'react';
import { jwtDecode } from 'jwt-decode';

export function OAuthSuccess({ onDone }) {
  useEffect(() => {
    const params = new URLSearchParams(window.location.search);
    const token = params.get('token');
    if (token) {
      localStorage.setItem('token', token);
      localStorage.setItem('user', JSON.stringify(jwtDecode(token)));
      window.history.replaceState({}, '', '/');
    }
    onDone();
  }, [onDone]);
  return <p>One moment</p>;
}
