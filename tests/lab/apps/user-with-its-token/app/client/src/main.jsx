import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { AuthContextProvider, useAuthContext } from './AuthContext';
import { useLogin } from './useLogin';
import { useLogout } from './useLogout';

function Home() {
  const [orders, setOrders] = useState([]);
  const { user } = useAuthContext();
  const { logout } = useLogout();

  useEffect(() => {
    const fetchOrders = async () => {
      const response = await fetch('/api/orders', { headers: { Authorization: `Bearer ${user.token}` } });
      const json = await response.json();
      if (response.ok) setOrders(json);
    };
    if (user) fetchOrders();
  }, [user]);

  const add = async () => {
    if (!user) return;
    const response = await fetch('/api/orders', {
      method: 'POST',
      body: JSON.stringify({ title: 'x' }),
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${user.token}` },
    });
    if (response.ok) setOrders([...orders, await response.json()]);
  };

  return (
    <div>
      <span>{user.email}</span>
      {orders.map((order) => (
        <p key={order.id}>order {order.id}</p>
      ))}
      <button id="add" onClick={add}>
        add
      </button>
      <button id="out" onClick={logout}>
        out
      </button>
    </div>
  );
}

function Login() {
  const { login, error, isLoading } = useLogin();
  return (
    <div>
      <button id="wrong" onClick={() => login('ann@example.com', 'no')}>
        wrong
      </button>
      <button id="in" disabled={isLoading} onClick={() => login('ann@example.com', 'pw')}>
        in
      </button>
      {error && <div>{error}</div>}
    </div>
  );
}

function App() {
  const { user } = useAuthContext();
  return user ? <Home /> : <Login />;
}

createRoot(document.getElementById('root')).render(
  <AuthContextProvider>
    <App />
  </AuthContextProvider>,
);
