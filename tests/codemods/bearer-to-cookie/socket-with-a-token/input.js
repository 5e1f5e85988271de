import { io } from 'socket.io-client';

export const socket = io('http://localhost:5000', { auth: { token: localStorage.getItem('token') } });

export function connect(room) {
  const token = localStorage.getItem('token');
  if (!token) return null;
  return io('http://localhost:5000', { auth: { token, room }, reconnection: true });
}
