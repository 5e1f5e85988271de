import { useEffect } from 'react';
import { currentUser, endSession, sessionEndsAt, useSession } from './session';

export function Session({ logout }) {
  const session = useSession();

  useEffect(() => {
    if (!session) return undefined;
    const timer = setTimeout(logout, sessionEndsAt() - Date.now());
    return () => clearTimeout(timer);
  }, [session, logout]);

  useEffect(() => {
    setTimeout(logout, sessionEndsAt() - Date.now());
  }, [session]);

  return <Greeting onLeave={() => endSession()} />;
}

function Greeting({ onLeave }) {
  const { name } = currentUser();
  return <button onClick={onLeave}>{name}</button>;
}
