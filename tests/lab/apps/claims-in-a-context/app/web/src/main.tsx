import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { client, SessionProvider, useAccount } from './session-context';

function Page() {
  const { user, login, logout } = useAccount();
  const [books, setBooks] = useState<number[]>([]);
  useEffect(() => {
    if (user) client.get<number[]>('/books').then(({ data }) => setBooks(data));
  }, [user]);
  if (!user) return <button onClick={() => login('Ann', 'pw')}>in</button>;
  return (
    <p>
      {user.name}, {user.roles.join(' and ')}, {books.length} book <button onClick={logout}>out</button>
    </p>
  );
}

createRoot(document.getElementById('app')!).render(
  <SessionProvider>
    <Page />
  </SessionProvider>,
);
