import { jwtDecode } from 'jwt-decode';
import { useEffect, useState } from 'react';

export function Greeting() {
  const [name, setName] = useState('');

  useEffect(() => {
    async function load() {
      const token = localStorage.getItem('token');
      if (!token) return;
      setName(jwtDecode(token).name);
    }
    load();
  }, []);

  return <p>Hello {name}</p>;
}
