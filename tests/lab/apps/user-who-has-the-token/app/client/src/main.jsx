import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router-dom';
import { AuthProvider, useAuth } from './AuthContext';
import api from './api';
import Login from './Login';

function Private({ children }) {
  const { user, loading } = useAuth();
  if (loading) return null;
  return user?.token ? children : <Navigate to="/login" />;
}

function Home() {
  const { user, logout } = useAuth();
  const [orders, setOrders] = useState([]);
  useEffect(() => {
    api.get('/orders').then((res) => setOrders(res.data));
  }, []);
  return (
    <div>
      {user.name}
      {orders.map((order) => (
        <p key={order._id}>order {order._id}</p>
      ))}
      <button id="out" onClick={logout}>out</button>
    </div>
  );
}

createRoot(document.getElementById('root')).render(
  <AuthProvider>
    <BrowserRouter>
      <Routes>
        <Route path="/" element={<Private><Home /></Private>} />
        <Route path="/login" element={<Login />} />
      </Routes>
    </BrowserRouter>
  </AuthProvider>,
);
