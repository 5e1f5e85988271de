import { useSelector } from 'react-redux';
import { Navigate } from 'react-router-dom';

export function Home({ children }) {
  const isAuth = Boolean(useSelector((state) => state.auth.token));
  const theme = useSelector((state) => state.theme);
  return isAuth ? <main className={theme}>{children}</main> : <Navigate to="/login" />;
}

export function Friend({ id }) {
  const token = useSelector((state) => state.auth.token);

  const remove = () => fetch(`/api/friends/${id}`, { method: 'DELETE', headers: { Authorization: `Bearer ${token}` } });

  return <button onClick={remove}>Remove</button>;
}
