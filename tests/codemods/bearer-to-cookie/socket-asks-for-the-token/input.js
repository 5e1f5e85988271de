import { io } from 'socket.io-client';

export const socket = io('http://localhost:5000', {
  autoConnect: false,
  auth: (callback) => {
    const token = localStorage.getItem('token');
    callback({ token });
  },
});

socket.on('connect_error', () => {
  socket.auth = { token: localStorage.getItem('token') };
  socket.connect();
});

export function signedIn() {
  socket.auth.token = localStorage.getItem('token');
  socket.connect();
}
