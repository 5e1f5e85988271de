import { Link, Navigate } from 'react-router';
import { STORAGE_KEYS } from '../constants/storage';

export function Landing() {
  if (localStorage.getItem(STORAGE_KEYS.AUTH_TOKEN)) {
    return <Navigate to="/lists" replace />;
  }

  return (
    <section>
      <h1>What the team is working on, in one place</h1>
      <p>
        Tidepool keeps short, shared task lists. No boards, no sprints, just the next few things and
        who added them.
      </p>
      <Link to="/register" className="button">
        Create an account
      </Link>{' '}
      <Link to="/login">I have one already</Link>
    </section>
  );
}
