import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import axios from 'axios';
import { AuthProvider, useAuth } from './AuthContext';

function Home() {
  const { token, user, logout } = useAuth();
  const [orders, setOrders] = useState([]);
  useEffect(() => {
    axios.get('/api/orders', { headers: { Authorization: `Bearer ${token}` } }).then((res) => setOrders(res.data));
  }, [token]);
  return (
    <div>
      {user?.name}
      {orders.map((order) => (
        <p key={order._id}>order {order._id}</p>
      ))}
      <button id="out" onClick={logout}>out</button>
    </div>
  );
}

function Login({ login }) {
  const [error, setError] = useState('');
  const submit = (event) => {
    event.preventDefault();
    login(event.target.email.value, event.target.password.value).catch((err) => setError(err.message));
  };
  return (
    <form onSubmit={submit}>
      <h1>sign in</h1>
      <input id="email" name="email" />
      <input id="password" name="password" type="password" />
      {error}
      <button id="in">in</button>
    </form>
  );
}

function App() {
  const { isAuthenticated, loading, login } = useAuth();
  if (loading) return null;
  return isAuthenticated ? <Home /> : <Login login={login} />;
}

createRoot(document.getElementById('root')).render(
  <AuthProvider>
    <App />
  </AuthProvider>,
);
