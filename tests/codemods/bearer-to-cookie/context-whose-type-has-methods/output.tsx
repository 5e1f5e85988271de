import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { apiFetch, endSession, rememberSession, type Session, useSession } from './session';
interface Auth { session: Session | null; logout(): void }
const Ctx = createContext<Auth | null>(null);
export function AuthProvider({ children }: { children: ReactNode }) {
  const session = useSession();
  return <Ctx.Provider value={{ session, logout: () => endSession() }}>{children}</Ctx.Provider>;
}
export const useAuth = () => useContext(Ctx)!;
export function Login() {
  const submit = async () => {
    const res = await apiFetch('http://localhost:5000/api/auth/login', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
    const data = await res.json();
    rememberSession(data);
  };
  return <button onClick={submit}>in</button>;
}
export function Orders() {
  const { session, logout } = useAuth();
  const [orders, setOrders] = useState<{ id: number }[]>([]);
  useEffect(() => { if (!session) return; apiFetch('http://localhost:5000/api/orders').then((r) => r.json()).then(setOrders); }, [session]);
  return session ? <button onClick={logout}>{orders.length}</button> : null;
}
