import { io } from 'socket.io-client';
import { hasSession } from './session';

export const socket = io('http://localhost:5000', { withCredentials: true });

export function connect(room) {
  if (!hasSession()) return null;
  return io('http://localhost:5000', { auth: { room }, reconnection: true, withCredentials: true });
}
