import { useEffect } from 'react';
import { jwtDecode } from 'jwt-decode';
import { currentUser, endSession, useSession } from './session';

export function Session({ logout }) {
  const session = useSession();

  useEffect(() => {
    if (!session) return undefined;
    // TODO(httponly): when the token ends cannot be read here any more. Answers of sign-in and of the session say it as `expires_at`. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
    const { exp } = jwtDecode(session);
    const timer = setTimeout(logout, exp * 1000 - Date.now());
    return () => clearTimeout(timer);
  }, [session, logout]);

  useEffect(() => {
    // TODO(httponly): when the token ends cannot be read here any more. Answers of sign-in and of the session say it as `expires_at`. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
    const claims = jwtDecode(session);
    setTimeout(logout, claims.exp * 1000 - Date.now());
  }, [session]);

  return <Greeting onLeave={() => endSession()} />;
}

function Greeting({ onLeave }) {
  const { name } = currentUser();
  return <button onClick={onLeave}>{name}</button>;
}
