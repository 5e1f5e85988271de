import React, { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { listen } from './live';

const API = import.meta.env.VITE_API_URL || 'http://localhost:5000/api';

function Live() {
  const [hello, setHello] = useState('');
  useEffect(() => listen('hall', setHello), []);
  return <p>{hello}</p>;
}
function App() {
  const [signedIn, setSignedIn] = useState(() => sessionStorage.getItem('access_token') !== null);
  const signIn = () =>
    fetch(`${API}/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'ann@example.com', password: 'pw' }),
    })
      .then((res) => res.json())
      .then(({ token }) => {
        console.log('token', token);
        sessionStorage.setItem('access_token', token);
        setSignedIn(true);
      });
  const signOut = () => {
    sessionStorage.removeItem('access_token');
    setSignedIn(false);
  };
  if (!signedIn) return <button id="in" onClick={signIn}>in</button>;
  return <div><Live /><button id="out" onClick={signOut}>out</button></div>;
}
createRoot(document.getElementById('root')).render(<App />);
