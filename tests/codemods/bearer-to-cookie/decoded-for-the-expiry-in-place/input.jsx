import { jwtDecode } from 'jwt-decode';
import { Navigate, Outlet } from 'react-router-dom';

export function Protected() {
  const token = localStorage.getItem('token');
  if (token) {
    const decoded = jwtDecode(token);
    if (decoded.exp * 1000 < Date.now()) {
      localStorage.removeItem('token');
      return <Navigate to="/login" />;
    }
    return <Outlet />;
  }
  return <Navigate to="/login" />;
}
