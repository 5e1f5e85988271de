import React, { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { api } from './api';
import { useAuthStore } from './store';
function Orders() {
  const [orders, setOrders] = useState<{ id: number }[]>([]);
  const logout = useAuthStore((state) => state.logout);
  const user = useAuthStore((state) => state.user);
  useEffect(() => { api.get('/orders').then((r) => setOrders(r.data)); }, []);
  return <div><b>{user?.name}</b><ul>{orders.map((o) => <li key={o.id}>order {o.id}</li>)}</ul><button id="out" onClick={logout}>out</button></div>;
}
function App() {
  const { token, setAuth } = useAuthStore();
  const login = async () => {
    const { data } = await api.post('/auth/login', { email: 'ann@example.com', password: 'pw' });
    setAuth(data.token, data.user);
  };
  return token ? <Orders /> : <button id="in" onClick={login}>in</button>;
}
createRoot(document.getElementById('root')!).render(<App />);
