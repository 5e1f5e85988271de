import { io } from 'socket.io-client';

export function connect() {
  const token = localStorage.getItem('token');
  return [
    io('http://localhost:5000', { auth: token ? { token } : undefined }),
    io('http://localhost:5000', { auth: token ? { token } : { guest: true } }),
  ];
}
