import { useEffect } from 'react';
import { currentUser, getSession, hasSession } from './session';

export function OAuthSuccess({ onDone }) {
  useEffect(() => {
    getSession().then(() => {
      if (hasSession()) {
        localStorage.setItem('user', JSON.stringify(currentUser()));
        window.history.replaceState({}, '', '/');
      }
      onDone();
    });
  }, [onDone]);
  return <p>One moment</p>;
}
