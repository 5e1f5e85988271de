import { useState } from 'react';

function Files({ token, folder }) {
  const load = () => fetch(`/api/files/${folder}`, { headers: { Authorization: `Bearer ${token}` } });
  return <button onClick={load}>Load</button>;
}

export function Drive() {
  const token = localStorage.getItem('token');
  const [folder] = useState('home');
  return <Files token={token} folder={folder} />;
}
