import { useEffect, useState } from 'react';
import { getSession, hasSession } from './session';

export function Greeting() {
  const [name, setName] = useState('');

  useEffect(() => {
    async function load() {
      if (!hasSession()) return;
      setName((await getSession())?.user?.name);
    }
    load();
  }, []);

  return <p>Hello {name}</p>;
}
