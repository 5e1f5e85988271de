import { useSelector } from 'react-redux';
import { Navigate } from 'react-router-dom';
import { apiFetch, useSession } from './session';

export function Home({ children }) {
  const isAuth = Boolean(useSession());
  const theme = useSelector((state) => state.theme);
  return isAuth ? <main className={theme}>{children}</main> : <Navigate to="/login" />;
}

export function Friend({ id }) {
  const remove = () => apiFetch(`/api/friends/${id}`, { method: 'DELETE' });

  return <button onClick={remove}>Remove</button>;
}
