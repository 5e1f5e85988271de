import { Navigate, Outlet } from 'react-router-dom';
import { forgetSession, hasSession } from './session';

export function Protected() {
  if (hasSession()) {
    if (!hasSession()) {
      forgetSession();
      return <Navigate to="/login" />;
    }
    return <Outlet />;
  }
  return <Navigate to="/login" />;
}
