import { useEffect, useState } from 'react';
import axios from 'axios';
import { Navigate, useNavigate } from 'react-router-dom';
import { useAuth } from './AuthContext';
import SignOut from './SignOut';

export default function Home() {
  const { token, setToken, user, setUser } = useAuth();
  const navigate = useNavigate();
  const [orders, setOrders] = useState([]);
  useEffect(() => {
    if (!token) return;
    const config = { headers: { Authorization: `Bearer ${token}` } };
    axios.get('/api/users/profile', config).then((res) => setUser(res.data));
    axios.get('/api/orders', config).then((res) => setOrders(res.data));
  }, [token, setUser]);
  if (!token) return <Navigate to="/login" />;
  return (
    <div>
      {user?.name}
      {orders.map((order) => (
        <p key={order._id}>order {order._id}</p>
      ))}
      <SignOut setToken={setToken} onDone={() => navigate('/login')} />
    </div>
  );
}
