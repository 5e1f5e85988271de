import { useEffect } from 'react';
import { hasSession } from './session';
export function connect(room, onMessage) {
  const url = new URL('/api/news', 'http://localhost:4000');
  url.searchParams.append('room', room);
  const source = new EventSource(url.href, { withCredentials: true });
  source.onmessage = onMessage;
  return source;
}
export default function Feed({ user, room }) {
  useEffect(() => {
    if (!hasSession()) return;
    const source = connect(room, console.debug);
    return () => source.close();
  }, [room]);
  return null;
}
