import React, { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

const API = import.meta.env.VITE_API_URL || 'http://localhost:5000/api';

function connect(room, token, onNews) {
  const url = new URL(`${API}/news`);
  url.searchParams.append('room', room);
  url.searchParams.append('token', token);
  const source = new EventSource(url.href);
  source.onmessage = ({ data }) => onNews(JSON.parse(data).text);
  return source;
}

function News({ token }) {
  const [news, setNews] = useState('');
  useEffect(() => {
    if (!token) return undefined;
    const source = connect('hall', token, setNews);
    return () => source.close();
  }, [token]);
  return <p>{news}</p>;
}

function App() {
  const [token, setToken] = useState(localStorage.getItem('token'));
  const signIn = async () => {
    const res = await fetch(`${API}/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'ann@example.com', password: 'pw' }),
    });
    const data = await res.json();
    console.log('token', data.token);
    localStorage.setItem('token', data.token);
    setToken(data.token);
  };
  const signOut = () => {
    localStorage.removeItem('token');
    setToken(null);
  };
  if (!token) return <button id="in" onClick={signIn}>in</button>;
  return (
    <div>
      <News token={token} />
      <a id="report" href={`${API}/report?token=${token}`}>Report</a>
      <button id="out" onClick={signOut}>out</button>
    </div>
  );
}
createRoot(document.getElementById('root')).render(<App />);
