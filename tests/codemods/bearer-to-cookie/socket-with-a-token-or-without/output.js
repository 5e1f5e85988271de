import { io } from 'socket.io-client';
import { hasSession } from './session';

export function connect() {
  return [
    io('http://localhost:5000', { withCredentials: true }),
    io('http://localhost:5000', { auth: hasSession() ? {} : { guest: true }, withCredentials: true }),
  ];
}
