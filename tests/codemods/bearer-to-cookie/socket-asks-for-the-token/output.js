import { io } from 'socket.io-client';

export const socket = io('http://localhost:5000', {
  autoConnect: false,
  withCredentials: true,
});

socket.on('connect_error', () => {
  socket.connect();
});

export function signedIn() {
  socket.connect();
}
