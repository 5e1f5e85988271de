import { useState } from 'react';
import { apiFetch } from './session';

function Files({ folder }) {
  const load = () => apiFetch(`/api/files/${folder}`);
  return <button onClick={load}>Load</button>;
}

export function Drive() {
  const [folder] = useState('home');
  return <Files folder={folder} />;
}
