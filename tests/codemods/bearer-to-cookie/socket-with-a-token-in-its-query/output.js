import io from 'socket.io-client';

export const first = io('http://localhost:5000', { withCredentials: true });
export const second = io('http://localhost:5000', { query: { room: 'a' }, withCredentials: true });
export const third = io('http://localhost:5000', { withCredentials: true });
