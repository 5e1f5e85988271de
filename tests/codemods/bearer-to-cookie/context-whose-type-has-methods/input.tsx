import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
interface Auth { token: string | null; login(t: string): void; logout(): void }
const Ctx = createContext<Auth | null>(null);
export function AuthProvider({ children }: { children: ReactNode }) {
  const [token, setToken] = useState<string | null>(localStorage.getItem('token'));
  useEffect(() => { if (token) localStorage.setItem('token', token); else localStorage.removeItem('token'); }, [token]);
  return <Ctx.Provider value={{ token, login: setToken, logout: () => setToken(null) }}>{children}</Ctx.Provider>;
}
export const useAuth = () => useContext(Ctx)!;
export function Login() {
  const { login } = useAuth();
  const submit = async () => {
    const res = await fetch('http://localhost:5000/api/auth/login', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
    const data = await res.json();
    login(data.token);
  };
  return <button onClick={submit}>in</button>;
}
export function Orders() {
  const { token, logout } = useAuth();
  const [orders, setOrders] = useState<{ id: number }[]>([]);
  useEffect(() => { if (!token) return; fetch('http://localhost:5000/api/orders', { headers: { Authorization: `Bearer ${token}` } }).then((r) => r.json()).then(setOrders); }, [token]);
  return token ? <button onClick={logout}>{orders.length}</button> : null;
}
