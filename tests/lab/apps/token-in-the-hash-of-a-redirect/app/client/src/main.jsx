import React, { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router-dom';
import { api } from './api';
import { AuthProvider, useAuth } from './auth';
import { SignedIn } from './SignedIn';

function Orders() {
  const { logout } = useAuth();
  const [me, setMe] = useState(null);
  const [orders, setOrders] = useState([]);
  useEffect(() => {
    api.get('/auth/me').then(({ data }) => setMe(data));
    api.get('/orders').then(({ data }) => setOrders(data));
  }, []);
  return <div><b>{me?.name}</b><ul>{orders.map((o) => <li key={o.id}>order {o.id}</li>)}</ul><button id="out" onClick={logout}>out</button></div>;
}
function Home() {
  const { isSignedIn } = useAuth();
  return isSignedIn ? <Orders /> : <Navigate to="/login" />;
}
function Login() {
  const { isSignedIn, login } = useAuth();
  if (isSignedIn) return <Navigate to="/" />;
  return <div><a id="github" href={`${api.defaults.baseURL}/auth/github`}>GitHub</a><button id="in" onClick={() => login('ann@example.com', 'pw')}>in</button></div>;
}
createRoot(document.getElementById('root')).render(
  <AuthProvider>
    <BrowserRouter>
      <Routes>
        <Route path="/" element={<Home />} />
        <Route path="/login" element={<Login />} />
        <Route path="/signed-in" element={<SignedIn />} />
      </Routes>
    </BrowserRouter>
  </AuthProvider>,
);
