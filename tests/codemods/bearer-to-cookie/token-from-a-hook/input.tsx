import { useEffect, useState } from 'react';

function useToken() {
  return localStorage.getItem('token');
}

export function Orders() {
  const token = useToken();
  const [orders, setOrders] = useState<{ id: string }[]>([]);

  useEffect(() => {
    fetch('/api/orders', { headers: { Authorization: `Bearer ${token}` } })
      .then((response) => response.json())
      .then(setOrders);
  }, [token]);

  return <ul>{orders.map((order) => <li key={order.id}>{order.id}</li>)}</ul>;
}
