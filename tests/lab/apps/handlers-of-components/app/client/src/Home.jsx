import { useEffect, useState } from 'react';
import axios from 'axios';

export default function Home({ token, user, onLogout }) {
  const [orders, setOrders] = useState([]);
  useEffect(() => {
    axios.get('/api/orders', { headers: { Authorization: `Bearer ${token}` } }).then((res) => setOrders(res.data));
  }, [token]);
  return (
    <div>
      {user.name}
      {orders.map((order) => (
        <p key={order._id}>order {order._id}</p>
      ))}
      <button id="out" onClick={onLogout}>
        out
      </button>
    </div>
  );
}
