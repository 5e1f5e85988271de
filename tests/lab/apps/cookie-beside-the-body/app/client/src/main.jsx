import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Navigate, Route, Routes, useNavigate } from 'react-router-dom';
import { api } from './api';
import { AuthProvider, useAuth } from './AuthContext';

function PrivateRoute({ children }) {
  const { user } = useAuth();
  return user ? children : <Navigate to="/login" replace />;
}

function Login() {
  const { login } = useAuth();
  const navigate = useNavigate();
  const submit = async () => {
    await login('ann@example.com', 'pw');
    navigate('/');
  };
  return (
    <button id="in" onClick={submit}>
      in
    </button>
  );
}

function Home() {
  const { user, logout } = useAuth();
  const [orders, setOrders] = useState([]);
  useEffect(() => {
    api.get('/orders').then((res) => setOrders(res.data));
  }, []);
  return (
    <div>
      <b>{user.name}</b>
      {orders.map((order) => (
        <p key={order.id}>order {order.id}</p>
      ))}
      <button id="out" onClick={logout}>
        out
      </button>
    </div>
  );
}

createRoot(document.getElementById('root')).render(
  <AuthProvider>
    <BrowserRouter>
      <Routes>
        <Route path="/login" element={<Login />} />
        <Route
          path="/"
          element={
            <PrivateRoute>
              <Home />
            </PrivateRoute>
          }
        />
      </Routes>
    </BrowserRouter>
  </AuthProvider>,
);
