import { Link, NavLink, Outlet } from 'react-router';
import { useAuth } from '../contexts/AuthContext';
import { useTheme } from '../hooks/useTheme';

export function Layout() {
  const { token, userName, sessionEndsSoon, logout } = useAuth();
  const { theme, toggleTheme } = useTheme();

  return (
    <>
      <header>
        <Link to="/">Tidepool</Link>
        <nav>
          {token && <NavLink to="/lists">Lists</NavLink>}
          {token && <NavLink to="/profile">{userName}</NavLink>}
          {!token && <NavLink to="/login">Sign in</NavLink>}
          <button type="button" onClick={toggleTheme}>
            {theme === 'dark' ? 'Light' : 'Dark'} theme
          </button>
          {token && (
            <button type="button" onClick={logout}>
              Sign out
            </button>
          )}
        </nav>
      </header>
      {token && sessionEndsSoon && (
        <p className="banner" role="status">
          Your session ends soon. Sign in again to keep working.
        </p>
      )}
      <main>
        <Outlet />
      </main>
    </>
  );
}
