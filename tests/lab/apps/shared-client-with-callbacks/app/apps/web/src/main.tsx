import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { client, isSignedIn, signIn, signOut } from './api';

function App() {
  const [signedIn, setSignedIn] = useState(isSignedIn());
  const [orders, setOrders] = useState<{ id: number }[]>([]);
  useEffect(() => {
    if (signedIn) client.get<{ id: number }[]>('/orders').then(setOrders);
  }, [signedIn]);
  if (!signedIn) return <button id="in" onClick={() => signIn('ann@example.com', 'pw').then(() => setSignedIn(true))}>in</button>;
  return (
    <div>
      <ul>{orders.map((order) => <li key={order.id}>order {order.id}</li>)}</ul>
      <button id="out" onClick={() => { signOut(); setSignedIn(false); }}>out</button>
    </div>
  );
}

createRoot(document.getElementById('root')!).render(<App />);
