'use client';
import { useSession } from 'next-auth/react';

export function Orders() {
  const { data: session } = useSession();
  const load = () =>
    fetch(`${process.env.NEXT_PUBLIC_API_URL}/orders`, {
      headers: { Accept: 'application/json', Authorization: `Bearer ${session?.accessToken}` },
    });
  return session?.accessToken ? <button onClick={load}>Orders</button> : null;
}
