'use client';
import { useSession } from 'next-auth/react';

export function Orders() {
  const { data: session } = useSession();
  const load = () =>
    fetch('/api/backend/orders', {
      headers: { Accept: 'application/json' },
    });
  return session ? <button onClick={load}>Orders</button> : null;
}
