import { useEffect, useState } from 'react';
import { apiFetch } from './session';

export function Orders() {
  const [orders, setOrders] = useState<{ id: string }[]>([]);

  useEffect(() => {
    apiFetch('/api/orders')
      .then((response) => response.json())
      .then(setOrders);
  }, []);

  return <ul>{orders.map((order) => <li key={order.id}>{order.id}</li>)}</ul>;
}
